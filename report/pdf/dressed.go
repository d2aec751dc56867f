package pdf

import (
	"pilot90/report/chart"
	"pilot90/report/content"
)

// A table with a dressing has cells of a large line with small ones below it, a mark before the text and a drawing
// beside or above it. Its cells are laid out here; widths, heads and pages are those of every table.

// rose is the ground of a row that cannot wait.
var rose = rgb{0xFD, 0xEE, 0xEC}

// toneColours are those of a text that means a state.
var toneColours = map[content.Tone]rgb{content.Note: sub, content.Good: blue, content.Watch: amber, content.Bad: red,
	content.Away: grey}

const (
	barTall    = 8.0  // of a bar in a cell
	sparkTall  = 17.0 // of a row of small columns
	dressedPad = 2.6  // left and right of the text in a cell
	dressedGap = 1.9  // above and below it
	signWide   = 14.0 // for a mark before a text
)

// dressedCell is one cell broken into lines, each with its style.
type dressedCell struct {
	look   content.Dress
	lines  []line
	styles []style
	height float64
}

// dress lays out the text of a cell: the first of the lines of the content large, the others small.
func (g *grid) dress(row, column int) dressedCell {
	c := dressedCell{look: g.b.Dress.Cell(row, column)}
	text := ""
	if column < len(g.b.Rows[row]) {
		text = g.b.Rows[row][column]
	}
	room := g.inner(column)
	if c.look.Sign > content.Note {
		room -= signWide
	}
	if _, beside := c.look.Draw.(content.Spark); beside {
		room -= g.sparkRoom(column, room) + sparkGap
	}
	for i, part := range splitLines(text) {
		st := g.dressedStyle(row, i, c.look)
		for _, l := range g.d.t.clauses(part, st, room) {
			c.lines, c.styles = append(c.lines, l), append(c.styles, st)
			c.height += st.lead
		}
	}
	switch c.look.Draw.(type) {
	case content.Progress:
		c.height += barTall + 3
	case content.Spark:
		c.height = max(c.height, sparkTall)
	case content.Units:
		c.height = max(c.height, cellStyle.lead)
	}
	return c
}

// apart is the room between numbers and words that begin right behind them.
const apart = 8.0

// indent is what a column of words keeps from the numbers before it.
func (g *grid) indent(i int) float64 {
	if g.b.Dress != nil && i > 0 && g.b.Columns[i].Align == content.Left && g.b.Columns[i-1].Align == content.Right {
		return apart
	}
	return 0
}

// dressedRow sets row i with its cells in the middle of its height, those that have more than one line from the same
// height.
func (g *grid) dressedRow(i int, head *piece) *piece {
	tr := g.whole.add("TR")
	cells, owners := make([]dressedCell, len(g.b.Columns)), make([]*element, len(g.b.Columns))
	height := 0.0
	for k := range g.b.Columns {
		owners[k] = tr.add("TD")
		if k == 0 {
			owners[k].kind, owners[k].scope = "TH", "Row"
		}
		cells[k] = g.dress(i, k)
		height = max(height, cells[k].height)
	}
	height += 2 * dressedGap
	return &piece{height: height, head: head, draw: func(c *canvas, top float64) {
		if g.b.Dress.Alarm(i) {
			c.rect(g.at.x, top, g.wide, height, rose)
		}
		g.rules(c, i, top, height)
		x := g.at.x
		for k := range cells {
			g.drawDressed(c, owners[k], &cells[k], k, x+g.padX+g.indent(k), top+float64((height-cells[k].height)/2))
			x += g.widths[k]
		}
	}}
}

// drawDressed draws a cell: its mark, its drawing, its lines.
func (g *grid) drawDressed(c *canvas, owner *element, cell *dressedCell, column int, x, top float64) {
	free := g.inner(column)
	if l, ok := looks[cell.look.Sign]; ok && len(cell.lines) > 0 {
		span := owner.add("Span")
		span.actual = l.word(g.d.report.Lang)
		l.sign(c.under(span), x, top+cell.styles[0].baseline()+0.8, 11, l.colour)
		x, free = x+signWide, free-signWide
	}
	switch d := cell.look.Draw.(type) {
	case content.Progress:
		c.under(nil).drawing(chart.Cell(d, free, barTall), x, top+1.5)
		top += barTall + 3
	case content.Spark:
		width := g.sparkRoom(column, free)
		c.under(nil).drawing(chart.Cell(d, width, sparkTall-3), x, top+float64((cell.height-sparkTall)/2)+1)
		if len(cell.lines) > 0 {
			top += float64((cell.height - cell.styles[0].lead) / 2)
		}
	case content.Units:
		width := min(free, chart.CellWidth(d))
		c.under(nil).drawing(chart.Cell(d, width, cellStyle.lead), x, top)
	}
	c.under(owner)
	for i, l := range cell.lines {
		st := cell.styles[i]
		y := top + st.baseline()
		switch g.b.Columns[column].Align {
		case content.Right:
			c.text(x+free-l.width, y, l.Text, st)
		case content.Center:
			c.text(x+float64((free-l.width)/2), y, l.Text, st)
		default:
			c.text(x, y, l.Text+l.After, st)
		}
		top += st.lead
	}
}

// over is the row of headings over the heads, each with a line below it; nil where the table has none.
func (g *grid) over(owner *element) (height float64, draw func(c *canvas, top float64)) {
	if g.b.Dress == nil || len(g.b.Dress.Over) != len(g.b.Columns) {
		return 0, nil
	}
	names := g.b.Dress.Over
	return g.head.lead + 4, func(c *canvas, top float64) {
		x := g.at.x
		for i := 0; i < len(names); {
			width, to := 0.0, i
			for ; to < len(names) && names[to] == names[i]; to++ {
				width += g.widths[to]
			}
			if text := g.d.shorten(names[i], g.head, width-2); text != "" {
				c.under(owner).text(x+float64((width-g.d.t.width(text, g.head))/2), top+g.head.baseline(), text, g.head.in(ink))
				c.rule(x+2, x+width-1, top+g.head.lead+3, 0.5, rule)
			}
			x, i = x+width, to
		}
	}
}
