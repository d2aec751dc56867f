package cohort

import "pilot90/cohort/finding"

// Mix returns a cohort of the given lines, which may come from several cohorts: the ledger as it
// would stand with these rows. frame says for each table whose sheets and columns it is to have;
// nil leaves the table out. Rows that were excluded stay so; findings are those given. The cohorts
// the lines come from are not changed.
func Mix(pilot *Pilot, findings []finding.Finding, frame func(Key) *Cohort, lines []Line) *Cohort {
	c := &Cohort{Pilot: pilot, Findings: findings}
	byTable := map[Key][]Line{}
	for _, l := range lines {
		byTable[l.Table] = append(byTable[l.Table], l)
	}
	targets := c.tables()
	for i := range tables {
		key := tables[i].Key
		if from := frame(key); from != nil {
			targets[i].fill(from.tables()[i], byTable[key])
		}
	}
	link(c)
	c.index()
	return c
}

// fill gives the table the structure of another and copies of the records of the lines.
func (v view[T, P]) fill(frame anyTable, lines []Line) {
	from := frame.(view[T, P]).table
	t := v.table
	t.Present, t.Sources = from.Present, from.Sources
	for _, l := range lines {
		own := *(*T)(l.record.(P))
		unlink(P(&own))
		if l.Excluded {
			t.Excluded = append(t.Excluded, &own)
			continue
		}
		t.Rows = append(t.Rows, &own)
	}
}

// unlink forgets which records a record points at: in another cohort they are others.
func unlink(r record) {
	switch r := r.(type) {
	case *Training:
		r.Participant = nil
	case *Support:
		r.Participant = nil
	case *Contract:
		r.Client = nil
	case *Task:
		r.Participant, r.Contract = nil, nil
	}
}
