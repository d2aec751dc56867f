package png

import (
	"math"

	"pilot90/report/picture"
)

// point is a place in pixels.
type point struct{ x, y float64 }

// polyline is an outline of straight pieces.
type polyline struct {
	points []point
	closed bool
}

// straighten scales an outline and turns its curves into straight pieces.
func straighten(steps []picture.Step, scale float64) []polyline {
	var out []polyline
	at := func(p picture.Point) point { return point{float64(p.X * scale), float64(p.Y * scale)} }
	for _, s := range steps {
		if s.Kind == picture.MoveTo || len(out) == 0 {
			out = append(out, polyline{points: []point{at(s.P[0])}})
			continue
		}
		last := &out[len(out)-1]
		if last.closed { // after a close the pen is at the start
			out = append(out, polyline{points: []point{last.points[0]}})
			last = &out[len(out)-1]
		}
		switch s.Kind {
		case picture.LineTo:
			last.points = append(last.points, at(s.P[0]))
		case picture.CurveTo:
			last.points = curve(last.points, at(s.P[0]), at(s.P[1]), at(s.P[2]))
		case picture.Closing:
			last.closed = true
		}
	}
	return out
}

// curve adds a cubic curve in pieces that stay well within a quarter of a pixel of it.
func curve(points []point, a, b, end point) []point {
	from := points[len(points)-1]
	n := min(128, 4+int(2*math.Sqrt(distance(from, a)+distance(a, b)+distance(b, end))))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		p, q, r := between(from, a, t), between(a, b, t), between(b, end, t)
		points = append(points, between(between(p, q, t), between(q, r, t), t))
	}
	return points
}

func between(a, b point, t float64) point {
	return point{a.x + float64(t*(b.x-a.x)), a.y + float64(t*(b.y-a.y))}
}

func distance(a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// areas are the polygons of outlines that are filled.
func areas(outlines []polyline) [][]point {
	var out [][]point
	for _, o := range outlines {
		if len(o.points) > 2 {
			out = append(out, o.points)
		}
	}
	return out
}
