package rollup

import (
	"cmp"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
)

// mostStrong is how many the strongest are; they are chosen by the share of those who stayed to the end.
const mostStrong = 3

// practice is how the strongest three run their pilots, of those that let it be told and stay out of sight otherwise:
// the highest lower ends of the share's 95 % interval, so that nobody is strong by a handful of people. They stand in
// the order of codes. nil: fewer than three let it be told.
func practice(defs []kpi.Definition, counts []*taken, figures []kpi.Figure) *result.Practice {
	type strong struct {
		*taken
		low float64
	}
	var of []strong
	d := kpi.DefinitionReaching(defs, facts.Retained)
	if d == nil {
		return nil
	}
	for _, s := range counts {
		if f := s.figure(d.ID); s.SharesPractice && f != nil && f.Value != nil && f.Interval != nil {
			of = append(of, strong{s, f.Interval[0]})
		}
	}
	if len(of) < mostStrong {
		return nil
	}
	out := &result.Practice{Figure: d.ID, Sharing: len(of)}
	slices.SortStableFunc(of, func(a, b strong) int {
		return cmp.Or(cmp.Compare(b.low, a.low), cmp.Compare(a.Municipality.Code, b.Municipality.Code))
	})
	of = of[:mostStrong]
	slices.SortFunc(of, func(a, b strong) int { return cmp.Compare(a.Municipality.Code, b.Municipality.Code) })
	for _, s := range of {
		out.Towns = append(out.Towns, place(s.Municipality))
	}
	for _, id := range shown().Practice {
		row := result.PracticeRow{Figure: id, Values: make([]*float64, len(of))}
		told := false
		for i, s := range of {
			row.Values[i] = s.value(id)
			told = told || row.Values[i] != nil
		}
		if f := kpi.Find(figures, id); f != nil && told {
			row.All = f.Value
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}
