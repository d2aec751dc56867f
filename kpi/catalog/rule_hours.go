package catalog

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var ruleHours = kpi.Definition{
	ID:      "rule_hours",
	Title:   lang.Text{JA: "10-10-10：10時間", EN: "10-10-10: ten hours"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     sums.On(hoursBasis),
	Formula: lang.Text{
		JA: "数え方は設定による。project（既定）：作業時間の合計が10時間に達した案件の数。person：達した参加者の人数。total：全員の作業時間の合計（時間）。基準日までの作業を数える",
		EN: "by setting: project (default) = contracts whose task hours reach 10; person = participants whose hours reach " +
			"10; total = hours in all; tasks by the as-of date",
	},
	Better:  kpi.Higher,
	Needs:   needPeopleTasks,
	Also:    needContracts,
	Columns: []kpi.Column{{Table: schema.Tasks, Key: "hours"}},
	Origin:  originRule,
	Bearing: onRuleHours,
	Class:   kpi.Accountability,
	About:   kpi.AboutContracts,
	Behind:  behindRuleHours,
	Topic:   kpi.TopicTenHours,
	Compute: computeRuleHours,
}

func computeRuleHours(w *kpi.Window) kpi.Figure {
	var f kpi.Figure
	switch w.Pilot.TenRule.HoursBasis {
	case "person":
		f = hoursByPerson(w)
		f.About, f.Counts = kpi.AboutPersons, kpi.Persons
	case "total":
		f = hoursInAll(w)
		f.Class, f.About = kpi.Amount, kpi.AboutPay
	default:
		f = hoursByProject(w)
	}
	if n := blankHours(w.Tasks); n > 0 && f.Value != nil {
		f.Warnings = append(f.Warnings, lang.Text{
			JA: fmt.Sprintf("時間が空欄の作業が%d件あり、時間に数えていません", n),
			EN: fmt.Sprintf("%d tasks have no hours and add none", n),
		})
	}
	return f
}

func blankHours(tasks []*record.Task) int {
	n := 0
	for _, t := range tasks {
		if !t.Hours.Known {
			n++
		}
	}
	return n
}

func hoursByProject(w *kpi.Window) kpi.Figure {
	columns := []kpi.Column{{Table: schema.Tasks, Key: "contract_id"}}
	if lack := w.Lack(needContracts, columns); !lack.Empty() {
		return kpi.None(lack)
	}
	var t kpi.Tally
	for _, c := range w.Contracts {
		tasks := w.TasksOn(c.ID.Value)
		hours := hoursOf(tasks)
		use := w.UseContract(c, nil).Saying(func() lang.Text { return hoursReached(hours) })
		t.Add(kpi.Reaches(hours, w.Pilot.TenRule.Hours), use, useHours(w, tasks)...)
	}
	for _, c := range w.Cohort.Contracts.Excluded {
		t.DropFaulty(w.UseContract(c, nil))
	}
	f := t.Count(lang.Text{JA: "件", EN: "contracts"})
	f.Warnings = slices.Concat(w.Assumptions(columns), unjoined(w))
	return f
}

func hoursByPerson(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	for _, p := range w.Participants {
		tasks := w.TasksOf(p.ID.Value)
		hours := hoursOf(tasks)
		use := w.UseParticipant(p).Saying(func() lang.Text { return hoursReached(hours) })
		t.Add(kpi.Reaches(hours, w.Pilot.TenRule.Hours), use, useHours(w, tasks)...)
	}
	for _, p := range w.Cohort.Participants.Excluded {
		t.DropFaulty(w.UseParticipant(p))
	}
	return t.Count(lang.Text{JA: "人", EN: "people"})
}

// hoursInAll rests on the tasks with hours, and its unit is hours.
func hoursInAll(w *kpi.Window) kpi.Figure {
	total := hoursOf(w.Tasks)
	f := kpi.Figure{Unit: kpi.Hours, Value: &total, Rows: useHours(w, w.Tasks)}
	f.N = len(w.Tasks) - blankHours(w.Tasks)
	f.Excluded = blankHours(w.Tasks)
	line := fmt.Sprintf("Σ (%d) = %s", f.N, lang.Plain(total))
	f.Arithmetic = lang.Text{JA: line, EN: line}
	return f
}

func hoursOf(tasks []*record.Task) float64 {
	hours := make([]float64, 0, len(tasks))
	for _, t := range tasks {
		hours = append(hours, t.Hours.Value)
	}
	return kpi.Sum(hours)
}

func useHours(w *kpi.Window, tasks []*record.Task) []kpi.RowUse {
	if !w.Lists() {
		return nil
	}
	rows := make([]kpi.RowUse, 0, len(tasks))
	for _, t := range tasks {
		rows = append(rows, w.UseTask(t, kpi.CellOf(t.Hours)))
	}
	return rows
}

func hoursReached(hours float64) lang.Text {
	return lang.Text{JA: lang.Plain(hours) + "時間", EN: lang.Plain(hours) + " hours"}
}

// behindRuleHours is the hours of each worker, which count where the rule counts hours in all.
func behindRuleHours(w *kpi.Window) kpi.Behind {
	return behindValue(byWorker(w.Tasks, workedHours))
}
