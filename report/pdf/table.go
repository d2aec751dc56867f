package pdf

import (
	"slices"

	"pilot90/report/content"
)

const (
	cellPadY  = 2.7
	densePadY = 1.2
	signRoom  = 12.0 // for the sign of a row's tone, before its first cell
)

// grid is a table under layout.
type grid struct {
	d      *document
	at     frame
	b      *content.Table
	whole  *element
	st     style
	head   style
	widths []float64
	wide   float64
	padX   float64   // left and right of the text in a cell
	padY   float64   // above and below it
	widest []float64 // of a table with a dressing: the longest line of text in each column
}

// table sets a table: caption, head (again on every page), rows that are never split, notes.
func (d *document) table(parent *element, b *content.Table, heading string) []*piece {
	g := &grid{d: d, at: d.at, b: b, whole: parent.add("Table"), st: cellStyle, head: headStyle, padY: cellPadY}
	if b.Dense {
		g.padY = densePadY
	}
	g.size()
	var out []*piece
	if b.Caption != heading {
		out = g.caption()
	}
	head, again := &piece{}, (*piece)(nil)
	if b.Dress == nil || !b.Dress.Bare {
		head, again = g.headPiece(g.whole), g.headPiece(nil)
		out = append(out, head)
	}
	if len(b.Rows) == 0 {
		out = append(out, g.none())
	}
	for i := range b.Rows {
		if b.Dress != nil {
			out = append(out, g.dressedRow(i, again))
			continue
		}
		out = append(out, g.row(i, again)...)
	}
	g.keepEnds(out, head)
	out = append(out, g.foot(parent)...)
	if len(out) > 0 {
		out[0].before = max(out[0].before, 10)
	}
	return out
}

// size chooses the largest type at which every word fits into its column, in the two largest also every number with its
// unit; where none does, words of the smallest are broken.
func (g *grid) size() {
	wishes := g.d.t.wishes(g.b)
	sizes := []float64{9.5, 9, 9.5, 9, 8.5, 8}
	whole := 2 // the first sizes, at which numbers stay on one line
	if g.b.Dense {
		sizes, whole = []float64{8, 8}, 1
	}
	for i, size := range sizes {
		g.st, g.head = cellStyle.scaled(size), headStyle
		g.padX = float64(0.45*size) - float64(1.2*(9.5-size))
		asked := demands(wishes, g.st.size, g.head.size, g.beside)
		if g.b.Dress != nil {
			g.padX = dressedPad
			g.dressedDemands(asked)
		}
		if i < whole {
			asked = unbroken(g.b.Columns, asked)
		}
		g.widths = columnWidths(g.b.Columns, asked, g.at.width)
		if fits(g.widths, asked) {
			break
		}
	}
	g.wide = 0
	for _, w := range g.widths {
		g.wide += w
	}
}

// beside is the room in a cell of column i that its text cannot have.
func (g *grid) beside(i int) float64 {
	if g.b.Dress != nil {
		return 2 * dressedPad
	}
	if i == 0 && hasSigns(g.b) {
		return 2*g.padX + signRoom
	}
	return 2 * g.padX
}

func fits(widths []float64, asked []demand) bool {
	for i, w := range widths {
		if w < asked[i].need-0.01 {
			return false
		}
	}
	return true
}

func (g *grid) caption() []*piece {
	lines := g.d.t.balanced(g.b.Caption, captionStyle, g.at.width)
	if len(lines) == 0 {
		return nil
	}
	e := g.whole.add("Caption")
	height := float64(float64(len(lines))*captionStyle.lead) + 3
	return []*piece{{before: 12, height: height, keep: true, draw: func(c *canvas, top float64) {
		g.d.drawLines(c.under(e), g.at.x, top, lines, captionStyle)
	}}}
}

// headPiece draws the column heads; on a later page they belong to nobody, since a reader
// of the structure has heard them.
func (g *grid) headPiece(whole *element) *piece {
	cells := make([][]line, len(g.b.Columns))
	owners := make([]*element, len(g.b.Columns))
	var tr *element
	if whole != nil {
		tr = whole.add("TR")
	}
	height := 0.0
	for i, column := range g.b.Columns {
		cells[i] = g.d.t.balanced(column.Head, g.head, g.inner(i))
		height = max(height, float64(len(cells[i]))*g.head.lead)
		if tr != nil {
			owners[i] = tr.add("TH")
			owners[i].scope = "Column"
		}
	}
	var group *element
	if tr != nil && g.b.Dress != nil {
		group = tr.add("TH")
	}
	above, drawAbove := g.over(group)
	height += 2*g.padY + above
	return &piece{height: height, keep: true, draw: func(c *canvas, top float64) {
		if drawAbove != nil {
			drawAbove(c, top)
		}
		for i, lines := range cells {
			free := height - float64(2*g.padY) - float64(float64(len(lines))*g.head.lead)
			g.cell(c.under(owners[i]), i, top+g.padY+free, lines, g.head)
		}
		c.rule(g.at.x, g.at.x+g.wide, top+height, 0.9, ink)
	}}
}

// inner returns the measure of the text in column i.
func (g *grid) inner(i int) float64 {
	return max(g.widths[i]-g.beside(i)-g.indent(i), g.st.size)
}

// cell sets the lines of one cell by the alignment of its column.
func (g *grid) cell(c *canvas, i int, top float64, lines []line, st style) {
	x := g.at.x + g.padX + g.indent(i)
	for _, w := range g.widths[:i] {
		x += w
	}
	if i == 0 && hasSigns(g.b) {
		x += signRoom
	}
	free := g.inner(i)
	for k, l := range lines {
		y := top + float64(float64(k)*st.lead) + st.baseline()
		switch g.b.Columns[i].Align {
		case content.Right:
			c.text(x+free-l.width, y, l.Text, st)
		case content.Center:
			c.text(x+float64((free-l.width)/2), y, l.Text, st)
		default:
			c.text(x, y, l.Text+l.After, st)
		}
	}
}

// none stands in place of rows when there are none.
func (g *grid) none() *piece {
	tr := g.whole.add("TR").add("TD")
	tr.span = len(g.b.Columns)
	text := g.d.pair("該当する行はありません。", "There are no rows.")
	height := g.st.lead + 2*g.padY
	return &piece{height: height, draw: func(c *canvas, top float64) {
		c.under(tr).text(g.at.x+g.padX, top+g.padY+g.st.baseline(), text, g.st.in(sub))
		c.rule(g.at.x, g.at.x+g.wide, top+height, 0.5, rule)
	}}
}

// keepEnds holds the head with the first two rows, and the last two rows together, so that
// no page begins or ends with a single row of a table.
func (g *grid) keepEnds(pieces []*piece, head *piece) {
	first := slices.Index(pieces, head) + 1
	rows := pieces[first:]
	if len(rows) > 1 {
		rows[0].keep = true
		rows[len(rows)-2].keep = true
	}
	if len(rows) > 0 && len(g.b.Notes)+len(g.tones()) > 0 {
		rows[len(rows)-1].keep = true
	}
	const short = 8 // a table of so many rows is not parted, as long as it takes no more than a quarter of a page
	if len(rows) <= short && stacked(rows) < g.at.height/4 {
		for i := range len(rows) - 1 {
			rows[i].keep = true
		}
	}
}

// foot explains the signs that were used, and carries the notes.
func (g *grid) foot(parent *element) []*piece {
	var out []*piece
	defer func() {
		const short = 5 // notes of so many lines stay with their table, the first ones of longer notes
		for i := range min(len(out)-1, short) {
			out[i].keep = true
		}
	}()
	if tones := g.tones(); len(tones) > 0 {
		e := parent.add("P")
		out = append(out, &piece{before: 3, height: noteStyle.lead, draw: func(c *canvas, top float64) {
			x := g.at.x
			for _, tone := range tones {
				x = g.d.badge(c.under(e), x, top+noteStyle.baseline(), looks[tone], noteStyle) + 12
			}
		}})
	}
	for _, note := range g.b.Notes {
		lines := g.d.t.lines(note, noteStyle, g.at.width)
		if len(lines) == 0 {
			continue
		}
		pieces := g.d.textPieces(parent.add("P"), lines, noteStyle, g.at.x, g.at.width)
		pieces[0].before = 3
		out = append(out, pieces...)
	}
	return out
}

// tones returns the states that rows of the table carry, in the order of their weight.
func (g *grid) tones() []content.Tone {
	var out []content.Tone
	for _, tone := range []content.Tone{content.Good, content.Watch, content.Bad, content.Away} {
		if slices.Contains(g.b.Tones, tone) {
			out = append(out, tone)
		}
	}
	return out
}

func hasSigns(b *content.Table) bool {
	return slices.ContainsFunc(b.Tones, func(t content.Tone) bool { return t > content.Note })
}
