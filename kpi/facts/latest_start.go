package facts

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
)

// LatestStart returns the last day on which a cycle can start and still end by 31 March of the
// fiscal year that begins on 1 April of the year: 31 March − (days of the cycle − 1).
func LatestStart(c setting.Cycle, fiscalYear int) cell.Day {
	_, end := FiscalYear(fiscalYear)
	return end - cell.Day(c.Length()) + 1
}
