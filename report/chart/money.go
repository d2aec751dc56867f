package chart

import "pilot90/report/content"

// A row of money: the bar, and how far the tick at what was planned stands out of it.
const (
	moneyTop, moneyFoot = 0.24, 0.74
	moneyOut            = 0.11
	moneyBand           = 2.6 // ems a row
)

func moneyHeight(c *content.Chart, _ float64) float64 {
	return 1.2 + float64(moneyBand*float64(len(c.Categories)))
}

// paintMoneyBars draws what was spent as bars and what was planned as a tick, with the amount behind both.
func paintMoneyBars(cv *canvas) {
	c := cv.chart
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		cv.empty()
		return
	}
	s := c.Series[0]
	cv.y = bands(len(c.Categories))
	cv.y.inverse = true
	cv.plan.Least = float64(2.5 * cv.y.max) // names of two lines
	values := known(c.Series[:1])
	cv.x = axis{min: minOf(values), max: maxOf(values)}
	cv.plan.LeftLabels = c.Categories
	for i, name := range c.Categories {
		cv.moneyRow(s, i, name)
	}
}

func (cv *canvas) moneyRow(s content.Series, i int, name string) {
	y, v, goal := float64(i), at(s.Values, i), at(s.Target, i)
	middle, end := y+(moneyTop+moneyFoot)/2, 0.0
	cv.rowLabel(name, middle, 2)
	text, colour := cv.noData, cv.quiet
	if v != nil {
		end, text, colour = *v, labelAt(s, i, cv.chart.Unit), cv.ink
		cv.add(rect(0, y+moneyTop, *v, y+moneyFoot, cv.seriesFill(0)).tipped(tip(name, s.Name, text)))
	}
	if goal != nil {
		end = max(end, *goal)
		cv.add(lineOf(cv.ink, 0.2, point{*goal, y + moneyTop - moneyOut}, point{*goal, y + moneyFoot + moneyOut}))
	}
	cv.plan.RightLabels = append(cv.plan.RightLabels, text+"　")
	cv.add(textAt(max(end, 0), middle, text, colour).shifted(em{0.5, 0}).within("end", 1).strong())
}
