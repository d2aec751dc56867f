package block

import (
	"strings"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideFrontKind = Kind{
	Name:  "slide_front",
	About: "スライド：事業の型ごとの図（ほかの型では出ない）",
	Build: (*Env).slideFront,
}

// slideFront is the chart of the model as a slide, with its other figures beside it.
func (e *Env) slideFront(b plan.Block) []content.Block {
	c := e.chartOfModel()
	if c == nil {
		return nil
	}
	s := &content.SlideParts{Chart: c, Title: c.Title + e.Words("。", "."), Subtitle: strings.TrimSuffix(c.Source, "。")}
	c.Source = ""
	front := e.front()
	for _, id := range front {
		s.Notes = append(s.Notes, e.sources(e.figure(id))...)
	}
	for _, id := range front[:min(len(front), tellsAll)] {
		if f := e.figure(id); f != nil && f.Value != nil && !f.Suppressed {
			side := content.Side{Label: e.Say(f.Title), Number: e.briefValue(f), Ruled: len(s.Side) > 0}
			if f.Target != nil {
				side.Remark = e.Words("目標"+e.brief(f, *f.Target), "target "+e.brief(f, *f.Target))
			}
			s.Side = append(s.Side, side)
		}
	}
	return e.slide(b, s)
}

// yieldsToModel reports whether the plan has a slide of the model that is shown, which takes the place of one that
// every
// model has.
func (e *Env) yieldsToModel() bool {
	return e.chartOfModel() != nil && e.Plan.Has(slideFrontKind.Name)
}
