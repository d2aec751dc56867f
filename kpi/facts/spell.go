package facts

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// Spell is one observed stretch of continuation: a contract's term or a worker's months at
// work. Both ends are included.
type Spell struct {
	From, To cell.Day
	Ended    bool // the end was seen at To; false: it was still going on when observation ended
	Rows     []kpi.RowUse
}

// Days returns the length of the spell in days, To − From + 1.
func (s Spell) Days() float64 { return float64(s.To - s.From + 1) }

// Months returns the length of the spell in months of 30.4375 days.
func (s Spell) Months() float64 { return setting.Months(s.From, s.To) }

var (
	noteEnded   = lang.Text{JA: "終了", EN: "ended"}
	noteRunning = lang.Text{JA: "続いている（途中までの長さ）", EN: "still running (censored)"}
	noteNoTime  = lang.Text{JA: "終わりの日が初日より前のため除外", EN: "left out: it ends before its first day"}
	noteNoKind  = lang.Text{JA: "種別の記入がないため除外", EN: "left out: no kind is entered"}
)

// ContractSpells returns the terms of the 定期 contracts that started by A, as observed at A:
// ended when end_date ≤ A, else censored at A. Rows with errors come back as left out.
func ContractSpells(w *kpi.Window) (spells []Spell, left []kpi.RowUse) {
	for _, c := range w.Cohort.Contracts.Excluded {
		if mayCount(w, c) && (!c.Kind.Known || kpi.Recurring(c)) {
			left = append(left, useTerm(w, c).Without(kpi.Faulty))
		}
	}
	for _, c := range w.Contracts {
		if !c.Kind.Known {
			left = append(left, useTerm(w, c).Without(noteNoKind))
		}
		if !kpi.Recurring(c) {
			continue
		}
		s := Spell{From: c.StartDate.Value, To: w.Clock.At()}
		note := noteRunning
		if c.EndDate.Known && c.EndDate.Value <= w.Clock.At() {
			s.To, s.Ended, note = c.EndDate.Value, true, noteEnded
		}
		if s.To < s.From {
			left = append(left, useTerm(w, c).Without(noteNoTime))
			continue
		}
		s.Rows = []kpi.RowUse{useTerm(w, c).With(note)}
		spells = append(spells, s)
	}
	return spells, left
}

// mayCount reports whether a contract row with an error could belong to the figures of A: its
// start is unreadable or not after A.
func mayCount(w *kpi.Window, c *record.Contract) bool {
	return !c.StartDate.Known || c.StartDate.Value <= w.Clock.At()
}

func useTerm(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.Kind), kpi.CellOf(c.StartDate), kpi.CellOf(c.EndDate)}
	})
}

// WorkerSpells returns the stretch at work of every participant with at least one task with
// pay > 0, from the first such task's date to: exit_date if ≤ A (ended); else the last
// task's date if that is more than inactive_after_days before A (ended); else A (censored).
func WorkerSpells(w *kpi.Window) (spells []Spell, left []kpi.RowUse) {
	for _, p := range w.Cohort.Participants.Excluded {
		left = append(left, w.UseParticipant(p, kpi.CellOf(p.ExitDate)).Without(kpi.Faulty))
	}
	for _, p := range w.Participants {
		first := w.FirstPaidTask(p)
		if first == nil {
			continue
		}
		s, last := WorkerSpell(w, p, first)
		if s.To < s.From {
			left = append(left, w.UseParticipant(p, kpi.CellOf(p.ExitDate)).Without(noteNoTime))
			continue
		}
		who := w.UseParticipant(p, kpi.CellOf(p.ExitDate)).With(spellNote(s.Ended))
		s.Rows = append([]kpi.RowUse{who}, spellTasks(w, first, last)...)
		spells = append(spells, s)
	}
	return spells, left
}

func WorkerSpell(w *kpi.Window, p *record.Participant, first *record.Task) (Spell, *record.Task) {
	s := Spell{From: first.Date.Value}
	last := w.LastTask(p)
	if d, gone := w.Exit(p); gone {
		s.To, s.Ended = d, true
	} else if w.Clock.At()-last.Date.Value > cell.Day(w.Pilot.Settings.InactiveAfterDays) {
		s.To, s.Ended = last.Date.Value, true
	} else {
		s.To = w.Clock.At()
	}
	return s, last
}

func spellNote(ended bool) lang.Text {
	if ended {
		return noteEnded
	}
	return noteRunning
}

func spellTasks(w *kpi.Window, first, last *record.Task) []kpi.RowUse {
	paid := w.UseTask(first, kpi.CellOf(first.Pay)).With(lang.Text{JA: "最初の報酬のある作業", EN: "first paid task"})
	rows := []kpi.RowUse{paid}
	if payment := w.PaymentFor(first); payment != nil {
		rows = append(rows, w.UsePayment(payment).With(lang.Text{JA: "その支払", EN: "its payment"}))
	}
	if last != first {
		rows = append(rows, w.UseTask(last).With(lang.Text{JA: "最後の作業", EN: "last task"}))
	}
	return rows
}

// Subjects returns the spells as survival subjects, their times given by length.
func Subjects(spells []Spell, length func(Spell) float64) []survival.Subject {
	subjects := make([]survival.Subject, len(spells))
	for i, s := range spells {
		subjects[i] = survival.Subject{Time: length(s), Event: s.Ended}
	}
	return subjects
}
