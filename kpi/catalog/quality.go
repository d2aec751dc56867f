package catalog

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var noDelivery = lang.Text{JA: "対象期間の作業で、基準日までに納品されたものがありません",
	EN: "no task of the period has been delivered by the as-of date"}

// needDelivered are the columns of a figure over delivered tasks.
func needDelivered(column string) []kpi.Column {
	return []kpi.Column{{Table: schema.Tasks, Key: "delivered_date"}, {Table: schema.Tasks, Key: column}}
}

// deliveredSince are the tasks dated in the period, from a day on, and delivered by A.
func deliveredSince(w *kpi.Window, since cell.Day) []*record.Task {
	return kpi.Where(facts.DeliveredIn(w), func(t *record.Task) bool { return t.Date.Value >= since })
}

// overDelivered is the ratio over the tasks dated in the period and delivered by A; of gives
// whether one of them counts, whether it can be judged at all, and the cell that says so.
func overDelivered(w *kpi.Window, empty lang.Text, of func(*record.Task) (hit, due bool, cell kpi.Cell)) kpi.Figure {
	var t kpi.Tally
	for _, task := range facts.DeliveredIn(w) {
		if hit, due, cell := of(task); due {
			t.Add(hit, w.UseTask(task, kpi.CellOf(task.DeliveredDate), cell))
		}
	}
	for _, task := range facts.FaultyTasksIn(w) {
		_, _, cell := of(task)
		t.DropFaulty(w.UseTask(task, kpi.CellOf(task.DeliveredDate), cell))
	}
	return t.Ratio(empty)
}
