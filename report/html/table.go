package html

import (
	"cmp"
	"html/template"
	"math"
	"strconv"
	"unicode/utf8"

	"pilot90/report/content"
)

// table is a content.Table arranged for the template.
type table struct {
	ID    string
	Label string // of the scrolling region: the caption, numbered where it comes again
	Table *content.Table
	Wide  []string   // class of each column that is given a width; nil = by content
	Named bool       // the heading above says the caption already
	Cards bool       // a telephone shows each row as a card: it has more columns than one is wide
	Fold  string     // what opens it where it is folded; empty: it is not
	Over  []overhead // headings over the heads
	Head  []cell
	Rows  []row
}

// overhead is a heading over so many columns.
type overhead struct {
	Text string
	Span int
}

type row struct {
	Class string
	Tone  tone
	Cells []cell
}

// cell is a cell; Head is the heading of its column, which a card repeats.
type cell struct {
	Text, Class, Head string
	Tone              tone     // of a dressed cell
	Below             []string // its details
	Drawing           template.HTML
}

// widestPlain is how many columns a table has at most that stays one on a telephone.
const widestPlain = 3

func (b *builder) table(t *content.Table) *table {
	out := &table{ID: b.ids.name("table", t.ID), Label: b.label(t.Caption), Table: t,
		Cards: len(t.Columns) > widestPlain}
	if d := t.Dress; d != nil && d.Bare {
		out.Cards = false
	}
	if t.Fold {
		out.Fold = t.Caption
	}
	for _, c := range t.Columns {
		out.Head = append(out.Head, cell{Text: c.Head, Class: alignClass(c.Align)})
	}
	if d := t.Dress; d != nil {
		for i, over := range d.Over {
			if n := len(out.Over); n > 0 && out.Over[n-1].Text == over {
				out.Over[n-1].Span++
			} else {
				out.Over = append(out.Over, overhead{over, 1})
			}
			if over != "" { // a card repeats both
				out.Head[i].Head = over + " " + out.Head[i].Text
			}
		}
		if d.Bare {
			out.Head = nil
		}
	}
	if t.Dress == nil {
		out.Wide = widthClasses(t.Columns)
	}
	for i, cells := range t.Rows {
		r := row{Cells: make([]cell, max(len(cells), len(t.Columns)))}
		for k := range r.Cells {
			if k < len(cells) {
				r.Cells[k].Text = cells[k]
			}
			if k < len(t.Columns) {
				r.Cells[k].Class, r.Cells[k].Head = alignClass(t.Columns[k].Align), t.Columns[k].Head
				if k < len(out.Head) {
					r.Cells[k].Head = cmp.Or(out.Head[k].Head, out.Head[k].Text)
				}
			}
			if utf8.RuneCountInString(r.Cells[k].Text) <= wholeCell {
				r.Cells[k].Class += " whole"
			}
		}
		if t.Dress != nil {
			for k := range r.Cells {
				b.dressCell(&r.Cells[k], t.Dress.Cell(i, k))
			}
			if t.Dress.Alarm(i) {
				r.Class = "row-alarm"
			}
		}
		if i < len(t.Tones) {
			r.Tone = toneOf(t.Tones[i], b.words)
			r.Tone.Hidden = true
			r.Class = "row-" + r.Tone.Class
		}
		if t.Total && i == len(t.Rows)-1 {
			r.Class = "total"
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// widthClasses gives the relative widths of the columns as steps of 5 % of the table, since the
// page's policy allows no style of one column. A column without a width takes what is left.
func widthClasses(columns []content.Column) []string {
	sum := 0.0
	for _, c := range columns {
		sum += max(c.Width, 0)
	}
	if sum == 0 {
		return nil
	}
	out := make([]string, len(columns))
	for i, c := range columns {
		if c.Width > 0 {
			out[i] = "w" + strconv.Itoa(5*max(1, int(math.Round(c.Width/sum*20))))
		}
	}
	return out
}

// wholeCell is the number of characters up to which a cell is kept on one line: a number and its
// unit must not part.
const wholeCell = 9

// label is the caption, with a number when the page has it already.
func (b *builder) label(caption string) string {
	b.captions[caption]++
	if n := b.captions[caption]; n > 1 {
		return caption + "（" + strconv.Itoa(n) + "）"
	}
	return caption
}

func alignClass(a content.Align) string {
	switch a {
	case content.Right:
		return "num"
	case content.Center:
		return "mid"
	}
	return "txt"
}
