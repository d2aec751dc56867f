package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// useStart is a participant with the start date and further cells.
func useStart(w *kpi.Window, p *record.Participant, cells ...kpi.Cell) kpi.RowUse {
	return w.UseParticipant(p, append([]kpi.Cell{kpi.CellOf(p.StartDate)}, cells...)...)
}

// noStart is why a participant is in no figure of the cycle.
var noStart = lang.Text{JA: "開始日の記入がないため除外", EN: "left out: no start date is entered"}

// overDay is the ratio over the participants whose day d of the cycle is in [F, E]; count
// adds each of them to the tally, or passes it over. The rows with errors that could belong
// to them are counted as left out.
func overDay(w *kpi.Window, d int, empty lang.Text, count func(*record.Participant, *kpi.Tally)) kpi.Figure {
	var t kpi.Tally
	for _, p := range w.Participants {
		switch {
		case !p.StartDate.Known:
			t.Drop(useStart(w, p), noStart)
		case w.DueInPeriod(p, d):
			count(p, &t)
		}
	}
	for _, p := range w.Cohort.Participants.Excluded {
		if !p.StartDate.Known || w.DueInPeriod(p, d) {
			t.DropFaulty(useStart(w, p))
		}
	}
	return t.Ratio(empty)
}

// overComplete is overDay for the last day of the cycle.
func overComplete(w *kpi.Window, count func(*record.Participant, *kpi.Tally)) kpi.Figure {
	return overDay(w, w.Pilot.Cycle.Length(), noCompleteCycle, count)
}
