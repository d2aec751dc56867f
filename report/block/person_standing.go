package block

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// toneOf is the mark of a rank.
func toneOf(r state.Rank) content.Tone {
	switch {
	case r == state.RankLate:
		return content.Bad
	case r <= state.RankUnpaid:
		return content.Watch
	case r <= state.RankWell:
		return content.Good
	}
	return content.Away
}

// yen prints an amount of money.
func (e *Env) yen(v float64) string { return e.Quantity(v, kpi.Yen) }

// progress is how far somebody has come: the words of the last stage there is evidence for, and the days of the cycle
// that are behind: whole phases by what was reached, the phase that runs by its days.
func (e *Env) progress(p *standing) (string, content.Progress) {
	c := e.Cohort.Pilot.Cycle
	bar := content.Progress{Days: []int{c.Training, c.OJT, c.Retention}}
	if day, gone := e.Window.Exit(p.Participant); gone {
		bar.Done, bar.Stopped = max(0, min(c.Day(p.Participant.StartDate.Value, day), c.Length())), true
		n := c.Day(p.Participant.StartDate.Value, day)
		return e.Words(fmt.Sprintf("%d日目に離脱", n), fmt.Sprintf("left on day %d", n)), bar
	}
	reached := func(s facts.Stage) bool { return facts.StepOf(s).Reached(e.Window, p.Participant) }
	behind, text := 0, lang.Text{JA: "研修の途中", EN: "in training"}
	if p.Day < 1 {
		text = lang.Text{JA: "これから始まる", EN: "yet to start"}
	}
	for _, s := range []struct {
		stage facts.Stage
		days  int
		text  lang.Text
	}{
		{facts.TrainingCompleted, c.Training, lang.Text{JA: "研修を終えた", EN: "trained"}},
		{facts.OJTStarted, c.Training, lang.Text{JA: "作業を始めた", EN: "started work"}},
		{facts.FirstDelivery, c.Training + c.OJT, lang.Text{JA: "納品した", EN: "delivered"}},
		{facts.FirstIncome, c.Training + c.OJT, lang.Text{JA: "収入を得た", EN: "earned"}},
		{facts.RecurringWork, c.Length(), lang.Text{JA: "定期の仕事", EN: "recurring"}},
	} {
		if reached(s.stage) {
			behind, text = max(behind, s.days), s.text
		}
	}
	bar.Done = min(behind, max(p.Day, 0))
	for _, end := range []int{c.Training, c.Training + c.OJT, c.Length()} {
		if behind < end { // the phase that runs
			if p.Day <= end {
				bar.Done = max(bar.Done, min(p.Day, end))
			}
			break
		}
	}
	return e.Say(text), bar
}
