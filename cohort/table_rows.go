package cohort

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet"
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

// dataRow is one row of a table, laid out by the schema. Its slices are used again for the next.
type dataRow struct {
	number int
	hidden bool
	values []cell.Value // one for each column of the schema
	cols   []int        // where each value stands; 0 = no such column
	faults []finding.Finding
	shared []int       // columns whose number is merged over other records too
	label  string      // of a total row: 合計, 小計 …
	titled *sheet.Cell // in a record, the text that says it is a total
	status *sheet.Cell // in a record, the text that says it does not stand
}

// rowReader is told of the rows of a table in their order.
type rowReader struct {
	heading func()         // the rows below have other columns
	record  func(*dataRow) // a row holds a record
	total   func(*dataRow) // a row holds totals
	sumsUp  func(*dataRow) bool
}

// rowScan walks the rows of a table.
type rowScan struct {
	*foundTable
	reader    rowReader
	headings  map[int]string // sheet column -> heading text, of the heading that the rows stand below
	notes     notes
	findings  []finding.Finding // of headings on the way
	slotOf    []int             // sheet column -> index in the schema, -1 for none
	data      dataRow
	afterHead int  // the row directly below a heading and its units, where more of them may stand
	begun     bool // a row with data was seen below the last heading
	skipped   map[rowKind][]int
	hidden    []int
	fromAbove []int // columns of the schema that a merged cell fills from a row above
	away      bool  // within another table
	others    []otherPart
	layout    *layout    // for headings below the first; made when there may be one
	next      *candidate // the heading that begins in the row
	extent    *extent    // of the rows below the heading; nil until it is asked for
	appendix  *int       // where what belongs to no record begins; 0 = nowhere, nil until it is asked for
}

// otherPart is another table below this one, or between two parts of it.
type otherPart struct {
	heading *sheet.Row
	moved   *candidate // its heading, when it is one of the same table with its columns elsewhere
}

func newRowScan(t *foundTable) *rowScan {
	own := *t // its heading changes on the way down
	s := &rowScan{foundTable: &own, headings: t.headingTexts(), skipped: map[rowKind][]int{}}
	n := len(t.columns)
	s.data.values, s.data.cols = make([]cell.Value, n), make([]int, n)
	s.underHeading()
	return s
}

// underHeading prepares for the rows below the heading that the table has now.
func (s *rowScan) underHeading() {
	s.afterHead, s.begun, s.extent, s.appendix = s.last+1, false, nil, nil
	s.slotOf = make([]int, s.to+1)
	for i := range s.slotOf {
		s.slotOf[i] = -1
	}
	for slot, c := range s.columns {
		for col := c.from; col > 0 && col <= min(c.to, s.to); col++ {
			s.slotOf[col] = slot
		}
	}
}

// each walks the rows. A record that says it is a total is one if the reader's sumsUp reports so.
func (s *rowScan) each(reader rowReader) {
	s.reader = reader
	for i := range s.grid.Rows {
		row := &s.grid.Rows[i]
		if row.Number <= s.last {
			continue
		}
		s.lay(row)
		own, _ := s.filled()
		if own > 0 && len(s.grid.Merges) > 0 {
			s.spread(row)
		}
		kind := s.kind(row, own)
		if kind == recordRow {
			kind = s.titledKind(row)
		}
		s.begun = s.begun || kind != unitRow && kind != noteRow && kind != blankRow
		switch kind {
		case recordRow:
			s.noteSpread()
			s.data.status = s.status(row)
			reader.record(&s.data)
		case totalRow:
			reader.total(&s.data)
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
func (s *rowScan) lay(row *sheet.Row) {
	d := &s.data
	*d = dataRow{number: row.Number, hidden: row.Hidden, values: d.values, cols: d.cols}
	s.fromAbove = s.fromAbove[:0]
	for slot, c := range s.columns {
		d.values[slot], d.cols[slot] = cell.Value{}, c.from
		if v := s.constants[s.schema.Columns[slot].Key]; c.from == 0 && v != "" {
			d.values[slot] = cell.Value{Kind: cell.Text, Text: v}
		}
	}
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		slot := s.slotOf[c.Col]
		if slot < 0 || c.IsBlank() || d.values[slot].Kind != cell.Blank || s.covered(row.Number, c.Col) {
			continue
		}
		d.values[slot], d.cols[slot] = c.Value, c.Col
		if c.Col != s.columns[slot].from {
			s.headings[c.Col] = s.columns[slot].heading
		}
	}
}

// covered reports a cell under a merged range: whatever the file holds there, nobody sees it.
func (s *rowScan) covered(row, col int) bool {
	if len(s.grid.Merges) == 0 {
		return false
	}
	m, ok := s.grid.MergeAt(row, col)
	return ok && (m.FromRow != row || m.FromCol != col)
}

// spread fills cells that are merged down from a row above, for everything but numbers: those
// would be counted once for each row.
func (s *rowScan) spread(row *sheet.Row) {
	for slot := range s.columns {
		col := s.columns[slot].from
		if col == 0 {
			continue
		}
		m, ok := s.grid.MergeAt(row.Number, col)
		if !ok || m.FromRow <= s.last || m.FromRow == m.ToRow {
			continue
		}
		v := s.grid.At(m.FromRow, m.FromCol)
		switch {
		case v.IsBlank():
		case additive(s.schema.Columns[slot].Kind):
			s.mergedNumber(slot, m, v)
		case row.Number > m.FromRow:
			s.data.values[slot], s.data.cols[slot] = v, m.FromCol
			s.fromAbove = append(s.fromAbove, slot)
		}
	}
}

// noteSpread says which values of the record come from a merged cell.
func (s *rowScan) noteSpread() {
	for _, slot := range s.fromAbove {
		v, col := s.data.values[slot], s.data.cols[slot]
		at := noted{slot: slot, col: col, row: s.data.number, heading: s.headings[col], value: v.Text}
		s.notes.add(codeSpread, at, &cell.Note{
			Text: say("結合されたセルの「%s」を、結合された各行の値として読みました", "“%s” in a merged cell was read as the value of each merged row",
				lang.Quote(v.Text)),
			Why: text("セルの結合", "merged cells"),
		})
	}
}

// additive reports the kinds whose values are summed.
func additive(k ColumnKind) bool {
	return k == HoursKind || k == AmountKind || k == NumberKind || k == CountKind
}

// mergedNumber reports a number that is merged over several records, in the first row of the
// range: whose it is cannot be told, so none of the rows can be used.
func (s *rowScan) mergedNumber(slot int, m sheet.Range, v cell.Value) {
	if !s.sharedByRecords(m) {
		return
	}
	col := s.columns[slot].from
	s.data.values[slot], s.data.cols[slot], s.data.shared = v, col, append(s.data.shared, slot)
	if s.data.number != m.FromRow {
		return
	}
	s.data.faults = append(s.data.faults, finding.Finding{
		Code: codeMergedValue, Severity: finding.Error, Column: s.columns[slot].heading, Value: v.Text,
		Place: finding.Place{File: s.grid.File, Sheet: s.grid.Sheet,
			Range: sheet.RangeRef(sheet.Range{FromRow: m.FromRow, FromCol: col, ToRow: m.ToRow, ToCol: col})},
		Message: say("「%s」が%d行に結合されていて、どの行の値か分かりません。", "“%s” is merged over %d rows; whose value it is cannot be told.",
			lang.Quote(v.Text), m.ToRow-m.FromRow+1),
		Fix: text("セルの結合を解除し、行ごとに値を書いてください。", "Unmerge the cells and write the value of each row."),
	})
}

// sharedByRecords reports whether more than one row of the merged range has cells of its own.
func (s *rowScan) sharedByRecords(m sheet.Range) bool {
	i, _ := slices.BinarySearchFunc(s.grid.Rows, m.FromRow+1, func(r sheet.Row, n int) int {
		return cmp.Compare(r.Number, n)
	})
	return i < len(s.grid.Rows) && s.grid.Rows[i].Number <= m.ToRow
}

// takeUnits puts the units of a unit row on the columns whose headings say none.
func (s *rowScan) takeUnits() {
	for slot := range s.columns {
		whole, _, _ := headingForm(s.data.values[slot].Text)
		if f, ok := unitScale(s.schema.Columns[slot].Kind, whole); ok && s.columns[slot].scale == 0 {
			s.columns[slot].scale = f
		}
	}
}
