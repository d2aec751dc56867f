package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var contractCurveKind = Kind{
	Name:  "contract_curve",
	About: "案件の継続の曲線",
	Build: (*Env).contractCurve,
}

func (e *Env) contractCurve(plan.Block) []content.Block {
	return e.curve(kpi.TopicContractLength)
}
