package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var recurringConnectionRatio = kpi.Definition{
	ID:      "recurring_connection_ratio",
	Title:   lang.Text{JA: "定期案件への接続率", EN: "Connection to recurring work"},
	Short:   lang.Text{JA: "定期案件への接続率", EN: "on recurring work"},
	Reading: lang.Text{JA: "{cycle}日以内に定期の仕事をした人", EN: "those at recurring work within the cycle"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios.On(cycleDays),
	Formula: lang.Text{
		JA: "サイクルの最終日（既定は90日目）までに定期案件の作業が1件以上ある参加者 ÷ 対象期間にサイクルを終えた参加者",
		EN: "participants with at least one task on a recurring contract by the last day of their cycle (day 90) ÷ " +
			"participants whose cycle came to its end in the period",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needAll,
	Columns:  []kpi.Column{{Table: schema.Tasks, Key: "contract_id"}, cycleStart, kindOf},
	Origin:   originCycle,
	Bearing:  bound.Counted{Adds: needParticipants, Raises: needTasks, RestsOn: needContracts},
	Outlook:  forecast.Completions{},
	Class:    kpi.Accountability,
	About:    kpi.AboutPersons,
	Reach:    &kpi.Reach{Stage: facts.RecurringWork},
	Limits: []kpi.Limit{{Point: kpi.PointTraining, Least: true,
		Of: func(t setting.Thresholds) float64 { return t.RecurringConnection }}},
	Compute: computeRecurringConnectionRatio,
}

func computeRecurringConnectionRatio(w *kpi.Window) kpi.Figure {
	return overComplete(w, func(p *record.Participant, t *kpi.Tally) {
		task := w.FirstRecurring(p)
		if task == nil {
			t.Add(false, useStart(w, p))
			return
		}
		contract := w.ContractOf(task)
		hit := task.Date.Value <= kpi.CycleDate(p, w.Pilot.Cycle.Length())
		t.Add(hit, useStart(w, p), w.UseTask(task), useKind(w, contract))
	})
}

func useKind(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell { return []kpi.Cell{kpi.CellOf(c.Kind)} })
}
