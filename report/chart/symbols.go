package chart

import "pilot90/report/picture"

// outlines of symbols, on a circle of radius 1.
var outlines = map[string][]picture.Point{
	"diamond":  {{X: 0, Y: -1.15}, {X: 1, Y: 0}, {X: 0, Y: 1.15}, {X: -1, Y: 0}},
	"triangle": {{X: 0, Y: -1.1}, {X: 1.05, Y: 0.85}, {X: -1.05, Y: 0.85}},
	"square":   {{X: -0.85, Y: -0.85}, {X: 0.85, Y: -0.85}, {X: 0.85, Y: 0.85}, {X: -0.85, Y: 0.85}},
	"star": {{X: 0, Y: -1.15}, {X: 0.324, Y: -0.447}, {X: 1.094, Y: -0.355}, {X: 0.525, Y: 0.171}, {X: 0.676, Y: 0.93},
		{X: 0, Y: 0.552}, {X: -0.676, Y: 0.93}, {X: -0.525, Y: 0.171}, {X: -1.094, Y: -0.355}, {X: -0.324, Y: -0.447}},
}

func (f *fitted) symbol(at picture.Point, m mark) {
	r := 0.42 * f.em
	if m.Size > 0 {
		r = m.Size * f.em
	}
	s := picture.Shape{Fill: inkOf(m.Fill), Stroke: inkOf(m.Stroke), Line: f.pen(m, 0.1)}
	to := func(x, y float64) picture.Point { return picture.Point{X: at.X + float64(x*r), Y: at.Y + float64(y*r)} }
	switch m.Symbol {
	case "circle", "ring":
		s.Outline = picture.Circle(at, r)
	case "tick":
		s.Outline, s.Fill = picture.Through([]picture.Point{to(0, -1), to(0, 1)}, false), picture.Paint{}
	case "cross":
		down := picture.Through([]picture.Point{to(-1, -1), to(1, 1)}, false)
		s.Outline = append(down, picture.Through([]picture.Point{to(-1, 1), to(1, -1)}, false)...)
		s.Fill, s.Line = picture.Paint{}, f.pen(m, 0.18)
	default:
		s.Outline = picture.Mapped(picture.Through(outlines[m.Symbol], true),
			func(p picture.Point) picture.Point { return to(p.X, p.Y) })
	}
	f.put(s)
	if m.Symbol == "ring" {
		f.put(picture.Shape{Outline: picture.Circle(at, r*0.45), Fill: inkOf(m.Stroke)})
	}
}

// drawLegend draws the legend above the plot, row by row.
func (f *fitted) drawLegend() {
	for i, row := range f.rows {
		y := float64(f.em*0.95) + float64(float64(i)*f.em*1.7)
		for _, c := range row {
			f.swatch(c, y)
			f.sentence(picture.Point{X: c.x + float64(f.em*2.1), Y: y},
				f.shortened(c.Name, f.em, false, f.width-c.x-float64(f.em*2.1)),
				mark{Fill: f.plan.Ink}, f.em, 0)
		}
	}
}

func (f *fitted) swatch(c cell, y float64) {
	to := func(x, dy float64) picture.Point {
		return picture.Point{X: c.x + float64(f.em*x), Y: y + float64(f.em*dy)}
	}
	switch m := c.Mark; m.Kind {
	case "rect":
		f.rect(to(0, -0.42), to(1.7, 0.42), m)
	case "line":
		f.line([]picture.Point{to(0, 0), to(1.7, 0)}, m)
		if m.Symbol != "" {
			m.Stroke = m.Ink
			f.symbol(to(0.85, 0), m)
		}
	default:
		f.symbol(to(0.95, 0), m)
	}
}
