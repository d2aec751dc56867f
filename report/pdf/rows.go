package pdf

import (
	"pilot90/report/content"
)

// row sets row i: one piece, or several when it is taller than a page.
func (g *grid) row(i int, head *piece) []*piece {
	st := g.rowStyle(i)
	tr := g.whole.add("TR")
	cells, owners := make([][]line, len(g.b.Columns)), make([]*element, len(g.b.Columns))
	tall := 1
	for k := range g.b.Columns {
		owners[k] = tr.add("TD")
		if k == 0 {
			owners[k].kind, owners[k].scope = "TH", "Row"
		}
		if k < len(g.b.Rows[i]) {
			cells[k] = g.d.t.lines(g.b.Rows[i][k], st, g.inner(k))
			tall = max(tall, len(cells[k]))
		}
	}
	most := int((g.at.height - head.height - 2*g.padY) / st.lead)
	var out []*piece
	for from := 0; from < tall; from += most {
		part := make([][]line, len(cells))
		for k, lines := range cells {
			part[k] = lines[min(from, len(lines)):min(from+most, len(lines))]
		}
		out = append(out, g.strip(i, part, owners, st, head, from == 0))
	}
	return out
}

func (g *grid) rowStyle(i int) style {
	st := g.st
	st.bold = isTotal(g.b, i)
	if i < len(g.b.Tones) && g.b.Tones[i] == content.Note {
		st.colour = sub
	}
	return st
}

// strip is the drawn part of a row, with its rules and sign.
func (g *grid) strip(i int, cells [][]line, owners []*element, st style, head *piece, first bool) *piece {
	tall := 1
	for _, lines := range cells {
		tall = max(tall, len(lines))
	}
	height := float64(float64(tall)*st.lead) + float64(2*g.padY)
	return &piece{height: height, head: head, draw: func(c *canvas, top float64) {
		g.rules(c, i, top, height)
		if first && i < len(g.b.Tones) {
			g.sign(c, g.b.Tones[i], owners[0], top+g.padY+st.baseline(), st)
		}
		for k, lines := range cells {
			g.cell(c.under(owners[k]), k, top+g.padY, lines, st)
		}
	}}
}

func (g *grid) rules(c *canvas, i int, top, height float64) {
	if isTotal(g.b, i) && i > 0 {
		c.rule(g.at.x, g.at.x+g.wide, top, 0.9, ink)
	}
	c.rule(g.at.x, g.at.x+g.wide, top+height, 0.5, rule)
}

// sign draws the sign of a row's tone before its first cell.
func (g *grid) sign(c *canvas, tone content.Tone, owner *element, y float64, st style) {
	l, ok := looks[tone]
	if !ok {
		return
	}
	span := owner.add("Span")
	span.actual = l.word(g.d.report.Lang)
	l.sign(c.under(span), g.at.x+g.padX, y, signSize(st), l.colour)
}

// isTotal reports whether row i is the total of the table.
func isTotal(b *content.Table, i int) bool { return b.Total && i == len(b.Rows)-1 }
