package bound

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// outside reports whether a date that is not in question keeps its row from counting: it is after
// A, or, for figures of the period, outside [F, T].
func outside(w *kpi.Window, r record.Row, date record.Field[cell.Day], inPeriod bool) bool {
	if !date.Known || !kpi.Sure(w, r, date) {
		return false
	}
	return date.Value > w.Clock.At() || inPeriod && !w.In(date.Value)
}

// openParticipants are the participants left out that could be registered or started by A.
func openParticipants(w *kpi.Window) []*record.Participant {
	return kpi.Where(w.Cohort.Participants.Excluded, func(p *record.Participant) bool {
		return !outside(w, p.Row, p.StartDate, false) ||
			p.RegisteredDate.Col > 0 && !outside(w, p.Row, p.RegisteredDate, false)
	})
}

// openContracts are the contracts left out that could have started by A, or be active in [F, T].
func openContracts(w *kpi.Window, inPeriod bool) []*record.Contract {
	return kpi.Where(w.Cohort.Contracts.Excluded, func(c *record.Contract) bool {
		if outside(w, c.Row, c.StartDate, false) {
			return false
		}
		late := c.StartDate.Known && kpi.Sure(w, c.Row, c.StartDate) && c.StartDate.Value > w.Clock.To
		over := c.EndDate.Known && kpi.Sure(w, c.Row, c.EndDate) && c.EndDate.Value < w.Clock.From
		return !inPeriod || !late && !over
	})
}

// openTasks are the tasks left out that could be dated A or earlier, or in [F, T]. The date of a task
// whose participant is not settled has not been held against a start date, so it may be wrong too.
func openTasks(w *kpi.Window, inPeriod bool) []*record.Task {
	return kpi.Where(w.Cohort.Tasks.Excluded, func(t *record.Task) bool {
		settled := w.Participant(t.ParticipantID.Value) != nil && kpi.Sure(w, t.Row, t.ParticipantID)
		return !settled || !outside(w, t.Row, t.Date, inPeriod)
	})
}

// openPayments are the payments left out that can be for a month that had begun by A, or with inPeriod for one of
// [F, T].
func openPayments(w *kpi.Window, inPeriod bool) []*record.Payment {
	return kpi.Where(w.Cohort.Payments.Excluded, func(p *record.Payment) bool {
		month, known := p.Covers()
		if !known || !kpi.Sure(w, p.Row, p.Month) || !kpi.Sure(w, p.Row, p.PaidDate) {
			return true
		}
		return month <= w.Clock.AsOf && (!inPeriod || w.MonthIn(month))
	})
}

// openUnits counts the rows of a table that can change a count. Rows that name their participant
// or contract, where that is the unit counted, count once for each of these, and not at all when
// it is left out itself and so counts already.
func openUnits(w *kpi.Window, table, unit schema.Key, inPeriod bool) int {
	return kpi.Kept(w, opened{table, unit, inPeriod}, func() int { return countOpen(w, table, unit, inPeriod) })
}

// opened is the key of openUnits in what a window keeps: dozens of figures ask the same.
type opened struct {
	table, unit schema.Key
	inPeriod    bool
}

func countOpen(w *kpi.Window, table, unit schema.Key, inPeriod bool) int {
	switch c := w.Cohort; {
	case table == schema.Participants:
		return len(openParticipants(w)) + w.Strangers(table)
	case table == schema.Contracts:
		return len(openContracts(w, inPeriod)) + w.Strangers(table)
	case table == schema.Clients:
		return len(c.Clients.Excluded) + w.Strangers(table)
	case table == schema.Tasks && unit == schema.Contracts:
		return byUnit(w, openTasks(w, inPeriod), contractCalled, w.Contract, w.Cohort.Contract)
	case table == schema.Tasks && unit == schema.Participants:
		return byUnit(w, openTasks(w, inPeriod), workerCalled, w.Participant, w.Cohort.Participant)
	case table == schema.Tasks:
		return len(openTasks(w, inPeriod))
	case table == schema.Payments && unit == schema.Participants:
		return byUnit(w, openPayments(w, inPeriod), payeeCalled, w.Participant, w.Cohort.Participant)
	case table == schema.Payments:
		return len(openPayments(w, inPeriod))
	case table == schema.Trainings:
		rows := kpi.Where(c.Trainings.Excluded, func(t *record.Training) bool { return !outside(w, t.Row, t.Date, inPeriod) })
		return byUnit(w, rows, traineeCalled, w.Participant, w.Cohort.Participant)
	case table == schema.Surveys:
		return len(kpi.Where(c.Surveys.Excluded, func(s *record.Survey) bool { return !outside(w, s.Row, s.Date, inPeriod) }))
	case table == schema.Publications:
		return len(kpi.Where(c.Publications.Excluded, func(p *record.Publication) bool {
			return !outside(w, p.Row, p.Date, inPeriod)
		}))
	}
	return w.Faulty(table)
}

// A reference is the id by which a row names another record.
type reference struct {
	id          string
	sure, blank bool
}

func refer(w *kpi.Window, r record.Row, id record.Field[string]) reference {
	return reference{id.Value, kpi.Sure(w, r, id), id.Text == "" && !id.Known}
}

func workerCalled(w *kpi.Window, t *record.Task) reference   { return refer(w, t.Row, t.ParticipantID) }
func contractCalled(w *kpi.Window, t *record.Task) reference { return refer(w, t.Row, t.ContractID) }
func payeeCalled(w *kpi.Window, p *record.Payment) reference { return refer(w, p.Row, p.ParticipantID) }
func traineeCalled(w *kpi.Window, t *record.Training) reference {
	return refer(w, t.Row, t.ParticipantID)
}

// byUnit counts the units that the rows can change: one for each row that does not say for sure
// whom it names, one for each unit in use that is named. used finds units in use, called those left out too.
func byUnit[R, U any](w *kpi.Window, rows []*R, names func(*kpi.Window, *R) reference,
	used, called func(string) *U) int {
	unknown, named := 0, map[string]bool{}
	for _, r := range rows {
		switch ref := names(w, r); {
		case !ref.sure:
			unknown++
		case ref.blank:
		case used(ref.id) != nil:
			named[ref.id] = true
		case called(ref.id) == nil:
			unknown++
		}
	}
	return unknown + len(named)
}
