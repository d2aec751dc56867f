package chart

import (
	"slices"
	"strconv"

	"pilot90/report/content"
)

// event is how one style of dot looks: a shape of its own, so that no colour is needed.
type event struct {
	style, symbol string
	size          float64
	filled        bool
	name          func(words) string
}

var events = []event{
	{"work", "tick", 0.3, true, func(w words) string { return w.work }},
	{"trained", "circle", 0.4, false, func(w words) string { return w.trained }},
	{"delivered", "square", 0.42, false, func(w words) string { return w.delivered }},
	{"income", "star", 0.62, true, func(w words) string { return w.income }},
	{"recurring", "ring", 0.5, false, func(w words) string { return w.recurring }},
	{"exit", "cross", 0.36, true, func(w words) string { return w.exit }},
}

func eventOf(style string) (event, bool) {
	i := slices.IndexFunc(events, func(e event) bool { return e.style == style })
	if i < 0 {
		return event{}, false
	}
	return events[i], true
}

// dots draws the lane's events in the order of their days: work as ticks under the bar, the
// others upon it; those that would cover each other are drawn one above the other.
func (cv *canvas) dots(lane content.Lane, y float64) {
	near := (cv.x.max - cv.x.min) * 0.022
	big := slices.DeleteFunc(slices.Clone(lane.Dots), func(d content.Dot) bool { return d.Style == "work" })
	slices.SortStableFunc(big, func(a, b content.Dot) int { return a.Day - b.Day })
	for _, d := range lane.Dots {
		if d.Style == "work" {
			cv.dot(lane, d, y+0.86)
		}
	}
	for i := 0; i < len(big); {
		n := 1
		for i+n < len(big) && float64(big[i+n].Day-big[i+n-1].Day) < near {
			n++
		}
		for k, d := range big[i : i+n] {
			cv.dot(lane, d, y+0.5+float64(0.36*(float64(k)-float64(float64(n-1)/2))))
		}
		i += n
	}
}

func (cv *canvas) dot(lane content.Lane, d content.Dot, y float64) {
	e, ok := eventOf(d.Style)
	if day := float64(d.Day); !ok || day < cv.x.min || day > cv.x.max {
		return
	}
	m := cv.eventMark(e)
	m.At = []point{{float64(d.Day), y}}
	cv.add(m.tipped(tip(lane.Label, e.name(cv.words), strconv.Itoa(d.Day)+cv.day)))
}

func (cv *canvas) eventMark(e event) mark {
	paint := cv.paper
	if e.filled {
		paint = cv.ink
	}
	m := symbolAt(nil, nil, e.symbol, paint, cv.ink).sized(e.size)
	if e.symbol == "star" {
		m.Stroke = cv.paper
	}
	m.At = nil
	return m.thicker(0.13)
}

// ganttLegend names the phases, events and states that occur.
func (cv *canvas) ganttLegend() {
	for _, style := range append(slices.Clone(barStyles), "exited") {
		named := style != "exited" && len(cv.chart.Phases) > 0 // the axis names it already
		if !named && cv.hasBar(style) {
			cv.legend(cv.barName(style), rect(nil, nil, nil, nil, cv.barFill(style)))
		}
	}
	for _, e := range events {
		if cv.hasDot(e.style) {
			cv.legend(e.name(cv.words), cv.eventMark(e))
		}
	}
	if cv.hasLane(func(l content.Lane) bool { return l.Today >= 1 && float64(l.Today) <= cv.x.max }) {
		cv.legend(cv.today, symbolAt(nil, nil, "tick", "", cv.alert).sized(0.6).thicker(0.16))
	}
	if cv.hasLane(func(l content.Lane) bool { return l.Tone == content.Bad }) {
		cv.legend(cv.late, symbolAt(nil, nil, "triangle", cv.alert, cv.alert))
	}
	if cv.hasLane(func(l content.Lane) bool { return l.Tone == content.Watch }) {
		cv.legend(cv.watchful, symbolAt(nil, nil, "triangle", cv.paper, cv.watch).sized(0.38).thicker(0.14))
	}
}

func (cv *canvas) hasLane(is func(content.Lane) bool) bool {
	return slices.ContainsFunc(cv.chart.Lanes, is)
}

func (cv *canvas) hasBar(style string) bool {
	return cv.hasLane(func(l content.Lane) bool {
		return slices.ContainsFunc(l.Bars, func(b content.Bar) bool { return b.Style == style })
	})
}

func (cv *canvas) hasDot(style string) bool {
	return cv.hasLane(func(l content.Lane) bool {
		return slices.ContainsFunc(l.Dots, func(d content.Dot) bool { return d.Style == style })
	})
}
