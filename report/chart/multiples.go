package chart

import "pilot90/report/content"

// Small charts stand four in a row; heading, columns and labels share the height of one.
const (
	panelsInRow  = 4
	panelTall    = 8.2 // ems
	panelGap     = 0.06
	panelHead    = 0.08
	panelTop     = 0.2
	panelFoot    = 0.77
	panelLabel   = 0.87
	panelBarPart = 0.82 // of the band of a month
)

func multiplesHeight(c *content.Chart, _ float64) float64 {
	rows := (len(c.Small) + panelsInRow - 1) / panelsInRow
	return float64(panelTall * float64(max(rows, 1)))
}

// paintMultiples draws each panel as columns below a heading that holds its value, with the first, the middle and the
// last category under them.
func paintMultiples(cv *canvas) {
	c := cv.chart
	if len(c.Small) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	rows := (len(c.Small) + panelsInRow - 1) / panelsInRow
	cv.x, cv.y = axis{max: panelsInRow}, bands(rows)
	cv.y.inverse = true
	cv.plan.Left, cv.plan.Right, cv.plan.Top, cv.plan.Bottom = 0, 0, 0, 0
	cv.plan.Least = float64(panelTall * float64(rows))
	for i, p := range c.Small {
		cv.panel(p, float64(i%panelsInRow), float64(i/panelsInRow))
	}
}

// panel draws one small chart whose upper left corner is at x, y.
func (cv *canvas) panel(p content.Multiple, x, y float64) {
	// the gaps are shared so that the first and the last panel end with the page
	left := x + float64(panelGap*x/(panelsInRow-1))
	right := left + 1 - panelGap
	head := y + panelHead
	cv.add(
		textAt(left, head, p.Name, cv.ink).within(0.62, 2),
		textAt(right, head, p.Value, cv.main).aligned("right", "middle").strong(),
		lineOf(cv.rule, 0.09, point{left, y + panelFoot}, point{right, y + panelFoot}),
	)
	n := len(cv.chart.Categories)
	band := (right - left) / float64(n)
	top := panelMax(p)
	for i, v := range p.Values {
		if v == nil || *v <= 0 || i >= n {
			continue
		}
		from := left + float64(band*(float64(i)+(1-panelBarPart)/2))
		height := float64((panelFoot - panelTop) * min(*v/top, 1))
		text := tip(p.Name, cv.chart.Categories[i])
		cv.add(rect(from, y+panelFoot-height, from+float64(band*panelBarPart), y+panelFoot, fill{paint: cv.main}).
			tipped(text))
	}
	for _, l := range panelLabels(cv.chart.Categories) {
		at := left + float64(band*(float64(l.at)+0.5))
		switch l.align {
		case "left":
			at = left
		case "right":
			at = right
		}
		cv.add(textAt(at, y+panelLabel, cv.chart.Categories[l.at], cv.quiet).aligned(l.align, "middle").sized(0.9))
	}
}

// panelMax is the upper end of the scale of a panel.
func panelMax(p content.Multiple) float64 {
	if p.Top > 0 {
		return p.Top
	}
	return maxOf(known([]content.Series{{Values: p.Values}}))
}

// panelMark is a category that is named under a panel.
type panelMark struct {
	at    int
	align string
}

// panelLabels are the categories that are named: all three or fewer, else the first, the middle one and the last.
func panelLabels(categories []string) []panelMark {
	n := len(categories)
	switch {
	case n == 1:
		return []panelMark{{0, "center"}}
	case n < 3:
		return []panelMark{{0, "left"}, {n - 1, "right"}}
	}
	return []panelMark{{0, "left"}, {n / 2, "center"}, {n - 1, "right"}}
}
