package yearstest

import "pilot90/cohort/cell"

// Changes are the kinds of change that truly lie between two Mondays.
type Changes struct {
	Added, Filled, Corrected, Removed, Settings bool
}

// Between returns what changed in the sheets from one Monday to another. Ids that are called otherwise, a copy of a
// file and a column that is begun are no change of a row. With upTo only rows that tell of that day or earlier count;
// 0 is all.
func (w *Town) Between(was, is, upTo cell.Day) Changes {
	var c Changes
	c.Settings = settings(was) != settings(is)
	look(&c, w.people, was, is, func(p person) bool { return upTo == 0 || p.start <= upTo }, never[person])
	look(&c, w.jobs, was, is, func(j job) bool { return upTo == 0 || j.start <= upTo }, never[job])
	look(&c, w.budget, was, is, func(m money) bool { return upTo == 0 || m.day <= upTo }, never[money])
	look(&c, w.sales, was, is, func(s sale) bool { return upTo == 0 || s.day <= upTo }, never[sale])
	look(&c, w.works, was, is, func(t work) bool { return upTo == 0 || t.day <= upTo },
		func(a, b work) bool { return a.pay == b.pay })
	return c
}

// never says that no change of such a row is a blank that was filled in.
func never[T any](T, T) bool { return false }

// look adds what became of the rows of a sheet; filled tells a blank that was filled in from a correction.
func look[T comparable](c *Changes, rows []slot[T], was, is cell.Day, counts func(T) bool, filled func(a, b T) bool) {
	for _, r := range rows {
		before, after := at([]slot[T]{r}, was), at([]slot[T]{r}, is)
		switch {
		case len(before) == 0 && len(after) == 1 && counts(after[0]):
			c.Added = true
		case len(before) == 1 && len(after) == 0 && counts(before[0]):
			c.Removed = true
		case len(before) == 1 && len(after) == 1 && before[0] != after[0] && counts(after[0]):
			if filled(before[0], after[0]) {
				c.Filled = true
			} else {
				c.Corrected = true
			}
		}
	}
}
