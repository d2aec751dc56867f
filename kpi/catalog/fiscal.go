package catalog

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// fiscalYear is the revenue of one fiscal year (1 April – 31 March), up to A.
type fiscalYear struct {
	year      int
	yen       float64
	contracts int
	unknown   int
	full      bool // contracts ran from its first day or before, and it is over by A
}

// fiscalYears returns the years from the one in which the first contract started to that of A.
func fiscalYears(w *kpi.Window) []fiscalYear {
	if len(w.Contracts) == 0 {
		return nil
	}
	first := slices.MinFunc(w.Contracts, func(a, b *record.Contract) int {
		return int(a.StartDate.Value - b.StartDate.Value)
	}).StartDate.Value
	var years []fiscalYear
	for y := first.FiscalYear(); y <= w.Clock.At().FiscalYear(); y++ {
		from, to := facts.FiscalYear(y)
		fy := fiscalYear{year: y, full: first <= from && to <= w.Clock.At()}
		var yen []float64
		for _, c := range w.Contracts {
			over := c.StartDate.Value > to || c.EndDate.Known && c.EndDate.Value < from
			if over && len(facts.InvoicesBetween(w.InvoicesOn(c), from, to)) == 0 {
				continue
			}
			if v, known := facts.RevenueBetween(w, c, from, min(to, w.Clock.At())); known {
				yen = append(yen, v)
			}
			fy.unknown += facts.Unpriced(w, c, from, min(to, w.Clock.At()))
		}
		fy.yen, fy.contracts = kpi.Sum(yen), len(yen)
		years = append(years, fy)
	}
	return years
}

func (y fiscalYear) title() lang.Text {
	return lang.Text{JA: fmt.Sprintf("%d年度", y.year), EN: fmt.Sprintf("fiscal %d", y.year)}
}

// unpricedEver counts the contracts that started by A whose revenue is not known.
func unpricedEver(w *kpi.Window) int {
	n := 0
	for _, c := range w.Contracts {
		n += len(record.Terms(c)) - pricedTerms(w, c)
	}
	return n
}

// pricedTerms counts the terms of a contract whose revenue is known.
func pricedTerms(w *kpi.Window, c *record.Contract) int {
	if len(w.InvoicesOn(c)) > 0 {
		return len(record.Terms(c))
	}
	return len(kpi.Where(record.Terms(c), func(t *record.Contract) bool { return t.Monthly.Known || t.Amount.Known }))
}

// allMoney begins a figure with every contract by A and the cells its revenue rests on; those of unknown
// revenue and those with errors are left out and counted.
func allMoney(w *kpi.Window) kpi.Figure {
	var f kpi.Figure
	for _, c := range w.Contracts {
		if pricedTerms(w, c) > 0 {
			f.N++
			f.List(useMoney(w, c))
			f.List(useInvoices(w, w.InvoicesOn(c))...)
			continue
		}
		f.Excluded++
		f.List(useMoney(w, c).Without(revenueUnknown))
	}
	for _, c := range w.Cohort.Contracts.Excluded {
		if !c.StartDate.Known || c.StartDate.Value <= w.Clock.At() {
			f.Excluded++
			f.List(useMoney(w, c).Without(kpi.Faulty))
		}
	}
	return f
}
