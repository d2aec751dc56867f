// Package picture is a drawing as plain values: outlines with their paints, and texts.
//
// The one idea: every medium paints the same list, so that a chart in a PDF, in a PNG and in an SVG
// image is one drawing. The package builds outlines and writes SVG; it measures no text, knows no
// font and decides nothing about what is drawn.
package picture

import "math"

// Picture is a drawing in its own units from the upper left corner; y runs downwards.
type Picture struct {
	Width, Height float64
	Shapes        []Shape // in the order of painting
}

// Shape is an outline with its paints or, with Text set, a text painted with Fill.
type Shape struct {
	Outline []Step
	Fill    Paint
	Stroke  Paint
	Line    float64 // width of the stroke; ends are cut straight, corners are pointed
	Dash    []float64

	Text   string
	At     Point   // on the baseline
	Anchor float64 // part of the width before At: 0, 0.5 or 1
	Size   float64
	Bold   bool
	Up     bool // the text runs upwards from At, not to the right
}

// Paint is an opaque colour; the zero Paint paints nothing.
type Paint struct {
	R, G, B uint8
	Solid   bool
}

// Point is a place.
type Point struct{ X, Y float64 }

// The kinds of steps.
const (
	MoveTo  = 'M'
	LineTo  = 'L'
	CurveTo = 'C'
	Closing = 'Z'
)

// Step is one step of an outline: to P[0] (M, L), or a curve over P[0] and P[1] to P[2].
type Step struct {
	Kind byte
	P    [3]Point
}

// Places are how many points of the step count.
func (s Step) Places() int {
	switch s.Kind {
	case CurveTo:
		return 3
	case Closing:
		return 0
	}
	return 1
}

// Mapped returns the steps with every point mapped by to.
func Mapped(steps []Step, to func(Point) Point) []Step {
	out := make([]Step, len(steps))
	for i, s := range steps {
		out[i].Kind = s.Kind
		for k := range s.Places() {
			out[i].P[k] = to(s.P[k])
		}
	}
	return out
}

// Through is the line through the points, closed or open.
func Through(points []Point, closed bool) []Step {
	out := make([]Step, 0, len(points)+1)
	for i, p := range points {
		kind := byte(LineTo)
		if i == 0 {
			kind = MoveTo
		}
		out = append(out, Step{Kind: kind, P: [3]Point{p}})
	}
	if closed && len(out) > 0 {
		out = append(out, Step{Kind: Closing})
	}
	return out
}

// Box is a rectangle whose corners are rounded with radius r.
func Box(x, y, w, h, r float64) []Step {
	if r == 0 {
		return Through([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true)
	}
	b := outline{}
	corners := []struct {
		centre Point
		from   float64 // in turns from the right, clockwise
	}{{Point{x + w - r, y + r}, 0.75}, {Point{x + w - r, y + h - r}, 0}, {Point{x + r, y + h - r}, 0.25},
		{Point{x + r, y + r}, 0.5}}
	for _, c := range corners {
		b.arc(c.centre, r, c.from, c.from+0.25)
	}
	return append(b.steps, Step{Kind: Closing})
}

// Circle is a whole one.
func Circle(centre Point, r float64) []Step {
	b := outline{}
	b.arc(centre, r, 0, 1)
	return append(b.steps, Step{Kind: Closing})
}

// outline collects steps.
type outline struct{ steps []Step }

// arc goes to the beginning of an arc and along it, in curves of at most a quarter turn; angles are
// in turns from the right, clockwise.
func (o *outline) arc(centre Point, r, from, to float64) {
	at := func(turns, along float64) Point { // on the circle, and so far along its tangent
		sin, cos := math.Sincos(2 * math.Pi * turns)
		return Point{centre.X + float64(r*cos) - float64(along*sin), centre.Y + float64(r*sin) + float64(along*cos)}
	}
	kind := byte(LineTo)
	if len(o.steps) == 0 {
		kind = MoveTo
	}
	o.steps = append(o.steps, Step{Kind: kind, P: [3]Point{at(from, 0)}})
	n := math.Ceil(float64(math.Abs(to-from)*4) - 1e-9)
	part := (to - from) / n
	pull := float64(r * 4 / 3 * math.Tan(math.Pi/2*part))
	for i := range int(n) {
		a := from + float64(float64(i)*part)
		b := a + part
		o.steps = append(o.steps, Step{CurveTo, [3]Point{at(a, pull), at(b, -pull), at(b, 0)}})
	}
}
