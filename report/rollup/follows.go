package rollup

import (
	"math"
	"slices"

	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/merge"
)

// limits are those by which papers for others are made, whatever each municipality has set for its own.
var limits = setting.Default().Privacy

// follows reports whether what single persons of one municipality are, or said, would follow from the whole beside what
// all the others tell in papers of their own: of the municipality the part might not be told by itself.
func follows(d *kpi.Definition, p *merge.Part) bool {
	k := float64(limits.K.Public)
	few := func(hits, n float64) bool { return n > 0 && (hits < k || n-hits < k) }
	switch {
	case d.Class == kpi.Amount && d.About == kpi.AboutAnswers:
		return 0 < p.N && p.N < limits.ScoresMin
	case d.Class != kpi.Attribute:
		return false
	case p.Table != nil:
		return slices.ContainsFunc(p.Table.Rows, func(row merge.Row) bool { return fewInRow(row, k, few) })
	case p.Terms != nil:
		return few(math.Round(p.Terms.Numerator), math.Round(p.Terms.Denominator))
	}
	return p.Value != nil && few(*p.Value, float64(p.N))
}

// fewInRow looks at a line of a table of persons: the first column counts everybody in it, the others some of them.
func fewInRow(row merge.Row, k float64, few func(hits, n float64) bool) bool {
	if len(row.Values) == 0 || row.Values[0] == nil {
		return false
	}
	n := *row.Values[0]
	if 0 < n && n < k {
		return true
	}
	for _, v := range row.Values[1:] {
		if v != nil && *v <= n && few(*v, n) {
			return true
		}
	}
	return false
}
