package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// costPer is what was spent in the period ÷ result, with what it would be without the
// hub's staff (class 伴走) as a part. result is a figure that counts: its numerator where it
// has one, else its value.
func costPer(w *kpi.Window, result kpi.Figure, none lang.Text) kpi.Figure {
	spent, staff := spending(w, nil), spending(w, accompaniment)
	f := kpi.Figure{Excluded: spent.Excluded, Rows: append(spent.Rows, result.Rows...)}
	count := result.Numerator
	if count == nil {
		count = result.Value
	}
	f.Terms = &kpi.Terms{Numerator: spent.Sum(), Known: []int{spent.N()},
		More: map[string]float64{"spent": spent.Sum(), "spent_on_staff": staff.Sum()}}
	if count != nil {
		f.N, f.Terms.Denominator = int(*count), *count
	}
	switch {
	case spent.N() == 0:
		f.Reason = noSpent
		return f
	case count == nil:
		f.Reason = result.Reason
		return f
	case *count == 0:
		f.Reason = none
		return f
	}
	kpi.Divide(&f, spent.Sum(), *count)
	f.Parts = slices.Clone(costHeads)
	f.Parts[0].Value, f.Parts[1].Value, f.Parts[2].Value = (spent.Sum()-staff.Sum()) / *count, spent.Sum(), staff.Sum()
	return f
}

// costHeads are the parts beside a cost, without their values.
var costHeads = kpi.Parts{
	{Key: "without_staff", Title: lang.Text{JA: "伴走（拠点の人件費など）を除く場合", EN: "without the hub's staff (accompaniment)"},
		Unit: kpi.Yen},
	{Key: "spent", Title: lang.Text{JA: "執行額", EN: "spent"}, Unit: kpi.Yen},
	{Key: "spent_on_staff", Title: lang.Text{JA: "うち伴走", EN: "of which accompaniment"}, Unit: kpi.Yen},
}

var needBudgetTasks = []schema.Key{schema.Budget, schema.Participants, schema.Tasks}
