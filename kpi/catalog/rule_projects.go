package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/forecast"
)

var ruleProjects = kpi.Definition{
	ID:      "rule_projects",
	Title:   lang.Text{JA: "10-10-10：案件", EN: "10-10-10: projects"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     sums.On(renewals),
	Formula: lang.Text{
		JA: "納品日が基準日以前の作業が1件以上ある案件の数",
		EN: "distinct contracts with at least one task delivered by the as-of date",
	},
	Better:  kpi.Higher,
	Needs:   []schema.Key{schema.Contracts, schema.Tasks},
	Columns: []kpi.Column{{Table: schema.Tasks, Key: "contract_id"}, {Table: schema.Tasks, Key: "delivered_date"}},
	Origin:  originRule,
	Bearing: bound.Counted{Adds: needContracts, Raises: needTasks},
	Outlook: forecast.Events{Among: true, Groups: forecast.Following},
	Class:   kpi.Accountability,
	About:   kpi.AboutContracts,
	Topic:   kpi.TopicProjects,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, c := range w.Contracts {
			if task := firstDelivered(w, c); task != nil {
				t.Add(true, w.UseContract(c, nil), w.UseTask(task, kpi.CellOf(task.DeliveredDate)))
			} else {
				t.Add(false, w.UseContract(c, nil))
			}
		}
		for _, c := range w.Cohort.Contracts.Excluded {
			t.DropFaulty(w.UseContract(c, nil))
		}
		f := t.Count(lang.Text{JA: "件", EN: "contracts"})
		f.Warnings = unjoined(w)
		return f
	},
}

// firstDelivered returns the contract's task that was delivered first by the as-of date, or nil.
func firstDelivered(w *kpi.Window, c *record.Contract) *record.Task {
	var first *record.Task
	for _, t := range w.TasksOn(c.ID.Value) {
		d := t.DeliveredDate
		if d.Known && d.Value <= w.Clock.At() && (first == nil || d.Value < first.DeliveredDate.Value) {
			first = t
		}
	}
	return first
}
