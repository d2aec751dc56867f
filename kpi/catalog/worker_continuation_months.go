package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var workerContinuationMonths = kpi.Definition{
	ID:      "worker_continuation_months",
	Title:   lang.Text{JA: "平均就業継続月数", EN: "Average months at work"},
	Unit:    kpi.Months,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     lasting(facts.WorkerSpells, workerMonths).On(inactive),
	Formula: lang.Text{
		JA: "報酬のある作業が1件以上ある参加者について、最初の報酬のある作業日から終わりまでの月数の平均。終わりは、基準日までに離脱していれば離脱日（終了）、最後の作業から基準日までが設定日数（既定60日）" +
			"を超えていれば最後の作業日（終了）、それ以外は基準日（継続中）。継続中の人がいる間、値は下限値",
		EN: "mean months, over participants with at least one task with pay > 0, from the first such task to: the exit " +
			"date if by the as-of date (ended); else the last task's date if that is more than inactive_after_days (60) " +
			"before the as-of date (ended); else the as-of date (still running). A lower bound while anybody is still running",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  needPay,
	Also:     alsoPayments,
	Assumes:  assumesWork,
	Origin:   originCompanion,
	Bearing:  bound.WorkerMonths,
	Outlook:  forecast.Lasting{Spells: facts.WorkerSpells},
	Class:    kpi.Amount,
	About:    kpi.AboutPersons,
	Topic:    kpi.TopicWorkerLength,
	Compute: func(w *kpi.Window) kpi.Figure {
		spells, left := facts.WorkerSpells(w)
		return facts.MeanSpell(spells, left, noPaidWork, "人")
	},
}

var noPaidWork = lang.Text{JA: "報酬のある作業をした参加者がいません", EN: "no participant has a task with pay"}

func workerMonths(spells []facts.Spell) kpi.Figure {
	return facts.MeanSpell(spells, nil, noPaidWork, "人")
}
