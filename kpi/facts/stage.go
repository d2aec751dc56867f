package facts

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Stage is a step of the funnel, reached by evidence in the ledger. Stages are counted one
// by one ("ever by E"); a participant may reach a later one without an earlier one.
type Stage = kpi.Stage

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

// Step is one Stage with what it takes to reach it.
type Step struct {
	Stage   Stage
	Title   lang.Text
	Needs   []schema.Key
	Columns []kpi.Column
	Assumes []kpi.Column                                                // see kpi.Definition.Assumes
	On      func(w *kpi.Window, p *record.Participant) (cell.Day, bool) // the day it was reached; see Reached
	// Due is the day of the cycle by whose end it should be reached.
	Due func(p *setting.Pilot) int
}

var needTasks = []schema.Key{schema.Participants, schema.Tasks}

// startDate says who is on the cycle at all: without it nobody can be left out.
var startDate = kpi.StartColumn

// Where completed training stands.
var (
	trainedDate  = kpi.Column{Table: schema.Participants, Key: "trained_date"}
	trainingDone = kpi.Column{Table: schema.Trainings, Key: "completed"}
)

// Steps is the funnel in order.
var Steps = []Step{
	{Stage: Enrolled, Title: lang.Text{JA: "参加", EN: "enrolled"}, Needs: []schema.Key{schema.Participants},
		Assumes: []kpi.Column{startDate},
		On:      func(w *kpi.Window, p *record.Participant) (cell.Day, bool) { return p.StartDate.Value, true },
		Due:     func(p *setting.Pilot) int { return 1 }},
	{Stage: TrainingCompleted, Title: lang.Text{JA: "研修修了", EN: "training completed"},
		Needs:   []schema.Key{schema.Participants},
		Assumes: []kpi.Column{startDate, trainedDate, trainingDone},
		On:      trainedOn,
		Due:     func(p *setting.Pilot) int { return p.Thresholds.TrainingLateDay }},
	{Stage: OJTStarted, Title: lang.Text{JA: "OJT開始（初作業）", EN: "OJT started (first task)"}, Needs: needTasks,
		Assumes: []kpi.Column{startDate},
		On:      func(w *kpi.Window, p *record.Participant) (cell.Day, bool) { return workedOn(w.FirstTask(p)) },
		Due:     func(p *setting.Pilot) int { return p.Thresholds.TaskLateDay }},
	{Stage: FirstDelivery, Title: lang.Text{JA: "初納品", EN: "first delivery"}, Needs: needTasks,
		Columns: []kpi.Column{{Table: schema.Tasks, Key: "delivered_date"}},
		Assumes: []kpi.Column{startDate},
		On:      deliveredOn,
		Due:     func(p *setting.Pilot) int { return p.Thresholds.IncomeLateDay }},
	{Stage: FirstIncome, Title: lang.Text{JA: "初収入", EN: "first income"}, Needs: needTasks,
		Columns: []kpi.Column{{Table: schema.Tasks, Key: "pay", Or: schema.Payments}},
		Assumes: []kpi.Column{startDate, {Table: schema.Tasks, Key: "paid_date", Or: schema.Payments}},
		On:      earnedOn,
		Due:     func(p *setting.Pilot) int { return p.Thresholds.IncomeLateDay }},
	{Stage: RecurringWork, Title: lang.Text{JA: "定期案件", EN: "recurring work"},
		Needs:   []schema.Key{schema.Participants, schema.Contracts, schema.Tasks},
		Columns: []kpi.Column{{Table: schema.Tasks, Key: "contract_id"}, {Table: schema.Contracts, Key: "kind"}},
		Assumes: []kpi.Column{startDate},
		On:      func(w *kpi.Window, p *record.Participant) (cell.Day, bool) { return workedOn(w.FirstRecurring(p)) },
		Due:     func(p *setting.Pilot) int { return p.Cycle.Length() }},
	{Stage: Retained, Title: lang.Text{JA: "定着", EN: "retained"}, Needs: needTasks,
		Columns: []kpi.Column{startDate},
		Assumes: []kpi.Column{{Table: schema.Participants, Key: "exit_date"}},
		On:      keptOn,
		Due:     func(p *setting.Pilot) int { return p.Cycle.Length() }},
}

// Reached reports whether the participant has ever reached the stage by E.
func (s Step) Reached(w *kpi.Window, p *record.Participant) bool { _, ok := s.On(w, p); return ok }

// ReachedBy reports whether the participant reached the stage by the end of day d of the cycle.
func (s Step) ReachedBy(w *kpi.Window, p *record.Participant, d int) bool {
	day, ok := s.On(w, p)
	return ok && day <= kpi.CycleDate(p, d)
}

func trainedOn(w *kpi.Window, p *record.Participant) (cell.Day, bool) {
	day, _, ok := w.Trained(p)
	return day, ok
}

func earnedOn(w *kpi.Window, p *record.Participant) (cell.Day, bool) {
	day, _, ok := w.FirstIncome(p)
	return day, ok
}

func workedOn(t *record.Task) (cell.Day, bool) {
	if t == nil {
		return 0, false
	}
	return t.Date.Value, true
}

func deliveredOn(w *kpi.Window, p *record.Participant) (cell.Day, bool) {
	t := w.FirstDelivery(p)
	if t == nil {
		return 0, false
	}
	return t.DeliveredDate.Value, true
}

// keptOn is the last day of the cycle of who was kept (see Retention): only then is it known.
func keptOn(w *kpi.Window, p *record.Participant) (cell.Day, bool) {
	kept, _ := Retention(w, p)
	return kpi.CycleDate(p, w.Pilot.Cycle.Length()), kept
}

// StepOf returns the step of a stage.
func StepOf(s Stage) Step {
	return Steps[slices.IndexFunc(Steps, func(step Step) bool { return step.Stage == s })]
}

// StageTitle returns the name of a stage.
func StageTitle(s Stage) lang.Text {
	for _, step := range Steps {
		if step.Stage == s {
			return step.Title
		}
	}
	return lang.Text{}
}

// Lack says why the ledger cannot tell who reached the stage, or nothing.
func (s Step) Lack(w *kpi.Window) lang.Text {
	if s.Stage == TrainingCompleted && TrainingUnknown(w) {
		return lang.Text{
			JA: "データなし：参加者の「研修修了日」列も「研修」シートの修了の記録もありません",
			EN: "no data: the ledger has neither the training-completed column nor a trainings sheet that records completion",
		}
	}
	return w.Lack(s.Needs, s.Columns)
}

// TrainingUnknown reports that the ledger has no place where completed training could stand:
// neither the trained_date column nor a trainings sheet with a completed column.
func TrainingUnknown(w *kpi.Window) bool {
	return !w.Has(trainedDate) && !w.Has(trainingDone)
}

// Retention reports whether the participant's cycle is complete, the participant had not
// exited by its last day, and a task is dated in the retention phase (days 61–90); the task
// is that evidence, or nil.
func Retention(w *kpi.Window, p *record.Participant) (bool, *record.Task) {
	c := w.Pilot.Cycle
	task := taskBetween(w, p, kpi.CycleDate(p, c.Training+c.OJT+1), kpi.CycleDate(p, c.Length()))
	return w.Complete(p) && !exitedBy(w, p, c.Length()) && task != nil, task
}

// exitedBy reports whether the participant's exit_date is on or before day d of the cycle.
func exitedBy(w *kpi.Window, p *record.Participant, d int) bool {
	day, gone := w.Exit(p)
	return gone && day <= kpi.CycleDate(p, d)
}

// taskBetween returns the participant's earliest task dated in [from, to], or nil.
func taskBetween(w *kpi.Window, p *record.Participant, from, to cell.Day) *record.Task {
	var found *record.Task
	for _, t := range w.TasksOf(p.ID.Value) {
		if from <= t.Date.Value && t.Date.Value <= to && (found == nil || t.Date.Value < found.Date.Value) {
			found = t
		}
	}
	return found
}
