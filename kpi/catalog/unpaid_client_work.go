package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var unpaidClientWork = kpi.Definition{
	ID:      "unpaid_client_work",
	Title:   lang.Text{JA: "無報酬の受託作業", EN: "Client work without pay"},
	Short:   lang.Text{JA: "無報酬の作業", EN: "unpaid client work"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeIncome,
	Measure: kpi.Flow,
	Law:     sumsWith("hours"),
	Formula: lang.Text{
		JA: "対象期間の作業のうち、時間が0より大きく、報酬が0円または空欄で、売上のある案件（月額または契約額が0円より大きい案件）のものの件数。あわせてその時間数を示す",
		EN: "tasks in the period with hours > 0 whose pay is 0 or blank, on a contract that brings revenue (a monthly or " +
			"whole amount above 0): count, and their hours",
	},
	Better: kpi.Lower,
	Needs:  []schema.Key{schema.Tasks, schema.Contracts},
	Columns: []kpi.Column{{Table: schema.Tasks, Key: "hours", Untold: true}, payOfTasks,
		{Table: schema.Tasks, Key: "contract_id"}},
	Assumes: assumesPrice,
	Origin:  originChecklist,
	Also:    alsoInvoices,
	Bearing: onUnpaidWork,
	Outlook: forecast.Events{},
	Class:   kpi.Accountability,
	About:   kpi.AboutWork,
	Inner:   []string{"hours"},
	Limits:  []kpi.Limit{{Point: kpi.PointVolunteer}},
	Compute: computeUnpaidClientWork,
}

// computeUnpaidClientWork looks at the tasks with hours on contracts of known price. An unpaid one
// that cannot be judged, for want of hours or of a price, is left out and counted. Of hours whose unit
// nothing tells it is known that there are some, not how many.
func computeUnpaidClientWork(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	var hours []float64
	untold := 0
	for _, task := range w.TasksIn() {
		c := w.ContractOf(task)
		worked := task.Hours.Known || task.Times().Untold.Known
		if c == nil || worked && task.Hours.Value <= 0 && !task.Times().Untold.Value {
			continue
		}
		unpaid := task.Pay.Value <= 0
		use := w.UseTask(task, hoursCell(task), kpi.CellOf(task.Pay))
		switch priced, known := facts.Priced(w, c); {
		case known && !priced:
		case unpaid && !known:
			t.Drop(use, revenueUnknown)
		case unpaid && !worked:
			t.Drop(use, hoursBlank)
		case unpaid:
			t.Add(true, use.Saying(func() lang.Text { return unpaidNote(task) }), useMoney(w, c))
			hours = append(hours, task.Hours.Value)
			if !task.Hours.Known {
				untold++
			}
		case known && worked:
			t.Add(false, use)
		}
	}
	for _, task := range facts.FaultyTasksIn(w) {
		t.DropFaulty(w.UseTask(task, kpi.CellOf(task.Hours), kpi.CellOf(task.Pay)))
	}
	if t.All == 0 && t.Excluded > 0 {
		return kpi.Figure{Excluded: t.Excluded, Rows: t.Rows, Reason: lang.Text{
			JA: "売上のある案件の作業で、時間と金額のわかるものが対象期間にありません",
			EN: "no task of the period is on a contract of known revenue with its hours known",
		}}
	}
	f := t.Count(lang.Text{JA: "件", EN: "tasks"})
	if untold > 0 {
		f.Warnings = append(f.Warnings, lang.Text{
			JA: fmt.Sprintf("%d件の時間の単位が分からないため、その時間数は示していません", untold),
			EN: fmt.Sprintf("the unit of the hours of %d tasks is not told: how many hours they are is not given", untold),
		})
		return f
	}
	f.Parts = kpi.Parts{{Key: "hours", Title: lang.Text{JA: "その時間", EN: "their hours"}, Unit: kpi.Hours,
		Value: kpi.Sum(hours)}}
	return f
}

// hoursCell is the cell of the hours of a task, whether they were read or not.
func hoursCell(t *record.Task) kpi.Cell {
	if t.Times().Untold.Known {
		return kpi.CellOf(t.Times().Untold)
	}
	return kpi.CellOf(t.Hours)
}

func unpaidNote(t *record.Task) lang.Text {
	if !t.Hours.Known {
		return unpaidUntold
	}
	if !t.Pay.Known {
		return lang.Text{JA: fmt.Sprintf("報酬が空欄、%s時間", lang.Plain(t.Hours.Value)),
			EN: fmt.Sprintf("pay is blank, %s hours", lang.Plain(t.Hours.Value))}
	}
	return lang.Text{JA: fmt.Sprintf("報酬が0円、%s時間", lang.Plain(t.Hours.Value)),
		EN: fmt.Sprintf("pay is 0, %s hours", lang.Plain(t.Hours.Value))}
}

var unpaidUntold = lang.Text{JA: "報酬が0円または空欄、時間の単位は不明", EN: "pay is 0 or blank, the unit of the hours is not told"}
