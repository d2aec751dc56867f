package state

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Effort is what one participant logged week by week. It names a person: for the hub's edition only.
type Effort struct {
	Participant *record.Participant
	Weeks       []WeekOfWork // one for each week asked for, in order
}

// WeekOfWork is one ISO week of a participant. Hours is nil where nothing can be told: the week lies
// before the start or after the exit, or a task of it has no hours written down. A week of the cycle
// without any task has 0 hours: the log was kept and holds nothing.
type WeekOfWork struct {
	Hours *float64
	Tasks int
}

// Efforts returns the Mondays of the last n ISO weeks up to that of A, and what every participant
// with a start logged in them, in reading order.
func Efforts(w *kpi.Window, n int) (mondays []cell.Day, efforts []Effort) {
	last := facts.Week(w.Clock.At())
	for i := range n {
		mondays = append(mondays, last-cell.Day(7*(n-1-i)))
	}
	for _, p := range w.OnCycle() {
		e := Effort{Participant: p}
		for _, monday := range mondays {
			e.Weeks = append(e.Weeks, weekOf(w, p, monday))
		}
		efforts = append(efforts, e)
	}
	return mondays, efforts
}

func weekOf(w *kpi.Window, p *record.Participant, monday cell.Day) WeekOfWork {
	var hours kpi.Amounts
	out, unknown := WeekOfWork{}, false
	for _, t := range w.TasksOf(p.ID.Value) {
		if facts.Week(t.Date.Value) != monday || t.Date.Value > w.Clock.At() {
			continue
		}
		out.Tasks++
		unknown = unknown || !t.Hours.Known
		hours.Add(t.Hours.Value, kpi.RowUse{})
	}
	exit, gone := w.Exit(p)
	absent := p.StartDate.Value > monday+6 || gone && exit < monday
	if !unknown && (out.Tasks > 0 || !absent) {
		out.Hours = new(hours.Sum())
	}
	return out
}
