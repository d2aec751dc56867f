package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var budgetByFund = kpi.Definition{
	ID:      "budget_by_fund",
	Title:   lang.Text{JA: "財源別の執行額", EN: "Spent by fund"},
	Unit:    kpi.Yen,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Flow,
	Law:     budgets("fund"),
	Formula: lang.Text{
		JA: "対象期間の執行額の合計と、財源ごとの予算額・執行額・執行率。年度の記入があればその年度、なければ日付で分け、どちらもない行も数える",
		EN: "spent in the period in all, and planned, spent and their ratio by fund; a line is of the fiscal year " +
			"that it names, else of that of its date, and one with neither counts too",
	},
	Needs:   needBudget,
	Columns: append([]kpi.Column{{Table: schema.Budget, Key: "fund"}}, needSpent...),
	Assumes: assumesBudget,
	Origin:  originWork,
	Bearing: onSpending,
	Class:   kpi.Accountability,
	About:   kpi.AboutPublicFunds,
	Topic:   kpi.TopicFunds,
	Compute: func(w *kpi.Window) kpi.Figure {
		return budgetBy(w, choices(schema.Budget, "fund"), func(b *record.Budget) record.Field[string] { return b.Fund })
	},
}
