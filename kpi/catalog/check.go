package catalog

import (
	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Check adds to the findings of a ledger what only the catalogue can tell: targets and grant
// indicators that name no figure.
func Check(c *cohort.Ledger, clock setting.Clock) {
	var ids []string
	for _, d := range kpi.Expanded(all, kpi.NewWindow(c, clock)) {
		ids = append(ids, d.ID)
	}
	c.CheckFigures(ids)
}
