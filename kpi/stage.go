package kpi

import (
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// Stage is a step of the funnel, reached by evidence in the ledger. Stages are counted one
// by one ("ever by A"); a participant may reach a later one without an earlier one.
type Stage string

// The stages in their order.
const (
	Enrolled          Stage = "enrolled"
	TrainingCompleted Stage = "training_completed"
	OJTStarted        Stage = "ojt_started"
	FirstDelivery     Stage = "first_delivery"
	FirstIncome       Stage = "first_income"
	RecurringWork     Stage = "recurring"
	Retained          Stage = "retained"
)

// stage is one Stage with what it takes to reach it.
type stage struct {
	id      Stage
	title   finding.Text
	needs   []cohort.Key
	columns []Column
	assumes []Column // see Definition.Assumes
	reached func(w *Window, p *cohort.Participant) bool
	due     func(p *cohort.Pilot) int // day of the cycle by whose end it should be reached
}

var tasksOnly = []cohort.Key{cohort.ParticipantsKey, cohort.TasksKey}

// stages is the funnel in order.
var stages = []stage{
	{id: Enrolled, title: finding.Text{JA: "参加", EN: "enrolled"}, needs: []cohort.Key{cohort.ParticipantsKey},
		reached: func(w *Window, p *cohort.Participant) bool { return true },
		due:     func(p *cohort.Pilot) int { return 1 }},
	{id: TrainingCompleted, title: finding.Text{JA: "研修修了", EN: "training completed"},
		needs:   []cohort.Key{cohort.ParticipantsKey},
		assumes: []Column{{cohort.ParticipantsKey, "trained_date"}, {cohort.TrainingsKey, "completed"}},
		reached: func(w *Window, p *cohort.Participant) bool { _, _, ok := w.Trained(p); return ok },
		due:     func(p *cohort.Pilot) int { return p.Thresholds.TrainingLateDay }},
	{id: OJTStarted, title: finding.Text{JA: "OJT開始（初作業）", EN: "OJT started (first task)"}, needs: tasksOnly,
		reached: func(w *Window, p *cohort.Participant) bool { return w.FirstTask(p) != nil },
		due:     func(p *cohort.Pilot) int { return p.Thresholds.TaskLateDay }},
	{id: FirstDelivery, title: finding.Text{JA: "初納品", EN: "first delivery"}, needs: tasksOnly,
		columns: []Column{{cohort.TasksKey, "delivered_date"}},
		reached: func(w *Window, p *cohort.Participant) bool { return w.FirstDelivery(p) != nil },
		due:     func(p *cohort.Pilot) int { return p.Thresholds.IncomeLateDay }},
	{id: FirstIncome, title: finding.Text{JA: "初収入", EN: "first income"}, needs: tasksOnly,
		columns: []Column{{cohort.TasksKey, "pay"}},
		assumes: []Column{{cohort.TasksKey, "paid_date"}},
		reached: func(w *Window, p *cohort.Participant) bool { _, _, ok := w.FirstIncome(p); return ok },
		due:     func(p *cohort.Pilot) int { return p.Thresholds.IncomeLateDay }},
	{id: RecurringWork, title: finding.Text{JA: "定期案件", EN: "recurring work"},
		needs:   []cohort.Key{cohort.ParticipantsKey, cohort.ContractsKey, cohort.TasksKey},
		columns: []Column{{cohort.TasksKey, "contract_id"}},
		reached: func(w *Window, p *cohort.Participant) bool { return w.FirstRecurring(p) != nil },
		due:     func(p *cohort.Pilot) int { return p.Cycle.Length() }},
	{id: Retained, title: finding.Text{JA: "定着", EN: "retained"}, needs: tasksOnly,
		assumes: []Column{{cohort.ParticipantsKey, "exit_date"}},
		reached: func(w *Window, p *cohort.Participant) bool { kept, _ := Retention(w, p); return kept },
		due:     func(p *cohort.Pilot) int { return p.Cycle.Length() }},
}

// Title returns the stage's name.
func (s Stage) Title() finding.Text {
	for _, st := range stages {
		if st.id == s {
			return st.title
		}
	}
	return finding.Text{}
}

// lack says why the ledger cannot tell who reached the stage, or nothing.
func (s stage) lack(w *Window) finding.Text {
	if s.id == TrainingCompleted && TrainingUnknown(w) {
		return finding.Text{
			JA: "データなし：参加者の「研修修了日」列も「研修」シートの修了の記録もありません",
			EN: "no data: the ledger has neither the training-completed column nor a trainings sheet that records completion",
		}
	}
	return w.Lack(s.needs, s.columns)
}

// TrainingUnknown reports that the ledger has no place where completed training could stand:
// neither the trained_date column nor a trainings sheet with a completed column.
func TrainingUnknown(w *Window) bool {
	return !w.Has(Column{cohort.ParticipantsKey, "trained_date"}) && !w.Has(Column{cohort.TrainingsKey, "completed"})
}

// Retained reports whether the participant's cycle is complete, the participant had not
// exited by its last day, and a task is dated in the retention phase (days 61–90); the task
// is that evidence, or nil.
func Retention(w *Window, p *cohort.Participant) (bool, *cohort.Task) {
	c := w.Pilot.Cycle
	task := taskBetween(w, p, CycleDate(p, c.Training+c.OJT+1), CycleDate(p, c.Length()))
	return w.Complete(p) && !exitedBy(w, p, c.Length()) && task != nil, task
}

// exitedBy reports whether the participant's exit_date is on or before day d of the cycle.
func exitedBy(w *Window, p *cohort.Participant, d int) bool {
	day, gone := w.Exit(p)
	return gone && day <= CycleDate(p, d)
}

// taskBetween returns the participant's earliest task dated in [from, to], or nil.
func taskBetween(w *Window, p *cohort.Participant, from, to cell.Day) *cohort.Task {
	var found *cohort.Task
	for _, t := range w.TasksOf(p.ID.Value) {
		if from <= t.Date.Value && t.Date.Value <= to {
			found = earlier(found, t)
		}
	}
	return found
}
