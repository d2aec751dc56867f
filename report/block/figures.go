package block

import (
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var figuresKind = Kind{
	Name:  "figures",
	About: "指標の表（figures が必要。text は表の題）",
	Needs: plan.Figures,
	Build: (*Env).figureTable,
}

// figureTable lists figures with value, basis and caveat or reason.
func (e *Env) figureTable(b plan.Block) []content.Block {
	t := &content.Table{
		Caption: e.Planned(b.Text),
		Columns: []content.Column{
			{Head: e.Words("指標", "Figure"), Width: 27},
			{Head: e.Words("値", "Value"), Align: content.Right, Width: 13},
			{Head: e.Words("もと", "Basis"), Align: content.Right, Width: 17},
			{Head: e.Words("注", "Notes"), Width: 43},
		},
	}
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		if !f.Open.Empty() {
			t.Notes = []string{e.OpenNote()}
		}
		if f.Value == nil {
			t.Rows = append(t.Rows, []string{e.Say(f.Title), e.Value(f) + Dagger(f), "", e.Say(f.Reason)})
			continue
		}
		t.Rows = append(t.Rows, []string{e.Say(f.Title), e.Value(f) + Dagger(f), e.Basis(f), e.remark(f)})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	dropEmpty(t)
	return []content.Block{t}
}

// dropEmpty takes out the columns in which no row has anything.
func dropEmpty(t *content.Table) {
	for i := len(t.Columns) - 1; i > 0; i-- {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, i, i+1)
		for k := range t.Rows {
			t.Rows[k] = slices.Delete(t.Rows[k], i, i+1)
		}
	}
}

// remark is the caveat of a figure, and the range in which it will lie once the errors are put
// right, where that can be told.
func (e *Env) remark(f *kpi.Figure) string {
	text := e.Caveat(f)
	// where it stands beside the interval
	if f.Range != nil && f.Range[0] != f.Range[1] && !e.Plan.Has(allFiguresKind.Name) {
		text = strings.TrimLeft(text+e.Words("　直したあとの範囲：", " Once mended: ")+e.Quantity(f.Range[0], f.Unit)+
			e.Words("〜", " to ")+e.Quantity(f.Range[1], f.Unit), "　 ")
	}
	return text
}
