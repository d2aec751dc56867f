package facts

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// PaymentState says how long the hub took to pay for a delivery. The day of delivery is day 1.
type PaymentState string

// Recommended: paid by day 30. Conforming: by day 60. ToCheck: after day 60 but by the end of
// the 2nd calendar month, that of the delivery being the 1st. Over: later. Unpaid: not by A.
const (
	Recommended PaymentState = "recommended"
	Conforming  PaymentState = "conforming"
	ToCheck     PaymentState = "to_check"
	Over        PaymentState = "over"
	Unpaid      PaymentState = "unpaid"
)

// Payment is one delivered task with pay > 0, as it stands at A.
type Payment struct {
	Task  *record.Task
	Days  int // delivery = day 1, to the payment, or to A while unpaid
	State PaymentState
	// Limit is what State would be if an unpaid task were paid on A; State itself when paid.
	Limit PaymentState
}

// PaymentOf returns the payment of a task delivered by A. A paid_date after A is not yet paid.
func PaymentOf(w *kpi.Window, t *record.Task) Payment {
	delivered, until := t.DeliveredDate.Value, w.Clock.AsOf
	paid := t.PaidDate.Known && t.PaidDate.Value <= w.Clock.AsOf
	if paid {
		until = t.PaidDate.Value
	}
	p := Payment{Task: t, Days: int(until-delivered) + 1, Limit: paymentState(delivered, until)}
	p.State = p.Limit
	if !paid {
		p.State = Unpaid
	}
	return p
}

func paymentState(delivered, paid cell.Day) PaymentState {
	switch days := paid - delivered + 1; {
	case days <= 30:
		return Recommended
	case days <= 60:
		return Conforming
	case paid <= secondMonthEnd(delivered):
		return ToCheck
	}
	return Over
}

// secondMonthEnd returns the last day of the month after the day's.
func secondMonthEnd(d cell.Day) cell.Day {
	y, m, _ := d.YMD()
	return cell.NewDay(y, m+2, 1) - 1
}
