package chart

import (
	"cmp"
	"math"

	"pilot90/report/content"
)

// Parts of a funnel's band, from its top: the bar, then the slope to the next stage.
const (
	funnelBar  = 0.58
	funnelBand = 3.1 // ems a stage
)

func funnelHeight(c *content.Chart, _ float64) float64 {
	return 1.2 + float64(funnelBand*float64(len(c.Categories)))
}

// paintFunnel draws one bar a stage with its count and share, and between two stages the slope
// with the number lost.
func paintFunnel(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 {
		cv.empty()
		return
	}
	s := c.Series[0]
	cv.y = bands(len(c.Categories))
	cv.plan.Least = float64(2.6 * cv.y.max)
	cv.y.inverse = true
	cv.x = scale(known(c.Series[:1]), 4, true)
	cv.x.step, cv.x.grid = 0, false
	cv.x.max = maxOf(known(c.Series[:1]))
	cv.plan.LeftLabels = c.Categories
	for i := range c.Categories {
		cv.funnelStage(s, i)
	}
	for i := range c.Categories {
		cv.funnelLoss(s, i)
	}
	cv.add(lineOf(cv.rule, 0.09, point{0, "top"}, point{0, "bottom"}))
}

func (cv *canvas) funnelStage(s content.Series, i int) {
	y, v := float64(i), at(s.Values, i)
	cv.rowLabel(cv.chart.Categories[i], y+funnelBar/2, 2)
	if v == nil {
		cv.add(textAt(0, y+funnelBar/2, cmp.Or(labelAt(s, i, ""), cv.noData), cv.quiet).shifted(em{0.5, 0}))
		return
	}
	text := labelAt(s, i, cv.chart.Unit)
	cv.plan.RightLabels = append(cv.plan.RightLabels, text)
	cv.funnelSlope(s, i)
	cv.add(
		rect(0, y, *v, y+funnelBar, fill{paint: cv.main}).tipped(tip(cv.chart.Categories[i], text)),
		textAt(*v, y+funnelBar/2, text, cv.ink).shifted(em{0.5, 0}).strong(),
	)
}

// funnelSlope joins stage i to the next.
func (cv *canvas) funnelSlope(s content.Series, i int) {
	v, next := at(s.Values, i), at(s.Values, i+1)
	if next == nil || i+1 >= len(cv.chart.Categories) {
		return
	}
	y := float64(i)
	cv.add(mark{Kind: "area", Fill: cv.soft, At: []point{
		{0, y + funnelBar}, {*v, y + funnelBar}, {*next, y + 1}, {0, y + 1},
	}})
}

// funnelLoss says how many left between stage i and the next.
func (cv *canvas) funnelLoss(s content.Series, i int) {
	v, next := at(s.Values, i), at(s.Values, i+1)
	if v == nil || next == nil || i+1 >= len(cv.chart.Categories) {
		return
	}
	lost := *v - *next
	if lost <= 0 || lost != math.Trunc(lost) {
		return
	}
	middle := float64(i) + (1+funnelBar)/2
	m := textAt(0, middle, cv.drop+content.Round(lost, 0)+cv.chart.Unit, cv.ink).shifted(em{1.5, 0})
	m.Fit = true
	cv.add(symbolAt(0, middle, "down", cv.alert, cv.alert).sized(0.27).shifted(em{0.9, 0}), m)
}

// rowLabel writes a row's name in the left margin, in at most so many lines.
func (cv *canvas) rowLabel(name string, y float64, lines int) {
	cv.add(textAt("start", y, name, cv.ink).within("left", lines))
}

// empty says in the middle of the plot that there is nothing to draw.
func (cv *canvas) empty() {
	cv.x, cv.y = bands(1), bands(1)
	cv.add(textAt("center", "middle", cv.noData, cv.quiet).aligned("center", "middle"))
}

func maxOf(values []float64) float64 {
	out := 0.0
	for _, v := range values {
		out = max(out, v)
	}
	if out == 0 {
		return 1
	}
	return out
}
