package chart

import (
	"math"

	"pilot90/report/content"
)

const monthWidth = 0.74 // of a band

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
	for i := range c.Categories {
		cv.monthColumn(i, direct)
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

func (cv *canvas) monthColumn(i int, direct bool) {
	c, from := cv.chart, 0.0
	x0, x1 := float64(i)+(1-monthWidth)/2, float64(i)+(1+monthWidth)/2
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
			label := cv.inside((x0+x1)/2, middle, text, k)
			label.Tall, label.Room = math.Abs(*v), monthWidth
			cv.add(label.strong())
		}
		if direct && i == len(c.Categories)-1 {
			cv.plan.RightLabels = append(cv.plan.RightLabels, s.Name)
			cv.add(textAt("right", middle, s.Name, cv.seriesFill(k).ink).shifted(em{0.3, 0}).within("right", 2).strong())
		}
		from += *v
	}
}
