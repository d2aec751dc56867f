package chart

import "slices"

const columnWidth = 0.78 // of a band

// paintColumns draws one series of values that are never below 0 as columns. A column below the target is hatched, one
// of a time that is
// not over is empty; values are written above where the chart gives them. What is missing or 0 at the beginning
// is room for the names of the reference lines.
func paintColumns(cv *canvas) {
	c := cv.chart
	if len(c.Series) != 1 || len(known(c.Series)) == 0 {
		cv.empty()
		return
	}
	cv.months()
	s := c.Series[0]
	first := max(slices.IndexFunc(s.Values, func(v *float64) bool { return v != nil && *v > 0 }), 0)
	for i, v := range s.Values {
		if v == nil || *v <= 0 {
			continue
		}
		x0, x1 := middleOf(i)-columnWidth/2, middleOf(i)+columnWidth/2
		look := fill{paint: cv.main, stroke: cv.main}
		switch {
		case c.Running && i == len(s.Values)-1:
			look = fill{paint: cv.paper, stroke: cv.main}
		case len(c.Marks) > 0 && *v < c.Marks[0].Value:
			look = fill{paint: cv.paper, hatch: "slash", ink: cv.main, stroke: cv.main}
		}
		cv.add(rect(x0, 0.0, x1, *v, look).tipped(tip(c.Categories[i], s.Name, labelAt(s, i, c.Unit))))
	}
	cv.linesAcross(first)
	cv.namesAcross()
	for i, v := range s.Values {
		if text := labelAt(s, i, ""); text != "" && v != nil && *v > 0 {
			cv.add(cv.aboveColumn(i, *v, text))
		}
	}
}

// aboveColumn writes a value above its column, on a plate where a reference line goes through it.
func (cv *canvas) aboveColumn(i int, v float64, text string) mark {
	m := textAt(middleOf(i), v, text, cv.ink).aligned("center", "middle").shifted(em{0, -0.85}).strong()
	m.Fit = true
	for _, line := range cv.chart.Marks {
		if line.Value > v && cv.near(line.Value, v) {
			m.Plate = cv.paper
		}
	}
	return m
}
