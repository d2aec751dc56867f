package facts

import (
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
)

// FiscalYear returns the days of the fiscal year: 1 April of the year and the 31 March after it.
func FiscalYear(year int) (from, to cell.Day) {
	return record.FiscalDays(year)
}

// MonthStart returns the first day of the day's calendar month.
func MonthStart(d cell.Day) cell.Day { return d.FirstOfMonth() }

// MonthIndex numbers calendar months without gaps, so that consecutive months differ by 1.
func MonthIndex(d cell.Day) int {
	y, m, _ := d.YMD()
	return y*12 + int(m-time.January)
}

// YearsAfter returns the same date so many years later; 29 February becomes 1 March.
func YearsAfter(d cell.Day, years int) cell.Day {
	y, m, day := d.YMD()
	return cell.NewDay(y+years, m, day)
}

// Week returns the Monday of the day's ISO week.
func Week(d cell.Day) cell.Day {
	return d - cell.Day((int(d.Time().Weekday())+6)%7)
}
