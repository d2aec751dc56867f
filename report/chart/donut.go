package chart

import "pilot90/report/content"

const donutRadius = 4.6 // ems

func donutHeight(*content.Chart, float64) float64 { return 2*donutRadius + 2 }

// paintDonut draws two parts of a whole, a dark one and a pale one with an outline, each named
// at its side with its value.
func paintDonut(cv *canvas) {
	s := cv.chart.Series[0]
	a, b := at(s.Values, 0), at(s.Values, 1)
	cv.x, cv.y = bands(1), bands(1)
	if a == nil || b == nil || *a < 0 || *b < 0 || *a+*b == 0 {
		cv.empty()
		return
	}
	share := *a / (*a + *b)
	centre := point{"start", "middle"}
	shift := em{donutRadius + 0.6, 0}
	second := cv.seriesFill(1)
	parts := []mark{
		{Kind: "sector", From: share, To: 1, Fill: second.paint, Stroke: second.stroke},
		{Kind: "sector", From: 0, To: share, Fill: cv.main, Stroke: cv.main},
	}
	for i, p := range parts {
		p.At, p.Shift, p.Size, p.Inner = []point{centre}, []em{shift}, donutRadius, 0.58
		k := 1 - i
		if p.From < p.To {
			cv.add(p.tipped(tip(cv.chart.Categories[k], labelAt(s, k, cv.chart.Unit))))
		}
	}
	cv.donutNames(s, second)
}

// donutNames writes both parts beside the ring; the first, which the title is about, larger.
func (cv *canvas) donutNames(s content.Series, second fill) {
	x := 2*donutRadius + 2.4
	for k, f := range []fill{{paint: cv.main}, {paint: second.paint, stroke: second.stroke}} {
		y := -2.2 + float64(4.4*float64(k))
		plate := rect("start", "middle", "start", "middle", f).shifted(em{x, y - 1.05}, em{x + 0.9, y - 0.15})
		name := textAt("start", "middle", cv.chart.Categories[k], cv.ink).shifted(em{x + 1.5, y - 0.6})
		value := textAt("start", "middle", labelAt(s, k, cv.chart.Unit), cv.ink).shifted(em{x + 1.5, y + 1.0}).strong()
		cv.add(plate, name, value.sized(1.4))
	}
}
