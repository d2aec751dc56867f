package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var costPerRetained = kpi.Definition{
	ID:      "cost_per_retained",
	Title:   lang.Text{JA: "定着した参加者1人あたりの費用", EN: "Cost per retained participant"},
	Unit:    kpi.Yen,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Stock,
	Law:     costs.On(cycleDays),
	Formula: lang.Text{
		JA: "対象期間の執行額の合計 ÷ 定着した参加者の人数（定着率の分子）。伴走（拠点の人件費など）を除いた額で割った値を並べる",
		EN: "spent in the period ÷ retained participants (the numerator of retention_ratio); the value without " +
			"accompaniment (the hub's staff) stands beside",
	},
	Better:  kpi.Lower,
	Needs:   needBudgetTasks,
	Columns: needSpent,
	Assumes: append([]kpi.Column{exit}, assumesBudgetDate...),
	Origin:  lang.Text{JA: "議会で問われる成果1件あたりの費用", EN: "cost per result, as councils ask for it"},
	Bearing: onCost(retentionRatio, onWorkers),
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Per: &kpi.Per{Person: lang.Text{JA: "定着した人", EN: "person retained"},
		OnForm: lang.Text{JA: "定着した参加者", EN: "participant retained"},
		Slide:  lang.Text{JA: "定着した人", EN: "who stayed"},
		Panel:  lang.Text{JA: "定着した人", EN: "person retained"}},
	Compute: func(w *kpi.Window) kpi.Figure {
		return costPer(w, retentionRatio.Compute(w), lang.Text{
			JA: "定着した参加者がまだいません", EN: "nobody is retained yet",
		})
	},
}
