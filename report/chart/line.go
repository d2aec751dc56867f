package chart

import "pilot90/report/content"

// lineShapes are the marks of the points, one a series.
var lineShapes = []string{"circle", "square", "diamond", "triangle"}

// paintLine draws each series as a line with marked points and its values; a missing value
// breaks the line and is named.
func paintLine(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	cv.upright(append(known(c.Series), markValues(c, "y")...))
	for i := range c.Categories {
		if noneAt(c.Series, i) {
			cv.hollow(float64(i)+0.1, float64(i)+0.9)
		}
	}
	for k, s := range c.Series {
		cv.lineSegments(s, k)
		cv.linePoints(s, k)
		if len(c.Series) > 1 {
			pen := cv.curvePen(k)
			pen.Symbol, pen.Fill, pen.Ink = lineShapes[k%len(lineShapes)], cv.seriesFill(k).ink, cv.paper
			cv.legend(s.Name, pen)
		}
	}
	cv.pointLabels()
	cv.markLines()
}

// lineSegments joins neighbouring known values.
func (cv *canvas) lineSegments(s content.Series, k int) {
	var run []point
	flush := func() {
		if len(run) > 1 {
			pen := cv.curvePen(k)
			pen.At = run
			cv.add(pen)
		}
		run = nil
	}
	for i := range cv.chart.Categories {
		v := at(s.Values, i)
		if v == nil {
			flush()
			continue
		}
		run = append(run, point{float64(i) + 0.5, *v})
	}
	flush()
}

func (cv *canvas) linePoints(s content.Series, k int) {
	for i, name := range cv.chart.Categories {
		if v := at(s.Values, i); v != nil {
			cv.add(symbolAt(float64(i)+0.5, *v, lineShapes[k%len(lineShapes)], cv.seriesFill(k).ink, cv.paper).sized(0.46).
				tipped(tip(name, s.Name, labelAt(s, i, cv.chart.Unit))))
		}
	}
}

// pointLabels writes the values: the last ones first, then the peaks, then the others. Each gives way
// where another text stands already.
func (cv *canvas) pointLabels() {
	for turn := range 3 {
		for k, s := range cv.chart.Series {
			last, peak := outstanding(s.Values)
			for i := range cv.chart.Categories {
				v := at(s.Values, i)
				mine := 2
				switch i {
				case last:
					mine = 0
				case peak:
					mine = 1
				}
				if v == nil || mine != turn {
					continue
				}
				m := cv.pointLabel(k, i, float64(i)+0.5, *v, labelAt(s, i, ""))
				m.Fit = true
				cv.add(m)
			}
		}
	}
}

// outstanding are the places of the last value and of the first of the highest ones; −1 without any.
func outstanding(values []*float64) (last, peak int) {
	last, peak = -1, -1
	for i, v := range values {
		if v == nil {
			continue
		}
		if last = i; peak < 0 || *v > *values[peak] {
			peak = i
		}
	}
	return last, peak
}

// pointLabel writes a value above its point, or below where another series or a reference line
// lies right above.
func (cv *canvas) pointLabel(series, i int, x, v float64, text string) mark {
	m := textAt(x, v, text, cv.ink)
	if cv.crowdedAbove(series, i, v) {
		return m.aligned("center", "top").shifted(em{0, 0.7})
	}
	return m.aligned("center", "bottom").shifted(em{0, -0.7})
}

func (cv *canvas) crowdedAbove(series, i int, v float64) bool {
	whole := cv.y.max - cv.y.min
	for _, w := range markValues(cv.chart, "y") {
		if w > v && w-v < whole*0.12 {
			return true
		}
	}
	for k, other := range cv.chart.Series {
		w := at(other.Values, i)
		if k == series || w == nil {
			continue
		}
		if d := *w - v; d > 0 && d < whole*0.24 || d == 0 && k < series {
			return true
		}
	}
	return false
}
