package facts

import (
	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// MonthMix is one calendar month of the period: how many contracts were active in it, by kind,
// and their revenue in it (yen; contracts of unknown revenue add nothing and are counted). One whose kind is untold
// is in neither count.
type MonthMix struct {
	First, Last             cell.Day // the days of the month that lie in [F, T]
	Recurring, OneOff       int
	RecurringYen, OneOffYen float64
	UntoldYen               float64 // of contracts of an untold kind
	UnknownRevenue          int
}

// MonthMixes returns the months of [F, T] in order. A contract is active in a month when start ≤
// the month's last day and (no end or end ≥ its first day), within [F, T].
func MonthMixes(w *kpi.Window) []MonthMix {
	var months []MonthMix
	for first := w.Clock.From; first <= w.Clock.To; {
		y, m, _ := first.YMD()
		next := cell.NewDay(y, m+1, 1)
		months = append(months, monthMix(w, first, min(next-1, w.Clock.To)))
		first = next
	}
	return months
}

func monthMix(w *kpi.Window, first, last cell.Day) MonthMix {
	mix := MonthMix{First: first, Last: last}
	for _, c := range w.Over(first, last).ActiveContracts() {
		yen, known := RevenueBetween(w, c, first, last)
		switch {
		case kpi.Recurring(c):
			mix.Recurring++
			mix.RecurringYen += yen
		case !c.Kind.Known:
			mix.UntoldYen += yen
		default:
			mix.OneOff++
			mix.OneOffYen += yen
		}
		if !known {
			mix.UnknownRevenue++
		}
	}
	return mix
}
