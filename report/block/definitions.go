package block

import (
	"slices"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var definitionsKind = Kind{
	Name:  "definitions",
	About: "使った指標の定義",
	Build: (*Env).definitions,
}

// definitions prints the definition of every figure that the plan shows and that has a value; the handover's of all.
func (e *Env) definitions(plan.Block) []content.Block {
	return e.definitionsOf(e.Plan.Figures())
}

// definitionsOf prints those of some figures.
func (e *Env) definitionsOf(shown []string) []content.Block {
	t := &content.Table{ID: "definitions", Caption: e.Words("この報告書で使った指標の定義（版 "+kpi.Version+"）",
		"Definitions (version "+kpi.Version+")"),
		Columns: []content.Column{{Head: e.Words("指標", "Figure"), Width: 20},
			{Head: e.Words("定義（出典）", "Definition (source)"), Width: 80}}, Fold: true, Dense: true}
	if e.Plan.Has("grant_sheet") {
		for _, g := range e.Result.Grants {
			for _, i := range g.Indicators {
				shown = append(shown, i.Figure)
			}
		}
		for _, c := range e.perResult() {
			shown = append(shown, c.ID)
		}
	}
	for _, d := range e.Definitions {
		f := e.figure(d.ID)
		known := f != nil && (f.Value != nil || f.Suppressed || f.Coded != nil)
		if slices.Contains(shown, d.ID) && known || e.Plan.Edition == plan.Handover {
			t.Rows = append(t.Rows, []string{e.Say(d.Title), e.Say(d.Formula) + e.inBrackets(e.Say(d.Origin))})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []content.Block{t}
}

// inBrackets is a remark behind a sentence; nothing for none.
func (e *Env) inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return e.Words("（"+text+"）", " ("+text+")")
}
