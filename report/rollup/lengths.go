package rollup

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// grouped are the lengths in months from which a group of durations begins; the last has no end.
var grouped = []int{0, 3, 6, 12, 24}

// daysOfMonth are those of a mean month, as the figures have it.
const daysOfMonth = 30.4375

// durations group how long contracts and workers have gone on, ended and still going, over all that count.
func durations(defs []kpi.Definition, all *pool, l lang.Lang) []result.Lengths {
	var out []result.Lengths
	for _, d := range defs {
		if d.Topic != kpi.TopicContractLength && d.Topic != kpi.TopicWorkerLength {
			continue
		}
		one := result.Lengths{Figure: d.ID, Title: d.Title.In(l)}
		for i, from := range grouped {
			g := result.LengthGroup{From: from}
			if i+1 < len(grouped) {
				g.To = grouped[i+1]
			}
			one.Groups = append(one.Groups, g)
		}
		seen := 0
		if _, of, _ := all.common(d.ID); of != nil {
			for _, t := range of.Times() {
				g := &one.Groups[groupOf(t.Days)]
				g.Ended, g.Going, seen = g.Ended+t.Events, g.Going+t.Censored, seen+t.Events+t.Censored
			}
		}
		if seen > 0 {
			out = append(out, one)
		}
	}
	return out
}

// groupOf is the place among grouped of so many days.
func groupOf(days float64) int {
	at := 0
	for i, from := range grouped {
		if days >= float64(float64(from)*daysOfMonth) {
			at = i
		}
	}
	return at
}
