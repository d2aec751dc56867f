package disclose

import (
	"slices"

	"pilot90/kpi"
)

// overlaps reports whether a sealed edition is of a period that has days in common with this one.
func (e *editions) overlaps(p *Published) bool {
	return p.Clock.From <= e.clock.To && e.clock.From <= p.Clock.To
}

// registeredThen is how many were registered by a sealed edition; false: it does not say.
func (e *editions) registeredThen(p *Published) (int, bool) {
	now := kpi.Told(e.figures, kpi.TopicRegistered)
	if now == nil {
		return 0, false
	}
	f := p.figures[now.ID]
	if f.Value == nil {
		return 0, false
	}
	return int(*f.Value), true
}

// lastLines are the lines of a table as the latest sealed edition with one told it.
func (e *editions) lastLines(figure string) (keys [][]string, ok bool) {
	var last *Published
	for i := range e.earlier {
		if p := &e.earlier[i]; len(p.figures[figure].lines) > 0 && (last == nil || p.Clock.AsOf >= last.Clock.AsOf) {
			last = p
		}
	}
	if last == nil {
		return nil, false
	}
	for _, l := range last.figures[figure].lines {
		keys = append(keys, l.keys)
	}
	return keys, true
}

// find returns the line of the same groups, or nil.
func find(lines []toldLine, keys []string) *toldLine {
	i := slices.IndexFunc(lines, func(l toldLine) bool { return slices.Equal(l.keys, keys) })
	if i < 0 {
		return nil
	}
	return &lines[i]
}

// apart reports whether the lines tell of no small group beside those of any sealed edition: between the two nothing
// has changed, or in every line k persons or more have come or gone.
func (e *editions) apart(t *table) bool {
	for i := range e.earlier {
		p := &e.earlier[i]
		then := p.figures[t.figure.ID].lines
		before, ok := e.registeredThen(p)
		if len(then) == 0 {
			continue
		}
		if !ok {
			return false
		}
		overlap := t.figure.Disclosure.Table.Overlap
		if !overlap && len(then) != len(t.lines) {
			return false
		}
		var changes []int
		for i := range t.lines {
			switch was := find(then, t.lines[i].keys); {
			case was == nil && !overlap:
				return false
			case was != nil:
				change := t.lines[i].size() - int(was.counts["registered"].Low)
				if changes = append(changes, change); overlap {
					changes = append(changes, e.registered-before-change)
				}
			}
		}
		if !unseen(append(changes, e.registered-before), t.k) {
			return false
		}
	}
	return true
}

// unseen reports whether changes tell of nobody: there are none, or each is of k persons or more.
func unseen(changes []int, k int) bool {
	none := !slices.ContainsFunc(changes, func(n int) bool { return n != 0 })
	return none || !slices.ContainsFunc(changes, func(n int) bool { return -k < n && n < k })
}

// steady reports whether the exact counts of a column tell of no small group beside those of any sealed edition.
func (e *editions) steady(t *table, c *column) bool {
	for i := range e.earlier {
		var changes []int
		then := e.earlier[i].figures[t.figure.ID].lines
		for j := range t.lines {
			was := find(then, t.lines[j].keys)
			if was == nil {
				continue
			}
			if n, ok := was.counts[c.Key]; ok && n.Low == n.High {
				changes = append(changes, c.counts[j]-int(n.Low))
			}
		}
		if !unseen(changes, t.k) {
			return false
		}
	}
	return true
}

// bounds are what sealed editions tell of a column whose counts never fall: who had a first income by one day had it
// by any later one of the same period.
func (e *editions) bounds(t *table, c *column) []known {
	if !c.Kept {
		return e.unchanged(t, c)
	}
	var all []known
	for i := range e.earlier {
		p := &e.earlier[i]
		for j := range t.lines {
			was := find(p.figures[t.figure.ID].lines, t.lines[j].keys)
			if was == nil || p.Clock.From != e.clock.From {
				continue
			}
			n, ok := was.counts[c.Key]
			switch {
			case ok && p.Clock.AsOf <= e.clock.AsOf:
				all = append(all, known{[]int{j}, int(n.Low), t.lines[j].size()})
			case ok:
				all = append(all, known{[]int{j}, 0, int(n.High)})
			}
		}
	}
	return append(all, e.unchanged(t, c)...)
}

// unchanged are the counts of a sealed edition of the same day.
func (e *editions) unchanged(t *table, c *column) []known {
	var all []known
	for i := range e.earlier {
		p := &e.earlier[i]
		for j := range t.lines {
			was := find(p.figures[t.figure.ID].lines, t.lines[j].keys)
			if was == nil || p.Clock.AsOf != e.clock.AsOf || p.Clock.From != e.clock.From {
				continue
			}
			if n, ok := was.counts[c.Key]; ok && int(n.Low) <= c.counts[j] && c.counts[j] <= int(n.High) {
				all = append(all, known{[]int{j}, int(n.Low), int(n.High)})
			}
		}
	}
	return all
}
