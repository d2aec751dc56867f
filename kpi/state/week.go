package state

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Week is what the hub compares from one week to the next, as it stood at A. What the ledger has no sheet or column
// for is nil or marked as missing, never 0.
type Week struct {
	Calls   []State
	Overdue []*record.Task // due before A and not delivered
	Waiting []Waiting      // for their pay, the longest first
	Hours   *float64       // logged on the seven days up to E
	HasDue  bool
	HasPaid bool
}

// Waiting is pay that was earned and not paid by A: of a task, or an entry of the list of payments.
type Waiting struct {
	Task    *record.Task    // nil where Payment is set
	Payment *record.Payment // nil where Task is set
	Pay     float64         // yen
	Days    int             // from the delivery (day 1), or from the end of the month worked, to A
	Over    bool            // past every limit
}

// Participant is the id of whom it is owed to.
func (w *Waiting) Participant() string {
	if w.Task != nil {
		return w.Task.ParticipantID.Value
	}
	return w.Payment.ParticipantID.Value
}

// lateDays is how long after the end of the month worked a listed payment is past its limit; Old how long after
// the delivery somebody asks for pay.
const lateDays, oldDays = 60, 30

// Old reports whether the pay has been waited for longer than 30 days.
func (w *Waiting) Old() bool { return w.Days > oldDays }

// WeekOf returns the week of the window; states are those of the window.
func WeekOf(w *kpi.Window, states []State) Week {
	agenda := ThisWeek(w)
	week := Week{Calls: Calls(states), HasDue: agenda.HasDue, HasPaid: agenda.HasPaid || agenda.HasList}
	for _, t := range agenda.Due {
		if t.DueDate.Value < w.Clock.AsOf {
			week.Overdue = append(week.Overdue, t)
		}
	}
	for _, p := range agenda.Unpaid {
		week.Waiting = append(week.Waiting, Waiting{Task: p.Task, Pay: p.Task.Pay.Value, Days: p.Days,
			Over: p.Limit == facts.Over})
	}
	for _, o := range agenda.Owed {
		week.Waiting = append(week.Waiting, Waiting{Payment: o.Payment, Pay: o.Payment.Amount.Value, Days: o.Days,
			Over: o.Days > lateDays})
	}
	slices.SortStableFunc(week.Waiting, func(a, b Waiting) int { return b.Days - a.Days })
	if w.Has(kpi.Column{Table: schema.Tasks, Key: "hours"}) {
		week.Hours = new(hoursOn(w))
	}
	return week
}

// hoursOn adds up the hours of the last seven days up to E.
func hoursOn(w *kpi.Window) float64 {
	var hours kpi.Amounts
	for _, t := range w.Tasks {
		if d := t.Date.Value; d <= w.Clock.At() && d > w.Clock.At()-weekDays {
			hours.Add(t.Hours.Value, kpi.RowUse{})
		}
	}
	return hours.Sum()
}

// PaidBetween counts the tasks paid after the A of the earlier window and by that of the later one; on is the day where
// it was one day, else 0.
func PaidBetween(before, now *kpi.Window) (tasks int, on cell.Day) {
	for _, t := range now.Tasks {
		if d := t.PaidDate.Value; t.PaidDate.Known && t.Pay.Value > 0 && d > before.Clock.AsOf && d <= now.Clock.AsOf {
			if tasks++; tasks == 1 {
				on = d
			} else if d != on {
				on = 0
			}
		}
	}
	return tasks, on
}
