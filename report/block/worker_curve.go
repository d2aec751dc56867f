package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var workerCurveKind = Kind{
	Name:  "worker_curve",
	About: "参加者の継続の曲線",
	Build: (*Env).workerCurve,
}

func (e *Env) workerCurve(plan.Block) []content.Block {
	return e.curve(kpi.TopicWorkerLength)
}
