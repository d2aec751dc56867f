package cohort

import (
	"strings"
)

// newCandidate matches headings with the columns of a table. A column that the pin gives as a
// constant is not missing.
func (l *layout) newCandidate(t *TableSchema, heads []head, first, last int, b block, constants map[string]string) *candidate {
	c := &candidate{first: first, last: last, from: b.from, to: b.to, columns: make([]foundColumn, len(t.Columns)), cut: l.cuts(first, last, b)}
	index := headingIndexes[t.Key]
	for _, h := range heads {
		if h.to > h.from && l.subheadings(h, last+1, b) {
			continue
		}
		m, ok := l.matchHead(index, h)
		if !ok {
			if l.isData(h, t) {
				return &candidate{}
			}
			continue
		}
		l.take(c, m, h, t.Columns[m.column].Kind)
	}
	for i, col := range t.Columns {
		switch {
		case c.columns[i].from > 0:
			c.score++
		case col.Required && constants[col.Key] == "":
			c.missing = append(c.missing, col.Key)
		}
	}
	return c
}

// match is headingIndex.match that reduces each text of a sheet once only, for ten tables.
func (l *layout) match(index headingIndex, heading string) (headingMatch, bool) {
	return index.matchReduced(l.reduce(heading))
}

func (l *layout) reduce(heading string) reduced {
	r, known := l.reduced[heading]
	if !known {
		r = reduce(heading)
		l.reduced[heading] = r
	}
	return r
}

// take gives the head to the column it names unless another head names it better.
func (l *layout) take(c *candidate, m headingMatch, h head, kind ColumnKind) {
	found := foundColumn{from: h.from, to: h.to, heading: strings.Join(h.parts, " "), rank: m.rank, scale: l.scale(h, kind)}
	old := &c.columns[m.column]
	switch {
	case old.from == 0 || m.rank < old.rank:
		*old = found
		c.drop(m.column)
	case m.rank == old.rank:
		c.twice = append(c.twice, clash{m.column, c.last, *old, found})
	}
}

// drop forgets the clashes of a column for which a better heading was found.
func (c *candidate) drop(column int) {
	kept := c.twice[:0]
	for _, t := range c.twice {
		if t.column != column {
			kept = append(kept, t)
		}
	}
	c.twice = kept
}

// matchHead matches a heading of one or more rows: the group with its sub-heading first (支払 |
// 日), then the sub-heading alone.
func (l *layout) matchHead(index headingIndex, h head) (headingMatch, bool) {
	n := len(h.parts)
	var tries []string
	if n > 1 {
		tries = append(tries, strings.Join(h.parts, ""))
		for i := n - 2; i >= 0; i-- {
			tries = append(tries, h.parts[i]+h.parts[n-1])
		}
	} else if h.group != "" {
		if m, ok := l.match(index, h.group+h.parts[0]); ok && m.rank <= synonymRank {
			return m, true
		}
	}
	for _, s := range append(tries, h.parts[n-1]) {
		if m, ok := l.match(index, s); ok {
			return m, true
		}
	}
	// A unit below the heading belongs to it; it is not a sub-heading.
	if n > 1 && l.reduce(h.parts[n-1]).unit {
		return l.match(index, h.parts[n-2])
	}
	return headingMatch{}, false
}

// isData reports a heading of several rows whose upper part names a required column by itself
// while its lower part names nothing: the lower row is the first row of data, not a sub-heading.
func (l *layout) isData(h head, t *TableSchema) bool {
	if len(h.parts) < 2 || h.wide {
		return false
	}
	m, named := l.match(headingIndexes[t.Key], h.parts[len(h.parts)-2])
	return named && t.Columns[m.column].Required
}

// scale returns the factor of the unit that the heading states in brackets or in its unit row.
func (l *layout) scale(h head, kind ColumnKind) float64 {
	if kind != AmountKind && kind != HoursKind {
		return 0
	}
	for i := len(h.parts) - 1; i >= 0; i-- {
		r := l.reduce(h.parts[i])
		if f, ok := unitScale(kind, r.bracketed); ok {
			return f
		}
		if f, ok := unitScale(kind, r.whole); ok && r.unit {
			return f
		}
	}
	return 0
}
