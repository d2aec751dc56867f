package blank

import (
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// exampleSheet is the text of the example: each table with its headings and filled-in rows.
func exampleSheet(tables []*schema.Table) *grid.Grid {
	g := &grid.Grid{Sheet: exampleName}
	appendRow(g, 1, "書き方の見本です。このシートは読み込まれません。人や会社の名前は架空のものです。")
	row := 3
	for _, t := range tables {
		appendRow(g, row, "「"+t.Sheet.JA+"」のシート： "+t.Description.JA)
		appendRow(g, row+1, headings(t)...)
		row += 2
		for _, e := range t.Examples() {
			appendRow(g, row, e...)
			row++
		}
		row++
	}
	return g
}

func headings(t *schema.Table) []string {
	var words []string
	for _, c := range t.InTemplate() {
		words = append(words, c.Heading.JA)
	}
	return words
}

// example adds the example sheet.
func (b *book) example(g *grid.Grid, tables []*schema.Table) {
	b.sheet(g.Sheet)
	widest := 0
	for _, r := range g.Rows {
		widest = max(widest, r.Cells[len(r.Cells)-1].Col)
	}
	for col := 1; col <= widest; col++ {
		b.width(g.Sheet, col, 16)
	}
	b.texts(g, b.text)
	row := 3
	for _, t := range tables {
		b.keep(b.SetCellStyle(g.Sheet, grid.Ref(row, 1), grid.Ref(row, 1), b.strong))
		for i, c := range t.InTemplate() {
			style := b.optional
			if c.Filled() {
				style = b.required
			}
			b.keep(b.SetCellStyle(g.Sheet, grid.Ref(row+1, i+1), grid.Ref(row+1, i+1), style))
		}
		row += 3 + len(t.Examples())
	}
	b.keep(b.SetCellStyle(g.Sheet, "A1", "A1", b.strong))
	b.landscape(g.Sheet)
}
