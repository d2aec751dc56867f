package state

import (
	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// CohortDays is one cohort at the ends of the phases of the cycle that everybody in it has come to.
type CohortDays struct {
	First  cell.Day // of its start dates
	People int      // on the cycle at E
	Days   []CohortDay
}

// CohortDay is a cohort at the end of a day of the cycle: the figures of Compared, as CompareCohorts has them.
type CohortDay struct {
	Day     int
	Figures []kpi.Figure
}

// CohortsByDay are the cohorts of which somebody is on the cycle, in their order, each by itself at the end of
// training, of OJT and of the cycle. It tells of them what can be set beside the cohorts of another year or another
// ledger, and how many on the cycle are in none. A ledger that names no cohort has one.
func CohortsByDay(defs []kpi.Definition, w *kpi.Window) (all []CohortDays, unnamed int) {
	cycle, byKey, cohorts := w.Pilot.Cycle, w.OnCycleByCohort(), kpi.Cohorts(w.Cohort)
	if len(cohorts) == 0 {
		cohorts = []kpi.Cohort{{}}
	} else {
		unnamed = len(byKey[""])
	}
	for _, named := range cohorts {
		in := byKey[named.Key]
		if len(in) == 0 {
			continue
		}
		c, last := CohortDays{First: in[0].StartDate.Value, People: len(in)}, in[0].StartDate.Value
		for _, p := range in {
			c.First, last = min(c.First, p.StartDate.Value), max(last, p.StartDate.Value)
		}
		for _, d := range []int{cycle.Training, cycle.Training + cycle.OJT, cycle.Length()} {
			if d > int(w.Clock.At()-last)+1 {
				break
			}
			at := CohortDay{Day: d}
			for _, f := range Compared(defs) {
				at.Figures = append(at.Figures, figureAt(w, &f, in, d))
			}
			c.Days = append(c.Days, at)
		}
		all = append(all, c)
	}
	return all, unnamed
}
