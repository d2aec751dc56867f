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

// figureTable lists figures with value, basis and caveat; those without a value are named below.
func (e *Env) figureTable(b plan.Block) []content.Block {
	t := &content.Table{
		Caption: e.Planned(b.Text),
		Columns: []content.Column{
			{Head: e.Words("指標", "Figure"), Width: 32},
			{Head: e.Words("値", "Value"), Align: content.Right, Width: 15},
			{Head: e.Words("もと", "Basis"), Align: content.Right, Width: 21},
			{Head: e.Words("注", "Notes"), Width: 32},
		},
	}
	var without []string
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		if f.Value == nil {
			without = append(without, e.Say(f.Title))
			continue
		}
		if !f.Open.Empty() {
			t.Notes = []string{e.OpenNote()}
		}
		t.Rows = append(t.Rows, []string{e.Say(f.Title), e.Value(f) + Dagger(f), e.Basis(f), e.remark(f)})
	}
	var blocks []content.Block
	if len(t.Rows) > 0 {
		dropEmpty(t)
		blocks = append(blocks, t)
	}
	if len(without) > 0 {
		blocks = append(blocks, content.Paragraph{Tone: content.Note, Text: e.Words("台帳に記録がないため、値がまだないもの："+
			strings.Join(without, "、")+"。",
			"Without a value, as the ledger has no records for it: "+strings.Join(without, ", ")+".")})
	}
	return blocks
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
