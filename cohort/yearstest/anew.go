package yearstest

import (
	"slices"

	"pilot90/cohort/cell"
)

// Since is what a ledger that is begun anew on a day has beside what was taken over from the sheets before: who and
// what began since, work since that was not typed there already, and the money of that fiscal year.
func (s Sheets) Since(first cell.Day, before Sheets) Sheets {
	var n Sheets
	n.people = keep(s.people, func(p person) bool { return p.start >= first })
	n.jobs = keep(s.jobs, func(j job) bool { return j.start >= first })
	n.works = keep(s.works, func(t work) bool {
		typed := func(o work) bool { return o.who == t.who && o.day == t.day }
		return t.day >= first && !slices.ContainsFunc(before.works, typed)
	})
	n.budget = keep(s.budget, func(m money) bool { return m.year >= first.FiscalYear() })
	n.sales = keep(s.sales, func(v sale) bool { return v.day >= first })
	return n
}

func keep[T any](all []T, holds func(T) bool) []T {
	var some []T
	for _, v := range all {
		if holds(v) {
			some = append(some, v)
		}
	}
	return some
}

// Person tells of somebody by the id that the sheets of a day have: the days of the training and of leaving, 0 for
// none.
func (s Sheets) Person(id string, m cell.Day) (trained, exit cell.Day) {
	for _, p := range s.people {
		if calledOn(p.id, m) == id {
			return p.trained, p.exit
		}
	}
	return 0, 0
}

// Paid is the day on which somebody's work of a day was paid; 0 for not yet.
func (s Sheets) Paid(id string, day, m cell.Day) cell.Day {
	for _, t := range s.works {
		if calledOn(t.who, m) == id && t.day == day {
			return t.paid
		}
	}
	return 0
}
