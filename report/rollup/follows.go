package rollup

import (
	"math"

	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/merge"
)

// follows reports whether what single persons of one municipality are, or said, would follow from the whole beside what
// all the others tell in papers of their own: of some municipality the part might not be told by itself.
func follows(d *kpi.Definition, parts []*merge.Part) bool {
	rules := setting.Default().Privacy
	k := float64(rules.K.Public)
	few := func(hits, n float64) bool { return n > 0 && (hits < k || n-hits < k) }
	for _, p := range parts {
		switch {
		case d.Class == kpi.Amount && d.Subject == kpi.AboutAnswers:
			if 0 < p.N && p.N < rules.ScoresMin {
				return true
			}
		case d.Class != kpi.Attribute:
		case p.Table != nil:
			for _, row := range p.Table.Rows {
				if fewInRow(row, k, few) {
					return true
				}
			}
		case p.Terms != nil:
			if few(math.Round(p.Terms.Numerator), math.Round(p.Terms.Denominator)) {
				return true
			}
		case p.Value != nil && few(*p.Value, float64(p.N)):
			return true
		}
	}
	return false
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
