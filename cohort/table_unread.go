package cohort

import (
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
func (t *foundTable) unreadHeads() []freeHead {
	below := map[int]bool{}
	for i := range t.grid.Rows {
		if t.grid.Rows[i].Number <= t.last {
			continue
		}
		for j := range t.grid.Rows[i].Cells {
			c := &t.grid.Rows[i].Cells[j]
			below[c.Col] = below[c.Col] || !c.IsBlank()
		}
	}
	var heads []freeHead
	seen := map[string]bool{}
	for col := t.from; col <= t.to; col++ {
		text := t.headingOf(col)
		m, named := headingIndexes[t.schema.Key].match(text)
		if text == "" || named && t.schema.Columns[m.column].Required || seen[text] || !below[col] || t.reads(col) {
			continue
		}
		seen[text] = true
		heads = append(heads, freeHead{col, text})
	}
	return heads
}

// reads reports whether a column of the sheet was read.
func (t *foundTable) reads(col int) bool {
	for _, c := range t.columns {
		if c.from > 0 && c.from <= col && col <= c.to {
			return true
		}
	}
	return false
}

// mostly reports whether the reader understands at least half of the cells of the column.
func (t *foundTable) mostly(col int, understands func(cell.Value) bool) bool {
	yes, no := 0, 0
	for i := range t.grid.Rows {
		if t.grid.Rows[i].Number <= t.last {
			continue
		}
		switch v := t.grid.Rows[i].At(col); {
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
func quoted(heads []freeHead) finding.Text {
	var ja, en []string
	for i, h := range heads {
		if i == mostUnread {
			return text(strings.Join(ja, "")+"など", strings.Join(en, ", ")+" …")
		}
		ja, en = append(ja, "「"+lang.Quote(h.text)+"」"), append(en, "“"+lang.Quote(h.text)+"”")
	}
	return text(strings.Join(ja, ""), strings.Join(en, ", "))
}
