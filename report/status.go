package report

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

// statusPlan is the hub's first page without its charts of the cycle, for a terminal. Its blocks
// are those of the hub edition, so the two say the same.
var statusPlan = plan.Plan{
	Edition: "status", Profile: "hub", Names: true,
	Title:   plan.Words{JA: "推進ハブ 今週の確認", EN: "The hub's week"},
	Marking: plan.Words{JA: "内部限り", EN: "internal"},
	Sections: []plan.Section{{ID: "today", Blocks: []plan.Block{
		{Kind: "glance"}, {Kind: "lists"}, {Kind: "rule"}, {Kind: "open_errors"},
	}}},
}

// Status is the hub's week on one screen: whom to call, what is late or due, unpaid and ageing,
// which contracts end, who is idle, what is left of the 10-10-10 rule, open errors. It names
// persons.
func Status(run Run) *content.Report {
	r, _ := Build(&statusPlan, run)
	return r
}
