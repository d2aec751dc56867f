package block

import (
	"slices"

	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var contractMonthsKind = Kind{
	Name:  "contract_months",
	About: "月ごとに続いていた契約（定期と単発）",
	Build: (*Env).contractMonths,
}

// contractMonths draws the contracts that ran in each month; where that was the same one all the time, a sentence says
// so.
func (e *Env) contractMonths(plan.Block) []content.Block {
	months := e.monthsWithContracts()
	several := func(m facts.MonthMix) bool { return m.Recurring > 0 || m.OneOff > 1 }
	if len(months) > 0 && !slices.ContainsFunc(months, several) {
		return []content.Block{content.Paragraph{Text: e.Words("定期の契約は、まだない。続いていた契約は、どの月も多くて1件だった。",
			"There is no recurring contract yet, and never more than one contract at a time.")}}
	}
	return e.onPaper(e.slideMonths(plan.Block{}))
}
