package chart

import (
	"math"
	"strings"

	"pilot90/report/content"
)

func pairsHeight(c *content.Chart, _ float64) float64 {
	return 5 + float64(pairRow*float64(len(c.Categories)))
}

const (
	pairRow   = 4.2  // height of a row in ems
	pairLeast = 2.9  // the least
	pairFar   = 30.0 // points of the scale from which two labels can stand over their marks
	pairFull  = 96.0 // points of the scale from which a label would reach over its end
	pairNear  = 17.0 // and those from which each reaches a little over its own
)

// paintDotPairs draws two shares of each row as marks on one scale, joined by a line. The label of the left
// mark ends there and that of the right one begins there, where both stand close.
func paintDotPairs(cv *canvas) {
	c := cv.chart
	if len(c.Categories) == 0 || len(c.Series) != 2 {
		cv.empty()
		return
	}
	cv.y = bands(len(c.Categories))
	cv.y.inverse = true
	cv.x = axis{max: 100, step: 50, unit: "%", grid: true}
	cv.plan.Top, cv.plan.Bottom = 0.9, 2
	cv.plan.Least = float64(pairLeast * cv.y.max)
	for i, name := range c.Categories {
		cv.pairName(name, float64(i))
		cv.pair(i)
	}
	cv.legend(c.Series[0].Name, symbolAt(nil, nil, "circle", cv.main, cv.main).sized(0.5))
	cv.legend(c.Series[1].Name, symbolAt(nil, nil, "diamond", cv.paper, cv.other).sized(0.55).thicker(0.13))
	if c.Column != nil {
		cv.plan.RightLabels = c.Column.Texts
		cv.add(textAt("end", "top", c.Column.Head, cv.quiet).aligned("right", "bottom").shifted(em{0, -1.75}))
	}
}

// pairName is the name of a row, its first line strong, what it is a share of below.
func (cv *canvas) pairName(name string, y float64) {
	head, of, two := strings.Cut(name, "\n")
	cv.plan.LeftLabels = append(cv.plan.LeftLabels, head, of)
	if y > 0 {
		cv.add(lineOf(cv.grid, 0.07, point{"start", y}, point{"end", y}))
	}
	m := textAt("start", y+0.55, head, cv.ink).within("left", 1).strong()
	if two {
		m = m.shifted(em{0, -0.68})
		cv.add(textAt("start", y+0.55, of, cv.quiet).within("left", 1).shifted(em{0, 0.68}))
	}
	cv.add(m)
}

func (cv *canvas) pair(i int) {
	c, y := cv.chart, float64(i)+0.66
	here, there := at(c.Series[0].Values, i), at(c.Series[1].Values, i)
	if here == nil || there == nil {
		cv.add(textAt("left", y, cv.noData, cv.quiet).shifted(em{0.4, 0}))
		return
	}
	text := ""
	if c.Column != nil && i < len(c.Column.Texts) {
		text = c.Column.Texts[i]
		cv.add(textAt("end", y, text, cv.ink).aligned("right", "middle").shifted(em{0, -0.4}))
	}
	name := oneLine(c.Categories[i])
	cv.add(
		lineOf(cv.link, 0.24, point{*there, y}, point{*here, y}),
		symbolAt(*there, y, "diamond", cv.paper, cv.other).sized(0.62).thicker(0.14).
			tipped(tip(name, c.Series[1].Name, labelAt(c.Series[1], i, c.Unit))),
		symbolAt(*here, y, "circle", cv.main, cv.main).sized(0.58).
			tipped(tip(name, c.Series[0].Name, labelAt(c.Series[0], i, c.Unit))),
		cv.pairLabel(c.Series[1], i, y, *there, *here, cv.quiet),
		cv.pairLabel(c.Series[0], i, y, *here, *there, cv.main).strong(),
	)
}

// pairLabel is the label of a mark, which another stands beside.
func (cv *canvas) pairLabel(s content.Series, i int, y, here, other float64, colour string) mark {
	m := textAt(here, y, labelAt(s, i, cv.chart.Unit), colour).fitting(cv.x.max)
	reach := 0.0
	if here >= pairFull && here > other { // at the end of the scale it would stand in the column at the right
		return m.aligned("right", "bottom").shifted(em{0.6, -0.75})
	}
	if other >= pairFull && other > here && other-here < pairFar {
		return m.aligned("right", "bottom").shifted(em{-0.9, -0.75})
	}
	switch apart := math.Abs(here - other); {
	case apart >= pairFar:
		return m.aligned("center", "bottom").shifted(em{0, -0.75})
	case apart >= pairNear:
		reach = 0.75
	}
	if here < other || here == other && colour == cv.quiet {
		return m.aligned("right", "bottom").shifted(em{reach, -0.75})
	}
	return m.aligned("left", "bottom").shifted(em{-reach, -0.75})
}
