package record

import (
	"time"

	"pilot90/cohort/cell"
)

// FiscalDays returns the first and last day of a fiscal year: 1 April of the year and the 31 March after it.
func FiscalDays(year int) (first, last cell.Day) {
	return cell.NewDay(year, time.April, 1), cell.NewDay(year+1, time.March, 31)
}

// Days are the first and last day on which a budget line counts: the day of the expense, or without one the whole
// fiscal year. Where 年度 names another year than that of the date, as on a bill of March that was paid in May
// (出納整理期間), the day is the nearest one of the year named. known is false where neither tells.
func (b *Budget) Days() (first, last cell.Day, known bool) {
	if !b.FiscalYear.Known {
		return b.Date.Value, b.Date.Value, b.Date.Known
	}
	first, last = FiscalDays(b.FiscalYear.Value)
	if b.Date.Known {
		day := min(max(b.Date.Value, first), last)
		return day, day, true
	}
	return first, last, true
}

// Year is the fiscal year of a budget line, as 年度 or its date tells; 0 where neither does.
func (b *Budget) Year() int {
	first, _, known := b.Days()
	if !known {
		return 0
	}
	return first.FiscalYear()
}
