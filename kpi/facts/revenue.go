package facts

import (
	"math"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// monthUnits is the least common multiple of 28, 29, 30 and 31: in units of 1/monthUnits of
// a month every run of days is a whole number, so shares of different months add up exactly.
const monthUnits = 377580

// Revenue returns the contract's revenue in [F, T] (client → hub, yen, rounded half up to 1)
// and whether it is known; see RevenueBetween.
func Revenue(w *kpi.Window, c *record.Contract) (yen float64, known bool) {
	return RevenueBetween(w, c, w.Clock.From, w.Clock.To)
}

// RevenueBetween returns the contract's revenue in [from, to], both ends included: of one with invoices what was
// invoiced for months of which a day lies in it, else what its price comes to; see PriceBetween.
func RevenueBetween(w *kpi.Window, c *record.Contract, from, to cell.Day) (yen float64, known bool) {
	invoices := w.InvoicesOn(c)
	if len(invoices) == 0 {
		return PriceBetween(c, from, to)
	}
	var amounts []float64
	for _, v := range InvoicesBetween(invoices, from, to) {
		amounts = append(amounts, v.Amount.Value)
	}
	return roundYen(kpi.Sum(amounts)), true
}

// InvoicesBetween returns the invoices for months of which a day lies in [from, to].
func InvoicesBetween(invoices []*record.Invoice, from, to cell.Day) []*record.Invoice {
	return kpi.Where(invoices, func(v *record.Invoice) bool {
		month, known := v.Covers()
		return known && from <= to && month <= to && month.LastOfMonth() >= from
	})
}

// Billing returns the contracts that bring revenue in [F, T]: those active in it, and those invoiced for it.
func Billing(w *kpi.Window) []*record.Contract {
	return kpi.Where(w.Contracts, func(c *record.Contract) bool {
		return w.Active(c) || len(InvoicesBetween(w.InvoicesOn(c), w.Clock.From, w.Clock.To)) > 0
	})
}

// Unpriced counts the terms of a contract in [from, to] whose revenue is not known; none of one with invoices.
func Unpriced(w *kpi.Window, c *record.Contract, from, to cell.Day) int {
	n := 0
	for _, term := range termsIn(c, from, to) {
		if _, known := priceOf(term, from, to); !known && len(w.InvoicesOn(c)) == 0 {
			n++
		}
	}
	return n
}

// termsIn are the terms of a contract that lie in [from, to] on a day at least; all where none does.
func termsIn(c *record.Contract, from, to cell.Day) []*record.Contract {
	in := kpi.Where(record.Terms(c), func(term *record.Contract) bool {
		return term.StartDate.Value <= to && !(term.EndDate.Known && term.EndDate.Value < from)
	})
	if len(in) == 0 {
		return record.Terms(c)
	}
	return in
}

// PriceBetween returns what the contract's price comes to in [from, to], both ends included: of one that was renewed,
// the sum of its terms there whose price is known.
func PriceBetween(c *record.Contract, from, to cell.Day) (yen float64, known bool) {
	for _, term := range termsIn(c, from, to) {
		if v, priced := priceOf(term, from, to); priced {
			yen, known = yen+v, true
		}
	}
	return yen, known
}

// priceOf returns what the price of one term comes to.
//
// With monthly: for each calendar month touched, monthly × days of the month inside both the
// term and [from, to] ÷ days of that month. Otherwise with amount and an end date: amount ×
// days inside both ÷ days of the term; with amount and no end date: amount if the contract
// starts in [from, to], else 0. With neither the revenue is unknown. Rounded half up to
// 1 yen once, after adding up.
func priceOf(c *record.Contract, from, to cell.Day) (yen float64, known bool) {
	first, last := max(from, c.StartDate.Value), to
	if c.EndDate.Known {
		last = min(last, c.EndDate.Value)
	}
	switch {
	case c.Monthly.Known:
		return MonthlyFee(c.Monthly.Value, first, last), true
	case c.Amount.Known && c.EndDate.Known:
		return amountShare(c, first, last), true
	case c.Amount.Known && from <= c.StartDate.Value && c.StartDate.Value <= to:
		return roundYen(c.Amount.Value), true
	case c.Amount.Known:
		return 0, true
	}
	return 0, false
}

func amountShare(c *record.Contract, first, last cell.Day) float64 {
	term := c.EndDate.Value - c.StartDate.Value + 1
	if term < 1 || last < first {
		return 0
	}
	return roundYen(c.Amount.Value * float64(last-first+1) / float64(term))
}

// MonthlyFee returns what a monthly fee comes to from first to last, both included, rounded half up to
// 1 yen; 0 when last is before first.
func MonthlyFee(yen float64, first, last cell.Day) float64 {
	return roundYen(yen * float64(monthShare(first, last)) / monthUnits)
}

// monthShare returns the length of [first, last] in units of 1/monthUnits of a month.
func monthShare(first, last cell.Day) int64 {
	var share int64
	for d := first; d <= last; {
		y, m, _ := d.YMD()
		next := cell.NewDay(y, m+1, 1)
		days := int64(next - cell.NewDay(y, m, 1))
		share += int64(min(next, last+1)-d) * (monthUnits / days)
		d = next
	}
	return share
}

func roundYen(x float64) float64 { return math.Floor(x + 0.5) }
