package cohort

// anyTable is a Table of whatever records.
type anyTable interface {
	used() []record
	apart() []record
	every() []record
	part(rows map[rowKey]bool)
	fill(frame anyTable, lines []Line)
	there() bool
	blank(at Row) record
	add(sources []*Source, rows []record)
}

// tables lists every table of the ledger in the order of the schema.
func (all *Records) tables() []anyTable {
	return []anyTable{
		&all.Participants, &all.Trainings, &all.Clients, &all.Contracts, &all.Tasks, &all.Support, &all.Surveys, &all.Budget,
		&all.Metrics, &all.Publications,
	}
}

func (t *Table[T]) used() []record  { return records(t.Rows) }
func (t *Table[T]) apart() []record { return records(t.Excluded) }
func (t *Table[T]) every() []record { return records(t.Every()) }
func (t *Table[T]) there() bool     { return t.Present }

// blank returns an empty record of the table that stands in a row.
func (t *Table[T]) blank(at Row) record {
	r := any(new(T)).(record)
	r.setRow(at)
	return r
}

// add puts the records of a sheet into the table.
func (t *Table[T]) add(sources []*Source, rows []record) {
	t.Present = true
	t.Sources = append(t.Sources, sources...)
	for _, r := range rows {
		t.Rows = append(t.Rows, any(r).(*T))
	}
}

func records[T any](rows []*T) []record {
	out := make([]record, len(rows))
	for i, r := range rows {
		out[i] = any(r).(record)
	}
	return out
}

// each visits every record, table by table: those that the figures use, then those excluded.
func (all *Records) each(visit func(r record, excluded bool)) {
	for _, t := range all.tables() {
		for _, r := range t.used() {
			visit(r, false)
		}
		for _, r := range t.apart() {
			visit(r, true)
		}
	}
}

// exclude moves the rows from Rows to Excluded in every table.
func (all *Records) exclude(rows map[rowKey]bool) {
	for _, t := range all.tables() {
		t.part(rows)
	}
}
