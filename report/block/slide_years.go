package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideYearsKind = Kind{
	Name:  "slide_years",
	About: "スライド：年度ごとの売上（2つ以上の年度の売上が分かるときだけ）",
	Build: (*Env).slideYears,
}

// slideYears shows what was sold in each fiscal year.
func (e *Env) slideYears(b plan.Block) []content.Block {
	for _, block := range e.revenueYears(plan.Block{}) {
		if c, ok := block.(*content.Chart); ok {
			s := &content.SlideParts{Title: c.Title + e.Words("。", "."), Chart: c, Foot: c.Source,
				Notes: e.sources(e.on(kpi.TopicRevenueYears))}
			if f := e.shown(e.on(kpi.TopicSatellites)); f != nil && *f.Value > 0 && !e.anyAims() {
				s.Lead, s.Notes = plainForm(e.townLines()), append(s.Notes, e.sources(f)...)
			}
			return e.slide(b, s)
		}
	}
	return nil
}
