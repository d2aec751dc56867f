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

// Priced reports whether the contract brings revenue at all: a monthly or whole amount above 0.
// known is false when it has neither.
func Priced(c *record.Contract) (priced, known bool) {
	return c.Monthly.Known && c.Monthly.Value > 0 || c.Amount.Known && c.Amount.Value > 0,
		c.Monthly.Known || c.Amount.Known
}

// MonthPay is one participant's calendar month in [F, T] with at least one task.
type MonthPay struct {
	Participant *record.Participant
	Month       cell.Day // its first day
	Pay         float64  // Σ pay of the tasks that have one, yen
	Tasks       []*record.Task
	Blank       int // tasks without pay entered
}

// Known reports whether the pay of at least one task is entered.
func (m MonthPay) Known() bool { return m.Blank < len(m.Tasks) }

// MonthPays returns the participant-months of [F, T] that have a task, participants in reading
// order, months in order.
func MonthPays(w *kpi.Window) []MonthPay {
	var all []MonthPay
	for _, p := range w.Participants {
		all = append(all, MonthPaysOf(w, p)...)
	}
	return all
}

// MonthPaysOf returns the participant's months, in order.
func MonthPaysOf(w *kpi.Window, p *record.Participant) []MonthPay {
	byMonth := map[cell.Day]*MonthPay{}
	for _, t := range w.TasksOf(p.ID.Value) {
		if !w.In(t.Date.Value) {
			continue
		}
		month := MonthStart(t.Date.Value)
		m := byMonth[month]
		if m == nil {
			m = &MonthPay{Participant: p, Month: month}
			byMonth[month] = m
		}
		m.Tasks = append(m.Tasks, t)
		if !t.Pay.Known {
			m.Blank++
		}
	}
	months := make([]MonthPay, 0, len(byMonth))
	for _, month := range slices.Sorted(maps.Keys(byMonth)) {
		m := byMonth[month]
		m.Pay = kpi.Sum(payOf(m.Tasks))
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
