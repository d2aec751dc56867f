package kpi

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// gatherMoney takes in the payments and invoices for months that had begun by A. A payment that is made later, or
// not yet, is pay all the same.
func (w *Window) gatherMoney() {
	c := w.Cohort
	w.Payments = upTo(w, c.Payments.Rows, (*record.Payment).Covers)
	w.Invoices = upTo(w, c.Invoices.Rows, (*record.Invoice).Covers)
	w.paymentsOf = groupBy(w.Payments, func(p *record.Payment) string { return p.ParticipantID.Value })
	w.invoicesOn = map[*record.Contract][]*record.Invoice{}
	for _, v := range w.Invoices {
		if v.Contract != nil {
			w.invoicesOn[v.Contract] = append(w.invoicesOn[v.Contract], v)
		}
	}
	w.paidByMonth = c.Payments.Present &&
		!slices.ContainsFunc(c.Tasks.Rows, func(t *record.Task) bool { return t.Pay.Known })
	w.incomeByTaskDate = c.Tasks.Present && !c.Tasks.Has("paid_date") &&
		!(c.Payments.Present && c.Payments.Has("paid_date"))
}

// PaidByMonth reports that pay is known by person and month alone: the log says nothing of pay, and a list of
// payments does.
func (w *Window) PaidByMonth() bool { return w.paidByMonth }

// PaymentsOf returns the participant's payments, made or not, for months that had begun by A.
func (w *Window) PaymentsOf(participantID string) []*record.Payment {
	return w.paymentsOf[participantID]
}

// InvoicesOn returns the invoices of the contract, on any of its terms, for months that had begun by A.
func (w *Window) InvoicesOn(c *record.Contract) []*record.Invoice {
	var all []*record.Invoice
	for _, term := range record.Terms(c) {
		all = append(all, w.invoicesOn[term]...)
	}
	return all
}

// Earned reports whether the task is paid work: it has pay > 0, or where pay is known by month alone, a payment > 0
// is for the month of its date.
func (w *Window) Earned(t *record.Task) bool {
	if !w.paidByMonth {
		return t.Pay.Value > 0
	}
	return w.PaymentFor(t) != nil
}

// PaymentFor returns, where pay is known by month alone, the first payment > 0 that is for the work of a task; nil
// for none. One that names no month is for the work since the payment before it.
func (w *Window) PaymentFor(t *record.Task) *record.Payment {
	if !w.paidByMonth {
		return nil
	}
	var next *record.Payment // the first without a month, on the day of the task or later
	for _, p := range w.PaymentsOf(t.ParticipantID.Value) {
		switch {
		case p.Amount.Value <= 0:
		case p.Month.Known && p.Month.Value == t.Date.Value.FirstOfMonth():
			return p
		case !p.Month.Known && p.PaidDate.Value >= t.Date.Value && (next == nil || p.PaidDate.Value < next.PaidDate.Value):
			next = p
		}
	}
	return next
}

// Income is what gave a participant the first income: a payment, or a task of the log.
type Income struct {
	Payment *record.Payment
	Task    *record.Task
}

// UseIncome is the row with the cells that say what was paid and when.
func (w *Window) UseIncome(i Income) RowUse {
	if i.Payment != nil {
		return w.UsePayment(i.Payment)
	}
	return w.UseTask(i.Task, CellOf(i.Task.Pay), CellOf(i.Task.PaidDate))
}

// firstPayment finds the earliest payment > 0 of a participant made by A, for somebody who has worked.
func (w *Window) firstPayment(p *record.Participant, e *evidence) {
	if e.firstTask == nil {
		return
	}
	var first *record.Payment
	for _, x := range w.PaymentsOf(p.ID.Value) {
		if d := x.PaidDate; d.Known && d.Value <= w.Clock.AsOf && x.Amount.Value > 0 &&
			(first == nil || d.Value < first.PaidDate.Value) {
			first = x
		}
	}
	if first == nil {
		return
	}
	e.income, e.incomeDate, e.earned = Income{Payment: first}, first.PaidDate.Value, true
	if e.firstPaid == nil {
		e.firstPaid = e.firstTask
	}
}

// UsePayment is Use for a payment: who was paid, for which month, how much, and when.
func (w *Window) UsePayment(p *record.Payment) RowUse {
	return w.Use(p.Row, p.ParticipantID.Value, CellOf(p.PaidDate), CellOf(p.ParticipantID), CellOf(p.Month),
		CellOf(p.Amount))
}

// UseInvoice is Use for an invoice: for which month, of which contract, how much.
func (w *Window) UseInvoice(v *record.Invoice) RowUse {
	who := v.ContractID
	if !who.Known {
		who = v.ClientID
	}
	u := w.Use(v.Row, who.Value, CellOf(v.Date), CellOf(v.Month), CellOf(v.ContractID), CellOf(v.ClientID),
		CellOf(v.Amount))
	return u.Saying(func() lang.Text {
		yen := lang.Plain(v.Amount.Value)
		return lang.Text{JA: "請求 " + yen + "円", EN: "invoiced " + yen + " yen"}
	})
}

// MonthIn reports whether a day of the month that begins on the day lies in [F, T].
func (w *Window) MonthIn(month cell.Day) bool {
	return w.PeriodOpen() && month <= w.Clock.To && month.LastOfMonth() >= w.Clock.From
}
