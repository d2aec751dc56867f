package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var workerSurvival365 = kpi.Definition{
	ID:      "worker_survival_365",
	Title:   lang.Text{JA: "就業継続率（365日）", EN: "Share still at work after 365 days"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     workersAt(365),
	Formula: lang.Text{
		JA: "平均就業継続月数と同じ期間（日数）から求めたカプラン・マイヤー法の365日時点の継続率 S(365)。区間は log–log 変換の95％区間。全員がそれまでに終わっていれば0、" +
			"365日続けて観察できた人がいなければ値なし",
		EN: "Kaplan–Meier share S(365) of the stretches (in days) of worker_continuation_months; log–log 95% interval; " +
			"0 where everybody had ended by then; no value while nobody has been observed for 365 days",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  needPay,
	Also:     alsoPayments,
	Assumes:  assumesWork,
	Origin:   originCycle,
	Outlook:  forecast.Lasting{Spells: facts.WorkerSpells, Days: 365},
	Class:    kpi.Amount,
	About:    kpi.AboutPersons,
	Compute: func(w *kpi.Window) kpi.Figure {
		spells, left := facts.WorkerSpells(w)
		return facts.SpellAt(spells, left, 365, noPaidWork)
	},
}
