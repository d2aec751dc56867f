package layout

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// Headings of two rows: 支払 merged over 額 and 日, 作業日 merged down beside them.

// typedTwice reports whether two candidates are the same words with nothing between them: no page
// break explains that, and what else was pasted twice cannot be told.
func (l *layout) typedTwice(a, b *candidate) bool {
	if a.first > b.first {
		a, b = b, a
	}
	if !a.sameColumns(b) || a.last-a.first != b.last-b.first {
		return false
	}
	for row := a.last + 1; row < b.first; row++ {
		if _, used := slices.BinarySearchFunc(l.grid.Rows, row, func(r grid.Row, n int) int {
			return cmp.Compare(r.Number, n)
		}); used {
			return false
		}
	}
	for _, c := range a.Columns {
		if c.From > 0 && l.grid.At(a.last, c.From).Text != l.grid.At(b.last, c.From).Text {
			return false
		}
	}
	return true
}

// subheadings reports whether the row below a merged heading divides it: two or more words stand
// under it, and nothing in the row is a number, a date or an id, as it would be in a record.
func (l *layout) subheadings(h head, row int, b block) bool {
	under := 0
	for col := b.from; col <= b.to; col++ {
		v := l.grid.At(row, col)
		if m, ok := l.grid.MergeAt(row, col); ok && m.FromRow < row {
			continue
		}
		switch {
		case v.IsBlank():
		case v.Kind != cell.Text || strings.ContainsAny(lang.Compact(v.Text), "0123456789"):
			return false
		case h.from <= col && col <= h.to:
			under++
		}
	}
	return under > 1
}

// widened returns the candidate with the blocks to its right that are parts of the same table,
// set off by one empty column: they hold columns that the candidate lacks and none that it has,
// and go down as far.
func (l *layout) widened(c *candidate, t *schema.Table, heads []head, right []block,
	constants map[string]string) *candidate {
	for _, b := range right {
		if b.from != c.to+2 || l.lowest(b) < l.lowest(block{c.from, c.to})-1 {
			return c
		}
		part := l.newCandidate(t, within(heads, b), c.first, c.last, b, constants)
		wide := l.newCandidate(t, within(heads, block{c.from, b.to}), c.first, c.last, block{c.from, b.to}, constants)
		if part.score == 0 || wide.score != c.score+part.score || len(wide.twice) > len(c.twice)+len(part.twice) {
			return c
		}
		c = wide
	}
	return c
}

// lowest is the last row with something in the columns.
func (l *layout) lowest(b block) int {
	row := 0
	for col := b.from; col <= b.to && col < len(l.lower); col++ {
		row = max(row, l.lower[col])
	}
	return row
}
