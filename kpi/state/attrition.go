package state

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Attrition is the step of the funnel that loses the most people among those whose time for it has passed: those who
// reached From and not To although the day for To has come. Who is still within time, here or gone, is not lost. Only
// a loss of two or more at one step alone is called a loop (止まっているところ).
type Attrition struct {
	From, To facts.Stage
	Reached  int // participants who reached From and whose day for To has come
	Lost     int
	Stuck    []*record.Participant // the lost ones who are still here, in reading order
	Exited   []*record.Participant // the lost ones who left
	Ties     []Attrition           // later steps that lose as many; of one that is shown outside the hub, none
	Text     lang.Text

	Suppressed bool // somebody is lost, and how many may not be shown; only Text is set
}

// Loop reports whether one step alone loses several people.
func (l *Attrition) Loop() bool { return l.Lost > 1 && len(l.Ties) == 0 }

// FindAttrition returns the step with the most people lost, the earliest of equals with the others as its Ties; nil
// when nobody is lost. Stages that the ledger cannot tell are passed over.
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
			switch l := lossBetween(w, *from, to); {
			case l.Lost == 0:
			case worst == nil || l.Lost > worst.Lost:
				worst = &l
			case l.Lost == worst.Lost:
				worst.Ties = append(worst.Ties, l)
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
		if !from.Reached(w, p) || kpi.CycleDate(p, to.Due(w.Pilot)) > w.Clock.At() {
			continue
		}
		l.Reached++
		_, gone := w.Exit(p)
		switch {
		case to.Reached(w, p):
		case gone:
			l.Exited = append(l.Exited, p)
		default:
			l.Stuck = append(l.Stuck, p)
		}
	}
	l.Lost = len(l.Stuck) + len(l.Exited)
	return l
}

func (l *Attrition) words() lang.Text {
	switch {
	case len(l.Ties) > 0:
		t := l.step()
		for i := range l.Ties {
			other := l.Ties[i].step()
			t.JA, t.EN = t.JA+"、"+other.JA, t.EN+", "+other.EN
		}
		return lang.Text{
			JA: fmt.Sprintf("止まっているところは%dつで、%d人ずつ：%s", 1+len(l.Ties), l.Lost, t.JA),
			EN: fmt.Sprintf("%d steps lose %d each: %s", 1+len(l.Ties), l.Lost, t.EN),
		}
	case l.Lost == 1:
		t := l.step()
		return lang.Text{
			JA: fmt.Sprintf("%sの間で、%d人のうち1人が止まっています。1人では、段階の問題とまでは言えません", t.JA, l.Reached),
			EN: fmt.Sprintf("%s: 1 of %d is lost; one person says little of the step", t.EN, l.Reached),
		}
	}
	return lang.Text{
		JA: fmt.Sprintf("「%s」から「%s」への間で最も多く止まっています：%d人のうち%d人（離脱していない %d人、離脱 %d人）",
			facts.StageTitle(l.From).JA, facts.StageTitle(l.To).JA, l.Reached, l.Lost, len(l.Stuck), len(l.Exited)),
		EN: fmt.Sprintf("most are lost between %q and %q: %d of %d (%d have not left, %d left)",
			facts.StageTitle(l.From).EN, facts.StageTitle(l.To).EN, l.Lost, l.Reached, len(l.Stuck), len(l.Exited)),
	}
}

// step is the two stages in words.
func (l *Attrition) step() lang.Text {
	return lang.Text{JA: "「" + facts.StageTitle(l.From).JA + "」から「" + facts.StageTitle(l.To).JA + "」",
		EN: fmt.Sprintf("between %q and %q", facts.StageTitle(l.From).EN, facts.StageTitle(l.To).EN)}
}
