// Package blank turns the schema of a ledger into the workbook and the pilot.toml with which a
// hub begins, and a ledger that was read into such a workbook with its records filled in.
//
// The one idea: sheets, headings, drop-downs, rules and hints all come from schema.Tables, so
// that whatever the workbook offers is what the reader reads. Equal input gives equal bytes. The
// package asks nobody anything and writes no file.
package blank

import (
	"bytes"
	"slices"
	"strconv"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/layout"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// WorkbookFile is the name under which the workbook is kept.
const WorkbookFile = "台帳.xlsx"

// Names of the sheets that hold no records.
const (
	frontName   = "はじめに"
	exampleName = "入力例"
)

// lastRow is the last row of each sheet that has rules and drop-downs; the reader reads on below.
const lastRow = 5000

// Options say what the workbook begins with.
type Options struct {
	Template Template       // "" is Full
	Program  string         // name of the pilot, for the front sheet; may be empty
	From     *cohort.Ledger // a ledger whose records are filled in; nil = none
	Tables   []schema.Key   // the tables of From that are filled in
	// Keep says which records of them go along; nil = all.
	Keep   func(record.Record) bool
	Earned map[string]bool // ids of participants whose prior income is set to yes
}

// Roster are the tables that go from one pilot to the next: who takes part, who orders, what for.
func Roster() []schema.Key {
	return []schema.Key{schema.Participants, schema.Clients, schema.Contracts}
}

// Everything are all tables of the schema.
func Everything() []schema.Key {
	var keys []schema.Key
	for _, t := range schema.Tables() {
		keys = append(keys, t.Key)
	}
	return keys
}

// sheets are the tables of the template, and those beside it that the ledger has.
func (o Options) sheets() []*schema.Table {
	if o.Template == Simple {
		return simpleTables()
	}
	return slices.DeleteFunc(schema.Tables(), func(t *schema.Table) bool {
		return t.Instead && (o.From == nil || !o.From.HasTable(t.Key) || !slices.Contains(o.Tables, t.Key))
	})
}

// Workbook returns the bytes of the workbook: a front sheet, one sheet for each table of the
// schema, an example, and the hidden sheet by which the reader knows it.
func Workbook(o Options) ([]byte, error) {
	b := newBook()
	tables := o.sheets()
	front, example := frontSheet(o.Program, o.words(), tables), exampleSheet(tables)
	b.front(front, len(o.words().steps), tables)
	filled := prefill(o, tables)
	for _, t := range tables {
		b.table(t, filled[t.Key])
	}
	b.example(example, tables)
	b.mark(front, example)
	if b.err != nil {
		return nil, b.err
	}
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), b.Close()
}

// mark adds the hidden sheet: the version, and the sums of the sheets that are no records.
func (b *book) mark(own ...*grid.Grid) {
	g := &grid.Grid{Sheet: layout.TemplateSheet}
	appendRow(g, 1, layout.TemplateVersionWord, strconv.Itoa(layout.TemplateVersion))
	for i, o := range own {
		appendRow(g, i+2, layout.TemplateOwnWord, layout.SheetSum(o))
	}
	b.sheet(g.Sheet)
	b.texts(g, 0)
	b.keep(b.SetSheetVisible(g.Sheet, false))
}

// appendRow adds a row of texts to a grid; blanks are left out, as the reader does.
func appendRow(g *grid.Grid, number int, texts ...string) {
	r := grid.Row{Number: number}
	for i, s := range texts {
		if s != "" {
			r.Cells = append(r.Cells, grid.Cell{Col: i + 1, Value: cell.Value{Kind: cell.Text, Text: s}})
		}
	}
	if len(r.Cells) > 0 {
		g.Rows = append(g.Rows, r)
	}
}
