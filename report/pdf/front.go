package pdf

import (
	"fmt"
	"strings"

	"pilot90/report/content"
)

// front is the block that opens the first page: marking, edition, title, and the pairs that
// say what the report covers.
func (d *document) front() []*piece {
	at := d.at
	var out []*piece
	if r := d.report; r.Edition != "" {
		out = append(out, d.frontLine(d.root.add("P"), r.Edition, editionStyle, 2)...)
	}
	h1 := d.root.add("H1")
	out = append(out, d.frontLine(h1, d.report.Title, titleStyle, 0)...)
	if d.report.Subtitle != "" {
		out = append(out, d.frontLine(d.root.add("P"), d.report.Subtitle, subtitleStyle, 2)...)
	}
	out = append(out, &piece{before: 7, height: 3, keep: true, draw: func(c *canvas, top float64) {
		c.rect(at.x, top, at.width, 1.6, navy)
	}})
	return append(out, d.meta()...)
}

// shortFront is the head of a report that has to leave room for a whole section below it: the
// same words, the pairs set one after the other.
func (d *document) shortFront() []*piece {
	r := d.report
	out := d.frontLine(d.root.add("H1"), r.Title, titleStyle.scaled(19), 0)
	out = append(out, d.frontLine(d.root.add("P"), strings.TrimSpace(r.Subtitle+"　"+r.Edition), subtitleStyle.scaled(10),
		0)...)
	var pairs []string
	for _, p := range r.Meta {
		pairs = append(pairs, p.Label+d.pair("：", ": ")+p.Value)
	}
	at := d.at
	out = append(out, &piece{before: 4, height: 5, keep: true, draw: func(c *canvas, top float64) {
		c.rect(at.x, top, at.width, 1.4, navy)
	}})
	return append(out, d.frontLine(d.root.add("P"), strings.Join(pairs, "　 "), metaLabel.scaled(7.6), 0)...)
}

// frontLine sets text at the left, clear of the marking at the right.
func (d *document) frontLine(e *element, s string, st style, before float64) []*piece {
	at := d.at
	lines := d.t.balanced(s, st, at.width)
	out := make([]*piece, len(lines))
	for i, l := range lines {
		out[i] = &piece{height: st.lead, keep: true, draw: func(c *canvas, top float64) {
			c.under(e).text(at.x, top+st.baseline(), l.Text+l.After, st)
		}}
	}
	if len(out) > 0 {
		out[0].before = before
	}
	return out
}

// meta sets the pairs in two columns as a table of labels and values.
func (d *document) meta() []*piece {
	if len(d.report.Meta) == 0 {
		return nil
	}
	const gap = 18.0
	label := 0.0
	for _, p := range d.report.Meta {
		label = max(label, d.t.widest(p.Label, metaLabel))
	}
	label = min(label, 92) + 8
	column := (d.at.width - gap) / 2
	table := d.root.add("Table")
	var out []*piece
	for i := 0; i < len(d.report.Meta); i += 2 {
		row := d.report.Meta[i:min(i+2, len(d.report.Meta))]
		out = append(out, d.metaRow(table, row, label, column, gap))
	}
	return out
}

func (d *document) metaRow(table *element, row []content.Pair, label, column, gap float64) *piece {
	at, height := d.at, 0.0
	type cell struct {
		head, body *element
		l, v       []line
	}
	cells := make([]cell, len(row))
	for i, p := range row {
		tr := table.add("TR")
		cells[i] = cell{head: tr.add("TH"), body: tr.add("TD"),
			l: d.t.lines(p.Label, metaLabel, label-8), v: d.t.lines(p.Value, metaValue, column-label)}
		cells[i].head.scope = "Row"
		height = max(height, float64(len(cells[i].l))*metaLabel.lead, float64(len(cells[i].v))*metaValue.lead)
	}
	height += 5
	return &piece{height: height, draw: func(c *canvas, top float64) {
		for i, cell := range cells {
			x := at.x + float64(float64(i)*(column+gap))
			y := top + 3 + metaValue.baseline()
			for k, l := range cell.l {
				c.under(cell.head).text(x, y+float64(float64(k)*metaLabel.lead), l.Text+l.After, metaLabel)
			}
			for k, l := range cell.v {
				c.under(cell.body).text(x+label, y+float64(float64(k)*metaValue.lead), l.Text+l.After, metaValue)
			}
			c.rule(x, x+column, top+height, 0.4, hair)
		}
	}}
}

// furnish adds what every page carries: marking and running title at the top, footer and
// page number at the bottom.
func (d *document) furnish() {
	for i, c := range d.flow.pages {
		c.under(nil)
		d.marking(c)
		if i > 0 && c.sheet != slide {
			d.runningTitle(c)
		}
		at := c.sheet.frame()
		y := c.sheet.height - c.sheet.foot
		c.rule(at.x, at.x+at.width, y-13, 0.5, rule)
		number := d.pair(fmt.Sprintf("%d / %dページ", i+1, len(d.flow.pages)),
			fmt.Sprintf("Page %d of %d", i+1, len(d.flow.pages)))
		c.textRight(at.x+at.width, y, number, footerStyle)
		room := at.width - d.t.width(number, footerStyle) - 16
		c.text(at.x, y, d.shorten(d.report.Footer, footerStyle, room), footerStyle)
	}
}

// marking sets the confidentiality mark in a frame at the top right.
func (d *document) marking(c *canvas) {
	at := c.sheet.frame()
	text := d.shorten(d.report.Marking, markingStyle, at.width/2)
	if text == "" {
		return
	}
	w, right := d.t.width(text, markingStyle)+12, at.x+at.width
	y := c.sheet.line
	corners := []point{{right - w, y - 11.4}, {right, y - 11.4}, {right, y + 4.6}, {right - w, y + 4.6}}
	c.deco(shapeOp{points: corners, line: 1, colour: crimson})
	c.text(right-w+6, y, text, markingStyle)
}

func (d *document) runningTitle(c *canvas) {
	at := c.sheet.frame()
	room := at.width
	if d.report.Marking != "" {
		room /= 2
	}
	c.text(at.x, c.sheet.line, d.shorten(d.report.Title, footerStyle, room), footerStyle)
}

// shorten cuts text that repeats what stands elsewhere in full to one line of a width.
func (d *document) shorten(s string, st style, width float64) string {
	lines := d.t.lines(s, st, width)
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 {
		return lines[0].Text
	}
	runes := []rune(lines[0].Text)
	for len(runes) > 0 && d.t.width(string(runes)+"…", st) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}
