package disclose

import "slices"

// outcome decides how a column is told, and reports whether the table can stand at all: the programme's own total and
// the sizes of the lines must not give away the outcome of a line that may not be told.
func (t *table) outcome(c *column, e *editions, shown *column) bool {
	if c.gone || shown != nil && shown.gone {
		c.gone = true
		return true
	}
	if c.total == 0 && !slices.ContainsFunc(c.counts, func(n int) bool { return n > 0 }) {
		return true // nobody at all: the total says so
	}
	if !t.safe(c, e, t.sums(c, e, false, nil)) {
		return false
	}
	exact := shown == nil || !shown.coded
	for i := range t.lines {
		exact = exact && t.clear(c, e, i)
	}
	if exact && e.steady(t, c) {
		return true
	}
	c.coded = true
	c.gone = !t.safe(c, e, t.sums(c, e, true, e.bounds(t, c)))
	return true
}

// clear reports whether the outcome of a line may be told exactly. Where lines overlap those who are not in the line
// are one too, whose outcome follows from the total.
func (t *table) clear(c *column, e *editions, i int) bool {
	hits, n := c.counts[i], t.lines[i].size()
	if t.figure.Disclosure.Table.Overlap && !clear(c.total-hits, e.registered-n, t.k) {
		return false
	}
	return clear(hits, n, t.k)
}

// sums are what a reader knows of a column: the total, and the ranges where they are told.
func (t *table) sums(c *column, e *editions, told bool, more []known) []known {
	var sums []known
	all, sum := known{high: c.total}, 0
	for i, n := range c.counts {
		all.lines = append(all.lines, i)
		sum += n
		if told {
			s := spanOf(n, t.lines[i].size(), t.k)
			sums = append(sums, known{[]int{i}, int(s.Low), int(s.High)})
		}
	}
	if t.figure.Disclosure.Table.Overlap {
		for i := range c.counts {
			outside := e.registered - t.lines[i].size()
			sums = append(sums, known{[]int{i}, max(0, c.total-outside), c.total})
		}
		return append(sums, more...)
	}
	if sum == c.total {
		all.low = c.total
	}
	return append(append(sums, all), more...)
}

// safe reports whether a reader has k values left for every outcome that may not be told exactly.
func (t *table) safe(c *column, e *editions, sums []known) bool {
	sizes := make([]int, len(t.lines))
	for i := range t.lines {
		sizes[i] = t.lines[i].size()
	}
	low, high := derive(sizes, sums)
	for i := range c.counts {
		if !t.clear(c, e, i) && high[i]-low[i]+1 < t.k {
			return false
		}
	}
	return true
}

// medians reports whether the median monthly income of every line may be told: it rests on 5 persons or more where the
// council reads it, 10 where everybody does. A line that was merged has none.
func (e *editions) medians(t *table, edition string, shown *table) bool {
	least := 5
	if e.strict(edition) == "public" {
		least = 10
	}
	if shown != nil && !shown.median {
		return false
	}
	return !slices.ContainsFunc(t.lines, func(l line) bool {
		if len(l.groups) > 1 {
			return true
		}
		_, told := partOf(l.groups[0], medianPart)
		return !told || l.groups[0].Records < e.rules.RecordsMin || !e.enough(l.groups[0].Earnings, least)
	})
}
