package chart

import (
	"slices"
	"strconv"

	"pilot90/report/content"
)

func ganttHeight(c *content.Chart, _ float64) float64 {
	return 9 + float64(2.15*float64(len(c.Lanes)))
}

// paintGantt draws one lane a participant over the days of the cycle: the planned phases as far
// as they were reached, events in shapes of their own, and the lane's day at the as-of date.
func paintGantt(cv *canvas) {
	c := cv.chart
	if len(c.Lanes) == 0 {
		cv.empty()
		return
	}
	last := lastDay(c)
	cv.x = axis{min: 0.5, max: last + 0.5}
	cv.y = bands(len(c.Lanes))
	cv.plan.Least = float64(1.6 * cv.y.max)
	cv.y.inverse = true
	cv.plan.Top, cv.plan.Bottom = 2.0, 3.0
	cv.plan.Left = 1.2
	cv.dayAxis(last)
	cv.markNames()
	for i, lane := range c.Lanes {
		cv.lane(lane, float64(i))
	}
	cv.markLines()
	cv.ganttLegend()
}

// lastDay is the end of the axis: that of the phases, or the last bar where there are none.
func lastDay(c *content.Chart) float64 {
	last := 0
	for _, p := range c.Phases {
		last = max(last, p.To)
	}
	if last > 0 {
		return float64(last)
	}
	for _, lane := range c.Lanes {
		for _, b := range lane.Bars {
			last = max(last, b.To)
		}
	}
	return float64(max(last, 1))
}

// dayAxis shades every second phase, names them above and numbers the days below.
func (cv *canvas) dayAxis(last float64) {
	for i, p := range cv.chart.Phases {
		from, to := float64(p.From)-0.5, float64(p.To)+0.5
		if i%2 == 1 {
			cv.add(mark{Kind: "rect", At: []point{{from, "top"}, {to, "bottom"}}, Fill: cv.track})
		}
		cv.add(
			lineOf(cv.grid, 0.1, point{from, "top"}, point{from, "bottom"}),
			textAt((from+to)/2, "top", p.Label, cv.ink).aligned("center", "bottom").within(to-from, 1).shifted(em{0, -0.45}).
				strong(),
		)
	}
	cv.add(lineOf(cv.rule, 0.09, point{"left", "bottom"}, point{"right", "bottom"}))
	for i := 1; float64(10*i) <= last; i++ {
		day, place := float64(10*i), 9-i // every k-th counted from day 90, the end
		label := textAt(day, "bottom", strconv.Itoa(10*i), cv.quiet).aligned("center", "top").shifted(em{0, 0.55})
		cv.plan.Ticks = append(cv.plan.Ticks, label.Text)
		label.Every, label.Span = &place, 10
		cv.add(lineOf(cv.rule, 0.09, point{day, "bottom"}, point{day, "bottom"}).shifted(em{0, 0}, em{0, 0.35}), label)
	}
	if cv.chart.XTitle != "" {
		cv.add(textAt("right", "end", cv.chart.XTitle, cv.quiet).aligned("right", "bottom").shifted(em{0.6, -0.1}))
	}
}

func (cv *canvas) lane(lane content.Lane, y float64) {
	cv.plan.LeftLabels = append(cv.plan.LeftLabels, lane.Label)
	name := textAt("start", y+0.5, lane.Label, cv.ink).within("left", 1)
	name.Less = 1 // for the sign of its state
	cv.add(name)
	cv.add(lineOf(cv.grid, 0.07, point{"left", y}, point{"right", y}))
	cv.laneTone(lane.Tone, y)
	for _, b := range lane.Bars {
		from, to := float64(b.From)-0.5, min(float64(b.To)+0.5, cv.x.max)
		if from >= cv.x.max {
			continue
		}
		cv.add(rect(from, y+0.28, to, y+0.72, cv.barFill(b.Style)).
			tipped(tip(lane.Label, cv.barName(b.Style), strconv.Itoa(b.From)+"–"+strconv.Itoa(b.To)+cv.day)))
	}
	if d := float64(lane.Today); lane.Today >= 1 && d <= cv.x.max {
		cv.add(
			lineOf(cv.alert, 0.16, point{d + 0.5, y + 0.08}, point{d + 0.5, y + 0.92}).
				tipped(tip(lane.Label, cv.today, strconv.Itoa(lane.Today)+cv.day)),
		)
	}
	cv.dots(lane, y)
}

// laneTone marks a lane that needs attention with a shape between its name and its bars.
func (cv *canvas) laneTone(t content.Tone, y float64) {
	switch t {
	case content.Bad:
		cv.add(symbolAt("left", y+0.5, "triangle", cv.alert, cv.alert).sized(0.42).shifted(em{-0.9, 0}))
	case content.Watch:
		cv.add(symbolAt("left", y+0.5, "triangle", cv.paper, cv.watch).sized(0.38).thicker(0.14).shifted(em{-0.9, 0}))
	}
}

func (cv *canvas) barFill(style string) fill {
	if i := slices.Index(barStyles, style); i >= 0 {
		return fill{paint: cv.phases[i]}
	}
	return fill{paint: cv.paper, hatch: "back", ink: cv.rule, stroke: cv.rule}
}

var barStyles = []string{"training", "ojt", "retention"}

func (cv *canvas) barName(style string) string {
	i := slices.Index(barStyles, style)
	if i < 0 {
		return cv.exited
	}
	return []string{cv.training, cv.ojt, cv.retention}[i]
}
