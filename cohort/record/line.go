package record

import (
	"reflect"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// Line is one row of any table, seen alike: what two ledgers are compared by. Its cells are read from its record each
// time that they are asked for: those of all rows would take several times the memory of the ledger.
type Line struct {
	Row
	Table    schema.Key
	ID       string   // id of a participant, client or contract; "" in tables whose rows have none
	Date     cell.Day // its own date; for a participant or contract the start
	Dated    bool
	Excluded bool // an error finding keeps it out of the figures

	record Record
}

// Cell is one cell of a Line.
type Cell struct {
	Column string // key of the schema
	Col    int    // 1-based; 0: no such column, or filled in by a documented default
	Text   string // as typed
	Read   string // as understood: equal when two cells mean the same, however they are typed
}

// Blank reports that nothing is written in the cell.
func (c Cell) Blank() bool { return c.Text == "" }

// Name is how messages name the row: "A01", "P06 2026-01-15".
func (l *Line) Name() string {
	id, date := l.record.Mark()
	if date != "" && id != "" {
		return id + " " + date
	}
	return id + date
}

// Columns is how many cells the line has: one for each column of the schema, in its order.
func (l *Line) Columns() int { return len(schema.ByKey(l.Table).Columns) }

// Column is the cell of a column, by its place in the schema.
func (l *Line) Column(i int) Cell {
	f := field(l.record, i)
	return Cell{Column: schema.ByKey(l.Table).Columns[i].Key, Col: f.column(), Text: string(f.appendTyped(nil)),
		Read: string(f.appendRead(nil))}
}

// AppendRead writes the Read of a column's cell behind what is there.
func (l *Line) AppendRead(to []byte, i int) []byte { return field(l.record, i).appendRead(to) }

// BlankAt reports that nothing is written in the cell of a column.
func (l *Line) BlankAt(i int) bool { return len(field(l.record, i).appendTyped(nil)) == 0 }

// Day returns the date in a column of the line; false when there is none that could be read.
func (l *Line) Day(column string) (cell.Day, bool) {
	schema := schema.ByKey(l.Table)
	for i, f := range fields(l.record) {
		if d, ok := f.(*Field[cell.Day]); ok && schema.Columns[i].Key == column {
			return d.Value, d.Known
		}
	}
	return 0, false
}

// Calling returns the line with other ids in some of its columns, by their places. The line itself is not changed.
func (l *Line) Calling(ids map[int]string) *Line {
	own := reflect.New(reflect.TypeOf(l.record).Elem())
	own.Elem().Set(reflect.ValueOf(l.record).Elem())
	r := own.Interface().(Record)
	for i, f := range fields(r) {
		if id, ok := f.(*Field[string]); ok && ids[i] != "" {
			id.Value = ids[i]
		}
	}
	called := lineOf(l.Table, r, l.Excluded)
	return &called
}

// HasTable reports whether the ledger has a sheet for the table.
func (all *Tables) HasTable(key schema.Key) bool {
	for i, t := range schema.Tables() {
		if t.Key == key {
			return all.tables()[i].there()
		}
	}
	return false
}

// HasColumn reports whether a sheet of the table has the column.
func (all *Tables) HasColumn(key schema.Key, column string) bool {
	for i, t := range schema.Tables() {
		if t.Key == key {
			return all.tables()[i].Has(column)
		}
	}
	return false
}

// Lines returns the rows of every table that a sheet holds, used or excluded, in the order of the schema and
// then of reading.
func (all *Tables) Lines() []Line {
	var lines []Line
	schemas := schema.Tables()
	for i, t := range all.tables() {
		if t.derived() {
			continue
		}
		apart := map[RowKey]bool{}
		for _, r := range t.apart() {
			apart[r.At().Key()] = true
		}
		for _, r := range t.every() {
			lines = append(lines, lineOf(schemas[i].Key, r, apart[r.At().Key()]))
		}
	}
	return lines
}

func lineOf(table schema.Key, r Record, excluded bool) Line {
	date := ownDate(r)
	return Line{Row: r.At(), Table: table, ID: ownID(r), Date: date.Value, Dated: date.Known, Excluded: excluded,
		record: r}
}

// ownID is the id by which other rows refer to the row.
func ownID(r Record) string {
	switch r := r.(type) {
	case *Participant:
		return r.ID.Value
	case *Client:
		return r.ID.Value
	case *Contract:
		return r.ID.Value
	}
	return ""
}

func ownDate(r Record) Field[cell.Day] {
	switch r := r.(type) {
	case *Participant:
		return r.StartDate
	case *Training:
		return r.Date
	case *Contract:
		return r.StartDate
	case *Task:
		return r.Date
	case *Payment:
		return r.dated()
	case *Invoice:
		return r.dated()
	case *Support:
		return r.Date
	case *Survey:
		return r.Date
	case *Budget:
		return r.Date
	case *Metric:
		return r.Date
	case *Publication:
		return r.Date
	}
	return Field[cell.Day]{}
}
