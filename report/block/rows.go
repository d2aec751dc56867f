package block

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var rowsKind = Kind{
	Name:  "rows",
	About: "指標の根拠の行（figures が必要。profile = \"hub\" の版だけ）",
	Needs: plan.Figures,
	Build: (*Env).rows,
}

// rows lists the ledger rows behind the chosen figures, record by record.
func (e *Env) rows(b plan.Block) []content.Block {
	var blocks []content.Block
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		rows := f.Evidence()
		if len(rows) == 0 {
			continue
		}
		t := &content.Table{ID: "rows_" + id, Caption: e.Say(f.Title), Columns: []content.Column{
			{Head: e.Words("記録", "Record"), Width: 18}, {Head: e.Words("役割", "Part"), Width: 22},
			{Head: e.Words("ファイル", "File"), Width: 28}, {Head: e.Words("シート", "Sheet"), Width: 16},
			{Head: e.Words("行", "Row"), Align: content.Right, Width: 8}}}
		for _, r := range rows {
			t.Rows = append(t.Rows, []string{r.Record, e.Say(r.Note), r.Row.Source.File, r.Row.Source.Sheet,
				fmt.Sprint(r.Row.Number)})
		}
		blocks = append(blocks, t)
	}
	if len(blocks) == 0 {
		return e.keptBack("指標の根拠になった行", "the rows behind the figures")
	}
	return blocks
}
