package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// budgetBy is what was spent in the period, and planned and spent by group. Lines whose group is
// blank stand in a group of their own, so that the groups add up to the whole.
func budgetBy(w *kpi.Window, groups []kpi.Group, of func(*record.Budget) record.Field[string]) kpi.Figure {
	f := spending(w, nil).Total(noSpent)
	groups = append(groups, kpi.Group{Key: "unknown", Title: lang.Text{JA: "記入なし", EN: "not given"}})
	var shown []kpi.Group
	for _, g := range groups {
		in := func(b *record.Budget) bool {
			key := of(b)
			return key.Known && key.Value == g.Key || !key.Known && g.Key == "unknown"
		}
		if parts := budgetParts(planned(w, in), spending(w, in)); parts != nil {
			shown = append(shown, kpi.Group{Key: g.Key, Title: g.Title, Parts: parts})
		}
	}
	f.Parts = kpi.Parts{{Key: "groups", Title: lang.Text{JA: "内訳", EN: "groups"}, Unit: kpi.Yen, Value: shown}}
	return f
}

// budgetParts are planned, spent and spent ÷ planned; nil when there is neither.
func budgetParts(plan, spent *kpi.Amounts) kpi.Parts {
	if plan.N()+spent.N() == 0 {
		return nil
	}
	parts := kpi.Parts{
		{Key: "planned", Title: lang.Text{JA: "予算額", EN: "planned"}, Unit: kpi.Yen},
		{Key: "spent", Title: lang.Text{JA: "執行額", EN: "spent"}, Unit: kpi.Yen},
		{Key: "spent_ratio", Title: lang.Text{JA: "執行率", EN: "spent ÷ planned"}, Unit: kpi.Ratio},
	}
	if plan.N() > 0 {
		parts[0].Value = plan.Sum()
	}
	if spent.N() > 0 {
		parts[1].Value = spent.Sum()
	}
	if plan.Sum() > 0 && spent.N() > 0 {
		parts[2].Value = spent.Sum() / plan.Sum()
	}
	return parts
}
