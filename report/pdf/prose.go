package pdf

import "pilot90/report/content"

// baseline is where the baseline of a line of text lies below its top.
func (s style) baseline() float64 { return float64(s.lead/2) + float64(0.37*s.size) }

// paragraph sets running text. A tone adds a bar at the left and a line with sign and word.
func (d *document) paragraph(parent *element, p content.Paragraph) []*piece {
	at := d.at
	st, x := bodyStyle, at.x
	if p.Tone == content.Note {
		st = noteStyle
	}
	l, toned := looks[p.Tone]
	if toned {
		x += 12
	}
	measure := at.x + at.width - x
	lines := d.t.lines(p.Text, st, measure)
	if len(lines) == 0 {
		return nil
	}
	e := parent.add("P")
	var out []*piece
	if toned {
		out = append(out, &piece{height: labelStyle.lead, keep: true, draw: func(c *canvas, top float64) {
			d.badge(c.under(e), x, top+labelStyle.baseline(), l, labelStyle)
		}})
	}
	out = append(out, d.textPieces(e, lines, st, x, measure)...)
	if toned {
		for _, p := range out {
			withBar(p, at.x, l.colour)
		}
	}
	out[0].before = 7
	if p.Tone == content.Note {
		out[0].before = 4
	}
	return out
}

// textPieces makes a piece of each line; the first two and the last two stay together.
func (d *document) textPieces(e *element, lines []line, st style, x, measure float64) []*piece {
	out := make([]*piece, len(lines))
	for i, l := range lines {
		out[i] = &piece{height: st.lead, keep: i == 0 && len(lines) > 1 || i == len(lines)-2,
			draw: func(c *canvas, top float64) {
				c.under(e).justify(x, top+st.baseline(), l, st, measure)
			}}
	}
	return out
}

// withBar draws a bar at the left edge of a piece.
func withBar(p *piece, x float64, colour rgb) {
	draw, height := p.draw, p.height
	p.draw = func(c *canvas, top float64) {
		c.rect(x, top, 2.6, height, colour)
		draw(c, top)
	}
}

// list sets bullet points with a hanging indent.
func (d *document) list(parent *element, b content.List) []*piece {
	const indent = 13.0
	at, whole := d.at, &element{kind: "L"}
	var out []*piece
	for _, item := range b.Items {
		lines := d.t.lines(item, bodyStyle, at.width-indent)
		if len(lines) == 0 {
			continue
		}
		li := whole.add("LI")
		bullet, body := li.add("Lbl"), li.add("LBody")
		pieces := d.textPieces(body, lines, bodyStyle, at.x+indent, at.width-indent)
		draw := pieces[0].draw
		pieces[0].draw = func(c *canvas, top float64) {
			c.under(bullet).text(at.x+2, top+bodyStyle.baseline(), "・", bodyStyle)
			draw(c, top)
		}
		pieces[0].before = 2.5
		out = append(out, pieces...)
	}
	if len(out) > 0 {
		parent.kids = append(parent.kids, whole)
		out[0].before = 7
	}
	return out
}
