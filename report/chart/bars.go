package chart

import (
	"math"

	"pilot90/report/content"
)

const barWidth = 0.64 // of a band

// paintStackedBar stacks the series of each category. A category without any value is a gap;
// a missing part of a stack is named under the pointer and leaves its total unprinted.
func paintStackedBar(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	cv.upright(append(totals(c), markValues(c, "y")...))
	for i := range c.Categories {
		cv.stack(i)
	}
	for i, s := range c.Series {
		cv.legend(s.Name, rect(nil, nil, nil, nil, cv.seriesFill(i)))
	}
	cv.markLines()
}

func (cv *canvas) stack(i int) {
	c, from, parts, drawn := cv.chart, 0.0, 0, 0
	x0, x1 := float64(i)+(1-barWidth)/2, float64(i)+(1+barWidth)/2
	for k, s := range c.Series {
		v := at(s.Values, i)
		if v == nil {
			continue
		}
		parts++
		if *v == 0 {
			continue
		}
		text := labelAt(s, i, "")
		cv.add(rect(x0, from, x1, from+*v, cv.seriesFill(k)).tipped(tip(c.Categories[i], s.Name, labelAt(s, i, c.Unit))))
		if text != "" {
			label := cv.inside((x0+x1)/2, from+float64(*v/2), text, k)
			label.Tall = math.Abs(*v)
			cv.add(label)
		}
		from += *v
		drawn++
	}
	switch {
	case drawn > 0 && parts == len(c.Series) && from == math.Trunc(from):
		cv.add(textAt((x0+x1)/2, from, content.Round(from, 0), cv.ink).aligned("center", "bottom").shifted(em{0, -0.2}).
			fitting(1).strong())
	case parts == 0:
		cv.hollow(x0, x1)
	case from == 0:
		cv.add(textAt((x0+x1)/2, 0, "0", cv.ink).aligned("center", "bottom").shifted(em{0, -0.2}))
	}
}

// inside writes a value upon its bar, on a plate where the bar has a pattern.
func (cv *canvas) inside(x, y float64, text string, series int) mark {
	f := cv.seriesFill(series)
	m := textAt(x, y, text, cv.onMain).aligned("center", "middle").fitting(barWidth)
	if f.hatch != "" {
		m.Fill, m.Plate = cv.ink, f.paint
	}
	return m
}

// totals are the heights that the stacks come to, part by part.
func totals(c *content.Chart) []float64 {
	sums := make([]float64, len(c.Categories))
	out := []float64{0}
	for _, s := range c.Series {
		for i, v := range s.Values {
			if v != nil {
				sums[i] += *v
				out = append(out, sums[i])
			}
		}
	}
	return out
}

// paintBands draws one bar a band.
func paintBands(cv *canvas) { cv.grouped(false) }

// paintGroupedBar draws the series side by side in each category.
func paintGroupedBar(cv *canvas) { cv.grouped(true) }

func (cv *canvas) grouped(named bool) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	cv.upright(append(known(c.Series), markValues(c, "y")...))
	slot := barWidth / float64(len(c.Series))
	for k, s := range c.Series {
		for i := range c.Categories {
			x0 := float64(i) + (1-barWidth)/2 + float64(slot*float64(k))
			cv.bar(s, k, i, x0, x0+slot)
		}
		if named || len(c.Series) > 1 {
			cv.legend(s.Name, rect(nil, nil, nil, nil, cv.seriesFill(k)))
		}
	}
	cv.markLines()
}

func (cv *canvas) bar(s content.Series, series, i int, x0, x1 float64) {
	name, v := cv.chart.Categories[i], at(s.Values, i)
	if v == nil {
		cv.hollow(x0, x1)
		return
	}
	text := labelAt(s, i, "")
	side, valign := -0.25, "bottom"
	if *v < 0 {
		side, valign = 0.25, "top"
	}
	look := cv.seriesFill(series)
	if *v == 0 {
		look = fill{} // an outline without a bar would be a line
	}
	room := x1 - x0
	if len(cv.chart.Series) == 1 { // no neighbour within the band
		room *= 1.5
	}
	cv.add(
		rect(x0, 0, x1, *v, look).tipped(tip(name, s.Name, labelAt(s, i, cv.chart.Unit))),
		textAt((x0+x1)/2, *v, text, cv.ink).aligned("center", valign).shifted(em{0, side}).fitting(room),
	)
}
