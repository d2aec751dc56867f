package catalog

import (
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
	f.N = int(*count)
	kpi.Divide(&f, spent.Sum(), *count)
	f.Parts = kpi.Parts{
		{Key: "without_staff", Title: lang.Text{JA: "伴走（拠点の人件費など）を除く場合", EN: "without the hub's staff (accompaniment)"},
			Unit: kpi.Yen, Value: (spent.Sum() - staff.Sum()) / *count},
		{Key: "spent", Title: lang.Text{JA: "執行額", EN: "spent"}, Unit: kpi.Yen, Value: spent.Sum()},
		{Key: "spent_on_staff", Title: lang.Text{JA: "うち伴走", EN: "of which accompaniment"}, Unit: kpi.Yen,
			Value: staff.Sum()},
	}
	return f
}

var needBudgetTasks = []schema.Key{schema.Budget, schema.Participants, schema.Tasks}
