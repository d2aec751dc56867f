package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var stepsKind = Kind{
	Name:  "steps",
	About: "参加した人の歩み（1マスが1人）",
	Build: (*Env).steps,
}

// steps draws how many of those enrolled came how far, a square a person.
func (e *Env) steps(plan.Block) []content.Block { return e.onPaper(e.slideStages(plan.Block{})) }
