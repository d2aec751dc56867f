package kpi

import (
	"pilot90/cohort"
	"pilot90/cohort/cell"
)

// DeliveredIn returns the tasks dated in [F, T] that were delivered by A.
func (w *Window) DeliveredIn() []*cohort.Task {
	return filter(w.TasksIn(), w.Delivered)
}

// Delivered reports whether the task has a delivered_date of A or earlier.
func (w *Window) Delivered(t *cohort.Task) bool {
	return t.DeliveredDate.Known && t.DeliveredDate.Value <= w.Clock.AsOf
}

// FaultyTasksIn returns the task rows with an error finding that could be dated in [F, T].
func (w *Window) FaultyTasksIn() []*cohort.Task {
	return filter(w.Cohort.Tasks.Excluded, func(t *cohort.Task) bool { return w.MayBeIn(t.Date) })
}

// MayBeIn reports whether a date, as far as it could be read, can be in [F, T]. An unreadable
// or blank one can.
func (w *Window) MayBeIn(d cohort.Field[cell.Day]) bool { return !d.Known || w.In(d.Value) }

// FirstTaskIn returns the participant's earliest task dated in [F, T], or nil.
func (w *Window) FirstTaskIn(p *cohort.Participant) *cohort.Task {
	return w.taskBetween(p, w.Clock.From, w.Clock.To)
}

// FirstTaskSince returns the participant's earliest task dated from the day to A, or nil.
func (w *Window) FirstTaskSince(p *cohort.Participant, day cell.Day) *cohort.Task {
	return w.taskBetween(p, day, w.Clock.AsOf)
}

// WorkersIn returns the participants with at least one task dated in [F, T], in reading order.
func (w *Window) WorkersIn() []*cohort.Participant {
	return filter(w.Participants, func(p *cohort.Participant) bool { return w.FirstTaskIn(p) != nil })
}

// RegisteredBy returns the participants with registered_date ≤ A.
func (w *Window) RegisteredBy() []*cohort.Participant {
	return filter(w.Participants, func(p *cohort.Participant) bool { return Registered(p) <= w.Clock.AsOf })
}

// FaultyRegistered returns the participant rows with an error finding that could be registered
// by A.
func (w *Window) FaultyRegistered() []*cohort.Participant {
	return filter(w.Cohort.Participants.Excluded, func(p *cohort.Participant) bool {
		date := p.RegisteredDate
		if !date.Known {
			date = p.StartDate
		}
		return !date.Known || date.Value <= w.Clock.AsOf
	})
}

// Week returns the Monday of the day's ISO week.
func Week(d cell.Day) cell.Day {
	return d - cell.Day((int(d.Time().Weekday())+6)%7)
}

// Weeks returns the length of [F, T] in weeks of 7 days, not rounded.
func (w *Window) Weeks() float64 { return float64(w.Clock.To-w.Clock.From+1) / 7 }
