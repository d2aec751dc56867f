package catalog

import (
	"math"

	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

// How rows with errors bear on the figures: what several of them share, and the bounds of those
// that are put together from sums and counts.

var (
	onPeople = bound.Counted{Adds: needParticipants}
	// A task can bring one more person into the numerator, and takes nobody out.
	onWorkers = bound.Counted{Adds: needParticipants, Raises: needTasks}
	// So can a payment, where it is income that counts.
	onIncome = bound.Counted{Adds: needParticipants, Raises: paidTables}
	// A task can be the first of somebody, or come before what had to be agreed first.
	onFirstTasks = bound.Counted{Adds: needPeopleTasks, Lowers: needTasks}
	onContracts  = bound.Counted{Adds: needContracts, RestsOn: []schema.Key{schema.Clients}, InPeriod: true}
	onTasks      = bound.Counted{Adds: needTasks, RestsOn: needContracts, InPeriod: true}
)

// onRevenue is the bearing on a share of revenue whose part side tells.
func onRevenue(side func(w *kpi.Window, c *record.Contract) (counts, sure bool)) kpi.Bearing {
	return bound.Shared(func(w *kpi.Window) []bound.Addend {
		return bound.OpenRevenue(w, func(c *record.Contract) (bool, bool) { return side(w, c) })
	})
}

// outsideClient and insideClient say whether a contract's client is from outside or from inside the
// municipality.
func outsideClient(w *kpi.Window, c *record.Contract) (counts, sure bool) {
	region, sure := bound.SureRegion(w, c)
	return region != "inside", sure
}

func insideClient(w *kpi.Window, c *record.Contract) (counts, sure bool) {
	region, sure := bound.SureRegion(w, c)
	return region == "inside", sure
}

// onExperts is the bearing on the share of hours by people from outside.
var onExperts = bound.Shared(func(w *kpi.Window) []bound.Addend {
	return bound.OpenHours(w, true, func(t *record.Task) (outside, sure bool) { return bound.SureOutside(w, t) })
})

// onSum is the bearing on a sum of revenue.
var onSum = bound.Summed(func(w *kpi.Window) []bound.Addend { return bound.OpenRevenue(w, nil) })

// onSupport is the bearing on hours of support: their sum, or the largest sum of some of them.
var onSupport = bound.Summed(bound.OpenSupport)

// onSpending is the bearing on a sum of what was spent.
var onSpending = bound.Summed(func(w *kpi.Window) []bound.Addend { return bound.OpenSpent(w, nil) })

// onPopulation divides the range of the number registered by the inhabitants.
var onPopulation = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	low, high, rows := onPeople.Count(w, *f.Numerator, *f.Numerator)
	return bound.Quotient([2]float64{low, high}, [2]float64{*f.Denominator, *f.Denominator}, rows)
})

var onHubHours = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	hours := bound.OpenSupport(w)
	fewest, most, rows := bound.Counted{Adds: needPeopleTasks, InPeriod: true}.Count(w, float64(f.N), float64(f.N))
	return bound.Quotient(bound.SumBounds(*f.Numerator, hours), [2]float64{fewest * w.Weeks(), most * w.Weeks()},
		rows+len(hours))
})

var onPayout = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	pay, revenue := bound.OpenPay(w), bound.OpenRevenue(w, nil)
	return bound.Quotient(bound.SumBounds(*f.Numerator, pay), bound.SumBounds(*f.Denominator, revenue),
		len(pay)+len(revenue))
})

var onHourlyPay = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	pay, hours := bound.OpenPay(w), bound.OpenHours(w, true, nil)
	rows := len(hours)
	if w.PaidByMonth() { // rows of another sheet
		rows += len(pay)
	}
	return bound.Quotient(bound.SumBounds(*f.Numerator, pay), bound.SumBounds(*f.Denominator, hours), rows)
})

var onSelfSustaining = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	pay, revenue, spent := bound.OpenPay(w), bound.OpenRevenue(w, nil), bound.OpenSpent(w, accompaniment)
	less, more := bound.SumBounds(0, pay), bound.SumBounds(*f.Numerator, revenue)
	return bound.Quotient([2]float64{more[0] - less[1], more[1]}, bound.SumBounds(*f.Denominator, spent),
		len(pay)+len(revenue)+len(spent))
})

// onCost is the bearing on what was spent ÷ a count, that of the figure result.
func onCost(result kpi.Definition, counted bound.Counted) kpi.Bearing {
	return bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
		spent := bound.OpenSpent(w, nil)
		fewest, most, rows := counted.Count(w, *f.Denominator, float64(result.Compute(w).N))
		return bound.Quotient(bound.SumBounds(*f.Numerator, spent), [2]float64{fewest, most}, rows+len(spent))
	})
}

var onMonthlyIncome = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	return bound.Median(facts.EarningMonths(facts.MonthPays(w)), bound.OpenPayCount(w), 0, math.Inf(1), true)
})

// onUnpaidWork is onTasks, where an invoice with an error may say that a contract brings revenue.
var onUnpaidWork = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	if n := w.Faulty(schema.Invoices); n > 0 {
		return kpi.Bounds{Rows: n, Reason: kpi.NoRange}
	}
	return onTasks.Bounds(w, f)
})

var onPaymentDays = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	var days []float64
	for _, t := range facts.DeliveredIn(w) {
		if p := facts.PaymentOf(w, t); t.Pay.Value > 0 && p.State != facts.Unpaid {
			days = append(days, float64(p.Days))
		}
	}
	return bound.Median(days, bound.OpenTaskCount(w), math.Inf(-1), math.Inf(1), false)
})

// onLastYear is the bearing on the revenue of the fiscal year that holds the period's last day.
var onLastYear = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	year := w.Clock.To.FiscalYear()
	from, to := facts.FiscalYear(year)
	return onSum.Bounds(w.Over(from, min(to, w.Clock.At())), f)
})

// onRuleHours follows the setting of what the hours are counted by.
var onRuleHours = bound.Func(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	switch w.Pilot.TenRule.HoursBasis {
	case "person":
		return onWorkers.Bounds(w, f)
	case "total":
		return bound.Summed(func(w *kpi.Window) []bound.Addend { return bound.OpenHours(w, false, nil) }).Bounds(w, f)
	}
	return bound.Counted{Adds: needContracts, Raises: needTasks}.Bounds(w, f)
})
