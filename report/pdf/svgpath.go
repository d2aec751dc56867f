package pdf

import (
	"fmt"
	"math"
	"strconv"
)

// The kinds of steps.
const (
	moveTo  = 'M'
	lineTo  = 'L'
	curveTo = 'C'
	closing = 'Z'
)

// step is one step of an outline: to p[0] (M, L), or a curve over p[0] and p[1] to p[2].
type step struct {
	kind byte
	p    [3]point
}

// pathReader reads the data of an SVG path element.
type pathReader struct {
	data  string
	at    int
	steps []step
	pen   point // where the last step ended
	start point // where the open figure began
	ctrl  point // last control point, for S and T
	err   error
}

// parsePath turns path data (all commands of SVG 1.1, absolute and relative) into steps.
func parsePath(data string) ([]step, error) {
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

func (r *pathReader) point(relative bool) point {
	p := point{r.number(), r.number()}
	if relative {
		p.x += r.pen.x
		p.y += r.pen.y
	}
	return p
}

func (r *pathReader) command(command, last byte) {
	relative := command >= 'a'
	switch upper := command &^ 0x20; upper {
	case 'M':
		r.start = r.point(relative)
		r.to(moveTo, r.start)
	case 'L':
		r.to(lineTo, r.point(relative))
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
		r.steps = append(r.steps, step{kind: closing})
		r.pen = r.start
	default:
		r.err = fmt.Errorf("path data: command %q is not known", command)
	}
}

func (r *pathReader) to(kind byte, p point) {
	r.steps = append(r.steps, step{kind: kind, p: [3]point{p}})
	r.pen = p
}

func (r *pathReader) straight(axis byte, relative bool) {
	p, v := r.pen, r.number()
	switch {
	case axis == 'H' && relative:
		p.x += v
	case axis == 'H':
		p.x = v
	case relative:
		p.y += v
	default:
		p.y = v
	}
	r.to(lineTo, p)
}

func (r *pathReader) curve(a, b, end point) {
	r.steps = append(r.steps, step{curveTo, [3]point{a, b, end}})
	r.ctrl, r.pen = b, end
}

// quadratic raises a quadratic curve to a cubic one.
func (r *pathReader) quadratic(c, end point) {
	from := r.pen
	r.curve(between(from, c, 2.0/3), between(end, c, 2.0/3), end)
	r.ctrl = c
}

func between(a, b point, part float64) point {
	return point{a.x + float64(part*(b.x-a.x)), a.y + float64(part*(b.y-a.y))}
}

// mirrored returns the first control point of a smooth curve: the last one reflected, when
// the command before was of the same family.
func (r *pathReader) mirrored(last byte, family string) point {
	for i := range len(family) {
		if family[i] == last {
			return point{2*r.pen.x - r.ctrl.x, 2*r.pen.y - r.ctrl.y}
		}
	}
	return r.pen
}

// arc draws an elliptical arc as curves of at most a quarter turn each (SVG 1.1, F.6: the
// centre is found from the end points).
func (r *pathReader) arc(rx, ry, turn float64, large, sweep bool, end point) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || r.pen == end {
		r.to(lineTo, end)
		return
	}
	sin, cos := math.Sincos(turn)
	half := point{(r.pen.x - end.x) / 2, (r.pen.y - end.y) / 2}
	x := float64(cos*half.x) + float64(sin*half.y)
	y := float64(cos*half.y) - float64(sin*half.x)
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
	centre := point{
		float64(cos*cx) - float64(sin*cy) + (r.pen.x+end.x)/2,
		float64(sin*cx) + float64(cos*cy) + (r.pen.y+end.y)/2,
	}
	frame := matrix{cos * rx, sin * rx, -sin * ry, cos * ry, centre.x, centre.y}
	r.sweep(frame, from, sweepAngle, end)
}

// sweep adds the arc of the unit circle from an angle on, seen through frame.
func (r *pathReader) sweep(frame matrix, from, angle float64, end point) {
	n := int(math.Ceil(math.Abs(angle)/(math.Pi/2) - 1e-9))
	if n == 0 {
		r.to(lineTo, end)
		return
	}
	part := angle / float64(n)
	pull := 4.0 / 3 * math.Tan(part/4)
	for i := range n {
		a := from + float64(float64(i)*part)
		sinA, cosA := math.Sincos(a)
		sinB, cosB := math.Sincos(a + part)
		stop := frame.apply(point{cosB, sinB})
		if i == n-1 {
			stop = end
		}
		r.curve(frame.apply(point{cosA - float64(pull*sinA), sinA + float64(pull*cosA)}),
			frame.apply(point{cosB + float64(pull*sinB), sinB - float64(pull*cosB)}), stop)
	}
}
