package chart

import (
	"math"

	"pilot90/report/content"
)

func lengthsHeight(c *content.Chart, _ float64) float64 {
	n := float64(len(c.Categories))
	return 5.2 + max(float64(lengthLeast*n), min(float64(lengthRow*n), 6*lengthRow))
}

const (
	lengthRow   = 2.55 // height of a row in ems, while there are no more than six
	lengthLeast = 1.8  // the least
	arrowHead   = 0.75 // its length in ems
)

// paintLengths draws how long each of a few things lasted: an arrow goes on, a hatched bar with a stop is over.
func paintLengths(cv *canvas) {
	c := cv.chart
	if len(c.Categories) == 0 || len(c.Series) != 1 {
		cv.empty()
		return
	}
	s := c.Series[0]
	cv.y = bands(len(c.Categories))
	cv.y.inverse = true
	cv.x = timeScale(append(known(c.Series), markValues(c, "x")...))
	cv.plan.Bottom = 2
	cv.plan.Least = float64(lengthLeast * cv.y.max)
	cv.plan.LeftLabels = c.Categories
	for i, name := range c.Categories {
		cv.rowLabel(name, float64(i)+0.5, 1)
		cv.length(s, i)
	}
	for _, m := range c.Marks {
		if m.Axis == "x" && cv.x.has(m.Value) {
			cv.plan.Top = 2
			cv.add(lineOf(cv.ink, 0.14, point{m.Value, "top"}, point{m.Value, "bottom"}).dashed(0.35, 0.25),
				textAt(m.Value, "top", m.Label, cv.ink).aligned("center", "bottom").shifted(em{0, -0.3}))
		}
	}
}

// timeScale is the axis of months: quarters, longer steps once there are many. It ends with the
// longest.
func timeScale(months []float64) axis {
	most := maxOf(months)
	step := 3.0
	for most > float64(step*4) {
		step *= 2
	}
	return axis{max: max(most, step, math.Round(most/step)*step), step: step, grid: true}
}

func (cv *canvas) length(s content.Series, i int) {
	y, v := float64(i), at(s.Values, i)
	text := labelAt(s, i, cv.chart.Unit)
	label := textAt("right", y+0.5, text, cv.ink).shifted(em{0.5, 0}).within("right", 1)
	cv.plan.RightLabels = append(cv.plan.RightLabels, text)
	top, bottom := y+0.22, y+0.78
	switch ended := i < len(s.Ended) && s.Ended[i]; {
	case v == nil:
		label.Text, label.Fill = cv.noData, cv.quiet
	case ended:
		cv.add(rect(0, top, *v, bottom, cv.missedFill()),
			lineOf(cv.watch, 0.22, point{*v, top - 0.05}, point{*v, bottom + 0.05}))
		label.Fill, label.Bold = cv.watch, true
	case float64(*v*25) < cv.x.max: // too short for an arrow
		cv.add(rect(0, top, *v, bottom, cv.reachedFill()))
	default:
		cv.add(mark{Kind: "area", Fill: cv.main,
			At:    []point{{0.0, top}, {*v, top}, {*v, (top + bottom) / 2}, {*v, bottom}, {0.0, bottom}},
			Shift: []em{{}, {-arrowHead, 0}, {}, {-arrowHead, 0}, {}}})
	}
	cv.add(label)
	if v != nil {
		cv.add(rect(0, top, *v, bottom, fill{paint: unseen}).tipped(tip(cv.chart.Categories[i], text)))
	}
}
