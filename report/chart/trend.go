package chart

import (
	"math"
	"slices"

	"pilot90/report/content"
)

// trendHeight is lower than that of a chart with a value axis: two stand side by side.
func trendHeight(c *content.Chart, width float64) float64 {
	if c.Low {
		return 9.5
	}
	return min(max(width*0.43, 11.5), 17)
}

// paintTrend draws the months of one series as a line from 0: the highest and the last value are written,
// the target is a dashed line with its name at the left. A series that only adds up goes in steps.
func paintTrend(cv *canvas) {
	c := cv.chart
	if len(c.Series) != 1 || len(known(c.Series)) == 0 {
		cv.empty()
		return
	}
	cv.months()
	s := c.Series[0]
	cv.namesAcross()
	cv.linesAcross(0)
	last, peak := outstanding(s.Values)
	if c.Steps { // what only adds up is highest at the end: where it began tells more
		peak = slices.IndexFunc(s.Values, func(v *float64) bool { return v != nil && *v > 0 })
	}
	cv.trendLine(s.Values)
	for i, v := range s.Values {
		if v == nil || i != last && i != peak || c.Steps && i != last && *v < float64(cv.y.max*lowStart) {
			continue
		}
		m := textAt(middleOf(i), *v, labelAt(s, i, c.Unit), cv.main).strong()
		if i == last {
			m = m.within("right", 1).shifted(em{0.8, 0})
		} else {
			m = m.aligned("center", "bottom").shifted(em{0, -0.6})
			m.Fit = true
		}
		cv.add(symbolAt(middleOf(i), *v, "circle", cv.main, cv.paper).sized(0.42).
			tipped(tip(c.Categories[i], s.Name, labelAt(s, i, c.Unit))), m)
	}
	zero := textAt("right", 0.0, "0", cv.quiet).shifted(em{0.8, -0.1})
	zero.Fit = true
	cv.add(zero)
}

// months prepares the plot of a series by month: no value axis but a line at 0, room above for a value and at
// the right for the last one.
func (cv *canvas) months() {
	c := cv.chart
	values := append(append(known(c.Series), markValues(c, "y")...), c.Top)
	cv.x = bands(len(c.Categories))
	cv.y = axis{min: min(slices.Min(values), 0), max: max(slices.Max(values), 1e-9)}
	cv.x.line = true
	cv.plan.Top, cv.plan.Bottom, cv.plan.Left = 2.0, 1.8, 0.2
	cv.bandNames(cv.quiet)
	if c.Kind == content.Trend {
		last, _ := outstanding(c.Series[0].Values)
		if last < 0 { // not one value is known
			return
		}
		cv.plan.RightLabels = append(cv.plan.RightLabels, labelAt(c.Series[0], last, c.Unit))
	}
}

// lowStart is the part of the height below which the first step is not labelled: the steps above would go through it.
const lowStart = 0.2

func middleOf(i int) float64 { return float64(i) + 0.5 }

// trendLine joins the known values; a missing one breaks the line.
func (cv *canvas) trendLine(values []*float64) {
	var run []point
	flush := func() {
		if len(run) > 1 {
			cv.add(lineOf(cv.main, 0.25, run...))
		}
		run = nil
	}
	for i, v := range values {
		if v == nil {
			flush()
			continue
		}
		if cv.chart.Steps && len(run) > 0 {
			run = append(run, point{middleOf(i), run[len(run)-1][1]})
		}
		run = append(run, point{middleOf(i), *v})
	}
	flush()
}

// namesAcross writes the names of the reference lines at the left above them, before the values that give way to them.
func (cv *canvas) namesAcross() {
	for i, m := range cv.chart.Marks {
		if cv.y.has(m.Value) {
			name := textAt("left", m.Value, m.Label, cv.lineColour(i)).aligned("left", "bottom").shifted(em{0.1, -0.3})
			if i > 0 && m.Value < cv.chart.Marks[0].Value && cv.near(m.Value, cv.chart.Marks[0].Value) ||
				i == 0 && cv.lineOver(m) {
				name = textAt("left", m.Value, m.Label, cv.lineColour(i)).aligned("left", "top").shifted(em{0.1, 0.3})
			}
			name.Fit = i > 0
			cv.add(name)
		}
	}
}

// lineOver reports whether the line of a trend goes through the place above a reference line where its name stands, and
// leaves the place below free.
func (cv *canvas) lineOver(m content.Mark) bool {
	const month, tall = 1.6, 0.28 // ems that a month has at least, and the part of the height that a name takes
	if cv.chart.Kind != content.Trend {
		return false
	}
	reach, high := 0.5, float64(tall*(cv.y.max-cv.y.min))
	for _, r := range m.Label {
		if reach += 0.62 / month; r >= 0x2E80 {
			reach += 0.38 / month
		}
	}
	above, below := false, false
	for i, v := range cv.chart.Series[0].Values {
		if v == nil || middleOf(i) > reach {
			continue
		}
		above = above || *v >= m.Value && *v < m.Value+high
		below = below || *v < m.Value && *v > m.Value-high
	}
	return above && !below
}

// near reports whether the names of two reference lines would touch.
func (cv *canvas) near(a, b float64) bool { return math.Abs(a-b) < float64(0.2*(cv.y.max-cv.y.min)) }

// linesAcross draws the reference lines over the plot: the first, the target, dashed, the others dotted as far as the
// first columns leave room.
func (cv *canvas) linesAcross(clear int) {
	for i, m := range cv.chart.Marks {
		dash, to := []float64{0.5, 0.3}, any("right")
		if cv.chart.Kind == content.Trend { // the last value stands behind the last point
			to = middleOf(len(cv.chart.Categories) - 1)
		}
		if i > 0 {
			dash = []float64{0.15, 0.3}
			if clear > 1 {
				to = float64(clear)
			}
		}
		if cv.y.has(m.Value) {
			cv.add(lineOf(cv.lineColour(i), 0.12, point{"left", m.Value}, point{to, m.Value}).dashed(dash...))
		}
	}
}

func (cv *canvas) lineColour(i int) string {
	if i > 0 {
		return cv.quiet
	}
	return cv.ink
}
