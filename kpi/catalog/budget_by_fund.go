package catalog

import (
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
)

var budgetByFund = kpi.Definition{
	ID:    "budget_by_fund",
	Title: finding.Text{JA: "財源別の執行額", EN: "Spent by fund"},
	Unit:  kpi.Yen,
	Formula: finding.Text{
		JA: "対象期間の執行額の合計と、財源ごとの予算額・執行額・執行率。日付のない行も数える",
		EN: "spent in the period in all, and planned, spent and their ratio by fund; lines without a date count too",
	},
	Needs:   needBudget,
	Columns: append([]kpi.Column{{Table: cohort.BudgetKey, Key: "fund"}}, needSpent...),
	Assumes: assumesBudget,
	Origin:  originWork,
	Bearing: onSpending,
	Subject: kpi.AboutPublicFunds,
	Compute: func(w *kpi.Window) kpi.Figure {
		return budgetBy(w, choices(cohort.BudgetKey, "fund"), func(b *cohort.Budget) cohort.Field[string] { return b.Fund })
	},
}
