package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var trainingCompletionRatio = kpi.Definition{
	ID:      "training_completion_ratio",
	Title:   lang.Text{JA: "研修修了率", EN: "Training completion"},
	Reading: lang.Text{JA: "参加した人のうち、研修を終えた人", EN: "of the participants, those who were trained"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios.On(cycleDays),
	Formula: lang.Text{
		JA: "研修期の最終日（既定は30日目）までに研修を修了した参加者 ÷ その日が対象期間に入り、もう来ている参加者。修了日は、研修修了日と、修了と記録された研修の日付の早いほう",
		EN: "participants whose training was completed by the last day of the training phase (day 30) ÷ participants for " +
			"whom that day lies in the period and has come; completed on the trained date or the date of the first completed " +
			"training row, whichever is earlier",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needParticipants,
	Columns:  []kpi.Column{cycleStart},
	Also:     []schema.Key{schema.Trainings},
	Assumes:  assumesTraining,
	Origin:   originCycle,
	Bearing:  bound.Counted{Adds: needParticipants, Raises: []schema.Key{schema.Trainings}},
	Outlook:  forecast.Completions{},
	Class:    kpi.Accountability,
	About:    kpi.AboutPersons,
	Reach:    &kpi.Reach{Stage: facts.TrainingCompleted},
	Compute:  computeTrainingCompletionRatio,
}

var trainingUnknown = lang.Text{
	JA: "データなし：参加者の「研修修了日」列も「研修」シートの「修了」列もありません",
	EN: "no data: the ledger has neither the training-completed column nor a completed column in the trainings sheet",
}

func computeTrainingCompletionRatio(w *kpi.Window) kpi.Figure {
	if facts.TrainingUnknown(w) {
		return kpi.None(trainingUnknown)
	}
	d := w.Pilot.Cycle.Training
	empty := lang.Text{JA: "研修期を終えた参加者がまだいません", EN: "no participant's training phase is over yet"}
	return overDay(w, d, empty, func(p *record.Participant, t *kpi.Tally) {
		day, row, done := w.Trained(p)
		t.Add(done && day <= kpi.CycleDate(p, d), useStart(w, p, kpi.CellOf(p.TrainedDate)), useTraining(w, row)...)
	})
}

// useTraining lists the training row that gave the day of completion, if one did.
func useTraining(w *kpi.Window, row *record.Training) []kpi.RowUse {
	if row == nil {
		return nil
	}
	return []kpi.RowUse{w.UseTraining(row)}
}
