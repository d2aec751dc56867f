// Package sheetview turns a sheet and how it was read into what the page 読み取り draws: the grid as typed, the table
// framed, a chip a column, what was read; and what was chosen there into changes.
//
// The one idea: the cells are those of the user's sheet at their own addresses, and the records say which of them were
// read and as what. The package reads no file and computes no figure.
package sheetview

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// How much of a sheet is drawn.
const (
	mostDrawn    = 1000 // of all rows
	mostColumns  = 40   // unless all are asked for
	allColumns   = 150
	firstRows    = 14 // of the records, unless all are asked for
	mostBeside   = 12 // rows that are no records
	mostRows     = 60 // of those until which totals are shown all the same
	mostText     = 60 // characters of a cell
	MostFindings = 30
)

// View is the page of one sheet.
type View struct {
	Columns  []Column
	Rows     []Row
	Beside   []Chip // columns of the table that are no column of the sheet
	Chips    int    // of columns of the sheet
	Values   Values
	Sums     []Sum
	Mended   []Count
	Read     bool
	Wider    int // columns that are not drawn
	Left     int // rows below and above that are not read
	Records  int
	Findings []finding.Finding
	MoreOf   int // faults that are not listed
	All      bool
	Parts    []Part // the tables of a sheet with several
	Fixed    Fixed  // what stands for all rows
}

// Part is one of several tables of a sheet.
type Part struct {
	Name     lang.Text
	Headings string // the range of its headings
	Address  string
	Here     bool
}

// Column is a column of the sheet.
type Column struct {
	Letter string
	Chip   *Chip // nil: none of the table's
}

// Row is a row of the sheet, or the place of some that are left out.
type Row struct {
	Number int
	Gap    int // rows that are left out here; Number is 0 then
	Cells  []Cell
	Note   lang.Text // why it is not read; empty for others
}

// Cell is one cell as typed.
type Cell struct {
	Ref, Text string
	Mended    lang.Text // how it was read otherwise than typed; empty = as typed
	Bad       bool      // an error is about it
	Number    bool
	Heading   bool
	// Top, Bottom, Left and Right say at which edges of the found table it is.
	Top, Bottom, Left, Right, Inside bool
}

// Class is the class of the cell on the page.
func (c Cell) Class() string {
	out := ""
	for _, of := range []struct {
		is   bool
		name string
	}{{c.Top, "ft"}, {c.Bottom, "fb"}, {c.Left, "fl"}, {c.Right, "fr"}, {!c.Inside, "out"}, {c.Heading, "head"},
		{c.Number, "num"}, {!c.Mended.Empty(), "mended"}, {c.Bad, "bad"}} {
		if of.is {
			out += "rd-" + of.name + " "
		}
	}
	return out
}

// Source is what a view is made of.
type Source struct {
	Grid     *grid.Grid
	Tables   []cohort.TableReading // the table that is shown, with all of its rows; none for a sheet that is not read
	Others   []cohort.TableReading // the other tables of the sheet
	Saved    []cohort.TableReading // as it is read without what was chosen on the page
	Findings []finding.Finding     // of the sheet
	All      bool
	Draft    bool // the table is found only by the columns that are chosen for it
	Choice   Choice
}

// columns is how many columns are drawn at most.
func (s *Source) columns() int {
	if s.All {
		return allColumns
	}
	return mostColumns
}

// newView makes the view of a sheet.
func newView(src Source) View {
	v := View{All: src.All, Read: len(src.Tables) > 0}
	d := &drawing{src: src, read: map[string]cohort.CellReading{}, rows: map[int]bool{}, bad: map[string]bool{},
		others: map[int]lang.Text{}}
	d.take()
	v.Parts = partsOf(src)
	chips := chipsOf(src)
	for col := 1; col <= d.used.ToCol; col++ {
		c := Column{Letter: grid.ColumnName(col)}
		if i := slices.IndexFunc(chips, func(x Chip) bool { return x.Letter == c.Letter }); i >= 0 {
			c.Chip = &chips[i]
			v.Chips++
		}
		v.Columns = append(v.Columns, c)
	}
	for _, c := range chips {
		if c.Letter == "" {
			v.Beside = append(v.Beside, c)
		}
	}
	v.Wider = src.Grid.Used().ToCol - d.used.ToCol
	v.Rows, v.Left = d.draw()
	v.Records = len(d.rows)
	v.Mended = counted(d.read)
	v.Values, v.Sums = values(src), d.sums()
	v.Findings = src.Findings[:min(len(src.Findings), MostFindings)]
	v.MoreOf = len(src.Findings) - len(v.Findings)
	return v
}

// drawing is a view in the making.
type drawing struct {
	src    Source
	used   grid.Range
	frame  grid.Range // the table, the zero Range for none
	heads  grid.Range
	read   map[string]cohort.CellReading // by address
	rows   map[int]bool                  // of records
	bad    map[string]bool               // cells with an error
	others map[int]lang.Text             // rows of other tables -> the table
}

// take collects what was read where.
func (d *drawing) take() {
	d.used = d.src.Grid.Used()
	d.used.ToCol = min(d.used.ToCol, d.src.columns())
	last := 0
	for _, t := range d.src.Tables {
		if r, ok := grid.ParseRange(t.Headings); ok && d.heads.FromRow == 0 {
			d.heads = r
		}
		for _, row := range t.Sample {
			for _, c := range row.Cells {
				if at, col, ok := grid.ParseRef(c.Cell); ok && at > d.heads.ToRow && col > 0 {
					d.read[c.Cell], d.rows[at] = c, true
					last = max(last, at)
				}
			}
		}
	}
	for _, t := range d.src.Others {
		d.takeOther(t)
	}
	if d.heads.FromRow > 0 {
		d.frame = d.heads
		d.frame.ToRow = max(last, d.heads.ToRow)
		d.frame.ToCol = min(d.frame.ToCol, d.src.columns())
	}
	for _, f := range d.src.Findings {
		if f.Severity == finding.Error {
			d.bad[f.Range] = true
		}
	}
}

// takeOther notes the rows of another table.
func (d *drawing) takeOther(t cohort.TableReading) {
	name := schema.ByKey(t.Table).Sheet
	if r, ok := grid.ParseRange(t.Headings); ok {
		for n := r.FromRow; n <= r.ToRow; n++ {
			d.others[n] = name
		}
	}
	for _, row := range t.Sample {
		for _, c := range row.Cells {
			if at, col, ok := grid.ParseRef(c.Cell); ok && col > 0 {
				d.others[at] = name
			}
		}
	}
}

// partsOf are the tables of a sheet with several, from top to bottom.
func partsOf(src Source) []Part {
	if len(src.Others) == 0 {
		return nil
	}
	all := slices.Concat(src.Tables, src.Others)
	slices.SortStableFunc(all, func(a, b cohort.TableReading) int {
		x, _ := grid.ParseRange(a.Headings)
		y, _ := grid.ParseRange(b.Headings)
		return cmp.Or(cmp.Compare(x.FromRow, y.FromRow), cmp.Compare(x.FromCol, y.FromCol))
	})
	var out []Part
	for _, t := range all {
		p := Part{Name: schema.ByKey(t.Table).Sheet, Headings: t.Headings, Here: t.Table == src.Tables[0].Table,
			Address: Address(src.Choice.File, src.Choice.Sheet) + "&part=" + string(t.Table)}
		if !slices.ContainsFunc(out, func(o Part) bool { return o.Address == p.Address }) {
			out = append(out, p)
		}
	}
	return out
}

// draw draws the rows, and counts those with something in them that are not read.
func (d *drawing) draw() (out []Row, left int) {
	gap, beside, records := 0, 0, 0
	for _, row := range d.src.Grid.Rows {
		n := row.Number
		isRecord, isHead := d.rows[n], d.heads.FromRow <= n && n <= d.heads.ToRow
		if _, other := d.others[n]; !isRecord && !isHead && !other {
			left++
		}
		shown := isHead || n == d.frame.ToRow || d.hasFault(row)
		switch {
		case isRecord:
			records++
			shown = shown || records <= firstRows || d.src.All
		case !shown:
			beside++
			shown = beside <= mostBeside || d.src.All || beside <= mostRows && isTotal(row)
		}
		if !shown || len(out) >= mostDrawn {
			gap++
			continue
		}
		if gap > 0 {
			out = append(out, Row{Gap: gap})
			gap = 0
		}
		out = append(out, d.row(row, isRecord || isHead))
	}
	if gap > 0 {
		out = append(out, Row{Gap: gap})
	}
	return out, left
}

// hasFault reports whether an error is about one of the row's cells.
func (d *drawing) hasFault(row grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return d.bad[grid.Ref(row.Number, c.Col)] })
}

func (d *drawing) row(row grid.Row, used bool) Row {
	out := Row{Number: row.Number}
	n, f := row.Number, d.frame
	for col := 1; col <= d.used.ToCol; col++ {
		ref := grid.Ref(n, col)
		c := Cell{Ref: ref, Text: Short(row.At(col).Text, mostText), Bad: d.bad[ref], Inside: f.Contains(n, col)}
		if c.Inside {
			c.Heading = n <= d.heads.ToRow
			c.Top, c.Bottom, c.Left, c.Right = n == f.FromRow, n == f.ToRow, col == f.FromCol, col == f.ToCol
		}
		if r, ok := d.read[ref]; ok {
			c.Mended, c.Number = mend(r), isNumber(r)
		}
		out.Cells = append(out.Cells, c)
	}
	if !used && d.frame.FromRow > 0 {
		out.Note = d.note(row)
	}
	return out
}

// note says what a row is that is not read.
func (d *drawing) note(row grid.Row) lang.Text {
	if name, other := d.others[row.Number]; other {
		return lang.Sayf("このシートの別の表（%[1]s）", "another table of the sheet (%[2]s)", name.JA, name.EN)
	}
	switch {
	case row.Number < d.frame.FromRow:
		return lang.Say("表の上の行（読まない）", "above the table, not read")
	case isTotal(row):
		return lang.Say("合計の行（読まない）", "totals, not read")
	}
	return lang.Say("記録ではない行（読まない）", "no record, not read")
}

func isTotal(row grid.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return layout.SaysTotal(c.Text) })
}

// Short is the beginning of a cell's text for a page, at most so many characters. What a page would obey without
// showing it, a change of direction, stands there by its number.
func Short(text string, most int) string {
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most]) + "…"
	}
	return lang.Seen(text)
}

// headingRows are the rows that may be chosen for the headings.
func headingRows(g *grid.Grid) []string {
	var out []string
	for _, row := range g.Rows[:min(len(g.Rows), 30)] {
		out = append(out, strconv.Itoa(row.Number))
	}
	return out
}
