package chart

import (
	"pilot90/report/content"
)

func limitsHeight(_ *content.Chart, width float64) float64 { return min(max(width*0.5, 18), 26) }

// paintLimits draws the share of each unit over its size, with the share of all and the limits within which chance
// alone puts it: a small unit far from the rest is inside them.
func paintLimits(cv *canvas) {
	c := cv.chart
	if len(c.Spots) == 0 {
		cv.empty()
		return
	}
	var sizes []float64
	for _, s := range c.Spots {
		sizes = append(sizes, s.Of)
	}
	for _, curve := range c.Curves {
		for _, p := range curve.Points {
			sizes = append(sizes, p.Time)
		}
	}
	cv.x = scale(sizes, 6, true)
	cv.x.grid, cv.x.line = false, true
	cv.y = axis{max: 100, step: 25, unit: "％", grid: true}
	cv.plan.Top, cv.plan.Bottom, cv.plan.Right = 2.5, 2.2, 1.6
	cv.shareNames()
	cv.markNames()
	for i, curve := range c.Curves {
		cv.limit(i, curve)
	}
	cv.markLines()
	for _, s := range c.Spots {
		cv.spot(s)
	}
}

// limit draws both lines of one limit.
func (cv *canvas) limit(i int, curve content.Curve) {
	pen := cv.curvePen(i + 1)
	pen.Stroke = cv.quiet
	for _, side := range []func(content.CurvePoint) float64{
		func(p content.CurvePoint) float64 { return p.Low }, func(p content.CurvePoint) float64 { return p.High }} {
		pen.At = nil
		for _, p := range curve.Points {
			pen.At = append(pen.At, point{p.Time, 100 * side(p)})
		}
		if len(pen.At) > 1 {
			cv.add(pen)
		}
	}
	pen.At = nil
	cv.legend(curve.Name, pen)
}

// spot draws one unit: beyond the limits as a filled diamond, else as a circle.
func (cv *canvas) spot(s content.Spot) {
	m := symbolAt(s.Of, 100*s.Share, "circle", cv.paper, cv.main).sized(0.42)
	if s.Outside {
		m = symbolAt(s.Of, 100*s.Share, "diamond", cv.main, cv.main).sized(0.55)
	}
	cv.add(m.tipped(tip(s.Name, content.Percent(s.Share), content.Round(s.Of, 0)+cv.chart.Unit)))
	if s.Labelled {
		name := textAt(s.Of, 100*s.Share, s.Name, cv.ink).aligned("left", "middle").shifted(em{0.8, 0})
		if s.Of > 0.6*cv.x.max {
			name = name.aligned("right", "middle").shifted(em{-0.8, 0})
		}
		name.Fit = true
		cv.add(name)
	}
}
