package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// lastHeadingRow is the last row in which a heading row is looked for.
const lastHeadingRow = 60

// maxHeadingDepth is how many rows one heading may take (merged group headings).
const maxHeadingDepth = 3

// foundColumn is a column of the sheet that holds a column of the schema.
type foundColumn struct {
	From, to int // the heading's columns, 1-based; 0 = the sheet has no such column
	Heading  string
	rank     int
	scale    float64   // puts the heading's unit of money (千円) on plain numbers; 0 or 1 = none
	unit     cell.Unit // of a column of hours; the zero Unit is none
	from     UnitFrom  // where scale or unit stands, if that is not the heading
}

// candidate is a row, or two or three, that could be the heading of a table.
type candidate struct {
	first, last int // rows
	from, to    int // columns of the table
	Columns     []foundColumn
	score       int      // columns found
	missing     []string // keys of required columns not found
	twice       []clash  // columns that two headings name equally well
	beside      []block  // other tables in the same rows
	ignored     []block  // columns that a pin says are not read
}

// clash is a column of the schema that two headings name equally well.
type clash struct {
	column int
	row    int // the last row of the heading
	a, b   foundColumn
}

// block is a run of columns set apart from others by empty columns.
type block struct{ from, to int }

// full reports whether every required column was found.
func (c *candidate) full() bool { return len(c.missing) == 0 }

// requires reports whether a row cannot be used without a value in column i of the schema. Where the sheet has
// no column of ids, the names do, and are required in their place.
func (c *candidate) requires(t *schema.Table, i int) bool {
	col := &t.Columns[i]
	if col.Required && (c.Columns[i].From == 0 && c.hasNames(t, col) || c.hasOther(t, col)) {
		return false
	}
	return col.Required || c.Columns[i].From > 0 && (col.Expected || c.inPlaceOfID(t, col.Key))
}

// inPlaceOfID reports a column of names that stands in place of a required one of ids, which the sheet has not.
func (c *candidate) inPlaceOfID(t *schema.Table, names string) bool {
	for slot := range t.Columns { // by number: a column is some hundred bytes, and this is asked of every cell
		if id := &t.Columns[slot]; id.Required && id.ByName == names && c.Columns[slot].From == 0 {
			return true
		}
	}
	return false
}

// hasNames reports a column of ids for which a column of names was found.
func (c *candidate) hasNames(t *schema.Table, id *schema.Column) bool {
	return id.ByName != "" && c.Columns[t.Index(id.ByName)].From > 0
}

// hasOther reports a column beside which, or in place of which, the sheet has the one that does as well.
func (c *candidate) hasOther(t *schema.Table, col *schema.Column) bool {
	return col.Or != "" && c.Columns[t.Index(col.Or)].From > 0
}

// overlaps reports whether two candidates are readings of the same rows and columns.
func (c *candidate) overlaps(o *candidate) bool {
	return c.first <= o.last && o.first <= c.last && c.from <= o.to && o.from <= c.to
}

// sameColumns reports whether both candidates find the same columns at the same places, as a
// heading that is printed again on the next page does.
func (c *candidate) sameColumns(o *candidate) bool {
	for i := range c.Columns {
		if c.Columns[i].From != o.Columns[i].From {
			return false
		}
	}
	return true
}

// continues reports whether both candidates are headings of one table, printed again on the next
// page or for the next months: the required columns stand at the same places.
func (c *candidate) continues(o *candidate, t *schema.Table) bool {
	for i := range c.Columns {
		if c.requires(t, i) && c.Columns[i].From != o.Columns[i].From {
			return false
		}
	}
	return true
}

// candidates returns every heading that the table could have, at least one column each.
func (l *layout) candidates(t *schema.Table, constants map[string]string) []*candidate {
	var all []*candidate
	named := l.namedRows()
	for i := range l.rows {
		for depth := 1; depth <= maxHeadingDepth && i+depth <= len(l.rows); depth++ {
			if !slices.Contains(named[i:i+depth], true) {
				continue
			}
			first, last := l.rows[i].Number, l.rows[i+depth-1].Number
			if last-first != depth-1 {
				break
			}
			all = append(all, l.at(t, first, last, constants)...)
		}
	}
	return all
}

// at reads the rows first to last as the heading of the table: one candidate for each block of
// columns that has every required column, or one for the whole width.
func (l *layout) at(t *schema.Table, first, last int, constants map[string]string) []*candidate {
	heads := l.heads(first, last)
	if len(heads) == 0 {
		return nil
	}
	blocks := l.blocks(heads, last)
	var found []*candidate
	for i := range blocks {
		c := l.newCandidate(t, within(heads, blocks[i]), first, last, blocks[i], constants)
		if c.full() && c.score > 1 {
			found = append(found, l.widened(c, t, heads, blocks[i+1:], constants))
		}
	}
	if len(found) == 0 {
		whole := block{heads[0].from, heads[len(heads)-1].to}
		if c := l.newCandidate(t, heads, first, last, whole, constants); c.score > 0 {
			return []*candidate{c}
		}
		return nil
	}
	for _, c := range found {
		c.beside = slices.DeleteFunc(slices.Clone(blocks), func(b block) bool { return c.from <= b.from && b.to <= c.to })
	}
	return found
}

// head is the heading of one column: its texts from top to bottom.
type head struct {
	from, to int
	parts    []string
	wide     bool   // an upper part is merged over several columns
	group    string // a text to the left in the top row, which may stand for a group without a merge
}

// heads collects the headings of the rows first to last. Merged cells are spread; columns under
// one merged heading with nothing below it are one head.
func (l *layout) heads(first, last int) []head {
	rows := [2]int{first, last}
	if known, ok := l.known[rows]; ok {
		return known
	}
	l.known[rows] = l.collect(first, last)
	return l.known[rows]
}

func (l *layout) collect(first, last int) []head {
	var heads []head
	group := ""
	for col := 1; col < len(l.lower); col++ {
		h := head{from: col, to: col}
		for row := first; row <= last; row++ {
			text, from, to := l.headingAt(row, col, row > first)
			if row == last {
				h.to = max(h.to, to)
			} else if to > from {
				h.wide = true
			}
			if row == first && text != "" {
				group = text
			}
			if text != "" && !slices.Contains(h.parts, text) {
				h.parts = append(h.parts, text)
			}
		}
		if len(h.parts) == 0 {
			continue
		}
		if last > first && h.parts[0] != group {
			h.group = group
		}
		heads = append(heads, h)
		col = h.to
	}
	return heads
}

// headingAt returns the text of a heading cell and the columns it spans. Only text makes a
// heading; a number below a heading is returned so that the row is known as data.
func (l *layout) headingAt(row, col int, below bool) (text string, from, to int) {
	from, to = col, col
	if m, ok := l.grid.MergeAt(row, col); ok {
		row, from, to = m.FromRow, m.FromCol, max(min(m.ToCol, len(l.lower)-1), col)
	}
	v := l.grid.At(row, from)
	if v.IsBlank() || v.Kind != cell.Text && !below {
		return "", from, to
	}
	return strings.TrimSpace(v.Text), from, to
}

// blocks cuts the headings where a column has neither heading nor anything below it.
func (l *layout) blocks(heads []head, last int) []block {
	blocks := []block{{heads[0].from, heads[0].to}}
	for _, h := range heads[1:] {
		b := &blocks[len(blocks)-1]
		if l.emptyBetween(b.to, h.from, last) {
			blocks = append(blocks, block{h.from, h.to})
		} else {
			b.to = h.to
		}
	}
	return blocks
}

// emptyBetween reports whether a column between two headings holds nothing below the heading.
func (l *layout) emptyBetween(from, to, last int) bool {
	for col := from + 1; col < to; col++ {
		if l.lower[col] <= last {
			return true
		}
	}
	return false
}

func within(heads []head, b block) []head {
	var in []head
	for _, h := range heads {
		if b.from <= h.from && h.to <= b.to {
			in = append(in, h)
		}
	}
	return in
}
