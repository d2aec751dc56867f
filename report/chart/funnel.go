package chart

import (
	"cmp"

	"pilot90/report/content"
)

// A funnel's band: the bar from its top, then room to the next. Nothing joins two bars: the stages are facts of their
// own, and who is in one need not be in the one before.
const (
	funnelBar  = 0.66
	funnelBand = 2.6 // ems a stage
)

func funnelHeight(c *content.Chart, _ float64) float64 {
	return 1.2 + float64(funnelBand*float64(len(c.Categories)))
}

// paintFunnel draws one bar a stage with its count and share.
func paintFunnel(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 {
		cv.empty()
		return
	}
	s := c.Series[0]
	cv.y = bands(len(c.Categories))
	cv.plan.Least = float64(2.4 * cv.y.max) // names of two lines
	cv.y.inverse = true
	cv.x = scale(known(c.Series[:1]), 4, true)
	cv.x.step, cv.x.grid = 0, false
	cv.x.max = maxOf(known(c.Series[:1]))
	cv.plan.LeftLabels = c.Categories
	for i := range c.Categories {
		cv.funnelStage(s, i)
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
	if s.Least != nil {
		cv.funnelRange(s, i, text)
		return
	}
	cv.add(
		rect(0, y, *v, y+funnelBar, fill{paint: cv.main}).tipped(tip(cv.chart.Categories[i], text)),
		textAt(*v, y+funnelBar/2, text, cv.ink).shifted(em{0.5, 0}).within("end", 2).strong(),
	)
}

// funnelRange draws what is known of a stage as a bar, and hatched what the range leaves open.
func (cv *canvas) funnelRange(s content.Series, i int, text string) {
	y, most := float64(i), *s.Values[i]
	open := fill{paint: cv.paper, hatch: "slash", ink: cv.main, stroke: cv.main}
	cv.add(
		rect(0, y, s.Least[i], y+funnelBar, fill{paint: cv.main}),
		rect(s.Least[i], y, most, y+funnelBar, open).tipped(tip(cv.chart.Categories[i], text)),
		textAt(most, y+funnelBar/2, text, cv.ink).shifted(em{0.5, 0}).within("end", 2).strong(),
	)
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
