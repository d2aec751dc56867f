package record

import "pilot90/cohort/schema"

// anyTable is a Table of whatever records.
type anyTable interface {
	used() []Record
	apart() []Record
	every() []Record
	part(rows map[RowKey]bool)
	fill(frame anyTable, lines []Line)
	there() bool
	Has(column string) bool
	derived() bool
	blank(at Row) Record
	maker() func(at Row) Record
	add(sources []*Source, rows []Record)
	copies(rows []Record, sources map[*Source]*Source) []Record
}

// tables lists every table of the ledger in the order of the schema.
func (all *Tables) tables() []anyTable {
	return []anyTable{
		&all.Participants, &all.Trainings, &all.Clients, &all.Contracts, &all.Tasks, &all.Payments, &all.Invoices,
		&all.Support, &all.Surveys, &all.Budget,
		&all.Metrics, &all.Publications,
	}
}

func (t *Table[T]) used() []Record  { return Records(t.Rows) }
func (t *Table[T]) apart() []Record { return Records(t.Excluded) }
func (t *Table[T]) every() []Record { return Records(t.Every()) }
func (t *Table[T]) there() bool     { return t.Present }
func (t *Table[T]) derived() bool   { return t.Derived }

// blank returns an empty record of the table that stands in a row.
func (t *Table[T]) blank(at Row) Record {
	r := any(new(T)).(Record)
	r.setRow(at)
	return r
}

// slab is how many records are made at a time.
const slab = 64

// maker makes empty records as blank does, many at a time: a log has hundreds of thousands.
func (t *Table[T]) maker() func(at Row) Record {
	var spare []T
	return func(at Row) Record {
		if len(spare) == 0 {
			spare = make([]T, slab)
		}
		r := any(&spare[0]).(Record)
		spare = spare[1:]
		r.setRow(at)
		return r
	}
}

// add puts the records of a sheet into the table.
func (t *Table[T]) add(sources []*Source, rows []Record) {
	t.Present = true
	t.Sources = append(t.Sources, sources...)
	for _, r := range rows {
		t.Rows = append(t.Rows, any(r).(*T))
	}
}

// Records gives rows of any table the methods that all records have.
func Records[T any](rows []*T) []Record {
	out := make([]Record, len(rows))
	for i, r := range rows {
		out[i] = any(r).(Record)
	}
	return out
}

// Of returns the records of one table, used or excluded, in reading order; none for a key that is no table's.
func (all *Tables) Of(key schema.Key) []Record {
	for i, t := range schema.Tables() {
		if t.Key == key {
			return all.tables()[i].every()
		}
	}
	return nil
}

// Each visits every record of a sheet, table by table: those that the figures use, then those excluded.
func (all *Tables) Each(visit func(r Record, excluded bool)) {
	for _, t := range all.tables() {
		if t.derived() {
			continue
		}
		for _, r := range t.used() {
			visit(r, false)
		}
		for _, r := range t.apart() {
			visit(r, true)
		}
	}
}

// Exclude moves the rows from Rows to Excluded in every table.
func (all *Tables) Exclude(rows map[RowKey]bool) {
	if len(rows) == 0 {
		return
	}
	for _, t := range all.tables() {
		t.part(rows)
	}
}
