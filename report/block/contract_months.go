package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var contractMonthsKind = Kind{
	Name:  "contract_months",
	About: "月ごとに続いていた契約（定期と単発）",
	Build: (*Env).contractMonths,
}

// contractMonths draws the contracts that ran in each month.
func (e *Env) contractMonths(plan.Block) []content.Block {
	return e.onPaper(e.slideMonths(plan.Block{}))
}
