package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var ruleCandidates = kpi.Definition{
	ID:      "rule_candidates",
	Title:   lang.Text{JA: "10-10-10：候補者", EN: "10-10-10: candidates"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     sums,
	Formula: lang.Text{
		JA: "基準日までに作業が1件以上ある参加者の人数",
		EN: "distinct participants with at least one task by the as-of date",
	},
	Better:  kpi.Higher,
	Needs:   needPeopleTasks,
	Origin:  originRule,
	Bearing: onWorkers,
	Outlook: forecast.Events{Among: true, Groups: forecast.Following},
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Topic:   kpi.TopicCandidates,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range w.Participants {
			if task := w.FirstTask(p); task != nil {
				t.Add(true, w.UseParticipant(p), w.UseTask(task))
			} else {
				t.Add(false, w.UseParticipant(p))
			}
		}
		for _, p := range w.Cohort.Participants.Excluded {
			t.DropFaulty(w.UseParticipant(p))
		}
		return t.Count(lang.Text{JA: "人", EN: "people"})
	},
}
