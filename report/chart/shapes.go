package chart

import (
	"math"
	"strconv"

	"pilot90/report/picture"
)

// drawn collects the shapes of a drawing.
type drawn struct {
	shapes []picture.Shape
	taken  []box // by texts
}

func (d *drawn) put(s picture.Shape) {
	if s.Fill.Solid || s.Stroke.Solid {
		d.shapes = append(d.shapes, s)
	}
}

// inkOf reads a colour of this package, "#rrggbb", or one that paints nothing.
func inkOf(colour string) picture.Paint {
	if len(colour) != 7 {
		return picture.Paint{} // none, or unseen
	}
	v, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		panic("colour " + colour) // a constant of this package
	}
	return picture.Paint{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), Solid: true}
}

func (f *fitted) draw() {
	for m := range f.all() {
		if !m.invisible() {
			f.mark(m)
		}
	}
	f.drawLegend()
}

func (f *fitted) mark(m mark) {
	points := make([]picture.Point, len(m.At))
	for i, p := range m.At {
		var shift em
		if len(m.Shift) > 0 {
			shift = m.Shift[min(i, len(m.Shift)-1)]
		}
		points[i].X, points[i].Y = f.at(p, shift)
	}
	switch m.Kind {
	case "rect":
		f.rect(points[0], points[1], m)
	case "line":
		f.line(points, m)
	case "area":
		f.put(picture.Shape{Outline: picture.Through(points, true), Fill: inkOf(m.Fill)})
	case "symbol":
		f.symbol(points[0], m)
	case "text":
		f.text(points[0], m)
	default:
		panic("mark " + m.Kind) // a constant of this package
	}
}

// pen is the width of a mark's line; usual is that of its kind, in ems.
func (f *fitted) pen(m mark, usual float64) float64 {
	if m.Thick > 0 {
		usual = m.Thick
	}
	return float64(usual * f.em)
}

func (f *fitted) dashes(m mark) []float64 {
	var out []float64
	for _, d := range m.Dash {
		out = append(out, d*f.em)
	}
	return out
}

func (f *fitted) line(points []picture.Point, m mark) {
	f.put(picture.Shape{Outline: picture.Through(points, false), Stroke: inkOf(m.Stroke), Line: f.pen(m, 0.12),
		Dash: f.dashes(m)})
}

// rect fills, hatches and outlines a rectangle; the outline lies inside.
func (f *fitted) rect(a, b picture.Point, m mark) {
	r := box{min(a.X, b.X), min(a.Y, b.Y), max(math.Abs(a.X-b.X), float64(m.Least*f.em)), math.Abs(a.Y - b.Y)}
	f.put(picture.Shape{Outline: picture.Box(r.x, r.y, r.width, r.height, 0), Fill: inkOf(m.Fill)})
	if r.width > 0 && r.height > 0 {
		f.hatch(r, m)
	}
	if m.Stroke == "" {
		return
	}
	line := f.pen(m, 0.09)
	half := float64(line / 2)
	inner := picture.Box(r.x+half, r.y+half, max(0, r.width-line), max(0, r.height-line), 0)
	f.put(picture.Shape{Outline: inner, Stroke: inkOf(m.Stroke), Line: line, Dash: f.dashes(m)})
}

func (f *fitted) hatch(r box, m mark) {
	if m.Hatch == "dots" {
		if d := dotted(r, f.em*0.62, f.em*0.13); len(d) > 0 {
			f.put(picture.Shape{Outline: d, Fill: inkOf(m.Ink)})
		}
		return
	}
	for _, way := range []struct {
		name string
		turn float64
	}{{"slash", 1}, {"back", -1}} {
		if m.Hatch != way.name && m.Hatch != "cross" {
			continue
		}
		if lines := stripes(r, f.em*0.71, way.turn); len(lines) > 0 {
			f.put(picture.Shape{Outline: lines, Stroke: inkOf(m.Ink), Line: f.em * 0.133})
		}
	}
}

// stripes are the 45° lines x + turn·y = c inside a rectangle: no pattern and no clip is needed, so
// every program shows them alike.
func stripes(r box, step, turn float64) []picture.Step {
	var out []picture.Step
	from, to := r.x-r.y-r.height, r.x+r.width-r.y
	if turn > 0 {
		from, to = r.x+r.y, r.x+r.y+r.width+r.height
	}
	for c := math.Ceil(from/step) * step; c <= to; c += step {
		x1, x2 := max(r.x, c+r.y), min(r.x+r.width, c+r.y+r.height)
		if turn > 0 {
			x1, x2 = max(r.x, c-r.y-r.height), min(r.x+r.width, c-r.y)
		}
		if x2-x1 > 0.2 {
			ends := []picture.Point{{X: x1, Y: turn * (c - x1)}, {X: x2, Y: turn * (c - x2)}}
			out = append(out, picture.Through(ends, false)...)
		}
	}
	return out
}

// dotted is a pattern of small diamonds inside a rectangle.
func dotted(r box, step, size float64) []picture.Step {
	var out []picture.Step
	half := float64(step / 2)
	for y, row := r.y+half, 0; y+size < r.y+r.height; y, row = y+step, row+1 {
		x := r.x + half
		if row%2 == 1 {
			x = r.x + step
		}
		for ; x+size < r.x+r.width; x += step {
			out = append(out, picture.Through([]picture.Point{
				{X: x - size, Y: y}, {X: x, Y: y - size}, {X: x + size, Y: y}, {X: x, Y: y + size}}, true)...)
		}
	}
	return out
}
