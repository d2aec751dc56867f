package picture

import (
	"fmt"
	"math"
	"strconv"
)

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

// pathReader reads the data of an SVG path element.
type pathReader struct {
	data  string
	at    int
	steps []Step
	pen   Point // where the last step ended
	start Point // where the open figure began
	ctrl  Point // last control point, for S and T
	err   error
}

// parsePath turns path data (all commands of SVG 1.1, absolute and relative) into steps.
func parsePath(data string) ([]Step, error) {
	r := &pathReader{data: data}
	command, last := byte(0), byte(0)
	for r.err == nil {
		r.skip()
		if r.at == len(r.data) {
			return r.steps, nil
		}
		switch c := r.data[r.at]; {
		case c >= 'A':
			command = c
			r.at++
		case command == 0 || command == 'Z' || command == 'z':
			r.err = fmt.Errorf("path data: a number stands where a command must stand, at %d", r.at)
		}
		if r.err == nil {
			r.command(command, last)
		}
		switch last = command; command { // more points after a move are lines
		case 'M':
			command = 'L'
		case 'm':
			command = 'l'
		}
	}
	return nil, r.err
}

func (r *pathReader) skip() {
	for r.at < len(r.data) && (r.data[r.at] <= ' ' || r.data[r.at] == ',') {
		r.at++
	}
}

// number reads one number; "1.5.5" is two, "1-2" is two.
func (r *pathReader) number() float64 {
	r.skip()
	from, dot := r.at, false
	for r.at < len(r.data) {
		c := r.data[r.at]
		exponent := r.at > from && (r.data[r.at-1]|0x20) == 'e'
		inside := '0' <= c && c <= '9' || c|0x20 == 'e' && r.at > from ||
			(c == '-' || c == '+') && (r.at == from || exponent) || c == '.' && !dot
		if !inside {
			break
		}
		dot = dot || c == '.' || c|0x20 == 'e'
		r.at++
	}
	v, err := strconv.ParseFloat(r.data[from:r.at], 64)
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("path data: no number at %d", from)
	}
	return v
}

// flag reads a flag of an arc, which may be written without a space after it.
func (r *pathReader) flag() bool {
	r.skip()
	if r.at < len(r.data) && (r.data[r.at] == '0' || r.data[r.at] == '1') {
		r.at++
		return r.data[r.at-1] == '1'
	}
	r.err = fmt.Errorf("path data: no flag at %d", r.at)
	return false
}

func (r *pathReader) point(relative bool) Point {
	p := Point{r.number(), r.number()}
	if relative {
		p.X += r.pen.X
		p.Y += r.pen.Y
	}
	return p
}

func (r *pathReader) command(command, last byte) {
	relative := command >= 'a'
	switch upper := command &^ 0x20; upper {
	case 'M':
		r.start = r.point(relative)
		r.to(MoveTo, r.start)
	case 'L':
		r.to(LineTo, r.point(relative))
	case 'H', 'V':
		r.straight(upper, relative)
	case 'C':
		a, b := r.point(relative), r.point(relative)
		r.curve(a, b, r.point(relative))
	case 'S':
		a := r.mirrored(last, "CcSs")
		b := r.point(relative)
		r.curve(a, b, r.point(relative))
	case 'Q':
		c := r.point(relative)
		r.quadratic(c, r.point(relative))
	case 'T':
		r.quadratic(r.mirrored(last, "QqTt"), r.point(relative))
	case 'A':
		rx, ry, turn := r.number(), r.number(), r.number()
		large, sweep := r.flag(), r.flag()
		r.arc(rx, ry, turn*math.Pi/180, large, sweep, r.point(relative))
	case 'Z':
		r.steps = append(r.steps, Step{Kind: Closing})
		r.pen = r.start
	default:
		r.err = fmt.Errorf("path data: command %q is not known", command)
	}
}

func (r *pathReader) to(kind byte, p Point) {
	r.steps = append(r.steps, Step{Kind: kind, P: [3]Point{p}})
	r.pen = p
}

func (r *pathReader) straight(axis byte, relative bool) {
	p, v := r.pen, r.number()
	switch {
	case axis == 'H' && relative:
		p.X += v
	case axis == 'H':
		p.X = v
	case relative:
		p.Y += v
	default:
		p.Y = v
	}
	r.to(LineTo, p)
}

func (r *pathReader) curve(a, b, end Point) {
	r.steps = append(r.steps, Step{CurveTo, [3]Point{a, b, end}})
	r.ctrl, r.pen = b, end
}

// quadratic raises a quadratic curve to a cubic one.
func (r *pathReader) quadratic(c, end Point) {
	from := r.pen
	r.curve(between(from, c, 2.0/3), between(end, c, 2.0/3), end)
	r.ctrl = c
}

func between(a, b Point, part float64) Point {
	return Point{a.X + float64(part*(b.X-a.X)), a.Y + float64(part*(b.Y-a.Y))}
}

// mirrored returns the first control point of a smooth curve: the last one reflected, when
// the command before was of the same family.
func (r *pathReader) mirrored(last byte, family string) Point {
	for i := range len(family) {
		if family[i] == last {
			return Point{2*r.pen.X - r.ctrl.X, 2*r.pen.Y - r.ctrl.Y}
		}
	}
	return r.pen
}

// arc draws an elliptical arc as curves of at most a quarter turn each (SVG 1.1, F.6: the
// centre is found from the end points).
func (r *pathReader) arc(rx, ry, turn float64, large, sweep bool, end Point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || r.pen == end {
		r.to(LineTo, end)
		return
	}
	sin, cos := math.Sincos(turn)
	half := Point{(r.pen.X - end.X) / 2, (r.pen.Y - end.Y) / 2}
	x := float64(cos*half.X) + float64(sin*half.Y)
	y := float64(cos*half.Y) - float64(sin*half.X)
	if s := float64(x*x)/float64(rx*rx) + float64(y*y)/float64(ry*ry); s > 1 {
		rx, ry = rx*math.Sqrt(s), ry*math.Sqrt(s)
	}
	top := float64(rx*rx*ry*ry) - float64(rx*rx*y*y) - float64(ry*ry*x*x)
	k := math.Sqrt(max(0, top/(float64(rx*rx*y*y)+float64(ry*ry*x*x))))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	from := math.Atan2((y-cy)/ry, (x-cx)/rx)
	sweepAngle := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - from
	switch {
	case sweep && sweepAngle < 0:
		sweepAngle += 2 * math.Pi
	case !sweep && sweepAngle > 0:
		sweepAngle -= 2 * math.Pi
	}
	centre := Point{
		float64(cos*cx) - float64(sin*cy) + float64((r.pen.X+end.X)/2),
		float64(sin*cx) + float64(cos*cy) + float64((r.pen.Y+end.Y)/2),
	}
	frame := Matrix{cos * rx, sin * rx, -sin * ry, cos * ry, centre.X, centre.Y}
	r.sweep(frame, from, sweepAngle, end)
}

// sweep adds the arc of the unit circle from an angle on, seen through frame.
func (r *pathReader) sweep(frame Matrix, from, angle float64, end Point) {
	n := int(math.Ceil(math.Abs(angle)/(math.Pi/2) - 1e-9))
	if n == 0 {
		r.to(LineTo, end)
		return
	}
	part := angle / float64(n)
	pull := 4.0 / 3 * math.Tan(part/4)
	for i := range n {
		a := from + float64(float64(i)*part)
		sinA, cosA := math.Sincos(a)
		sinB, cosB := math.Sincos(a + part)
		stop := frame.Apply(Point{cosB, sinB})
		if i == n-1 {
			stop = end
		}
		r.curve(frame.Apply(Point{cosA - float64(pull*sinA), sinA + float64(pull*cosA)}),
			frame.Apply(Point{cosB + float64(pull*sinB), sinB - float64(pull*cosB)}), stop)
	}
}
