package chart

import (
	"math"

	"pilot90/report/content"
)

func curveHeight(c *content.Chart, width float64) float64 {
	return min(max(width*0.42, 18), 26) + riskHeight(c)
}

// riskHeight is the room for the numbers at risk below the axis.
func riskHeight(c *content.Chart) float64 {
	if !hasRisk(c) {
		return 0
	}
	return 1.7 + float64(1.4*float64(len(c.Curves)))
}

func hasRisk(c *content.Chart) bool {
	for _, curve := range c.Curves {
		if len(curve.AtRisk) > 0 {
			return true
		}
	}
	return false
}

// riskStep is the time between two numbers at risk; 0 without any.
func riskStep(c *content.Chart) float64 {
	for _, curve := range c.Curves {
		if len(curve.AtRisk) > 1 {
			return curve.AtRisk[1].Time - curve.AtRisk[0].Time
		}
	}
	return 0
}

// paintStepCurve draws survival curves as steps with their interval as a pale area, a tick at
// each censored observation, and the numbers still observed below the axis.
func paintStepCurve(cv *canvas) {
	c := cv.chart
	if len(c.Curves) == 0 {
		cv.empty()
		return
	}
	cv.x = scale(curveTimes(c), 6, true)
	if step := riskStep(c); step > 0 { // each number at risk stands below a tick
		cv.x.step, cv.x.max = step, math.Ceil(cv.x.max/step)*step
		for cv.x.max > 7*cv.x.step {
			cv.x.step *= 2
			cv.x.max = math.Ceil(cv.x.max/cv.x.step) * cv.x.step
		}
	}
	cv.x.grid, cv.x.line = false, true
	cv.y = axis{max: 100, step: 25, unit: "％", grid: true}
	cv.plan.Top, cv.plan.Bottom = 2.5, 2.2+riskHeight(c)
	if c.Low {
		cv.y.step, cv.plan.Top = 50, 0.8
	}
	cv.plan.Right = 1.6
	cv.curveNames()
	cv.markNames()
	cv.curveBands()
	for i := range c.Curves {
		cv.curve(i)
		cv.riskRow(i)
	}
	cv.markLines()
	cv.curveLegend()
}

func (cv *canvas) curveNames() {
	cv.shareNames()
	if hasRisk(cv.chart) {
		cv.add(textAt("start", "bottom", cv.atRisk, cv.quiet).aligned("left", "top").shifted(em{0, cv.riskTop()}))
	}
}

// shareNames writes what both axes of a chart of shares are.
func (cv *canvas) shareNames() {
	if name := cv.chart.YTitle; name != "" && !cv.chart.Low {
		cv.add(textAt("start", "top", name, cv.quiet).aligned("left", "bottom").shifted(em{0, -1.0}))
	}
	if name := withUnit(cv.chart.XTitle, cv.chart.Unit); name != "" {
		cv.plan.Bottom += 1.3
		cv.add(textAt("right", "bottom", name, cv.quiet).aligned("right", "top").shifted(em{0.8, 1.9}))
	}
}

// riskTop is the place of the heading of the numbers at risk, in ems below the axis.
func (cv *canvas) riskTop() float64 {
	if withUnit(cv.chart.XTitle, cv.chart.Unit) != "" {
		return 3.3
	}
	return 2.0
}

func curveTimes(c *content.Chart) []float64 {
	var out []float64
	for _, curve := range c.Curves {
		for _, p := range curve.Points {
			out = append(out, p.Time)
		}
	}
	return out
}

// curveBands draws the interval of every curve first, so that no area covers a line.
func (cv *canvas) curveBands() {
	for _, curve := range cv.chart.Curves {
		var upper, lower []point
		for i, p := range curve.Points {
			if i+1 == len(curve.Points) || math.IsNaN(p.Low) || math.IsNaN(p.High) {
				continue
			}
			next := curve.Points[i+1].Time
			upper = append(upper, point{p.Time, 100 * p.High}, point{next, 100 * p.High})
			lower = append(lower, point{p.Time, 100 * p.Low}, point{next, 100 * p.Low})
		}
		if len(upper) == 0 {
			continue
		}
		for i := len(lower) - 1; i >= 0; i-- {
			upper = append(upper, lower[i])
		}
		cv.add(mark{Kind: "area", Fill: cv.soft, At: upper})
	}
}

func (cv *canvas) curve(i int) {
	curve, pen := cv.chart.Curves[i], cv.curvePen(i)
	var steps []point
	for k, p := range curve.Points {
		if k > 0 {
			steps = append(steps, point{p.Time, 100 * curve.Points[k-1].S})
		}
		steps = append(steps, point{p.Time, 100 * p.S})
	}
	if pen.At = steps; len(steps) > 1 {
		cv.add(pen)
	}
	for _, p := range curve.Points {
		text := tip(curve.Name, content.Round(p.Time, 1)+cv.chart.Unit, content.Percent(p.S))
		if p.Censored > 0 {
			cv.add(symbolAt(p.Time, 100*p.S, "tick", "", pen.Stroke).sized(0.5).thicker(0.14))
		}
		cv.add(symbolAt(p.Time, 100*p.S, "circle", unseen, "").sized(0.6).tipped(text))
	}
	if n := len(curve.Points); n > 0 && len(cv.chart.Curves) > 1 {
		last := curve.Points[n-1]
		cv.plan.RightLabels = append(cv.plan.RightLabels, curve.Name)
		m := textAt(last.Time, 100*last.S, curve.Name, cv.ink).shifted(em{0.5, 0})
		m.Fit = true // the legend has it too
		cv.add(m)
	}
}

// curvePen is the line of the i-th curve: each has a colour and a dash of its own.
func (cv *canvas) curvePen(i int) mark {
	dashes := [][]float64{nil, {0.7, 0.35}, {0.2, 0.25}, {1.2, 0.3, 0.2, 0.3}}
	return mark{Kind: "line", Stroke: cv.seriesFill(i).ink, Thick: 0.22, Dash: dashes[i%len(dashes)]}
}

func (cv *canvas) riskRow(i int) {
	curve := cv.chart.Curves[i]
	y := cv.riskTop() + 1.5 + float64(1.4*float64(i))
	if len(cv.chart.Curves) > 1 && len(curve.AtRisk) > 0 {
		cv.plan.LeftLabels, cv.plan.Left = append(cv.plan.LeftLabels, curve.Name), 1
		m := textAt("start", "bottom", curve.Name, cv.ink).aligned("left", "top").shifted(em{0, y})
		cv.add(m.within("left", 1))
	}
	for _, r := range curve.AtRisk {
		if math.Mod(r.Time, cv.x.step) != 0 {
			continue
		}
		place := int(math.Round((r.Time - cv.x.min) / cv.x.step))
		m := textAt(r.Time, "bottom", content.Round(float64(r.N), 0), cv.ink).aligned("center", "top").shifted(em{0, y})
		m.Every, m.Span, m.Fit = &place, cv.x.step, true // with the number of the axis above it
		cv.plan.Under = append(cv.plan.Under, m.Text)
		cv.add(m)
	}
}

func (cv *canvas) curveLegend() {
	censored, bands := false, false
	for i, curve := range cv.chart.Curves {
		if curve.Name != "" {
			cv.legend(curve.Name, cv.curvePen(i))
		}
		for _, p := range curve.Points {
			censored = censored || p.Censored > 0
			bands = bands || p.High > p.Low
		}
	}
	if bands {
		cv.legend(cv.interval, mark{Kind: "rect", Fill: cv.soft})
	}
	if censored {
		cv.legend(cv.censored, symbolAt(nil, nil, "tick", "", cv.curvePen(0).Stroke).sized(0.5).thicker(0.14))
	}
}
