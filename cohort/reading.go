package cohort

import (
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// SampleRows is how many rows of each table a Reading shows as typed and as read.
const SampleRows = 3

// Reading is how the files of a ledger were read, in the order of reading.
type Reading struct {
	Files   []FileReading
	General []finding.Finding // of reading.toml and of files that could not be read
}

// FileReading is one file.
type FileReading struct {
	File   string
	Tables []TableReading
	Unread []UnreadSheet
}

// UnreadSheet is a sheet that was read as no table, and why; Why is empty for one that is known to hold no records.
type UnreadSheet struct {
	Sheet string
	Why   []finding.Finding
}

// TableReading is what one sheet was taken for. A sheet that holds two tables has two.
type TableReading struct {
	Sheet          string
	Table          schema.Key
	Headings       string // the range of the heading rows
	Rows, Excluded int    // records, and those of them that an error leaves out
	Columns        []ColumnReading
	Sample         []RowReading
	Findings       []finding.Finding // how it was read, what is not used and why
}

// ColumnReading is one column of the sheet, or a value that stands for all rows.
type ColumnReading struct {
	Letter   string // "" where the column is none of the sheet's
	Heading  string
	Field    *schema.Column  // nil: not read
	Unit     string          // of the plain numbers; "" for none
	UnitFrom layout.UnitFrom // what gives the unit
	Pinned   bool            // pilot.toml or reading.toml says what it is, or that it is not read
	Constant string          // the value that stands for all rows; Heading is then empty
	Why      finding.Finding // why it is not read; the zero value for a heading that is none of the ledger's
}

// RowReading is one record.
type RowReading struct {
	Row      int
	Excluded bool
	Cells    []CellReading
}

// CellReading is a value as typed and as read; Read is empty for one that could not be read.
type CellReading struct {
	Field *schema.Column
	Cell  string // its address; "" for a value of no cell
	Typed string
	Read  lang.Text
}

// Reading returns how the ledger was read; nothing of one that was mixed from others.
func (c *Ledger) Reading() *Reading {
	r := &Reading{}
	rows := c.rowsBySource()
	for _, in := range c.Inputs {
		file := FileReading{File: in.File}
		for i := range c.parts {
			if part := &c.parts[i]; part.Sources[0].File == in.File {
				file.Tables = append(file.Tables, c.tableReading(part, rows, SampleRows))
			}
		}
		for _, name := range in.Unread {
			file.Unread = append(file.Unread, UnreadSheet{name, c.findingsOf(in.File, name)})
		}
		r.Files = append(r.Files, file)
	}
	for _, f := range c.Findings {
		told := slices.ContainsFunc(c.Inputs, func(in Input) bool { return in.File == f.File }) && f.Sheet != ""
		if !told && ofReading(f) {
			r.General = append(r.General, f)
		}
	}
	return r
}

// ReadingOf returns how one sheet was read, with so many of its rows; nil for one that was read as no table.
func (c *Ledger) ReadingOf(file, sheet string, most int) []TableReading {
	var out []TableReading
	var rows map[*record.Source][]readRow
	for i := range c.parts {
		part := &c.parts[i]
		if at := part.Sources[0]; at.File != file || at.Sheet != sheet {
			continue
		}
		if rows == nil {
			rows = c.rowsBySource()
		}
		out = append(out, c.tableReading(part, rows, most))
	}
	return out
}

// ofReading reports a finding of files, sheets and columns, or of the settings that say how they are read.
func ofReading(f finding.Finding) bool {
	return strings.HasPrefix(f.Code, "C3") || strings.HasPrefix(f.Code, "P1")
}

// findingsOf are the findings of how a sheet was read.
func (c *Ledger) findingsOf(file, sheet string) []finding.Finding {
	var of []finding.Finding
	for _, f := range c.Findings {
		if f.File == file && f.Sheet == sheet && ofReading(f) {
			of = append(of, f)
		}
	}
	return of
}

// tableReading is the reading of one part.
func (c *Ledger) tableReading(part *record.Part, rows map[*record.Source][]readRow, most int) TableReading {
	t := part.Table()
	r := TableReading{Sheet: t.Grid.Sheet, Table: t.Schema.Key, Headings: t.Grid.RangeRef(t.HeadingRange()),
		Findings: c.findingsOf(t.Grid.File, t.Grid.Sheet)}
	for _, h := range t.Heads() {
		r.Columns = append(r.Columns, columnReading(t, h, r.Findings))
	}
	for i := range t.Schema.Columns {
		col := &t.Schema.Columns[i]
		if v := t.Constants[col.Key]; v != "" && t.Columns[i].From == 0 {
			r.Columns = append(r.Columns, ColumnReading{Field: col, Constant: v})
		}
	}
	r.takeRows(part, rows, most)
	return r
}

// columnReading is the reading of one column of the sheet.
func columnReading(t *layout.Table, h layout.Head, findings []finding.Finding) ColumnReading {
	r := ColumnReading{Heading: h.Text, Pinned: h.Pinned}
	if _, col := t.Grid.Origin(t.HeadingRange().ToRow, h.Col); col > 0 && t.Grid.Lines == nil {
		r.Letter = grid.ColumnName(col)
	}
	if h.Slot >= 0 {
		r.Field = &t.Schema.Columns[h.Slot]
		r.Unit, r.UnitFrom = t.Unit(h.Slot)
		return r
	}
	at := t.Grid.Ref(t.HeadingRange().ToRow, h.Col)
	for _, f := range findings {
		if f.Range == at && f.Code != layout.CodeLearned {
			r.Why = f
		}
	}
	return r
}

// takeRows counts the rows of the part and shows the first of them.
func (r *TableReading) takeRows(part *record.Part, rows map[*record.Source][]readRow, most int) {
	for _, source := range part.Sources {
		for _, row := range rows[source] {
			if row.excluded {
				r.Excluded++
			}
			if r.Rows++; r.Rows <= most {
				r.Sample = append(r.Sample, rowReading(row, part.Table().Schema))
			}
		}
	}
}

// readRow is a record, and whether an error leaves it out.
type readRow struct {
	record.Record
	excluded bool
}

// rowsBySource are all records that stand in sheets, by where they were read from, from top to bottom.
func (c *Ledger) rowsBySource() map[*record.Source][]readRow {
	rows := map[*record.Source][]readRow{}
	c.Each(func(r record.Record, excluded bool) {
		rows[r.At().Source] = append(rows[r.At().Source], readRow{r, excluded})
	})
	for _, of := range rows {
		slices.SortStableFunc(of, func(a, b readRow) int { return a.At().Number - b.At().Number })
	}
	return rows
}

func rowReading(row readRow, table *schema.Table) RowReading {
	r := RowReading{Row: row.At().Number, Excluded: row.excluded}
	for slot, f := range record.Fields(row.Record) {
		col := &table.Columns[slot]
		at, typed, read := record.Shown(f, col)
		if typed == "" { // filled in from another column
			continue
		}
		r.Cells = append(r.Cells, CellReading{Field: col, Cell: row.At().Origin(at, typed).Range, Typed: typed, Read: read})
	}
	return r
}
