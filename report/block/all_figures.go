package block

import (
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var allFiguresKind = Kind{
	Name:  "all_figures",
	About: "値のある指標のすべてと、95%区間、直したあとの範囲（text は表の題）",
	Build: (*Env).allFigures,
}

// allFigures lists every figure that has a value, with its interval and what rows to be mended may change: for the
// appendix, where intervals belong.
func (e *Env) allFigures(b plan.Block) []content.Block {
	t := &content.Table{ID: "all_figures", Caption: e.Planned(b.Text), Dense: true, Fold: true, Columns: []content.Column{
		{Head: e.Words("指標", "Figure"), Width: 33}, {Head: e.Words("値", "Value"), Align: content.Right, Width: 15},
		{Head: e.Words("もと", "Basis"), Align: content.Right, Width: 19},
		{Head: e.Words("95%区間", "95% interval"), Align: content.Right, Width: 14},
		{Head: e.Words("直したあと", "Once mended"), Align: content.Right, Width: 19}}}
	if t.Caption == "" {
		t.Caption = e.Words("すべての指標", "All figures")
	}
	for i := range e.Result.Figures {
		f := &e.Result.Figures[i]
		if f.Value == nil || len(groupsOf(f, "groups")) > 0 { // what has groups is a table of them
			continue
		}
		row := []string{e.Say(f.Title), e.Value(f) + Dagger(f), e.Basis(f), "", ""}
		if f.Interval != nil && !f.Hides("interval") {
			row[3] = content.Between(f.Interval[0], f.Interval[1], string(f.Unit), string(e.Lang))
		}
		if f.Range != nil && f.Range[0] != f.Range[1] {
			row[4] = content.Between(f.Range[0], f.Range[1], string(f.Unit), string(e.Lang))
			if f.Unit != kpi.Ratio { // the unit stands with the value
				row[4] = strings.TrimSpace(strings.TrimSuffix(row[4], e.Say(f.Unit.Word())))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return nil
	}
	if slices.ContainsFunc(t.Rows, func(row []string) bool { return row[4] != "" }) {
		t.Notes = []string{e.OpenNote()}
	}
	dropEmpty(t)
	return []content.Block{t}
}
