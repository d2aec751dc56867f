package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var spentKind = Kind{
	Name:  "spent",
	About: "費用の区分と予算",
	Build: (*Env).spent,
}

// spent draws what was spent, by class, against what was planned.
func (e *Env) spent(plan.Block) []content.Block { return e.onPaper(e.slideMoney(plan.Block{})) }
