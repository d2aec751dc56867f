package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var retentionRatio = kpi.Definition{
	ID:      "retention_ratio",
	Title:   lang.Text{JA: "定着率", EN: "Retention"},
	Reading: lang.Text{JA: "離脱せず、定着期に作業のある人", EN: "those who stayed and worked in the last phase"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios.On(cycleDays),
	Formula: lang.Text{
		JA: "サイクルを終え、最終日（既定は90日目）までに離脱しておらず、定着期（既定は61〜90日目）に作業が1件以上ある参加者 ÷ 対象期間にサイクルを終えた参加者",
		EN: "participants whose cycle is complete, who had not exited by its last day (day 90) and have at least one task " +
			"dated in the retention phase (days 61–90) ÷ participants whose cycle came to its end in the period",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  []kpi.Column{cycleStart},
	Assumes:  assumesExit,
	Origin:   originCycle,
	Bearing:  onWorkers,
	Outlook:  forecast.Completions{},
	Class:    kpi.Accountability,
	About:    kpi.AboutPersons,
	Reach:    &kpi.Reach{Stage: facts.Retained},
	Compute: func(w *kpi.Window) kpi.Figure {
		return overComplete(w, func(p *record.Participant, t *kpi.Tally) {
			kept, task := facts.Retention(w, p)
			if task == nil {
				t.Add(false, useStart(w, p, kpi.CellOf(p.ExitDate)))
				return
			}
			t.Add(kept, useStart(w, p, kpi.CellOf(p.ExitDate)), w.UseTask(task))
		})
	},
}
