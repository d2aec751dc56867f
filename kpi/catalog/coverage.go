package catalog

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var noWorker = lang.Text{JA: "対象期間に作業のある参加者がいません", EN: "no participant has a task in the period"}

// beforeWork is the ratio of the participants with a task in the period whose date, taken from
// of, is on or before their first task; none where nothing stands in the column of anybody.
func beforeWork(w *kpi.Window, c kpi.Column, of func(*record.Participant) record.Field[cell.Day]) kpi.Figure {
	if neverUsed(w.Participants, of) {
		return kpi.None(wholeColumnBlank(c))
	}
	var t kpi.Tally
	for _, p := range facts.WorkersIn(w) {
		first, inside, date := w.FirstTask(p), facts.FirstTaskIn(w, p), of(p)
		evidence := []kpi.RowUse{w.UseTask(first).With(lang.Text{JA: "最初の作業", EN: "first task"})}
		if inside != first {
			evidence = append(evidence, w.UseTask(inside).With(lang.Text{JA: "対象期間の最初の作業", EN: "first task of the period"}))
		}
		t.Add(date.Known && date.Value <= first.Date.Value, w.UseParticipant(p, kpi.CellOf(date)), evidence...)
	}
	for _, p := range facts.FaultyRegistered(w) {
		t.DropFaulty(w.UseParticipant(p, kpi.CellOf(of(p))))
	}
	return t.Ratio(noWorker)
}
