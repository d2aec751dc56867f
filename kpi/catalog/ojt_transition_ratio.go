package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var ojtTransitionRatio = kpi.Definition{
	ID:      "ojt_transition_ratio",
	Title:   lang.Text{JA: "OJT移行率", EN: "Transition to OJT"},
	Short:   lang.Text{JA: "OJT移行率", EN: "went on to OJT"},
	Reading: lang.Text{JA: "研修を終えた人のうち、仕事を始めた人", EN: "of those trained, those who began to work"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios.On(cycleDays),
	Formula: lang.Text{
		JA: "作業が1件以上ある参加者 ÷ 研修を修了した参加者。OJT期の最終日（既定は60日目）が対象期間に入り、もう来ている参加者について数える",
		EN: "participants with at least one task ÷ participants who completed training, among those for whom the last day " +
			"of the OJT phase (day 60) lies in the period and has come",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Columns:  []kpi.Column{cycleStart},
	Also:     []schema.Key{schema.Trainings},
	Assumes:  assumesTraining,
	Origin:   originCycle,
	Bearing:  bound.Counted{Adds: []schema.Key{schema.Participants, schema.Trainings}, Raises: needTasks},
	Outlook:  forecast.Completions{},
	Class:    kpi.Accountability,
	About:    kpi.AboutPersons,
	Reach:    &kpi.Reach{Stage: facts.OJTStarted, Of: facts.TrainingCompleted},
	Limits: []kpi.Limit{{Point: kpi.PointTraining, Least: true,
		Of: func(t setting.Thresholds) float64 { return t.OJTTransition }}},
	Compute: computeOJTTransitionRatio,
}

func computeOJTTransitionRatio(w *kpi.Window) kpi.Figure {
	if facts.TrainingUnknown(w) {
		return kpi.None(trainingUnknown)
	}
	c := w.Pilot.Cycle
	empty := lang.Text{JA: "研修を修了し、OJT期を終えた参加者がまだいません",
		EN: "nobody who completed training has come to the end of the OJT phase"}
	return overDay(w, c.Training+c.OJT, empty, func(p *record.Participant, t *kpi.Tally) {
		_, row, done := w.Trained(p)
		if !done {
			return
		}
		evidence := useTraining(w, row)
		first := w.FirstTask(p)
		if first != nil {
			evidence = append(evidence, w.UseTask(first))
		}
		t.Add(first != nil, useStart(w, p, kpi.CellOf(p.TrainedDate)), evidence...)
	})
}
