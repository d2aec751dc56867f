package state

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Agenda is what the hub has to do about deliveries, payments, contracts and people, as of A. It
// names persons: for the hub edition only.
type Agenda struct {
	Due     []*record.Task  // not delivered; due_date ≤ A + 6, the latest due first overdue
	Unpaid  []facts.Payment // delivered with pay, not paid by A; the oldest first
	Ending  []*record.Contract
	Idle    []Idle
	HasDue  bool // the work log has due dates and delivery dates
	HasPaid bool // the work log has delivery dates and payment dates
}

// Idle is a participant who has worked before and has no task in the active window.
type Idle struct {
	Participant *record.Participant
	Last        *record.Task
	Days        int // from the last task to A
}

// weekDays is how far ahead deliveries are looked at, and endingDays contracts.
const (
	weekDays   = 7
	endingDays = 30
)

// ThisWeek returns the hub's lists.
func ThisWeek(w *kpi.Window) Agenda {
	delivered := w.Has(kpi.Column{Table: schema.Tasks, Key: "delivered_date"})
	week := Agenda{
		HasDue:  delivered && w.Has(kpi.Column{Table: schema.Tasks, Key: "due_date"}),
		HasPaid: delivered && w.Has(kpi.Column{Table: schema.Tasks, Key: "paid_date"}),
	}
	if week.HasDue {
		week.Due = undelivered(w)
	}
	if week.HasPaid {
		week.Unpaid = unpaid(w)
	}
	week.Ending = kpi.Where(w.Contracts, func(c *record.Contract) bool {
		return c.EndDate.Known && w.Clock.AsOf <= c.EndDate.Value && c.EndDate.Value < w.Clock.AsOf+endingDays
	})
	slices.SortStableFunc(week.Ending, func(a, b *record.Contract) int {
		return cmp.Compare(a.EndDate.Value, b.EndDate.Value)
	})
	week.Idle = idle(w)
	return week
}

// undelivered returns the tasks due by the end of the coming week that are not delivered.
func undelivered(w *kpi.Window) []*record.Task {
	due := kpi.Where(w.Tasks, func(t *record.Task) bool {
		done := t.DeliveredDate.Known && t.DeliveredDate.Value <= w.Clock.AsOf
		return !done && t.DueDate.Known && t.DueDate.Value < w.Clock.AsOf+weekDays
	})
	slices.SortStableFunc(due, func(a, b *record.Task) int { return cmp.Compare(a.DueDate.Value, b.DueDate.Value) })
	return due
}

func unpaid(w *kpi.Window) []facts.Payment {
	var open []facts.Payment
	for _, t := range w.Tasks {
		if t.Pay.Value > 0 && t.DeliveredDate.Known && t.DeliveredDate.Value <= w.Clock.AsOf {
			if p := facts.PaymentOf(w, t); p.State == facts.Unpaid {
				open = append(open, p)
			}
		}
	}
	slices.SortStableFunc(open, func(a, b facts.Payment) int { return cmp.Compare(b.Days, a.Days) })
	return open
}

// idle returns the participants who have not left, whose care has not ended, who have worked and have no task dated in
// the active_window_days days that end at A; the longest idle first.
func idle(w *kpi.Window) []Idle {
	var idle []Idle
	for _, p := range w.OnCycle() {
		last := w.LastTask(p)
		if _, gone := w.Exit(p); gone || w.Closed(p) || last == nil {
			continue
		}
		if days := int(w.Clock.AsOf - last.Date.Value); last.Date.Value <= w.Clock.AsOf-cell.Day(
			w.Pilot.Settings.ActiveWindowDays) {
			idle = append(idle, Idle{Participant: p, Last: last, Days: days})
		}
	}
	slices.SortStableFunc(idle, func(a, b Idle) int { return cmp.Compare(b.Days, a.Days) })
	return idle
}
