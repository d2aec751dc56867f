package catalog

import (
	"math"

	"pilot90/cohort"
	"pilot90/kpi"
)

// How rows with errors bear on the figures: what several of them share, and the bounds of those
// that are put together from sums and counts.

var (
	onPeople = kpi.Counted{Adds: needParticipants}
	// A task can bring one more person into the numerator, and takes nobody out.
	onWorkers = kpi.Counted{Adds: needParticipants, Raises: needTasks}
	// A task can be the first of somebody, or come before what had to be agreed first.
	onFirstTasks = kpi.Counted{Adds: needPeopleTasks, Lowers: needTasks}
	onContracts  = kpi.Counted{Adds: needContracts, RestsOn: []cohort.Key{cohort.ClientsKey}, InPeriod: true}
	onTasks      = kpi.Counted{Adds: needTasks, RestsOn: needContracts, InPeriod: true}
)

// onRevenue is the bearing on a share of revenue whose part side tells.
func onRevenue(side func(w *kpi.Window, c *cohort.Contract) (counts, sure bool)) kpi.Bearing {
	return kpi.Shared(func(w *kpi.Window) []kpi.Spread {
		return kpi.OpenRevenue(w, func(c *cohort.Contract) (bool, bool) { return side(w, c) })
	})
}

// outsideClient and insideClient say whether a contract's client is from outside or from inside the
// municipality.
func outsideClient(w *kpi.Window, c *cohort.Contract) (counts, sure bool) {
	region, sure := kpi.SureRegion(w, c)
	return region != "inside", sure
}

func insideClient(w *kpi.Window, c *cohort.Contract) (counts, sure bool) {
	region, sure := kpi.SureRegion(w, c)
	return region == "inside", sure
}

// onExperts is the bearing on the share of hours by people from outside.
var onExperts = kpi.Shared(func(w *kpi.Window) []kpi.Spread {
	return kpi.OpenHours(w, true, func(t *cohort.Task) (outside, sure bool) { return kpi.SureOutside(w, t) })
})

// onSum is the bearing on a sum of revenue.
var onSum = kpi.Summed(func(w *kpi.Window) []kpi.Spread { return kpi.OpenRevenue(w, nil) })

// onSupport is the bearing on hours of support: their sum, or the largest sum of some of them.
var onSupport = kpi.Summed(kpi.OpenSupport)

// onSpending is the bearing on a sum of what was spent.
var onSpending = kpi.Summed(func(w *kpi.Window) []kpi.Spread { return kpi.OpenSpent(w, nil) })

// onPopulation divides the range of the number registered by the inhabitants.
var onPopulation = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	low, high, rows := onPeople.Count(w, *f.Numerator, *f.Numerator)
	return kpi.Quotient([2]float64{low, high}, [2]float64{*f.Denominator, *f.Denominator}, rows)
})

var onHubHours = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	hours := kpi.OpenSupport(w)
	fewest, most, rows := kpi.Counted{Adds: needPeopleTasks, InPeriod: true}.Count(w, float64(f.N), float64(f.N))
	return kpi.Quotient(kpi.SumRange(*f.Numerator, hours), [2]float64{fewest * w.Weeks(), most * w.Weeks()},
		rows+len(hours))
})

var onPayout = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	pay, revenue := kpi.OpenPay(w), kpi.OpenRevenue(w, nil)
	return kpi.Quotient(kpi.SumRange(*f.Numerator, pay), kpi.SumRange(*f.Denominator, revenue),
		len(pay)+len(revenue))
})

var onHourlyPay = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	pay, hours := kpi.OpenPay(w), kpi.OpenHours(w, true, nil)
	return kpi.Quotient(kpi.SumRange(*f.Numerator, pay), kpi.SumRange(*f.Denominator, hours), len(pay))
})

var onSelfSustaining = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	pay, revenue, spent := kpi.OpenPay(w), kpi.OpenRevenue(w, nil), kpi.OpenSpent(w, accompaniment)
	less, more := kpi.SumRange(0, pay), kpi.SumRange(*f.Numerator, revenue)
	return kpi.Quotient([2]float64{more[0] - less[1], more[1]}, kpi.SumRange(*f.Denominator, spent),
		len(pay)+len(revenue)+len(spent))
})

// onCost is the bearing on what was spent ÷ a count, that of the figure result.
func onCost(result kpi.Definition, counted kpi.Counted) kpi.Bearing {
	return kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
		spent := kpi.OpenSpent(w, nil)
		fewest, most, rows := counted.Count(w, *f.Denominator, float64(result.Compute(w).N))
		return kpi.Quotient(kpi.SumRange(*f.Numerator, spent), [2]float64{fewest, most}, rows+len(spent))
	})
}

var onMonthlyIncome = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	return kpi.MedianBounds(kpi.EarningMonths(kpi.MonthPays(w)), kpi.OpenTaskCount(w), 0, math.Inf(1), true)
})

var onPaymentDays = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	var days []float64
	for _, t := range kpi.DeliveredIn(w) {
		if p := kpi.PaymentOf(w, t); t.Pay.Value > 0 && p.State != kpi.Unpaid {
			days = append(days, float64(p.Days))
		}
	}
	return kpi.MedianBounds(days, kpi.OpenTaskCount(w), math.Inf(-1), math.Inf(1), false)
})

// onLastYear is the bearing on the revenue of the fiscal year that holds the period's last day.
var onLastYear = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	year := w.Clock.To.FiscalYear()
	from, to := kpi.FiscalYear(year)
	return onSum.Bounds(w.Over(from, min(to, w.Clock.AsOf)), f)
})

// onRuleHours follows the setting of what the hours are counted by.
var onRuleHours = kpi.BearingFunc(func(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	switch w.Pilot.Rule.HoursBasis {
	case "person":
		return onWorkers.Bounds(w, f)
	case "total":
		return kpi.Summed(func(w *kpi.Window) []kpi.Spread { return kpi.OpenHours(w, false, nil) }).Bounds(w, f)
	}
	return kpi.Counted{Adds: needContracts, Raises: needTasks}.Bounds(w, f)
})
