package catalog

import (
	"fmt"
	"maps"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var hoursBandRatio = kpi.Definition{
	ID:      "hours_band_ratio",
	Title:   lang.Text{JA: "週3〜8時間の割合", EN: "Share of weeks with 3 to 8 hours"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeIncome,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "参加者ごとの週（月曜始まり）のうち、対象期間の作業時間の合計が3時間以上8時間以下の週 ÷ 作業時間が0より大きい週",
		EN: "(participant, ISO week) pairs with 3 to 8 hours logged in the period ÷ pairs with hours > 0",
	},
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  []kpi.Column{{Table: schema.Tasks, Key: "hours"}},
	Origin:   originWork,
	Bearing:  bound.Counted{Adds: needTasks, Raises: needTasks, Lowers: needTasks, InPeriod: true},
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Amount,
	About:    kpi.AboutWork,
	Behind:   behindWeeks,
	Compute:  computeHoursBandRatio,
}

// The band of weekly hours, both ends included.
const leastWeekHours, mostWeekHours = 3, 8

func computeHoursBandRatio(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	for _, p := range w.Participants {
		weeks := weeksOf(w, p, &t)
		for _, monday := range slices.Sorted(maps.Keys(weeks)) {
			hours := weeks[monday].Sum()
			if hours <= 0 {
				continue
			}
			hit := inBand(hours)
			t.Add(hit, w.UseParticipant(p).Saying(func() lang.Text {
				return weekNote(monday, hours, hit)
			}), weeks[monday].Rows...)
		}
	}
	for _, task := range facts.FaultyTasksIn(w) {
		t.DropFaulty(w.UseTask(task, kpi.CellOf(task.Hours)))
	}
	return t.Ratio(lang.Text{JA: "対象期間に時間の記入された作業がありません", EN: "no task in the period has hours"})
}

// weeksOf gathers the hours of the participant's tasks in the period by ISO week. Tasks with
// blank hours are dropped from the tally.
func weeksOf(w *kpi.Window, p *record.Participant, t *kpi.Tally) map[cell.Day]*kpi.Amounts {
	weeks := map[cell.Day]*kpi.Amounts{}
	for _, task := range w.TasksOf(p.ID.Value) {
		if !w.In(task.Date.Value) {
			continue
		}
		use := w.UseTask(task, kpi.CellOf(task.Hours))
		if !task.Hours.Known {
			t.Drop(use, hoursBlank)
			continue
		}
		monday := facts.Week(task.Date.Value)
		if weeks[monday] == nil {
			weeks[monday] = &kpi.Amounts{}
		}
		weeks[monday].Add(task.Hours.Value, use.Saying(func() lang.Text { return hoursNote(task.Hours.Value) }))
	}
	return weeks
}

func weekNote(monday cell.Day, hours float64, hit bool) lang.Text {
	ja, en := "分母のみ", "denominator only"
	if hit {
		ja, en = "分子・分母", "numerator and denominator"
	}
	return lang.Text{
		JA: fmt.Sprintf("%s からの週 %s時間（%s）", monday, lang.Plain(hours), ja),
		EN: fmt.Sprintf("week of %s: %s hours (%s)", monday, lang.Plain(hours), en),
	}
}

func inBand(hours float64) bool {
	return kpi.Reaches(hours, leastWeekHours) && kpi.Reaches(mostWeekHours, hours)
}

// behindWeeks is how many weeks each participant has in the band, and outside it.
func behindWeeks(w *kpi.Window) kpi.Behind {
	in, out := kpi.Contributions{}, kpi.Contributions{}
	for _, p := range w.Participants {
		for _, week := range weeksOf(w, p, &kpi.Tally{}) {
			switch hours := week.Sum(); {
			case hours <= 0:
			case inBand(hours):
				in[p.ID.Value]++
			default:
				out[p.ID.Value]++
			}
		}
	}
	return behindValue(in, out)
}
