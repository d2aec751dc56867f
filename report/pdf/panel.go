package pdf

import "pilot90/report/content"

const panelPad = 8.5

// panel sets a few amounts on a field of their own, each large over what it is the amount of.
func (d *document) panel(parent *element, b content.Panel) []*piece {
	at := d.at
	width := at.width - 2*panelPad
	div := parent.add("Div")
	type row struct {
		lines []line
		st    style
		e     *element
		above float64
		line  bool // a thin rule stands above it
	}
	var rows []row
	add := func(lines []line, st style, above float64, ruled bool) {
		if len(lines) > 0 {
			rows = append(rows, row{lines, st, div.add("P"), above, ruled})
		}
	}
	title := captionStyle.scaled(9)
	add(d.t.lines(b.Title, title, width), title, 0, false)
	for i, item := range b.Items {
		value := style{true, 17, 19.5, blue}
		lines := d.t.lines(item.Value, value, width)
		if len(lines) > 1 {
			value = headingStyle.in(blue)
			lines = d.t.lines(item.Value, value, width)
		}
		add(lines, value, float64(1+2*min(i, 1)), false)
		add(d.t.lines(item.Label, cardDetail, width), cardDetail, 0, false)
	}
	add(d.t.lines(b.Note, noteStyle, width), noteStyle, 9, true)
	height := 2 * panelPad
	for _, r := range rows {
		height += r.above + float64(float64(len(r.lines))*r.st.lead)
	}
	if len(rows) == 0 {
		return nil
	}
	return []*piece{{before: 8, height: height, draw: func(c *canvas, top float64) {
		c.rect(at.x, top, at.width, height, field)
		y := top + panelPad
		for _, r := range rows {
			if r.line {
				c.rule(at.x+panelPad, at.x+at.width-panelPad, y+4, 0.6, rule)
			}
			y = d.drawLines(c.under(r.e), at.x+panelPad, y+r.above, r.lines, r.st)
		}
	}}}
}
