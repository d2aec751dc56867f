package facts

import (
	"cmp"
	"maps"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// Priced reports whether the contract brings revenue at all: an invoice, or a monthly or whole amount, above 0.
// known is false when it has none of these.
func Priced(w *kpi.Window, c *record.Contract) (priced, known bool) {
	if invoices := w.InvoicesOn(c); len(invoices) > 0 {
		return slices.ContainsFunc(invoices, func(v *record.Invoice) bool { return v.Amount.Value > 0 }), true
	}
	for _, t := range record.Terms(c) {
		priced = priced || t.Monthly.Known && t.Monthly.Value > 0 || t.Amount.Known && t.Amount.Value > 0
		known = known || t.Monthly.Known || t.Amount.Known
	}
	return priced, known
}

// MonthPay is one participant's calendar month in [F, T] with at least one task or payment.
type MonthPay struct {
	Participant *record.Participant
	Month       cell.Day // its first day
	Pay         float64  // Σ pay of the tasks that have one, or of the payments for the month, yen
	Tasks       []*record.Task
	Payments    []*record.Payment // where pay is known by month alone
	Blank       int               // tasks without pay entered
}

// Known reports whether the pay of at least one task is entered, or a payment is.
func (m MonthPay) Known() bool { return m.Blank < len(m.Tasks) || len(m.Payments) > 0 }

// monthPays is the key of the participant-months among what a window keeps: figures, tables of groups, those behind
// the amounts, bounds and charts all rest on them.
type monthPays struct{}

// paysByMonth is what is kept: all months, and of each participant the first and the end among them.
type paysByMonth struct {
	all []MonthPay
	of  map[*record.Participant][2]int
}

func payByMonth(w *kpi.Window) paysByMonth {
	return kpi.Kept(w, monthPays{}, func() paysByMonth {
		pays := paysByMonth{of: make(map[*record.Participant][2]int, len(w.Participants))}
		for _, p := range w.Participants {
			first := len(pays.all)
			pays.all = append(pays.all, monthPaysOf(w, p)...)
			pays.of[p] = [2]int{first, len(pays.all)}
		}
		return pays
	})
}

// MonthPays returns the participant-months of [F, T] that have a task, or where pay is known by month alone a
// payment, participants in reading order, months in order. They must not be changed.
func MonthPays(w *kpi.Window) []MonthPay { return payByMonth(w).all }

// MonthPaysOf returns the participant's months, in order.
func MonthPaysOf(w *kpi.Window, p *record.Participant) []MonthPay {
	pays := payByMonth(w)
	at, known := pays.of[p]
	if !known { // of a row with an error, which is none of the window's
		return monthPaysOf(w, p)
	}
	return slices.Clip(pays.all[at[0]:at[1]])
}

// monthPaysOf works the participant's months out.
func monthPaysOf(w *kpi.Window, p *record.Participant) []MonthPay {
	byMonth := map[cell.Day]*MonthPay{}
	at := func(month cell.Day) *MonthPay {
		if byMonth[month] == nil {
			byMonth[month] = &MonthPay{Participant: p, Month: month}
		}
		return byMonth[month]
	}
	for _, t := range w.TasksOf(p.ID.Value) {
		if !w.In(t.Date.Value) {
			continue
		}
		m := at(MonthStart(t.Date.Value))
		m.Tasks = append(m.Tasks, t)
		if !t.Pay.Known {
			m.Blank++
		}
	}
	if w.PaidByMonth() {
		for _, x := range paymentsIn(w, w.PaymentsOf(p.ID.Value)) {
			month, _ := x.Covers() // a window has no payment of no month
			m := at(month)
			m.Payments = append(m.Payments, x)
		}
	}
	months := make([]MonthPay, 0, len(byMonth))
	for _, month := range slices.Sorted(maps.Keys(byMonth)) {
		m := byMonth[month]
		m.Pay = kpi.Sum(append(payOf(m.Tasks), amounts(m.Payments)...))
		months = append(months, *m)
	}
	return months
}

func payOf(tasks []*record.Task) []float64 {
	var pay []float64
	for _, t := range tasks {
		if t.Pay.Known {
			pay = append(pay, t.Pay.Value)
		}
	}
	return pay
}

// PaymentsIn returns the payments for months of which a day lies in [F, T].
func PaymentsIn(w *kpi.Window) []*record.Payment { return paymentsIn(w, w.Payments) }

func paymentsIn(w *kpi.Window, payments []*record.Payment) []*record.Payment {
	return kpi.Where(payments, func(p *record.Payment) bool {
		month, _ := p.Covers() // a window has no payment of no month
		return w.MonthIn(month)
	})
}

// FaultyPaymentsIn returns the payments with an error finding that could be for a month of [F, T].
func FaultyPaymentsIn(w *kpi.Window) []*record.Payment {
	return kpi.Where(w.Cohort.Payments.Excluded, func(p *record.Payment) bool {
		month, known := p.Covers()
		return !known || w.MonthIn(month)
	})
}

func amounts(payments []*record.Payment) []float64 {
	yen := make([]float64, 0, len(payments))
	for _, p := range payments {
		yen = append(yen, p.Amount.Value)
	}
	return yen
}

// Unlisted counts, where pay is known by month alone, the participant-months of [F, T] with work for which no
// payment is listed: unpaid ones may be missing from the list.
func Unlisted(w *kpi.Window) int {
	if !w.PaidByMonth() {
		return 0
	}
	n := 0
	for _, m := range MonthPays(w) {
		if !m.Known() {
			n++
		}
	}
	return n
}

// EarningMonths returns the pay of the months with pay > 0, ascending.
func EarningMonths(months []MonthPay) []float64 {
	var pay []float64
	for _, m := range months {
		if m.Pay > 0 {
			pay = append(pay, m.Pay)
		}
	}
	slices.SortFunc(pay, cmp.Compare)
	return pay
}

// Median returns the type-7 quantile at one half, and false when there is no value.
func Median(values []float64) (float64, bool) {
	m := survival.SampleQuantile(values, 0.5)
	return m, survival.Defined(m)
}
