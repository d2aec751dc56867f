package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var incomeDotsKind = Kind{
	Name:  "income_dots",
	About: "月収の分布（丸1つが1人の1か月）",
	Build: (*Env).incomeSpread,
}

// incomeSpread draws how monthly incomes are spread.
func (e *Env) incomeSpread(plan.Block) []content.Block { return e.onPaper(e.slideIncome(plan.Block{})) }
