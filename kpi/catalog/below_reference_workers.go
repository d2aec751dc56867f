package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

var belowReferenceWorkers = kpi.Definition{
	ID:      "below_reference_workers",
	Title:   lang.Text{JA: "最低賃金（参考）を下回る人", EN: "Workers under the minimum wage (a reference)"},
	Short:   lang.Text{JA: "報酬が目安を下回る人", EN: "paid below the reference"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeIncome,
	Measure: kpi.Stock,
	Law:     sumsWith("known_pay_only"),
	Formula: lang.Text{
		JA: "対象期間の、時間が0より大きい作業すべての報酬の合計が、時間 × 作業日に効力のある都道府県の最低賃金 の合計を下回る参加者の人数。報酬が空欄の作業は、報酬を足さずに時間だけを数え、件数を注記する。" +
			"報酬の記入がある作業だけで比べた人数を並べる。雇用でない在宅ワークには最低賃金法は適用されないため、参考の目安",
		EN: "participants whose pay for all tasks in the period with hours > 0 is under the sum of hours × the " +
			"prefecture's minimum wage in force on the task's date; a task with blank pay adds its hours and no pay, and a " +
			"warning says how many there are; the number over the tasks with pay entered stands beside; a reference only, " +
			"since the law does not cover telework that is not employment",
	},
	Better:  kpi.Lower,
	Needs:   needPeopleTasks,
	Columns: needPayHours,
	Assumes: []kpi.Column{paymentMonth},
	Also:    alsoPayments,
	Origin: lang.Text{JA: "地域別最低賃金（参考）。templates/tables/minimum_wage.csv",
		EN: "regional minimum wages (a reference): templates/tables/minimum_wage.csv"},
	Bearing: bound.Counted{Adds: needPeopleTasks, Raises: paidTables, Lowers: paidTables, InPeriod: true},
	Counts:  kpi.Persons,
	Class:   kpi.Amount,
	Subject: kpi.AboutPersons,
	Topic:   kpi.TopicBelowReference,
	Limits:  []kpi.Limit{{Point: kpi.PointVolunteer, Grave: true}},
	Compute: computeBelowReferenceWorkers,
}

func computeBelowReferenceWorkers(w *kpi.Window) kpi.Figure {
	wages, why := facts.LocalWages(w)
	if !why.Empty() {
		return kpi.None(why)
	}
	var t kpi.Tally
	paid, payless, _ := facts.PaidHours(w)
	compared := facts.HourlyPays(w, slices.Concat(paid, payless), wages)
	for _, h := range compared {
		who := w.UseParticipant(h.Participant)
		if len(h.Tasks) > 0 {
			t.Add(h.Below(), who.Saying(func() lang.Text { return belowNote(h) }), hourlyEvidence(w, h.Tasks, wages)...)
			for _, p := range h.Payments {
				t.List(usePaid(w, p))
			}
		} else {
			t.Drop(who, beforeWages)
		}
		for _, task := range h.Early {
			t.List(useHourly(w, task).Without(beforeWages))
		}
	}
	for _, task := range facts.FaultyTasksIn(w) {
		t.DropFaulty(useHourly(w, task))
	}
	if len(w.TasksIn())+t.Excluded > 0 && (t.All == 0 || len(paid) == 0) {
		return kpi.Figure{Excluded: t.Excluded, Rows: t.Rows, Reason: lang.Text{
			JA: "対象期間に、最低賃金と比べられる作業（時間と報酬の記入があるもの）がありません",
			EN: "no task in the period has hours and pay to compare with the minimum wage",
		}}
	}
	f := t.Count(lang.Text{JA: "人", EN: "people"})
	known := compared
	if len(payless) > 0 {
		known = facts.HourlyPays(w, paid, wages)
	}
	f.Parts = kpi.Parts{{Key: "known_pay_only", Title: onlyKnownPay, Unit: kpi.Count, Value: belowAmong(known)}}
	f.Warnings = facts.WageWarnings(compared, wages)
	if w.PaidByMonth() {
		f.Warnings = append(f.Warnings, unlistedWarning(w)...)
	} else if len(payless) > 0 {
		f.Warnings = append(f.Warnings, blankPay(len(payless)))
	}
	return f
}

func belowAmong(all []facts.HourlyPay) float64 {
	n := 0
	for _, h := range all {
		if h.Below() {
			n++
		}
	}
	return float64(n)
}

var beforeWages = lang.Text{JA: "最低賃金の表の最初の発効日より前の作業のため除外", EN: "left out: dated before the first wage of the table"}

func belowNote(h facts.HourlyPay) lang.Text {
	sign := " ≥ "
	if h.Below() {
		sign = " < "
	}
	return lang.Text{
		JA: "報酬 " + lang.Plain(h.Pay) + sign + "参考額 " + lang.Plain(h.Reference),
		EN: "pay " + lang.Plain(h.Pay) + sign + "reference " + lang.Plain(h.Reference),
	}
}

func hourlyEvidence(w *kpi.Window, tasks []*record.Task, wages facts.Wages) []kpi.RowUse {
	if !w.Lists() {
		return nil
	}
	var uses []kpi.RowUse
	for _, t := range tasks {
		wage, _ := wages.On(t.Date.Value)
		yen := lang.Plain(wage.Yen)
		uses = append(uses, useHourly(w, t).With(
			lang.Text{JA: "最低賃金 " + yen + "円（" + wage.From.String() + " から）",
				EN: "wage " + yen + " yen from " + wage.From.String()}))
	}
	return uses
}
