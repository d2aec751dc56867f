package kpi

import (
	"time"

	"pilot90/cohort/cell"
)

// FiscalYear returns the days of the fiscal year: 1 April of the year and the 31 March after it.
func FiscalYear(year int) (from, to cell.Day) {
	return cell.NewDay(year, time.April, 1), cell.NewDay(year+1, time.March, 31)
}
