package catalog

import (
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
)

// useStart is a participant with the start date and further cells.
func useStart(p *cohort.Participant, cells ...kpi.Cell) kpi.RowUse {
	return kpi.UseParticipant(p, append([]kpi.Cell{kpi.CellOf(p.StartDate)}, cells...)...)
}

// overDay is the ratio over the participants whose day d of the cycle is A or earlier; count
// adds each of them to the tally, or passes it over. The rows with errors that could belong
// to them are counted as left out.
func overDay(w *kpi.Window, d int, empty finding.Text, count func(*cohort.Participant, *kpi.Tally)) kpi.Figure {
	var t kpi.Tally
	for _, p := range w.Participants {
		if kpi.CycleDate(p, d) <= w.Clock.AsOf {
			count(p, &t)
		}
	}
	for _, p := range w.Cohort.Participants.Excluded {
		if !p.StartDate.Known || kpi.CycleDate(p, d) <= w.Clock.AsOf {
			t.DropFaulty(useStart(p))
		}
	}
	return t.Ratio(empty)
}

// overComplete is overDay for the last day of the cycle.
func overComplete(w *kpi.Window, count func(*cohort.Participant, *kpi.Tally)) kpi.Figure {
	return overDay(w, w.Pilot.Cycle.Length(), noCompleteCycle, count)
}
