package kpi

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
)

// evidence is what the rows say about one participant by E. A nil row means "not yet".
type evidence struct {
	trained    *cell.Day
	training   *record.Training // the completed row that gave trained, when a row did
	firstTask  *record.Task
	lastTask   *record.Task
	firstPaid  *record.Task // first task with pay > 0, by task date
	income     Income       // what gave the first income date
	incomeDate cell.Day
	earned     bool         // there is one
	delivered  *record.Task // first task delivered by E
	recurring  *record.Task // first task on a 定期 contract
}

func (w *Window) gather(p *record.Participant) *evidence {
	e := &evidence{}
	w.gatherTraining(p, e)
	for _, t := range w.TasksOf(p.ID.Value) {
		e.firstTask = earlier(e.firstTask, t)
		if e.lastTask == nil || t.Date.Value > e.lastTask.Date.Value {
			e.lastTask = t
		}
		if Recurring(w.ContractOf(t)) {
			e.recurring = earlier(e.recurring, t)
		}
		if d := t.DeliveredDate; d.Known && d.Value <= w.Clock.At() &&
			(e.delivered == nil || d.Value < e.delivered.DeliveredDate.Value) {
			e.delivered = t
		}
		w.gatherIncome(t, e)
	}
	w.firstPayment(p, e)
	return e
}

func (w *Window) gatherTraining(p *record.Participant, e *evidence) {
	if d := p.TrainedDate; d.Known && d.Value <= w.Clock.At() {
		e.trained = &d.Value
	}
	for _, t := range w.trainingsOf[p.ID.Value] {
		if t.Completed.Value && (e.trained == nil || t.Date.Value < *e.trained) {
			e.trained, e.training = &t.Date.Value, t
		}
	}
}

func (w *Window) gatherIncome(t *record.Task, e *evidence) {
	if !w.Earned(t) {
		return
	}
	e.firstPaid = earlier(e.firstPaid, t)
	d := t.PaidDate
	if w.incomeByTaskDate {
		d = t.Date
	}
	if d.Known && d.Value <= w.Clock.AsOf && (!e.earned || d.Value < e.incomeDate) {
		e.income, e.incomeDate, e.earned = Income{Task: t}, d.Value, true
	}
}

func earlier(a, b *record.Task) *record.Task {
	if a == nil || b.Date.Value < a.Date.Value {
		return b
	}
	return a
}

// Registered returns registered_date, or start_date where it is blank; 0, which is before any day of a ledger,
// where neither is known.
func Registered(p *record.Participant) cell.Day {
	if p.RegisteredDate.Known {
		return p.RegisteredDate.Value
	}
	return p.StartDate.Value
}

// Resident reports whether the participant lives in the municipality: residence ≠ 町外.
// A blank residence is 住民.
func Resident(p *record.Participant) bool { return p.Residence.Value != "outside" }

// Started returns the participants whose start_date is E or earlier, or not known.
func (w *Window) Started() []*record.Participant {
	return Where(w.Participants, func(p *record.Participant) bool { return p.StartDate.Value <= w.Clock.At() })
}

// OnCycle returns the participants whose start_date is known and E or earlier: those who have a day of the cycle.
func (w *Window) OnCycle() []*record.Participant {
	return Where(w.Started(), func(p *record.Participant) bool { return p.StartDate.Known })
}

// Closed reports that the hub has ended its care of the participant (対応終了日) by E: it calls no more.
func (w *Window) Closed(p *record.Participant) bool {
	return p.ClosedDate.Known && p.ClosedDate.Value <= w.Clock.At()
}

// Exit returns the participant's exit_date when it is E or earlier.
func (w *Window) Exit(p *record.Participant) (cell.Day, bool) {
	return p.ExitDate.Value, p.ExitDate.Known && p.ExitDate.Value <= w.Clock.At()
}

// CycleDate returns the date of day d of the participant's cycle.
func CycleDate(p *record.Participant, d int) cell.Day { return p.StartDate.Value + cell.Day(d) - 1 }

// MeetsPeriod reports whether the participant's cycle overlaps [F, T]: start ≤ T and last day ≥ F. A participant
// whose start is not known is left out, unless the ledger knows of nobody's: then nobody can tell, and it is true.
func (w *Window) MeetsPeriod(p *record.Participant) bool {
	if !p.StartDate.Known {
		return !w.Has(StartColumn)
	}
	return p.StartDate.Value <= w.Clock.To && CycleDate(p, w.Pilot.Cycle.Length()) >= w.Clock.From
}

// InCycle returns the participants who have started by E and whose cycle overlaps the period: those of the figures
// of the cycle; see MeetsPeriod.
func (w *Window) InCycle() []*record.Participant { return Where(w.Started(), w.MeetsPeriod) }

// DueInPeriod reports whether day d of the participant's cycle lies in [F, E]. A start that is not known has no day.
func (w *Window) DueInPeriod(p *record.Participant, d int) bool {
	if !p.StartDate.Known {
		return false
	}
	due := CycleDate(p, d)
	return w.Clock.From <= due && due <= w.Clock.At()
}

// Complete reports whether the participant's whole cycle is over at E.
func (w *Window) Complete(p *record.Participant) bool {
	return p.StartDate.Known && w.Pilot.Cycle.Complete(p.StartDate.Value, w.Clock.At())
}

// Trained returns the first day by E on which training was completed: trained_date, or the
// date of the participant's first completed training row, whichever is earlier. The row is
// nil when trained_date gave the day.
func (w *Window) Trained(p *record.Participant) (cell.Day, *record.Training, bool) {
	e := w.people[p.ID.Value]
	if e == nil || e.trained == nil {
		return 0, nil, false
	}
	return *e.trained, e.training, true
}

// FirstTask returns the participant's earliest task by E, or nil.
func (w *Window) FirstTask(p *record.Participant) *record.Task { return w.of(p).firstTask }

// LastTask returns the participant's latest task by E, or nil.
func (w *Window) LastTask(p *record.Participant) *record.Task { return w.of(p).lastTask }

// FirstPaidTask returns the participant's earliest paid task (see Earned), by task date, or nil.
func (w *Window) FirstPaidTask(p *record.Participant) *record.Task { return w.of(p).firstPaid }

// facts.FirstDelivery returns the participant's task with the earliest delivered_date ≤ E, or nil.
func (w *Window) FirstDelivery(p *record.Participant) *record.Task { return w.of(p).delivered }

// FirstRecurring returns the participant's earliest task on a 定期 contract, or nil.
func (w *Window) FirstRecurring(p *record.Participant) *record.Task { return w.of(p).recurring }

// WorksOnUntold reports a participant with work on a contract of which nobody says whether it is 定期.
func (w *Window) WorksOnUntold(p *record.Participant) bool {
	return slices.ContainsFunc(w.TasksOf(p.ID.Value), func(t *record.Task) bool {
		c := w.ContractOf(t)
		return c != nil && !c.Kind.Known
	})
}

// FirstIncome returns the participant's first income date and what gave it: the earliest payment > 0 made by A, or
// for somebody without payments the earliest paid_date ≤ A over tasks by E with pay > 0 (a blank paid_date is not yet
// paid). A ledger without a column of payment days gives the task date instead; IncomeByTaskDate says so.
func (w *Window) FirstIncome(p *record.Participant) (cell.Day, Income, bool) {
	e := w.of(p)
	return e.incomeDate, e.income, e.earned
}

// IncomeByTaskDate reports that neither the log nor the payments have a column of payment days, so that first
// income dates are task dates.
func (w *Window) IncomeByTaskDate() bool { return w.incomeByTaskDate }

func (w *Window) of(p *record.Participant) *evidence {
	if e := w.people[p.ID.Value]; e != nil {
		return e
	}
	return &evidence{}
}
