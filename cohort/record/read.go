package record

import (
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// Codes of findings of cells that the reader itself makes; package cell has C101 to C115.
const (
	codeNormalised = "C190" // info: how a value was read
)

// builder turns the rows of one table into records and collects the findings.
type builder struct {
	table    *layout.Scan
	source   *Source   // of the rows being read
	sources  []*Source // one for each heading of the table, in order
	active   []int     // the columns of the schema that its rows are read for: there, given for all rows, or needed
	timed    bool      // some of them are clock times of the log
	notes    layout.Notes
	findings finding.Kept
}

func newBuilder(scan *layout.Scan) *builder {
	b := &builder{table: scan}
	b.beginSource()
	return b
}

// beginSource begins a source with the columns that the table has now.
func (b *builder) beginSource() {
	t := b.table
	s := &Source{
		Table: t.Schema.Key, File: t.Grid.File, Sheet: t.Grid.Sheet, Headings: t.Headings, Above: t.Above,
		grid: t.Grid, heading: t.HeadingRange(), columns: make([]sourceColumn, len(t.Columns)),
	}
	for i, c := range t.Schema.Columns {
		s.columns[i] = sourceColumn{col: t.Columns[i].From, present: t.Columns[i].From > 0 || t.Constants[c.Key] != ""}
	}
	s.jobs = t.NamesContracts
	s.byName()
	s.payByPaid()
	s.byClock()
	if s.column("hours") == nil {
		s.untold = t.UntoldHours()
	}
	b.source, b.sources = s, append(b.sources, s)
	b.active, b.timed = b.active[:0], false
	for i, c := range t.Schema.Columns {
		if t.Columns[i].From > 0 || t.Constants[c.Key] != "" || t.Needs(i) { // whatever the sheet counts as having it
			b.active = append(b.active, i)
			b.timed = b.timed || ofTimes(t.Schema, c)
		}
	}
}

// cellReader reads the cells of one row after the other.
type cellReader struct {
	*builder
	row     Row
	values  []cell.Value // one for each column of the schema
	cols    []int        // where each value stands; 0 = no such column
	faults  []finding.Finding
	waiting []finding.Finding // of clock times; see work
	shared  []int             // columns whose value belongs to other rows too; C192 reports it
	numbers []float64         // what was read for the columns that are summed; NaN = unreadable
}

// begin turns to the next row, and returns its place.
func (r *cellReader) begin(d *layout.Row) Row {
	r.row = Row{Source: r.source, Number: r.table.Grid.RowOf(d.Number), line: d.Number}
	r.values, r.cols, r.faults, r.shared, r.waiting = d.Values, d.Cols, d.Findings, d.Shared, nil
	clear(r.numbers)
	return r.row
}

// readCell reads one cell with a reader of package cell: the value, or a finding.
func readCell[T any](r *cellReader, slot int, reader columnReader[T]) Field[T] {
	v, c, col := r.values[slot], &r.table.Schema.Columns[slot], r.cols[slot]
	f := Field[T]{Col: col, Text: v.Text}
	if v.IsBlank() {
		if r.asks(slot) && (col > 0 || r.table.Constants[c.Key] == "") {
			r.missing(c, col, v)
		}
		return f
	}
	if slices.Contains(r.shared, slot) {
		return f
	}
	if c.NoValue(v) {
		if r.asks(slot) {
			r.missing(c, col, v)
			return f
		}
		r.note(slot, col, v, noValueNote(v))
		return Field[T]{Col: col}
	}
	value, note, fault := reader(v, c)
	if v.Strike == cell.PartlyStruck && c.Kind != schema.TextKind {
		fault = partlyStruck(v)
	}
	if c.Kind != schema.TextKind && isDitto(v) {
		fault = dittoFault(v, fault)
	}
	if fault != nil {
		r.fault(c, col, v, fault)
		return f
	}
	if note != nil {
		r.note(slot, col, v, note)
	}
	f.Value, f.Known = value, true
	return f
}

// asks reports whether the row cannot be used without a value. One that is only expected is asked about by rules of its
// own, unless the row holds no more than one value: that may be a remark in the column of names.
func (r *cellReader) asks(slot int) bool {
	if needs := r.table.Needs(slot); !needs || !r.table.Schema.Columns[slot].Expected {
		return needs
	}
	filled := 0
	for i := range r.values {
		if v := r.values[i]; r.cols[i] > 0 && !v.IsBlank() && !r.table.Schema.Columns[i].NoValue(v) {
			filled++
		}
	}
	return filled < 2
}

// scaled reads a number and puts the unit on it that stands in the heading or above the table.
// What was read is remembered for the check of totals.
func (r *cellReader) scaled(slot int, reader columnReader[float64]) Field[float64] {
	f := readCell(r, slot, reader)
	if !f.Known {
		if f.Text != "" {
			r.numbers[slot] = math.NaN()
		}
		return f
	}
	if scale := r.table.Scale(slot); scale != 1 && layout.BareNumber(r.values[slot]) {
		f.Value *= scale
		r.note(slot, f.Col, r.values[slot], scaleNote(f.Text, f.Value, scale))
	}
	r.numbers[slot] = f.Value
	return f
}

// hours reads a length of time in the unit of its column.
func (r *cellReader) hours(slot int) Field[float64] {
	unit := r.table.HoursUnit(slot)
	return r.scaled(slot, func(v cell.Value, c *schema.Column) (float64, *cell.Note, *cell.Fault) {
		return cell.ReadHoursIn(v, unit, c.Limits())
	})
}

func scaleNote(typed string, value, scale float64) *cell.Note {
	return &cell.Note{
		Text: lang.Sayf("%s → %s円 と読みました", "%s was read as %s yen", typed, lang.Yen(value)),
		Why:  lang.Sayf("表の単位に合わせて%s倍しました", "the table's unit is %s yen", lang.Yen(scale)),
	}
}

// note remembers a value that was read as something else than it says.
func (r *cellReader) note(slot, col int, v cell.Value, n *cell.Note) {
	if col > 0 {
		at := layout.Noted{Slot: slot, Col: col, Row: r.row.line, Heading: r.source.Headings[col], Value: v.Text}
		r.notes.Add(codeNormalised, at, n)
	}
}

// missing reports a blank where a value is needed, or a mark that says there is none.
func (r *cellReader) missing(c *schema.Column, col int, v cell.Value) {
	heading := c.Heading
	if own := r.source.Headings[col]; own != "" {
		heading = lang.Say(own, own)
	}
	message := lang.Sayf("「%[1]s」が空欄です。", "%[2]s is blank.", heading.JA, heading.EN)
	if !v.IsBlank() {
		message = lang.Sayf("「%[1]s」に値がありません（「%[3]s」は値がない印です）。", "%[2]s has no value (“%[3]s” says that there is none).",
			heading.JA, heading.EN, lang.Quote(v.Text))
	}
	r.faults = append(r.faults, finding.Finding{
		Code: cell.CodeBlank, Severity: finding.Error, Place: r.place(col), Column: r.source.Headings[col], Value: v.Text,
		Message: message,
		Fix: lang.Sayf("「%[1]s」を記入してください。行そのものが不要なら、行を削除してください。", "Fill in %[2]s, or delete the row if it is not needed.",
			heading.JA, heading.EN),
	})
}

// place is the cell, or the row for a column that the sheet does not have.
func (r *cellReader) place(col int) finding.Place {
	if col == 0 {
		return wholeRow(r.row)
	}
	return r.row.Cell(col)
}

// fault reports a cell that cannot be read.
func (r *cellReader) fault(c *schema.Column, col int, v cell.Value, f *cell.Fault) {
	fix := f.Fix
	if !c.Filled() && !f.Blank.Empty() {
		fix = lang.Say(fix.JA+f.Blank.JA, fix.EN+" "+f.Blank.EN)
	}
	if len(f.Suggest) > 0 && !suggested(f) {
		fix = lang.Sayf("%[1]s（候補：%[3]s）", "%[2]s (perhaps: %[4]s)", fix.JA, fix.EN, strings.Join(f.Suggest, "、"),
			strings.Join(f.Suggest, ", "))
	}
	r.faults = append(r.faults, finding.Finding{
		Code: f.Code, Severity: finding.Error, Place: r.place(col), Column: r.source.Headings[col],
		Value: v.Text, Message: f.Message, Fix: fix,
	})
}

// suggested reports that the message or the fix names every suggestion already.
func suggested(f *cell.Fault) bool {
	return !slices.ContainsFunc(f.Suggest, func(word string) bool {
		return !strings.Contains(f.Message.JA, "「"+word+"」") && !strings.Contains(f.Fix.JA, word)
	})
}
