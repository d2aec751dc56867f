// Package facts turns the records of a window into what figures count: tasks and their payments, pay by
// month and hour, revenue by day, spells under observation, the stages of the funnel, the sets of persons.
//
// The one idea: what a word of the definitions means (delivered, retained, paid, at work) is worked out here
// once, from records that are free of errors and dated A or earlier. It declares no figure, and it does not
// ask what rows with errors might hold: that is package bound.
package facts

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// DeliveredIn returns the tasks dated in [F, T] that were delivered by A.
func DeliveredIn(w *kpi.Window) []*record.Task {
	return kpi.Where(w.TasksIn(), func(t *record.Task) bool { return Delivered(w, t) })
}

// Delivered reports whether the task has a delivered_date of A or earlier.
func Delivered(w *kpi.Window, t *record.Task) bool {
	return t.DeliveredDate.Known && t.DeliveredDate.Value <= w.Clock.At()
}

// FaultyTasksIn returns the task rows with an error finding that could be dated in [F, T].
func FaultyTasksIn(w *kpi.Window) []*record.Task {
	return kpi.Where(w.Cohort.Tasks.Excluded, func(t *record.Task) bool { return w.MayBeIn(t.Date) })
}

// FirstTaskIn returns the participant's earliest task dated in [F, T], or nil.
func FirstTaskIn(w *kpi.Window, p *record.Participant) *record.Task {
	return taskBetween(w, p, w.Clock.From, w.Clock.To)
}

// FirstTaskSince returns the participant's earliest task dated from the day to A, or nil.
func FirstTaskSince(w *kpi.Window, p *record.Participant, day cell.Day) *record.Task {
	return taskBetween(w, p, day, w.Clock.At())
}

// WorkersIn returns the participants with at least one task dated in [F, T], in reading order.
func WorkersIn(w *kpi.Window) []*record.Participant {
	return kpi.Where(w.Participants, func(p *record.Participant) bool { return FirstTaskIn(w, p) != nil })
}

// RegisteredBy returns the participants with registered_date ≤ A.
func RegisteredBy(w *kpi.Window) []*record.Participant {
	return kpi.Where(w.Participants, func(p *record.Participant) bool { return kpi.Registered(p) <= w.Clock.At() })
}

// FaultyRegistered returns the participant rows with an error finding that could be registered
// by A.
func FaultyRegistered(w *kpi.Window) []*record.Participant {
	return kpi.Where(w.Cohort.Participants.Excluded, func(p *record.Participant) bool {
		date := p.RegisteredDate
		if !date.Known {
			date = p.StartDate
		}
		return !date.Known || date.Value <= w.Clock.At()
	})
}
