package layout

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// Codes of findings of merged cells.
const (
	codeSpread      = "C191" // info: a merged cell stands for several rows
	codeMergedValue = "C192" // error: a number is merged over several rows
)

// rowKind is what a row below the headings is.
type rowKind int

const (
	recordRow   rowKind = iota
	blankRow            // nothing in the table's columns
	headingRow          // the headings again, at the top of a printed page or of the next months
	unitRow             // 円, 時間 … below the headings
	exampleRow          // 記入例
	totalRow            // 小計, 合計
	noteRow             // a remark
	preparedRow         // only numbers or dates filled in beforehand
	otherTable          // the headings of another table: this one ends, or is interrupted, here
	awayRow             // a row of that other table
)

// Row is one row of a table, laid out by the schema. Its slices are used again for the next.
type Row struct {
	Number   int
	Hidden   bool
	Values   []cell.Value // one for each column of the schema
	Cols     []int        // where each value stands; 0 = no such column
	Findings []finding.Finding
	Shared   []int      // columns whose number is merged over other records too
	Label    string     // of a total row: 合計, 小計 …
	Titled   *grid.Cell // in a record, the text that says it is a total
	Status   *grid.Cell // in a record, the text that says it does not stand
}

// Visitor is told of the rows of a table in their order.
type Visitor struct {
	Heading func()     // the rows below have other columns
	Record  func(*Row) // a row holds a record
	Total   func(*Row) // a row holds totals
	SumsUp  func(*Row) bool
}

// Scan walks the rows of a table.
type Scan struct {
	*Table
	reader    Visitor
	Headings  map[int]string // sheet column -> heading text, of the heading that the rows stand below
	notes     Notes
	findings  []finding.Finding // of headings on the way
	slotOf    []int             // sheet column -> index in the schema, -1 for none
	needs     []bool            // for each column of the schema, whether a row cannot be used without a value
	shares    map[int]int       // column of the schema -> another that it stands with: starts that have their day
	data      Row
	afterHead int  // the row directly below a heading and its units, where more of them may stand
	begun     bool // a row with data was seen below the last heading
	skipped   map[rowKind][]int
	hidden    []int
	fromAbove []int // columns of the schema that a merged cell fills from a row above
	away      bool  // within another table
	telling   bool  // a text of the row may say that it is a total or an example
	others    []otherPart
	layout    *layout    // for headings below the first; made when there may be one
	next      *candidate // the heading that begins in the row
	extent    *extent    // of the rows below the heading; nil until it is asked for
	appendix  *int       // where what belongs to no record begins; 0 = nowhere, nil until it is asked for
}

// otherPart is another table below this one, or between two parts of it.
type otherPart struct {
	heading *grid.Row
	moved   *candidate // its heading, when it is one of the same table with its columns elsewhere
}

// NewScan prepares to walk the rows of a table, which stays as it is.
func NewScan(t *Table) *Scan {
	own := *t // its heading changes on the way down
	s := &Scan{Table: &own, Headings: t.headingTexts(), skipped: map[rowKind][]int{}}
	n := len(t.Columns)
	s.data.Values, s.data.Cols = make([]cell.Value, n), make([]int, n)
	s.underHeading()
	return s
}

// underHeading prepares for the rows below the heading that the table has now.
func (s *Scan) underHeading() {
	s.afterHead, s.begun, s.extent, s.appendix = s.last+1, false, nil, nil
	s.slotOf, s.shares = make([]int, s.to+1), map[int]int{}
	s.needs = make([]bool, len(s.Columns))
	for slot := range s.needs {
		s.needs[slot] = s.requires(s.Schema, slot)
	}
	for i := range s.slotOf {
		s.slotOf[i] = -1
	}
	for slot, c := range s.Columns {
		for col := c.From; col > 0 && col <= min(c.to, s.to); col++ {
			if first := s.slotOf[col]; first < 0 {
				s.slotOf[col] = slot
			} else if first != slot && col == s.Columns[first].From {
				s.shares[slot] = first
			}
		}
	}
}

// Needs reports whether a row below the heading cannot be used without a value in column i of the schema.
func (s *Scan) Needs(i int) bool { return s.needs[i] }

// Each walks the rows. A record that says it is a total is one if the reader's sumsUp reports so.
func (s *Scan) Each(reader Visitor) {
	s.reader = reader
	for i := range s.Grid.Rows {
		row := &s.Grid.Rows[i]
		if row.Number <= s.last {
			continue
		}
		s.lay(row)
		own, required := s.filled()
		if own > 0 && len(s.Grid.Merges) > 0 {
			s.spread(row)
			_, required = s.filled()
		}
		s.telling = s.tells(row)
		kind := s.kind(row, own, required == 0)
		if kind == recordRow {
			kind = s.titledKind(row)
		}
		s.begun = s.begun || kind != unitRow && kind != noteRow && kind != blankRow
		switch kind {
		case recordRow:
			s.noteSpread()
			s.data.Status = s.status(row)
			reader.Record(&s.data)
		case totalRow:
			reader.Total(&s.data)
		case headingRow:
			s.takeHeading(row)
		case unitRow:
			s.afterHead = row.Number + 1
			s.takeUnits()
			s.takeStatedUnit(row)
		case otherTable:
			s.leave(row)
		}
		if kind != recordRow && kind != blankRow && kind != awayRow {
			s.skipped[kind] = append(s.skipped[kind], row.Number)
		} else if kind == recordRow && row.Hidden {
			s.hidden = append(s.hidden, row.Number)
		}
	}
}

// lay puts the row's cells in the order of the schema.
func (s *Scan) lay(row *grid.Row) {
	d := &s.data
	*d = Row{Number: row.Number, Hidden: row.Hidden, Values: d.Values, Cols: d.Cols}
	s.fromAbove = s.fromAbove[:0]
	for slot, c := range s.Columns {
		d.Values[slot], d.Cols[slot] = cell.Value{}, c.From
		if v := s.Constants[s.Schema.Columns[slot].Key]; c.From == 0 && v != "" {
			d.Values[slot] = cell.Value{Kind: cell.Text, Text: v}
		}
	}
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		slot := s.slotOf[c.Col]
		if slot < 0 || c.IsBlank() || d.Values[slot].Kind != cell.Blank || s.covered(row.Number, c.Col) {
			continue
		}
		d.Values[slot], d.Cols[slot] = c.Value, c.Col
		if c.Col != s.Columns[slot].From {
			s.Headings[c.Col] = s.Columns[slot].Heading
		}
	}
	for slot, from := range s.shares {
		d.Values[slot], d.Cols[slot] = d.Values[from], d.Cols[from]
	}
}

// covered reports a cell under a merged range: whatever the file holds there, nobody sees it.
func (s *Scan) covered(row, col int) bool {
	if len(s.Grid.Merges) == 0 {
		return false
	}
	m, ok := s.Grid.MergeAt(row, col)
	return ok && (m.FromRow != row || m.FromCol != col)
}

// spread fills cells that are merged down from a row above, for everything but numbers: those
// would be counted once for each row.
func (s *Scan) spread(row *grid.Row) {
	for slot := range s.Columns {
		col := s.Columns[slot].From
		if col == 0 {
			continue
		}
		m, ok := s.Grid.MergeAt(row.Number, col)
		if !ok || m.FromRow <= s.last || m.FromRow == m.ToRow {
			continue
		}
		v := s.Grid.At(m.FromRow, m.FromCol)
		switch {
		case v.IsBlank():
		case additive(s.Schema.Columns[slot].Kind):
			s.mergedNumber(slot, m, v)
		case row.Number > m.FromRow:
			s.data.Values[slot], s.data.Cols[slot] = v, m.FromCol
			s.fromAbove = append(s.fromAbove, slot)
		}
	}
}

// noteSpread says which values of the record come from a merged cell.
func (s *Scan) noteSpread() {
	for _, slot := range s.fromAbove {
		v, col := s.data.Values[slot], s.data.Cols[slot]
		at := Noted{Slot: slot, Col: col, Row: s.data.Number, Heading: s.Headings[col], Value: v.Text}
		s.notes.Add(codeSpread, at, &cell.Note{
			Text: lang.Sayf("結合されたセルの「%s」を、結合された各行の値として読みました", "“%s” in a merged cell was read as the value of each merged row",
				lang.Quote(v.Text)),
			Why: lang.Say("セルの結合", "merged cells"),
		})
	}
}

// additive reports the kinds whose values are summed.
func additive(k schema.Kind) bool {
	return k == schema.HoursKind || k == schema.AmountKind || k == schema.NumberKind || k == schema.CountKind
}

// mergedNumber reports a number that is merged over several records, in the first row of the
// range: whose it is cannot be told, so none of the rows can be used.
func (s *Scan) mergedNumber(slot int, m grid.Range, v cell.Value) {
	if !s.sharedByRecords(m) {
		return
	}
	col := s.Columns[slot].From
	s.data.Values[slot], s.data.Cols[slot], s.data.Shared = v, col, append(s.data.Shared, slot)
	if s.data.Number != m.FromRow {
		return
	}
	s.data.Findings = append(s.data.Findings, finding.Finding{
		Code: codeMergedValue, Severity: finding.Error, Column: s.Columns[slot].Heading, Value: v.Text,
		Place: finding.Place{File: s.Grid.File, Sheet: s.Grid.Sheet,
			Range: s.Grid.RangeRef(grid.Range{FromRow: m.FromRow, FromCol: col, ToRow: m.ToRow, ToCol: col})},
		Message: lang.Sayf("「%s」が%d行に結合されていて、どの行の値か分かりません。", "“%s” is merged over %d rows; whose value it is cannot be told.",
			lang.Quote(v.Text), m.ToRow-m.FromRow+1),
		Fix: lang.Say("セルの結合を解除し、行ごとに値を書いてください。", "Unmerge the cells and write the value of each row."),
	})
}

// sharedByRecords reports whether more than one row of the merged range has cells of its own.
func (s *Scan) sharedByRecords(m grid.Range) bool {
	i, _ := slices.BinarySearchFunc(s.Grid.Rows, m.FromRow+1, func(r grid.Row, n int) int {
		return cmp.Compare(r.Number, n)
	})
	return i < len(s.Grid.Rows) && s.Grid.Rows[i].Number <= m.ToRow
}

// takeUnits puts the units of a unit row on the columns whose headings say none.
func (s *Scan) takeUnits() {
	for slot := range s.Columns {
		text := s.data.Values[slot].Text
		kind := s.Schema.Columns[slot].Kind
		if u := cell.UnitOf(cell.TimeMeasure, text); (kind == schema.HoursKind || kind == schema.RestKind) && isHoursUnit(u) {
			if s.Columns[slot].unit.Kind == cell.UnknownUnit {
				s.Columns[slot].unit, s.Columns[slot].from = u, UnitInRow
			}
			continue
		}
		whole, _, _ := headingForm(text)
		if f, ok := unitScale(kind, whole); ok && s.Columns[slot].scale == 0 {
			s.Columns[slot].scale, s.Columns[slot].from = f, UnitInRow
		}
	}
}
