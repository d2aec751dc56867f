package chart

import (
	"math"

	"pilot90/report/content"
)

// monthWidth is the part of its band that a column has, wideMonth that of columns with numbers of three digits in them.
const monthWidth, wideMonth = 0.74, 0.92

// lowPart is the part of the height of the axis below which a number has no room within the top of a column.
const lowPart = 0.1425

func monthsHeight(c *content.Chart, width float64) float64 { return min(max(width*0.4, 15), 20) }

// paintMonths draws a column of parts a month with the count in each part. The parts are named at the last month, in
// their colours, or in a legend where the last month has not all of them apart.
func paintMonths(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	sums := totals(c)
	cv.x, cv.y = bands(len(c.Categories)), axis{min: minOf(sums), max: maxOf(sums)}
	cv.x.line = true
	cv.plan.Top, cv.plan.Bottom = 0.6, 2
	cv.bandNames(cv.quiet)
	cv.yearNames()
	direct := cv.partsApart()
	width := monthWidth
	if maxOf(append(known(c.Series), 0)) >= 100 {
		width = wideMonth
	}
	for i := range c.Categories {
		cv.monthColumn(i, width, direct)
	}
	if !direct && len(c.Series) > 1 {
		for k, s := range c.Series {
			cv.legend(s.Name, rect(nil, nil, nil, nil, cv.seriesFill(k)))
		}
	}
}

// yearNames writes each year under its first month, where it has room before the next one.
func (cv *canvas) yearNames() {
	groups := cv.chart.Groups
	for i, name := range groups {
		if name == "" {
			continue
		}
		cv.plan.Bottom = 3.3
		next := i + 1
		for next < len(groups) && groups[next] == "" {
			next++
		}
		m := textAt(float64(i)+(1-monthWidth)/2, "bottom", name, cv.quiet).aligned("left", "top").shifted(em{0, 1.9})
		cv.add(m.fitting(float64(next - i)))
	}
}

// partsApart reports whether the last month has every part, each high enough for its name beside it.
func (cv *canvas) partsApart() bool {
	c := cv.chart
	last := len(c.Categories) - 1
	for _, s := range c.Series {
		v := at(s.Values, last)
		if v == nil || *v < float64(0.12*cv.y.max) || s.Name == "" {
			return false
		}
	}
	return true
}

func (cv *canvas) monthColumn(i int, width float64, direct bool) {
	c, from := cv.chart, 0.0
	x0, x1 := float64(i)+float64((1-width)/2), float64(i)+float64((1+width)/2)
	if noneAt(c.Series, i) {
		cv.hollow(x0, x1)
		return
	}
	for k, s := range c.Series {
		v := at(s.Values, i)
		if v == nil || *v == 0 {
			continue
		}
		middle := from + float64(*v/2)
		cv.add(rect(x0, from, x1, from+*v, cv.seriesFill(k)).tipped(tip(c.Categories[i], s.Name, labelAt(s, i, c.Unit))))
		if text := labelAt(s, i, ""); text != "" {
			cv.add(cv.monthLabel(i, k, (x0+x1)/2, from, width, text))
		}
		if direct && i == len(c.Categories)-1 {
			cv.plan.RightLabels = append(cv.plan.RightLabels, s.Name)
			cv.add(textAt("right", middle, s.Name, cv.seriesFill(k).ink).shifted(em{0.3, 0}).within("right", 2).strong())
		}
		from += *v
	}
}

// monthLabel writes the number of a part that begins at from within it, or above its column where the part is the upper
// end of it and low.
func (cv *canvas) monthLabel(i, k int, x, from, width float64, text string) mark {
	v := *at(cv.chart.Series[k].Values, i)
	if from > 0 && v < float64(lowPart*cv.y.max) && noneAt(cv.chart.Series[k+1:], i) {
		if from+v > float64(0.9*cv.y.max) {
			cv.plan.Top = max(cv.plan.Top, 1.6)
		}
		m := textAt(x, from+v, text, cv.ink).aligned("center", "bottom").shifted(em{0, -0.25}).fitting(1).strong()
		return m
	}
	label := cv.inside(x, from+float64(v/2), text, k)
	label.Tall, label.Room = math.Abs(v), width
	return label.strong()
}
