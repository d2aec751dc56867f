package catalog

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var activeWorkers = kpi.Definition{
	ID:      "active_workers",
	Title:   lang.Text{JA: "稼働者数", EN: "Active workers"},
	Spoken:  lang.Text{JA: "働いている人", EN: "At work"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     sums.On(activeDays),
	Formula: lang.Text{
		JA: "基準日で終わる設定日数（既定30日間）に作業が1件以上ある参加者の人数",
		EN: "participants with at least one task dated in the active_window_days (30) that end on the as-of date",
	},
	Plain: lang.Text{
		JA: "この日までのおよそ1か月に、1回でも仕事をした人の数です。",
		EN: "Those who did some work in about the last month.",
	},
	Better:  kpi.Higher,
	Needs:   needPeopleTasks,
	Assumes: assumesRegistration,
	Origin:  originWork,
	Bearing: onWorkers,
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Topic:   kpi.TopicAtWork,
	Compute: computeActiveWorkers,
}

func computeActiveWorkers(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	since := activeSince(w)
	for _, p := range facts.RegisteredBy(w) {
		if task := facts.FirstTaskSince(w, p, since); task != nil {
			t.Add(true, w.UseParticipant(p), w.UseTask(task))
		} else {
			t.Add(false, w.UseParticipant(p))
		}
	}
	for _, p := range facts.FaultyRegistered(w) {
		t.DropFaulty(useRegistration(w, p))
	}
	return t.Count(lang.Text{JA: "人", EN: "people"})
}

// activeSince is the first of the active_window_days that end at A.
func activeSince(w *kpi.Window) cell.Day {
	return w.Clock.At() - cell.Day(w.Pilot.Settings.ActiveWindowDays) + 1
}
