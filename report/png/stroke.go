package png

import "math"

// stroke is how a line is drawn; lengths in pixels.
type stroke struct {
	half float64 // half its width; ends are cut straight, corners are pointed
	dash []float64
}

// polygons are shapes that together cover the line: one for each piece and corner.
// They all turn the same way, so that where they overlap nothing is left out.
func (s stroke) polygons(outlines []polyline) [][]point {
	var out [][]point
	for _, o := range s.dashed(outlines) {
		p := distinct(o)
		for i := 1; i < len(p); i++ {
			out = append(out, s.piece(p[i-1], p[i]))
		}
		for i := 1; i+1 < len(p); i++ {
			out = s.corner(out, p[i-1], p[i], p[i+1])
		}
		if n := len(p); n > 2 && o.closed {
			out = s.corner(out, p[n-2], p[0], p[1])
		}
	}
	return out
}

// distinct drops repeated points; a closed line ends where it began.
func distinct(o polyline) []point {
	points := o.points
	if o.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var out []point
	for _, p := range points {
		if len(out) == 0 || distance(out[len(out)-1], p) > 1e-6 {
			out = append(out, p)
		}
	}
	return out
}

// normal points from the line to its side, half a width away.
func (s stroke) normal(a, b point) point {
	d := distance(a, b)
	return point{float64(-(b.y-a.y)*s.half) / d, float64((b.x-a.x)*s.half) / d}
}

func (s stroke) piece(a, b point) []point {
	n := s.normal(a, b)
	return turned([]point{{a.x + n.x, a.y + n.y}, {b.x + n.x, b.y + n.y}, {b.x - n.x, b.y - n.y}, {a.x - n.x, a.y - n.y}})
}

// miterLimit is SVG's: how far a pointed corner may reach, in half widths.
const miterLimit = 4

// corner fills the outer side between two pieces that meet at b.
func (s stroke) corner(out [][]point, a, b, c point) [][]point {
	n, m := s.normal(a, b), s.normal(b, c)
	if cross := float64(n.x*m.y) - float64(n.y*m.x); cross > 0 { // the outer side is the other one
		n, m = point{-n.x, -n.y}, point{-m.x, -m.y}
	}
	p, q := point{b.x + n.x, b.y + n.y}, point{b.x + m.x, b.y + m.y}
	shape := []point{b, p, q}
	// The tip lies on the sum of both normals, at half²/(1 + cos) of it.
	sum := point{n.x + m.x, n.y + m.y}
	square := float64(sum.x*sum.x) + float64(sum.y*sum.y)
	if k := float64(2*s.half*s.half) / square; square > 1e-9 && k*math.Sqrt(square) <= miterLimit*s.half {
		shape = []point{b, p, {b.x + float64(k*sum.x), b.y + float64(k*sum.y)}, q}
	}
	return append(out, turned(shape))
}

// turned gives a polygon the direction that all have.
func turned(p []point) []point {
	area := 0.0
	for i := range p {
		a, b := p[i], p[(i+1)%len(p)]
		area += float64(a.x*b.y) - float64(b.x*a.y)
	}
	if area < 0 {
		for i, k := 0, len(p)-1; i < k; i, k = i+1, k-1 {
			p[i], p[k] = p[k], p[i]
		}
	}
	return p
}

// dashed cuts lines into dashes.
func (s stroke) dashed(outlines []polyline) []polyline {
	whole := 0.0
	for _, d := range s.dash {
		whole += d
	}
	if whole < 0.01 {
		return outlines
	}
	var out []polyline
	for _, o := range outlines {
		out = append(out, s.cut(distinct(o))...)
	}
	return out
}

// cut walks along a line and keeps every other length of the pattern.
func (s stroke) cut(points []point) []polyline {
	if len(points) == 0 {
		return nil
	}
	var out []polyline
	at, i, left := points[0], 0, s.dash[0]
	open := []point{at}
	for _, to := range points[1:] {
		for d := distance(at, to); d > left; d = distance(at, to) {
			at = between(at, to, left/d)
			if i%2 == 0 {
				out = append(out, polyline{points: append(open, at)})
			}
			open = []point{at}
			i++
			left = max(s.dash[i%len(s.dash)], 0.01)
		}
		left -= distance(at, to)
		at = to
		open = append(open, at)
	}
	if i%2 == 0 && len(open) > 1 {
		out = append(out, polyline{points: open})
	}
	return out
}
