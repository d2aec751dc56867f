package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

var accompanimentBudgetRatio = kpi.Definition{
	ID:      "accompaniment_budget_ratio",
	Title:   lang.Text{JA: "伴走予算の割合", EN: "Share of spending on accompaniment"},
	Short:   lang.Text{JA: "伴走予算の割合", EN: "share for accompaniment"},
	Reading: lang.Text{JA: "執行額のうち、伴走のための費用", EN: "of what was spent, that on accompaniment"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Stock,
	Law: kpi.Law{Kind: kpi.Divided, Adds: []string{"planned_accompaniment", "planned"},
		Derived: []kpi.Derived{quotient("planned_ratio", "planned_accompaniment", "planned")}},
	Formula: lang.Text{
		JA: "区分が伴走の執行額 ÷ 執行額の合計。対象期間の行（年度の記入があればその年度、なければ日付で分ける）を数える。予算額での割合を並べて示す",
		EN: "spent on class accompaniment ÷ all spent, over the lines of the period, by their fiscal year or else " +
			"their date; the same share of the planned amounts stands beside",
	},
	Better:  kpi.Higher,
	Needs:   needBudget,
	Columns: needSpent,
	Assumes: assumesBudget,
	Origin:  originChecklist,
	Bearing: bound.Shared(func(w *kpi.Window) []bound.Addend { return bound.OpenSpent(w, accompaniment) }),
	Class:   kpi.Accountability,
	About:   kpi.AboutPublicFunds,
	Topic:   kpi.TopicAccompaniment,
	Limits: []kpi.Limit{{Point: kpi.PointHub, Least: true,
		Of: func(t setting.Thresholds) float64 { return t.AccompanimentBudget }}},
	Compute: func(w *kpi.Window) kpi.Figure {
		var s kpi.Share
		shareOfBudget(w, &s)
		f := s.Ratio(noSpent)
		f.Parts = plannedShare(w)
		return f
	},
}

// shareOfBudget gathers what was spent, of which that on accompaniment counts.
func shareOfBudget(w *kpi.Window, s *kpi.Share) {
	for _, b := range w.Budget {
		if !w.BudgetIn(b) {
			continue
		}
		if !b.Spent.Known {
			s.Drop(useBudget(w, b), spentBlank)
			continue
		}
		s.Add(accompaniment(b), b.Spent.Value, useBudget(w, b, kpi.CellOf(b.Spent)))
	}
	for _, b := range w.Cohort.Budget.Excluded {
		if w.BudgetIn(b) {
			s.DropFaulty(useBudget(w, b, kpi.CellOf(b.Spent)))
		}
	}
}

// plannedShare is the planned amounts as parts: on accompaniment, in all, and the ratio.
func plannedShare(w *kpi.Window) kpi.Parts {
	part, whole := planned(w, accompaniment), planned(w, nil)
	parts := kpi.Parts{
		{Key: "planned_accompaniment", Title: lang.Text{JA: "伴走の予算額", EN: "planned for accompaniment"}, Unit: kpi.Yen},
		{Key: "planned", Title: lang.Text{JA: "予算額", EN: "planned"}, Unit: kpi.Yen},
		{Key: "planned_ratio", Title: lang.Text{JA: "予算額での割合", EN: "share of the planned"}, Unit: kpi.Ratio},
	}
	if whole.N() > 0 {
		parts[0].Value, parts[1].Value = part.Sum(), whole.Sum()
		if whole.Sum() > 0 {
			parts[2].Value = part.Sum() / whole.Sum()
		}
	}
	return parts
}
