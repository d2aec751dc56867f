package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var firstIncomeWithinCycleRatio = kpi.Definition{
	ID:      "first_income_within_cycle_ratio",
	Title:   lang.Text{JA: "90日以内に初収入を得た割合", EN: "Share with a first income within the cycle"},
	Reading: lang.Text{JA: "{cycle}日以内に収入を得た人（あとの人は除く）", EN: "those who earned within the cycle, not later"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios.On(cycleDays),
	Formula: lang.Text{
		JA: "初収入日がサイクルの最終日（既定は90日目）以前の参加者 ÷ 対象期間にサイクルを終えた参加者。離脱した人も分母に残す",
		EN: "participants whose first income date is on or before the last day of their cycle (day 90) ÷ participants " +
			"whose cycle came to its end in the period; exits stay in the denominator",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  append([]kpi.Column{cycleStart}, needPay...),
	Also:     alsoPayments,
	Assumes:  assumesPaidDate,
	Origin:   originCompanion,
	TitleOf: func(c setting.Cycle) lang.Text {
		return lang.Text{JA: fmt.Sprintf("%d日以内に初収入を得た割合", c.Length()), EN: "Share with a first income within the cycle"}
	},
	Bearing: onIncome,
	Outlook: forecast.Completions{},
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Reach: &kpi.Reach{Stage: facts.FirstIncome,
		By: lang.Text{JA: "%d日目までに初収入を得た割合", EN: "Share with a first income by day %d"}},
	Compute: computeFirstIncomeWithinCycleRatio,
}

func computeFirstIncomeWithinCycleRatio(w *kpi.Window) kpi.Figure {
	return overComplete(w, func(p *record.Participant, t *kpi.Tally) {
		day, income, earned := w.FirstIncome(p)
		if !earned {
			t.Add(false, useStart(w, p))
			return
		}
		t.Add(day <= kpi.CycleDate(p, w.Pilot.Cycle.Length()), useStart(w, p), useIncome(w, income))
	})
}
