package chart

import (
	"strconv"

	"pilot90/cohort/lang"
	"pilot90/report/content"
)

func cycleHeight(c *content.Chart, _ float64) float64 {
	row := 1.55
	if len(c.Lanes) <= fewLanes {
		row = 2
	}
	return 6.0 + float64(row*float64(len(c.Lanes)))
}

// fewLanes is how many lines have more room between them: their marks touch no other line.
const fewLanes = 10

// cycleEvents are the marks on a line, later ones over earlier ones: each has a shape of its own, and what
// is filled is blue work, what is open a step on the way.
var cycleEvents = []string{"work", "trained", "income", "recurring", "exit"}

// paintCycle draws one line a person over the days of the cycle: work days as ticks, what was reached as
// marks on the line, and in words at the right what came later or is missing.
func paintCycle(cv *canvas) {
	c := cv.chart
	if len(c.Lanes) == 0 {
		cv.empty()
		return
	}
	last := lastDay(c)
	cv.x = axis{min: 0.5, max: last + 0.5}
	cv.y = bands(len(c.Lanes))
	cv.y.inverse = true
	cv.plan.Least = float64(1.5 * cv.y.max)
	cv.plan.Top, cv.plan.Bottom, cv.plan.Left = 2.2, 2.0, 0.2
	cv.phaseGrounds()
	for i, lane := range c.Lanes {
		cv.person(lane, float64(i))
	}
	for _, style := range cycleEvents {
		if cv.hasDot(style) {
			cv.legend(cv.cycleName(style), cv.cycleMark(style))
		}
	}
}

// phaseGrounds shades the phases, names them above and numbers their last days below.
func (cv *canvas) phaseGrounds() {
	for i, p := range cv.chart.Phases {
		from, to := float64(p.From)-0.5, float64(p.To)+0.5
		ground := cv.track
		if i%2 == 1 {
			ground = cv.soft
		}
		day := strconv.Itoa(p.To)
		cv.plan.Ticks = append(cv.plan.Ticks, day+cv.day)
		cv.add(
			mark{Kind: "rect", At: []point{{from, "top"}, {to, "bottom"}}, Fill: ground},
			textAt((from+to)/2, "top", p.Label, cv.quiet).aligned("center", "bottom").within(to-from, 1).shifted(em{0, -0.5}),
			textAt(to, "bottom", day+cv.day, cv.quiet).aligned("center", "top").shifted(em{0, 0.55}).fitting(to-from),
		)
	}
}

// person draws one line with its marks, the name before it and the words behind it.
func (cv *canvas) person(lane content.Lane, y float64) {
	colour, pen := cv.ink, lineOf(cv.link, 0.15, point{0.5, y + 0.5}, point{float64(lane.To) + 0.5, y + 0.5})
	if lane.Tone == content.Bad {
		colour = cv.alert
		pen = lineOf(cv.rule, 0.15, pen.At...).dashed(0.35, 0.35)
	}
	name := textAt("start", y+0.5, lane.Label, colour).within("left", 1)
	words := textAt("right", y+0.5, lane.Note, colour).within("right", 1).shifted(em{0.8, 0})
	name.Bold, words.Bold = lane.Tone == content.Bad, lane.Tone == content.Bad
	if lane.Tone != content.Bad {
		words.Fill = cv.quiet
	}
	cv.plan.LeftLabels = append(cv.plan.LeftLabels, lane.Label)
	cv.plan.RightLabels = append(cv.plan.RightLabels, lane.Note)
	cv.add(name)
	if lane.To > 0 {
		cv.add(pen)
	}
	if lane.Note != "" {
		cv.add(words)
	}
	for _, style := range cycleEvents {
		for _, d := range lane.Dots {
			if day := float64(d.Day); d.Style == style && day >= cv.x.min && day <= cv.x.max {
				m := cv.cycleMark(style)
				m.At = []point{{day, y + 0.5}}
				cv.add(m.tipped(tip(lane.Label, cv.cycleName(style), strconv.Itoa(d.Day)+cv.day)))
			}
		}
	}
}

// cycleMark is how an event looks.
func (cv *canvas) cycleMark(style string) mark {
	m := symbolAt(nil, nil, "tick", "", cv.link).sized(0.5).thicker(0.15)
	switch style {
	case "trained":
		m = symbolAt(nil, nil, "circle", cv.paper, cv.main).sized(0.56).thicker(0.2)
	case "income":
		m = symbolAt(nil, nil, "triangle", cv.paper, cv.watch).sized(0.74).thicker(0.2)
	case "recurring":
		m = symbolAt(nil, nil, "square", cv.main, cv.main).sized(0.6)
	case "exit":
		m = symbolAt(nil, nil, "cross", "", cv.alert).sized(0.42).thicker(0.22)
	}
	m.At = nil
	return m
}

func (cv *canvas) cycleName(style string) string {
	return cycleNames[style].In(lang.Lang(cv.look.Lang))
}

var cycleNames = map[string]lang.Text{
	"work": {JA: "作業の日", EN: "day of work"}, "trained": {JA: "研修を終えた", EN: "trained"},
	"income": {JA: "初めての収入", EN: "first income"}, "recurring": {JA: "定期の仕事", EN: "recurring work"},
	"exit": {JA: "離脱", EN: "left"},
}
