package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var expertShare = kpi.Definition{
	ID:      "expert_share",
	Title:   lang.Text{JA: "知見注入の割合（町外人材の時間）", EN: "Hours by experts from outside"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeHub,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "居住区分が町外の参加者の作業時間 ÷ すべての作業時間（対象期間）。居住区分の空欄は住民",
		EN: "hours of participants who live outside ÷ all hours, in the period; a blank residence is resident",
	},
	Needs:   needPeopleTasks,
	Columns: []kpi.Column{{Table: schema.Tasks, Key: "hours"}, {Table: schema.Participants, Key: "residence"}},
	Origin:  originWork,
	Bearing: onExperts,
	Class:   kpi.Attribute,
	About:   kpi.AboutPay,
	Behind:  behindExperts,
	Compute: computeExpertShare,
}

func computeExpertShare(w *kpi.Window) kpi.Figure {
	var s kpi.Share
	listed := map[string]bool{}
	for _, t := range w.TasksIn() {
		p := w.Participant(t.ParticipantID.Value)
		use := w.UseTask(t, kpi.CellOf(t.Hours))
		switch {
		case p == nil:
			continue
		case !t.Hours.Known:
			s.Drop(use, hoursBlank)
			continue
		}
		s.Add(!kpi.Resident(p), t.Hours.Value, use)
		if !listed[p.ID.Value] {
			listed[p.ID.Value] = true
			s.Whole.List(w.UseParticipant(p, kpi.CellOf(p.Residence)).
				With(lang.Text{JA: "居住区分", EN: "residence"}))
		}
	}
	for _, t := range facts.FaultyTasksIn(w) {
		s.DropFaulty(w.UseTask(t, kpi.CellOf(t.Hours)))
	}
	return s.Ratio(lang.Text{JA: "対象期間に時間の記入された作業がありません", EN: "no task in the period has hours"})
}

// behindExperts is the hours of each worker from outside, and of each other one.
func behindExperts(w *kpi.Window) kpi.Behind {
	outside := func(t *record.Task) bool {
		p := w.Participant(t.ParticipantID.Value)
		return p != nil && !kpi.Resident(p)
	}
	in := w.TasksIn()
	return behindValue(byWorker(kpi.Where(in, outside), workedHours),
		byWorker(kpi.Where(in, func(t *record.Task) bool { return !outside(t) }), workedHours))
}
