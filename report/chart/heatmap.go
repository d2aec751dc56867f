package chart

import (
	"math"

	"pilot90/report/content"
)

func heatmapHeight(c *content.Chart, _ float64) float64 {
	return 5.5 + float64(1.9*float64(max(len(c.Series), 1)))
}

// paintHeatmap draws a calendar: categories are the columns (weeks), series the rows (weekdays or
// participants). Lightness alone carries the value, in five steps, so it holds in grey; a missing
// value is an empty, dashed cell and 0 is a cell of its own tone with its number.
func paintHeatmap(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	cv.x, cv.y = bands(len(c.Categories)), bands(len(c.Series))
	cv.y.inverse = true
	cv.plan.Least = float64(1.4 * cv.y.max)
	cv.plan.Bottom, cv.plan.Top = 2.0, 0.4
	top := maxOf(known(c.Series))
	missing := false
	for row, s := range c.Series {
		cv.plan.LeftLabels = append(cv.plan.LeftLabels, s.Name)
		cv.rowLabel(s.Name, float64(row)+0.5, 1)
		for i := range c.Categories {
			missing = missing || at(s.Values, i) == nil
			cv.cell(s, i, row, top)
		}
	}
	cv.bandNames(cv.quiet)
	cv.xName()
	cv.heatLegend(top, missing)
}

func (cv *canvas) cell(s content.Series, i, row int, top float64) {
	x, y := float64(i), float64(row)
	v := at(s.Values, i)
	m := rect(x+0.04, y+0.06, x+0.96, y+0.94, fill{})
	if v == nil {
		m.Stroke, m.Dash = cv.rule, []float64{0.25, 0.2}
		cv.add(m.tipped(tip(cv.chart.Categories[i], s.Name, cv.noData)))
		return
	}
	text := labelAt(s, i, "")
	m.Fill, m.Stroke = cv.track, cv.grid
	ink := cv.quiet
	if *v > 0 {
		k := heatStep(*v, top, len(cv.steps))
		m.Fill, m.Stroke, ink = cv.steps[k], "", cv.stepInk[k]
	}
	cv.add(m.tipped(tip(cv.chart.Categories[i], s.Name, text+cv.chart.Unit)))
	cv.add(textAt(x+0.5, y+0.5, text, ink).aligned("center", "middle").fitting(0.9))
}

// heatStep is the step of v > 0 among n equal steps up to top.
func heatStep(v, top float64, n int) int {
	return min(max(int(math.Ceil(v/top*float64(n)))-1, 0), n-1)
}

// heatLegend names the upper end of each step.
func (cv *canvas) heatLegend(top float64, missing bool) {
	for k, colour := range cv.steps {
		end := top * float64(k+1) / float64(len(cv.steps))
		name := "≤ " + content.Round(end, 1)
		if k == len(cv.steps)-1 {
			name = "≤ " + plain(top) + cv.chart.Unit
		}
		cv.legend(name, mark{Kind: "rect", Fill: colour})
	}
	if missing {
		cv.legend(cv.noData, mark{Kind: "rect", Stroke: cv.rule, Dash: []float64{0.25, 0.2}})
	}
}
