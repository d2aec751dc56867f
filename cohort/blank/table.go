package blank

import (
	"github.com/xuri/excelize/v2"

	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// table adds the sheet of one table: headings on row 1 in the order of the schema, formats and
// rules below, and the records that are filled in.
func (b *book) table(t *schema.Table, records [][]any) {
	name := t.Sheet.JA
	b.sheet(name)
	for i, c := range t.InTemplate() {
		b.width(name, i+1, columnWidth(&c))
		if style := b.columnStyle(c.Kind); style != 0 {
			letter := grid.ColumnName(i + 1)
			b.keep(b.SetColStyle(name, letter, style))
		}
		heading := b.optional
		if c.Filled() {
			heading = b.required
		}
		b.put(name, 1, i+1, c.Heading.JA, heading)
		b.keep(b.AddDataValidation(name, validation(t, i)))
	}
	b.keep(b.SetRowHeight(name, 1, 30))
	for i, record := range records {
		for j, value := range record {
			if value != nil {
				b.put(name, i+2, j+1, value, 0)
			}
		}
	}
	b.freeze(name, t)
	b.landscape(name)
}

// freeze keeps the heading in sight, and the first column of a sheet that is wider than a screen.
func (b *book) freeze(name string, t *schema.Table) {
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}
	if len(t.InTemplate()) > 10 {
		panes.XSplit, panes.TopLeftCell, panes.ActivePane = 1, "B2", "bottomRight"
		panes.Selection = []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"},
			{SQRef: "B2", ActiveCell: "B2", Pane: "bottomRight"}}
	}
	b.keep(b.SetPanes(name, panes))
	b.keep(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1",
		Scope: name}))
}

// columnStyle is the format of a column. Hours keep the general format: only then does Excel
// show 1:30 as a time, and the reader can tell it from 0.0625 hours. An id is text, so that the
// zeros of 0012 stay.
func (b *book) columnStyle(k schema.Kind) int {
	switch k {
	case schema.DateKind:
		return b.date
	case schema.MonthKind:
		return b.month
	case schema.AmountKind:
		return b.yen
	case schema.YearKind:
		return b.year
	case schema.IDKind, schema.TextKind:
		return b.text
	}
	return 0
}

// columnWidth fits the heading and what is usually written below it.
func columnWidth(c *schema.Column) float64 {
	usual := map[schema.Kind]int{
		schema.DateKind: 12, schema.MonthKind: 10, schema.AmountKind: 12, schema.TextKind: 18, schema.IDKind: 12,
		schema.ListKind:   20,
		schema.ChoiceKind: 12,
	}[c.Kind]
	for _, choice := range c.Choices {
		usual = max(usual, textWidth(choice.Heading.JA)+4)
	}
	return float64(max(usual, textWidth(c.Heading.JA)+4, 9))
}

// textWidth is the width in half-width characters.
func textWidth(s string) int {
	width := 0
	for _, r := range s {
		width++
		if r > 0x2E80 {
			width++
		}
	}
	return width
}
