package picture

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f); in SVG's order a b c d e f.
type Matrix [6]float64

// Mul returns the Matrix that applies n first and then m.
func (m Matrix) Mul(n Matrix) Matrix {
	p, q, o := m.vector(n[0], n[1]), m.vector(n[2], n[3]), m.Apply(Point{n[4], n[5]})
	return Matrix{p.X, p.Y, q.X, q.Y, o.X, o.Y}
}

func (m Matrix) vector(x, y float64) Point {
	return Point{float64(m[0]*x) + float64(m[2]*y), float64(m[1]*x) + float64(m[3]*y)}
}

func (m Matrix) Apply(p Point) Point {
	v := m.vector(p.X, p.Y)
	return Point{v.X + m[4], v.Y + m[5]}
}

// Scale is by how much the Matrix widens a line.
func (m Matrix) Scale() float64 {
	return math.Sqrt(math.Abs(float64(m[0]*m[3]) - float64(m[1]*m[2])))
}

func (m Matrix) Steps(steps []Step) []Step {
	out := make([]Step, len(steps))
	for i, s := range steps {
		out[i] = Step{s.Kind, [3]Point{m.Apply(s.P[0]), m.Apply(s.P[1]), m.Apply(s.P[2])}}
	}
	return out
}

// parseTransform reads a list of transformations: Matrix, translate, scale, rotate.
func parseTransform(s string) (Matrix, error) {
	m := Matrix{1, 0, 0, 1, 0, 0}
	for rest := strings.TrimSpace(s); rest != ""; {
		name, after, _ := strings.Cut(rest, "(")
		inside, tail, ok := strings.Cut(after, ")")
		v, err := numbersOf(inside)
		if !ok || err != nil {
			return m, fmt.Errorf("transform %q cannot be read", s)
		}
		next, ok := transformation(strings.Trim(name, " ,"), v)
		if !ok {
			return m, fmt.Errorf("transform %q is not known", s)
		}
		m = m.Mul(next)
		rest = strings.TrimLeft(tail, " ,")
	}
	return m, nil
}

func transformation(name string, v []float64) (Matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return Matrix(v), true
	case name == "translate" && len(v) == 1:
		return Matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && len(v) == 2:
		return Matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && len(v) == 1:
		return Matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && len(v) == 2:
		return Matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		turn := Matrix{cos, sin, -sin, cos, 0, 0}
		if len(v) == 3 {
			turn = Matrix{1, 0, 0, 1, v[1], v[2]}.Mul(turn).Mul(Matrix{1, 0, 0, 1, -v[1], -v[2]})
		}
		return turn, true
	}
	return Matrix{}, false
}

func numbersOf(s string) ([]float64, error) {
	var out []float64
	for _, word := range strings.FieldsFunc(s, func(c rune) bool { return c == ',' || c <= ' ' }) {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// outline returns the outline of a shape element in points.
func (r *svgReader) outline(n *node, frame Matrix) []Step {
	number := func(name string) float64 { return r.optional(n, name) }
	var steps []Step
	switch n.name {
	case "path":
		var err error
		if steps, err = parsePath(n.attrs["d"]); err != nil {
			r.fail("%w", err)
		}
	case "rect":
		steps = box(number("x"), number("y"), number("width"), number("height"))
	case "circle":
		steps = ellipse(number("cx"), number("cy"), number("r"), number("r"))
	case "ellipse":
		steps = ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
	case "line":
		steps = through([]Point{{number("x1"), number("y1")}, {number("x2"), number("y2")}}, false)
	case "polyline", "polygon":
		v, err := numbersOf(n.attrs["points"])
		if err != nil || len(v)%2 != 0 {
			r.fail("points %q cannot be read", n.attrs["points"])
		}
		var points []Point
		for i := 0; i+1 < len(v); i += 2 {
			points = append(points, Point{v[i], v[i+1]})
		}
		steps = through(points, n.name == "polygon")
	default:
		r.fail("element %q is not known", n.name)
	}
	return frame.Steps(steps)
}

func through(points []Point, closed bool) []Step {
	var out []Step
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

func box(x, y, w, h float64) []Step {
	return through([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true)
}

func ellipse(cx, cy, rx, ry float64) []Step {
	r := &pathReader{}
	r.to(MoveTo, Point{cx + rx, cy})
	r.sweep(Matrix{rx, 0, 0, ry, cx, cy}, 0, 2*math.Pi, r.pen)
	return append(r.steps, Step{Kind: Closing})
}

// paint reads a colour attribute together with the opacities that bear on it.
func (r *svgReader) paint(s state, name, otherwise string) Paint {
	value := s.attrs[name]
	if value == "" {
		value = otherwise
	}
	p, err := parseColour(value)
	if err != nil {
		r.fail("%w", err)
	}
	for _, opacity := range []string{name + "-opacity", "opacity"} {
		if v := s.attrs[opacity]; v != "" {
			p.Opacity *= r.float(v)
		}
	}
	return p
}

// parseColour reads "none", "#rgb", "#rrggbb", "rgb(…)", "rgba(…)", and the names in use.
func parseColour(s string) (Paint, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "none", "transparent":
		return Paint{}, nil
	case "black":
		return Paint{Opacity: 1}, nil
	case "white":
		return Paint{255, 255, 255, 1}, nil
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && len(hex) == 6 {
			return Paint{uint8(v >> 16), uint8(v >> 8), uint8(v), 1}, nil
		}
	}
	if inside, ok := strings.CutPrefix(strings.TrimPrefix(s, "rgba"), "("); ok || strings.HasPrefix(s, "rgb(") {
		v, err := numbersOf(strings.TrimSuffix(strings.TrimPrefix(inside, "rgb("), ")"))
		if err == nil && len(v) == 3 {
			v = append(v, 1)
		}
		if err == nil && len(v) == 4 {
			return Paint{uint8(v[0]), uint8(v[1]), uint8(v[2]), min(1, max(0, v[3]))}, nil
		}
	}
	return Paint{}, fmt.Errorf("colour %q is not known", s)
}
