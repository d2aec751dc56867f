package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var ganttKind = Kind{
	Name:  "gantt",
	About: "参加者ごとの90日（profile = \"hub\" の版だけ）",
	Build: (*Env).gantt,
}

// gantt shows the lanes, and below them where each participant stands and what comes next.
func (e *Env) gantt(b plan.Block) []content.Block {
	return append(e.ganttChart(b), e.states(b)...)
}
