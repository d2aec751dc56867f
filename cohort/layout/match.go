package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// newCandidate matches headings with the columns of a table. A column that the pin gives as a
// constant is not missing.
func (l *layout) newCandidate(t *schema.Table, heads []head, first, last int, b block,
	constants map[string]string) *candidate {
	c := &candidate{first: first, last: last, from: b.from, to: b.to, Columns: make([]foundColumn, len(t.Columns))}
	index := headingIndexes()[t.Key]
	for _, h := range heads {
		if h.to > h.from && l.subheadings(h, last+1, b) {
			continue
		}
		m, ok := l.matchHead(index, h, last)
		switch {
		case !ok && l.isData(h, t), ok && l.cuts(h, first, last, b):
			return &candidate{}
		case ok && m.refused == notRefused:
			l.take(c, m, h, t.Columns[m.column].Kind)
		}
	}
	l.takeElse(c, t, heads)
	if l.isOther(c, t, heads, last) {
		return &candidate{}
	}
	l.startFor(c, t)
	for i, col := range t.Columns {
		switch {
		case c.Columns[i].From > 0:
			c.score++
		case col.Required && constants[col.Key] == "" && !c.hasNames(t, &col) && !c.hasOther(t, &col):
			c.missing = append(c.missing, col.Key)
		case t.Key == schema.Contracts && col.Key == termStart && constants[col.Key] == "" && namesTerm(heads):
			c.missing = append(c.missing, col.Key)
		}
	}
	return c
}

// termStart is the key of the first day of a contract.
const termStart = "start_date"

// namesTerm reports a heading of terms, such as 契約期間: where both days stand in one cell, they are there, and nothing
// may be supposed in their place.
func namesTerm(heads []head) bool {
	return slices.ContainsFunc(heads, func(h head) bool {
		return slices.ContainsFunc(h.parts, func(part string) bool { return strings.Contains(part, "期間") })
	})
}

// isOther reports headings that make the sheet another table: with a 作業日 a list of payments is a log of work. A
// heading that the table itself reads does not.
func (l *layout) isOther(c *candidate, t *schema.Table, heads []head, last int) bool {
	if t.Unless.Column == "" {
		return false
	}
	other := headingIndexes()[t.Unless.Table]
	return slices.ContainsFunc(heads, func(h head) bool {
		m, ok := l.matchHead(other, h, last)
		return ok && m.rank <= trimmedRank && other.table.Columns[m.column].Key == t.Unless.Column &&
			!slices.ContainsFunc(c.Columns, func(f foundColumn) bool { return f.From == h.from })
	})
}

// takeElse gives the headings that were taken for no column to one that they may mean as well: 区分 of a client
// where 種別 says the kind of contract.
func (l *layout) takeElse(c *candidate, t *schema.Table, heads []head) {
	for i := range t.Columns {
		if c.Columns[i].From > 0 || len(t.Columns[i].Else) == 0 {
			continue
		}
		for _, h := range heads {
			taken := slices.ContainsFunc(c.Columns, func(f foundColumn) bool { return f.From == h.from })
			if !taken && slices.Contains(t.Columns[i].Else, l.reduce(h.parts[len(h.parts)-1]).bare) {
				l.take(c, headingMatch{column: i, rank: weakRank}, h, t.Columns[i].Kind)
			}
		}
	}
}

// cuts reports a heading that is merged with a row above or below in which other headings of the
// block stand: all of those rows are the heading, with its groups and sub-headings.
func (l *layout) cuts(h head, first, last int, b block) bool {
	for _, row := range []int{first, last} {
		m, ok := l.grid.MergeAt(row, h.from)
		begin, end := min(m.FromRow, first), max(m.ToRow, last)
		if !ok || end-begin >= maxHeadingDepth {
			continue
		}
		for other := begin; other <= end; other++ {
			if (other < first || other > last) && l.holdsBeside(other, first, b) {
				return true
			}
		}
	}
	return false
}

// holdsBeside reports whether a row has cells in the block that are not merged into row first.
func (l *layout) holdsBeside(row, first int, b block) bool {
	for col := b.from; col <= b.to; col++ {
		if l.grid.At(row, col).IsBlank() {
			continue
		}
		if m, ok := l.grid.MergeAt(row, col); !ok || !m.Contains(first, m.FromCol) {
			return true
		}
	}
	return false
}

// match is headingIndex.match that reduces each text of a sheet once only, for ten tables.
func (l *layout) match(index headingIndex, heading string) (headingMatch, bool) {
	m, ok := index.name(l.reduce(heading))
	return m, ok && m.refused == notRefused
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
func (l *layout) take(c *candidate, m headingMatch, h head, kind schema.Kind) {
	found := foundColumn{From: h.from, to: h.to, Heading: strings.Join(h.parts, " "), rank: m.rank,
		scale: l.scale(h, kind), unit: hoursUnit(h, kind)}
	old := &c.Columns[m.column]
	switch {
	case old.From == 0 || m.rank < old.rank:
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

// matchHead matches a heading of one or more rows, the last of which is row last: the group with
// its sub-heading first (支払 | 日), then the sub-heading alone. The groups that are no part of the
// name, and the unit in the row below, may refuse it.
func (l *layout) matchHead(index headingIndex, h head, last int) (headingMatch, bool) {
	m, ok := l.matchWords(index, h, last)
	if ok && m.refused == notRefused && !l.otherUnit(index.table, m.column, h, last).Why.Empty() {
		m.refused = unitRefused
	}
	return m, ok
}

// matchWords is matchHead without the units that package cell knows.
func (l *layout) matchWords(index headingIndex, h head, last int) (headingMatch, bool) {
	n := len(h.parts)
	if n == 1 && h.group != "" {
		if m, ok := l.match(index, h.group+h.parts[0]); ok && m.rank <= synonymRank {
			return index.judged(m, l.unitBelow(h, last)), true
		}
	}
	for _, t := range h.tries() {
		if m, ok := index.name(l.reduce(t.text)); ok {
			return index.judged(m, l.notes(t.around)+l.unitBelow(h, last)), true
		}
	}
	// A unit below the heading belongs to it; it is not a sub-heading.
	if n > 1 && l.reduce(h.parts[n-1]).unit {
		m, ok := index.name(l.reduce(h.parts[n-2]))
		return index.judged(m, l.notes(h.parts[:n-2])+l.unitNote(h.parts[n-1])), ok
	}
	return headingMatch{}, false
}

// try is a text that may name a column, and the parts of the heading around it.
type try struct {
	text   string
	around []string
}

// tries are the names that a heading may have, the fullest first.
func (h head) tries() []try {
	n := len(h.parts)
	if n == 1 {
		if isGroupWord(h.group) {
			return []try{{h.parts[0], []string{h.group}}}
		}
		return []try{{h.parts[0], nil}}
	}
	tries := []try{{strings.Join(h.parts, ""), nil}}
	for i := n - 2; i >= 0 && n > 2; i-- {
		around := slices.Concat(h.parts[:i], h.parts[i+1:n-1])
		tries = append(tries, try{h.parts[i] + h.parts[n-1], around})
	}
	return append(tries, try{h.parts[n-1], h.parts[:n-1]})
}

// notes puts what groups say in the form of a note.
func (l *layout) notes(groups []string) string {
	note := ""
	for _, g := range groups {
		r := l.reduce(g)
		note += " " + r.whole + " " + r.note
	}
	return note
}

// unitBelow is what a unit in the row below the heading says.
func (l *layout) unitBelow(h head, last int) string {
	if v := l.grid.At(last+1, h.from); v.Kind == cell.Text && l.reduce(v.Text).unit {
		return l.unitNote(v.Text)
	}
	return ""
}

func (l *layout) unitNote(unit string) string {
	r := l.reduce(unit)
	return " " + r.whole + " " + r.note
}

// isData reports a heading of several rows whose upper part names a required column by itself
// while its lower part names nothing: the lower row is the first row of data, not a sub-heading.
func (l *layout) isData(h head, t *schema.Table) bool {
	if len(h.parts) < 2 || h.wide {
		return false
	}
	m, named := l.match(headingIndexes()[t.Key], h.parts[len(h.parts)-2])
	return named && t.Columns[m.column].Required
}

// scale returns the factor of the unit of money that the heading states in brackets or in its unit row.
func (l *layout) scale(h head, kind schema.Kind) float64 {
	if kind != schema.AmountKind {
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
