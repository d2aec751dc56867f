package pdf

import (
	"fmt"
	"strings"
)

// front is the head of the first page: one line that says what the paper is, the title, and a line of
// short facts where there are some.
func (d *document) front() []*piece {
	out := d.headLine()
	title := d.frontLines(d.root.add("H1"), d.report.Title, titleStyle)
	if len(title) > 0 {
		title[0].before = 1
	}
	out = append(out, title...)
	under := d.underLine()
	if under == nil && len(out) > 0 {
		out = append(out, &piece{height: 6, keep: true, draw: func(*canvas, float64) {}})
	}
	return append(append(out, under...), d.opening()...)
}

// opening is the paragraph below the title.
func (d *document) opening() []*piece {
	lines := d.t.lines(d.report.Opening, leadStyle, d.at.width)
	if len(lines) == 0 {
		return nil
	}
	out := d.textPieces(d.root.add("P"), lines, leadStyle, d.at.x, d.at.width)
	out[0].before = 3
	return out
}

// headLine is the line above the title; the marking, or who sends the paper, stands at its right.
func (d *document) headLine() []*piece {
	at, r := d.at, d.report
	right := d.shorten(r.Sender, lineStyle, at.width/2)
	taken := d.t.width(right, lineStyle)
	if r.Marking != "" {
		right, taken = "", d.t.width(d.shorten(r.Marking, markingStyle, at.width/2), markingStyle)+12
	}
	left := d.t.balanced(r.Head, lineStyle, at.width-taken-12)
	if len(left) == 0 && right == "" {
		return nil
	}
	e, sender := d.root.add("P"), d.root.add("P")
	height := float64(float64(max(1, len(left))) * lineStyle.lead)
	return []*piece{{height: height, keep: true, draw: func(c *canvas, top float64) {
		d.drawLines(c.under(e), at.x, top, left, lineStyle)
		if right != "" {
			c.under(sender).textRight(at.x+at.width, top+lineStyle.baseline(), right, lineStyle)
		}
	}}}
}

// underLine is the line of facts under the title, with a rule below it.
func (d *document) underLine() []*piece {
	at := d.at
	lines := d.t.lines(strings.Join(d.report.Under, "　｜　"), noteStyle, at.width)
	if len(lines) == 0 {
		return nil
	}
	e := d.root.add("P")
	height := float64(float64(len(lines))*noteStyle.lead) + 10
	return []*piece{{before: 2, height: height, keep: true, draw: func(c *canvas, top float64) {
		d.drawLines(c.under(e), at.x, top, lines, noteStyle)
		c.rule(at.x, at.x+at.width, top+height-6, 0.5, rule)
	}}}
}

// frontLines sets text over the whole measure, in lines of much the same length.
func (d *document) frontLines(e *element, s string, st style) []*piece {
	at := d.at
	lines := d.t.balanced(s, st, at.width)
	out := make([]*piece, len(lines))
	for i, l := range lines {
		out[i] = &piece{height: st.lead, keep: true, draw: func(c *canvas, top float64) {
			c.under(e).text(at.x, top+st.baseline(), l.Text+l.After, st)
		}}
	}
	return out
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
		text := d.report.Footer
		if i == 0 && d.report.Foot != "" {
			text = d.report.Foot
		}
		d.foot(c, text, fmt.Sprintf("%d / %d", i+1, len(d.flow.pages)))
	}
}

// mostFoot is how many lines the foot of a page has room for.
const mostFoot = 2

// foot sets the rule of the foot, what stands under it, and the number of the page.
func (d *document) foot(c *canvas, text, number string) {
	at := c.sheet.frame()
	y := c.sheet.height - c.sheet.foot
	c.rule(at.x, at.x+at.width, y-11.2, 0.75, rule)
	if d.report.Draft != "" {
		number = d.report.Draft + "　" + number
	}
	c.textRight(at.x+at.width, y, number, footerStyle)
	room := at.width - d.t.width(d.t.clean(number), footerStyle) - 16
	lines := d.t.lines(text, footerStyle, room)
	for i, l := range lines[:min(len(lines), mostFoot)] {
		line := l.Text + l.After
		if i == mostFoot-1 && len(lines) > mostFoot {
			line = d.shorten(l.Text+lines[mostFoot].Text, footerStyle, room)
		}
		c.text(at.x, y+float64(float64(i)*footerStyle.lead), line, footerStyle)
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
	c.deco(shapeOp{points: corners, line: 1, colour: red})
	c.text(right-w+6, y, text, markingStyle)
}

func (d *document) runningTitle(c *canvas) {
	at := c.sheet.frame()
	room := at.width
	if d.report.Marking != "" {
		room -= d.t.width(d.shorten(d.report.Marking, markingStyle, at.width/2), markingStyle) + 24
	}
	title := d.report.Head
	if title == "" {
		title = d.report.Title
	}
	c.text(at.x, c.sheet.line, d.shorten(title, footerStyle, room), footerStyle)
}

// shorten cuts text that repeats what stands elsewhere in full to one line of a width.
// Of a long one it reads the beginning: it is asked for on every page.
func (d *document) shorten(s string, st style, width float64) string {
	whole := true
	if most := mostShown(width); len(s) > most {
		s, whole = strings.ToValidUTF8(s[:most], ""), false
	}
	lines := d.t.lines(s, st, width)
	if len(lines) == 0 {
		return ""
	}
	if len(lines) == 1 && whole {
		return lines[0].Text
	}
	runes := []rune(lines[0].Text)
	for len(runes) > 0 && d.t.width(string(runes)+"…", st) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// mostShown is how many bytes of a text are looked at for a line: no letter is narrower than a point, nor longer than
// four bytes.
func mostShown(width float64) int { return 4 * int(max(width, 0)+100) }
