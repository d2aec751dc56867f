package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

var costPerFirstIncomeResident = kpi.Definition{
	ID:      "cost_per_first_income_resident",
	Title:   lang.Text{JA: "初めて収入を得た住民1人あたりの費用", EN: "Cost per resident with a first income"},
	Unit:    kpi.Yen,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Stock,
	Law:     costs,
	Formula: lang.Text{
		JA: "対象期間の執行額の合計 ÷ 初めて収入を得た住民の人数。伴走（拠点の人件費など）を除いた額で割った値を並べる",
		EN: "spent in the period ÷ first_income_residents; the value without accompaniment (the hub's staff) stands beside",
	},
	Plain: lang.Text{
		JA: "取り組みにかかった費用を、初めて収入を得た住民の数で割った額です。",
		EN: "What was spent, divided by the residents who earned for the first time.",
	},
	Better:  kpi.Lower,
	Needs:   needBudgetTasks,
	Columns: slices.Concat(needSpent, needPay),
	Also:    alsoPayments,
	Assumes: slices.Concat(assumesFirstIncome, assumesBudgetDate),
	Origin:  lang.Text{JA: "議会で問われる成果1件あたりの費用", EN: "cost per result, as councils ask for it"},
	Bearing: onCost(firstIncomeResidents, bound.Counted{Adds: needParticipants, Raises: paidTables, Lowers: paidTables}),
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Topic:   kpi.TopicCostOfIncome,
	Per: &kpi.Per{Person: lang.Text{JA: "初めて収入を得た住民", EN: "resident with a first income"},
		OnForm: lang.Text{JA: "初めて収入を得た住民", EN: "resident with a first income"},
		Slide:  lang.Text{JA: "初収入の住民", EN: "first income"},
		Panel:  lang.Text{JA: "初めて収入を得た住民", EN: "first income"}},
	Compute: func(w *kpi.Window) kpi.Figure {
		return costPer(w, computeFirstIncomeResidents(w), lang.Text{
			JA: "対象期間に初めて収入を得た住民がまだいません", EN: "no resident had a first income in the period yet",
		})
	},
}
