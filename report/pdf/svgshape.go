package pdf

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f); in SVG's order a b c d e f.
type matrix [6]float64

// mul returns the matrix that applies n first and then m.
func (m matrix) mul(n matrix) matrix {
	p, q, o := m.vector(n[0], n[1]), m.vector(n[2], n[3]), m.apply(point{n[4], n[5]})
	return matrix{p.x, p.y, q.x, q.y, o.x, o.y}
}

func (m matrix) vector(x, y float64) point {
	return point{float64(m[0]*x) + float64(m[2]*y), float64(m[1]*x) + float64(m[3]*y)}
}

func (m matrix) apply(p point) point {
	v := m.vector(p.x, p.y)
	return point{v.x + m[4], v.y + m[5]}
}

// scale is by how much the matrix widens a line.
func (m matrix) scale() float64 {
	return math.Sqrt(math.Abs(float64(m[0]*m[3]) - float64(m[1]*m[2])))
}

func (m matrix) steps(steps []step) []step {
	out := make([]step, len(steps))
	for i, s := range steps {
		out[i] = step{s.kind, [3]point{m.apply(s.p[0]), m.apply(s.p[1]), m.apply(s.p[2])}}
	}
	return out
}

// parseTransform reads a list of transformations: matrix, translate, scale, rotate.
func parseTransform(s string) (matrix, error) {
	m := matrix{1, 0, 0, 1, 0, 0}
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
		m = m.mul(next)
		rest = strings.TrimLeft(tail, " ,")
	}
	return m, nil
}

func transformation(name string, v []float64) (matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return matrix(v), true
	case name == "translate" && len(v) == 1:
		return matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && len(v) == 2:
		return matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && len(v) == 1:
		return matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && len(v) == 2:
		return matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		turn := matrix{cos, sin, -sin, cos, 0, 0}
		if len(v) == 3 {
			turn = matrix{1, 0, 0, 1, v[1], v[2]}.mul(turn).mul(matrix{1, 0, 0, 1, -v[1], -v[2]})
		}
		return turn, true
	}
	return matrix{}, false
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
func (r *svgReader) outline(n *node, frame matrix) []step {
	number := func(name string) float64 { return r.optional(n, name) }
	var steps []step
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
		steps = through([]point{{number("x1"), number("y1")}, {number("x2"), number("y2")}}, false)
	case "polyline", "polygon":
		v, err := numbersOf(n.attrs["points"])
		if err != nil || len(v)%2 != 0 {
			r.fail("points %q cannot be read", n.attrs["points"])
		}
		var points []point
		for i := 0; i+1 < len(v); i += 2 {
			points = append(points, point{v[i], v[i+1]})
		}
		steps = through(points, n.name == "polygon")
	default:
		r.fail("element %q is not known", n.name)
	}
	return frame.steps(steps)
}

func through(points []point, closed bool) []step {
	var out []step
	for i, p := range points {
		kind := byte(lineTo)
		if i == 0 {
			kind = moveTo
		}
		out = append(out, step{kind: kind, p: [3]point{p}})
	}
	if closed && len(out) > 0 {
		out = append(out, step{kind: closing})
	}
	return out
}

func box(x, y, w, h float64) []step {
	return through([]point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true)
}

func ellipse(cx, cy, rx, ry float64) []step {
	r := &pathReader{}
	r.to(moveTo, point{cx + rx, cy})
	r.sweep(matrix{rx, 0, 0, ry, cx, cy}, 0, 2*math.Pi, r.pen)
	return append(r.steps, step{kind: closing})
}

// paint reads a colour attribute together with the opacities that bear on it.
func (r *svgReader) paint(s state, name, otherwise string) paint {
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
			p.opacity *= r.float(v)
		}
	}
	return p
}

// parseColour reads "none", "#rgb", "#rrggbb", "rgb(…)", "rgba(…)", and the names in use.
func parseColour(s string) (paint, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "none", "transparent":
		return paint{}, nil
	case "black":
		return paint{rgb{}, 1}, nil
	case "white":
		return paint{white, 1}, nil
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && len(hex) == 6 {
			return paint{rgb{uint8(v >> 16), uint8(v >> 8), uint8(v)}, 1}, nil
		}
	}
	if inside, ok := strings.CutPrefix(strings.TrimPrefix(s, "rgba"), "("); ok || strings.HasPrefix(s, "rgb(") {
		v, err := numbersOf(strings.TrimSuffix(strings.TrimPrefix(inside, "rgb("), ")"))
		if err == nil && len(v) == 3 {
			v = append(v, 1)
		}
		if err == nil && len(v) == 4 {
			return paint{rgb{uint8(v[0]), uint8(v[1]), uint8(v[2])}, min(1, max(0, v[3]))}, nil
		}
	}
	return paint{}, fmt.Errorf("colour %q is not known", s)
}
