package pdf

import (
	"cmp"

	"pilot90/report/chart"
	"pilot90/report/content"
)

// What a cell with a drawing asks for, in points, and how long a name may be that is never parted.
const (
	sparkGap   = 4.0  // between small columns and the text beside them
	leastSpark = 52.0 // small columns
	leastUnits = 60.0 // squares
	leastBar   = 46.0 // a bar of a cycle
	wholeName  = 90.0 // a state, a person's name
	shortHead  = 6.0  // a head that is never parted, in ems
)

// dressedDemands measures the columns of a table with a dressing in the style that each line has, with what stands
// beside the lines.
func (g *grid) dressedDemands(asked []demand) {
	g.widest = make([]float64, len(asked))
	for k := range asked {
		head := g.d.t.longest(g.b.Columns[k].Head, g.head)
		if wide := g.d.t.widest(g.b.Columns[k].Head, g.head); wide <= float64(shortHead*g.head.size) {
			head = wide
		}
		most := demand{head, head}
		for row := range g.b.Rows {
			d := g.cellDemand(row, k)
			most.need, most.want = max(most.need, d.need), max(most.want, d.want)
		}
		around := g.beside(k) + g.indent(k) + 0.1
		asked[k] = demand{most.need + around, most.want + around}
	}
}

// cellDemand is what one cell asks for without the room around it.
func (g *grid) cellDemand(row, column int) demand {
	if column >= len(g.b.Rows[row]) {
		return demand{}
	}
	look, out, extra := g.b.Dress.Cell(row, column), demand{}, 0.0
	if look.Sign > content.Note {
		extra = signWide
	}
	switch d := look.Draw.(type) {
	case content.Spark:
		extra += leastSpark + sparkGap
	case content.Progress:
		out = demand{leastBar, leastBar}
	case content.Units:
		out = demand{min(chart.CellWidth(d), leastUnits), chart.CellWidth(d)}
	}
	for i, part := range splitLines(g.b.Rows[row][column]) {
		st := g.dressedStyle(row, i, look)
		wide, word := g.d.t.width(part, st), g.d.t.longest(part, st)
		if i == 0 && look.Strong && wide <= wholeName {
			word = wide
		}
		g.widest[column] = max(g.widest[column], wide)
		out = demand{max(out.need, word+extra), max(out.want, wide+extra)}
	}
	return out
}

// dressedStyle is how line i of a cell is set.
func (g *grid) dressedStyle(row, i int, look content.Dress) style {
	st, tone := g.rowStyle(row), look.Tone
	if i > 0 || look.Small {
		st, tone = noteStyle, cmp.Or(look.Below, look.Tone)
	}
	st.bold = st.bold || look.Strong && i == 0
	if colour, toned := toneColours[tone]; toned {
		st.colour = colour
	}
	return st
}

// sparkRoom is the part of a cell that its small columns have; the text beside them has the rest.
func (g *grid) sparkRoom(column int, inner float64) float64 {
	return max(0, min(float64(inner*0.76), inner-g.widest[column]-sparkGap))
}
