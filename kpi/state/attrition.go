package state

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Attrition is the step of the funnel that loses the most people (もったいないループ): those who
// reached From and not To although the day for To has passed or they have exited. Who is
// still within time is not lost.
type Attrition struct {
	From, To facts.Stage
	Reached  int // participants who reached From
	Lost     int
	Stuck    []*record.Participant // the lost ones who are still here, in reading order
	Exited   []*record.Participant // the lost ones who left
	Text     lang.Text

	Suppressed bool // somebody is lost, and how many may not be shown; only Text is set
}

// FindAttrition returns the step with the most people lost, the earliest of equals; nil when
// nobody is lost. Stages that the ledger cannot tell are passed over.
func FindAttrition(w *kpi.Window) *Attrition {
	if !w.Present(schema.Participants) {
		return nil
	}
	var worst *Attrition
	var from *facts.Step
	for _, to := range facts.Steps {
		if !to.Lack(w).Empty() {
			continue
		}
		if from != nil {
			if l := lossBetween(w, *from, to); l.Lost > 0 && (worst == nil || l.Lost > worst.Lost) {
				worst = &l
			}
		}
		from = &to
	}
	if worst != nil {
		worst.Text = worst.words()
	}
	return worst
}

func lossBetween(w *kpi.Window, from, to facts.Step) Attrition {
	l := Attrition{From: from.Stage, To: to.Stage}
	for _, p := range kpi.Where(w.OnCycle(), w.MeetsPeriod) {
		if !from.Reached(w, p) {
			continue
		}
		l.Reached++
		_, gone := w.Exit(p)
		switch {
		case to.Reached(w, p):
		case gone:
			l.Exited = append(l.Exited, p)
		case kpi.CycleDate(p, to.Due(w.Pilot)) <= w.Clock.At():
			l.Stuck = append(l.Stuck, p)
		}
	}
	l.Lost = len(l.Stuck) + len(l.Exited)
	return l
}

func (l *Attrition) words() lang.Text {
	return lang.Text{
		JA: fmt.Sprintf("「%s」から「%s」への間で最も多く止まっています：%d 人のうち %d 人（在籍 %d 人、離脱 %d 人）",
			l.From.Title().JA, l.To.Title().JA, l.Reached, l.Lost, len(l.Stuck), len(l.Exited)),
		EN: fmt.Sprintf("most are lost between %q and %q: %d of %d (%d still here, %d left)",
			l.From.Title().EN, l.To.Title().EN, l.Lost, l.Reached, len(l.Stuck), len(l.Exited)),
	}
}
