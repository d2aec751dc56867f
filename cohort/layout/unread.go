package layout

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// mostUnread is how many headings that are not read a message names.
const mostUnread = 5

// freeHead is a heading of the sheet that was read as no column.
type freeHead struct {
	col  int
	text string
}

// unreadHeads returns the headings that no column was read from, with something below them; those
// that say the date or the person once more are left out.
func (t *Table) unreadHeads() []freeHead {
	below := map[int]bool{}
	for i := range t.Grid.Rows {
		if t.Grid.Rows[i].Number <= t.last {
			continue
		}
		for j := range t.Grid.Rows[i].Cells {
			c := &t.Grid.Rows[i].Cells[j]
			below[c.Col] = below[c.Col] || !c.IsBlank()
		}
	}
	var heads []freeHead
	seen := map[string]bool{}
	for col := t.from; col <= t.to; col++ {
		text := t.HeadingOf(col)
		m, named := headingIndexes()[t.Schema.Key].match(text)
		if text == "" || named && t.Schema.Columns[m.column].Required || seen[text] || !below[col] || t.reads(col) ||
			t.ignores(col) {
			continue
		}
		seen[text] = true
		heads = append(heads, freeHead{col, text})
	}
	return heads
}

// reads reports whether a column of the sheet was read.
func (t *Table) reads(col int) bool {
	for _, c := range t.Columns {
		if c.From > 0 && c.From <= col && col <= c.to {
			return true
		}
	}
	return false
}

// A Head is the heading of a column of the sheet.
type Head struct {
	Col    int
	Text   string
	Slot   int  // the column of the schema that is read from it; -1 for none
	Pinned bool // pilot.toml or reading.toml says so
}

// Heads returns the headings of the table from left to right, those that are read and those that are not.
func (t *Table) Heads() []Head {
	var heads []Head
	for col := t.from; col <= t.to; col++ {
		h := Head{Col: col, Text: t.HeadingOf(col), Slot: -1}
		h.Slot = slices.IndexFunc(t.Columns, func(c foundColumn) bool { return c.From > 0 && c.From <= col && col <= c.to })
		switch {
		case h.Slot >= 0 && t.Columns[h.Slot].From < col:
			continue
		case h.Slot >= 0:
			h.Pinned = t.Columns[h.Slot].rank == pinnedRank
		case t.ignores(col):
			h.Pinned = true
		}
		if h.Text != "" || h.Slot >= 0 {
			heads = append(heads, h)
		}
	}
	return heads
}

// ignores reports whether pilot.toml or reading.toml says that a column is not read.
func (c *candidate) ignores(col int) bool {
	return slices.ContainsFunc(c.ignored, func(b block) bool { return b.from <= col && col <= b.to })
}

// mostly reports whether the reader understands at least half of the cells of the column.
func (t *Table) mostly(col int, understands func(cell.Value) bool) bool {
	yes, no := 0, 0
	for i := range t.Grid.Rows {
		if t.Grid.Rows[i].Number <= t.last {
			continue
		}
		switch v := t.Grid.Rows[i].At(col); {
		case v.IsBlank():
		case understands(v):
			yes++
		default:
			no++
		}
	}
	return yes > 0 && yes >= no
}

// quoted lists headings as messages do, at most five of them.
func quoted(heads []freeHead) lang.Text {
	var ja, en []string
	for i, h := range heads {
		if i == mostUnread {
			return lang.Say(strings.Join(ja, "")+"など", strings.Join(en, ", ")+" …")
		}
		ja, en = append(ja, "「"+lang.Quote(h.text)+"」"), append(en, "“"+lang.Quote(h.text)+"”")
	}
	return lang.Say(strings.Join(ja, ""), strings.Join(en, ", "))
}

// WithUnread adds the headings of the sheet that were not read: one of them may be the column.
func (t *Table) WithUnread(f finding.Finding) finding.Finding {
	heads := t.unreadHeads()
	if len(heads) == 0 {
		return f
	}
	list := quoted(heads)
	f.Message.JA += "読んでいない見出しは" + list.JA + "です。"
	f.Message.EN += " Headings that are not read: " + list.EN + "."
	return f
}
