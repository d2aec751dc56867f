package bridge

import (
	"cmp"
	"maps"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// month is the sums of one calendar month.
type month [5]float64

var measures = [...]struct {
	name string
	unit kpi.Unit
}{{"tasks", kpi.Count}, {"hours", kpi.Hours}, {"pay", kpi.Yen}, {"paid", kpi.Yen}, {"revenue", kpi.Yen}}

// sums adds up the months that had ended by the day.
func sums(c *cohort.Ledger, by cell.Day) map[cell.Day]month {
	out := map[cell.Day]month{}
	add := func(d cell.Day, i int, v float64) {
		if first := facts.MonthStart(d); closed(first, by) {
			m := out[first]
			m[i] += v
			out[first] = m
		}
	}
	listed := slices.ContainsFunc(c.Payments.Rows, func(p *record.Payment) bool {
		month, known := p.Covers()
		return known && month <= by || p.PaidDate.Known && p.PaidDate.Value <= by
	})
	for _, t := range c.Tasks.Rows {
		add(t.Date.Value, 0, 1)
		add(t.Date.Value, 1, t.Hours.Value)
		add(t.Date.Value, 2, t.Pay.Value)
		switch {
		case listed:
		case t.PaidDate.Known && t.Paid.Known:
			add(t.PaidDate.Value, 3, t.Paid.Value)
		case t.PaidDate.Known:
			add(t.PaidDate.Value, 3, t.Pay.Value)
		}
	}
	sumPayments(c, add)
	billed := sumInvoices(c, by, add)
	for _, k := range c.Contracts.Rows {
		if billed[k] {
			continue
		}
		for first := facts.MonthStart(k.StartDate.Value); closed(first, by); first = next(first) {
			if k.EndDate.Known && k.EndDate.Value < first {
				break
			}
			yen, _ := facts.PriceBetween(k, first, next(first)-1)
			add(first, 4, yen)
		}
	}
	return out
}

// sumPayments adds up the list of payments: what was paid, and the pay where the log says nothing of it.
func sumPayments(c *cohort.Ledger, add func(d cell.Day, i int, v float64)) {
	logged := slices.ContainsFunc(c.Tasks.Rows, func(t *record.Task) bool { return t.Pay.Known })
	for _, p := range c.Payments.Rows {
		if month, known := p.Covers(); known && !logged {
			add(month, 2, p.Amount.Value)
		}
		if p.PaidDate.Known {
			add(p.PaidDate.Value, 3, p.Amount.Value)
		}
	}
}

// sumInvoices adds up the invoices as revenue, and returns the contracts that have some for a month that had begun by
// the day. A list that is begun later says nothing of the months before.
func sumInvoices(c *cohort.Ledger, by cell.Day, add func(d cell.Day, i int, v float64)) map[*record.Contract]bool {
	billed := map[*record.Contract]bool{}
	for _, v := range c.Invoices.Rows {
		if month, known := v.Covers(); known && v.Contract != nil && month <= by {
			billed[v.Contract] = true
			add(month, 4, v.Amount.Value)
		}
	}
	return billed
}

func next(first cell.Day) cell.Day {
	y, m, _ := first.YMD()
	return cell.NewDay(y, m+1, 1)
}

// closed reports that the month had ended by the day.
func closed(first, by cell.Day) bool { return next(first)-1 <= by }

// months lists the closed months whose sums change, step by step.
func (m *mixer) months(rows []RowChange) []RestatedMonth {
	by := m.old.Clock.AsOf
	steps := []map[cell.Day]month{sums(m.old.Cohort, by)}
	all := map[cell.Day]bool{}
	for _, cause := range rowSteps {
		steps = append(steps, sums(m.mixed[cause], by))
	}
	for _, s := range steps {
		for first := range s {
			all[first] = true
		}
	}
	var out []RestatedMonth
	for _, first := range slices.SortedFunc(maps.Keys(all), cmp.Compare[cell.Day]) {
		r := RestatedMonth{First: first}
		for i, measure := range measures {
			mm := MonthMeasure{Name: measure.name, Unit: measure.unit, Old: steps[0][first][i],
				New: steps[len(steps)-1][first][i]}
			mm.New = snap(mm.New, mm.Old)
			from := mm.Old
			for s, cause := range rowSteps {
				to := snap(steps[s+1][first][i], mm.New, from, mm.Old)
				if from != to {
					mm.Terms = append(mm.Terms, Term{Causes: []Cause{late(cause)}, From: from, To: to})
				}
				from = to
			}
			if len(mm.Terms) > 0 {
				r.Measures = append(r.Measures, mm)
			}
		}
		if len(r.Measures) > 0 {
			var terms []Term
			for _, mm := range r.Measures {
				terms = append(terms, mm.Terms...)
			}
			r.Rows = ofCauses(rows, concerning(rows, first), terms)
			out = append(out, r)
		}
	}
	return out
}

// concerning returns which changes are of tasks dated or paid in the month, and of contracts that
// run in it.
func concerning(rows []RowChange, first cell.Day) []int {
	last := next(first) - 1
	in := func(l *record.Line) bool {
		if l == nil {
			return false
		}
		switch l.Table {
		case schema.Tasks:
			paid, ok := l.Day("paid_date")
			return l.Dated && first <= l.Date && l.Date <= last || ok && first <= paid && paid <= last
		case schema.Payments, schema.Invoices:
			month, ok := l.Day("month")
			return l.Dated && first <= l.Date && l.Date <= last || ok && month == first
		case schema.Contracts:
			end, ok := l.Day("end_date")
			return l.Dated && l.Date <= last && !(ok && end < first)
		}
		return false
	}
	var out []int
	for i, c := range rows {
		if in(c.Old) || in(c.New) {
			out = append(out, i)
		}
	}
	return out
}
