package cohort

import "pilot90/cohort/cell"

// Line is one row of any table, seen alike: what two ledgers are compared by.
type Line struct {
	Row
	Table    Key
	ID       string   // id of a participant, client or contract; "" in tables whose rows have none
	Name     string   // as messages name the row: "A01", "P06 2026-01-15"
	Date     cell.Day // its own date; for a participant or contract the start
	Dated    bool
	Excluded bool   // an error finding keeps it out of the figures
	Cells    []Cell // one for each column of the schema, in its order

	record record
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

// Day returns the date in a column of the line; false when there is none that could be read.
func (l *Line) Day(column string) (cell.Day, bool) {
	schema := TableByKey(l.Table)
	for i, f := range fields(l.record) {
		if d, ok := f.(*Field[cell.Day]); ok && schema.Columns[i].Key == column {
			return d.Value, d.Known
		}
	}
	return 0, false
}

// HasTable reports whether the ledger has a sheet for the table.
func (all *Records) HasTable(key Key) bool {
	for i, t := range Tables() {
		if t.Key == key {
			return all.tables()[i].there()
		}
	}
	return false
}

// Lines returns the rows of every table, used or excluded, in the order of the schema and then of
// reading.
func (all *Records) Lines() []Line {
	var lines []Line
	schemas := Tables()
	for i, t := range all.tables() {
		apart := map[rowKey]bool{}
		for _, r := range t.apart() {
			apart[r.row().key()] = true
		}
		for _, r := range t.every() {
			lines = append(lines, lineOf(schemas[i], r, apart[r.row().key()]))
		}
	}
	return lines
}

func lineOf(schema *TableSchema, r record, excluded bool) Line {
	id, date := r.mark()
	l := Line{Row: r.row(), Table: schema.Key, Name: id, Excluded: excluded, record: r}
	if date != "" && id != "" {
		l.Name += " "
	}
	l.Name += date
	l.ID, l.Date, l.Dated = ownID(r), ownDate(r).Value, ownDate(r).Known
	for i, f := range fields(r) {
		l.Cells = append(l.Cells, Cell{
			Column: schema.Columns[i].Key, Col: f.column(), Text: string(f.appendTyped(nil)), Read: string(f.appendRead(nil)),
		})
	}
	return l
}

// ownID is the id by which other rows refer to the row.
func ownID(r record) string {
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

func ownDate(r record) Field[cell.Day] {
	switch r := r.(type) {
	case *Participant:
		return r.StartDate
	case *Training:
		return r.Date
	case *Contract:
		return r.StartDate
	case *Task:
		return r.Date
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
