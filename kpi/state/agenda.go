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
	Due     []*record.Task  // not delivered; due_date ≤ A + 6, the nearest to A first
	Unpaid  []facts.Payment // delivered with pay, not paid by A; the newest first
	Owed    []Owed          // of a list of payments those not made by A, where HasPaid is false; the newest month first
	Ending  []*record.Contract
	HasDue  bool // the work log has due dates and delivery dates
	HasPaid bool // the work log has delivery dates and payment dates
	HasList bool // a list says which payments were made
}

// Owed is a payment above 0 that is listed and was not made by A.
type Owed struct {
	Payment *record.Payment
	Month   cell.Day // the first day of the month worked
	Days    int      // from the end of that month to A; work of the month is no younger
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
	switch {
	case week.HasPaid:
		week.Unpaid = unpaid(w)
	case w.Present(schema.Payments) && w.Has(kpi.Column{Table: schema.Payments, Key: "paid_date"}):
		week.HasList, week.Owed = true, owed(w)
	}
	week.Ending = kpi.Where(w.Contracts, func(c *record.Contract) bool {
		return c.EndDate.Known && w.Clock.AsOf <= c.EndDate.Value && c.EndDate.Value < w.Clock.AsOf+endingDays
	})
	slices.SortStableFunc(week.Ending, func(a, b *record.Contract) int {
		return cmp.Compare(a.EndDate.Value, b.EndDate.Value)
	})
	return week
}

// undelivered returns the tasks due by the end of the coming week that are not delivered, those due nearest to A first:
// what has been late for long does not hide what has just become late.
func undelivered(w *kpi.Window) []*record.Task {
	due := kpi.Where(w.Tasks, func(t *record.Task) bool {
		done := t.DeliveredDate.Known && t.DeliveredDate.Value <= w.Clock.AsOf
		return !done && t.DueDate.Known && t.DueDate.Value < w.Clock.AsOf+weekDays
	})
	away := func(t *record.Task) cell.Day { return max(t.DueDate.Value-w.Clock.AsOf, w.Clock.AsOf-t.DueDate.Value) }
	slices.SortStableFunc(due, func(a, b *record.Task) int {
		return cmp.Or(cmp.Compare(away(a), away(b)), cmp.Compare(a.DueDate.Value, b.DueDate.Value))
	})
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
	slices.SortStableFunc(open, func(a, b facts.Payment) int { return cmp.Compare(a.Days, b.Days) })
	return open
}

// owed returns the listed payments for months that are over that were not made by A.
func owed(w *kpi.Window) []Owed {
	var open []Owed
	for _, p := range w.Payments {
		month, known := p.Covers()
		if !known || p.Amount.Value <= 0 || p.PaidDate.Known && p.PaidDate.Value <= w.Clock.AsOf {
			continue
		}
		if days := int(w.Clock.AsOf - month.LastOfMonth()); days > 0 {
			open = append(open, Owed{Payment: p, Month: month, Days: days})
		}
	}
	slices.SortStableFunc(open, func(a, b Owed) int { return cmp.Compare(a.Days, b.Days) })
	return open
}
