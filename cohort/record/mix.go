package record

import "pilot90/cohort/schema"

// Mix returns the records of the given lines, linked, joined by renewals and indexed, which may come from several
// ledgers. frame says for each table whose sheets and columns it is to have; nil leaves the table
// out. Rows that were excluded stay so. The ledgers the lines come from are not changed.
func Mix(frame func(schema.Key) *Tables, lines []Line, how Renewals) Tables {
	var all Tables
	byTable := map[schema.Key][]Line{}
	for _, l := range lines {
		byTable[l.Table] = append(byTable[l.Table], l)
	}
	targets := all.tables()
	for i, t := range schema.Tables() {
		if from := frame(t.Key); from != nil && !from.tables()[i].derived() {
			targets[i].fill(from.tables()[i], byTable[t.Key])
		}
	}
	all.Link()
	all.DerivePeople()
	all.DeriveContracts()
	all.JoinRenewals(how)
	all.DeriveClients()
	all.Index()
	return all
}

// fill gives the table the structure of another and copies of the records of the lines.
func (t *Table[T]) fill(frame anyTable, lines []Line) {
	from := frame.(*Table[T])
	t.Present, t.Sources = from.Present, from.Sources
	for _, l := range lines {
		own := *any(l.record).(*T)
		unlink(any(&own).(Record))
		if l.Excluded {
			t.Excluded = append(t.Excluded, &own)
			continue
		}
		t.Rows = append(t.Rows, &own)
	}
}

// unlink forgets which records a record points at: in another cohort they are others.
func unlink(r Record) {
	switch r := r.(type) {
	case *Training:
		r.Participant = nil
	case *Support:
		r.Participant = nil
	case *Contract:
		r.Client, r.Renewed, r.Chain = nil, nil, nil
	case *Payment:
		r.Participant, r.Contract = nil, nil
	case *Invoice:
		r.Contract, r.Client = nil, nil
	case *Task:
		r.Participant, r.Contract = nil, nil
	}
}
