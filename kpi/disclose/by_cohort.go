package disclose

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/kpi/state"
)

// shownCohorts says of each cohort whether its figures may be told, given how many are on the cycle in each and in
// none: those of small or more people. What all the others have together follows from the programme's own totals, so
// that they too must be nobody or small or more; else the smallest of those that are told goes with them.
func shownCohorts(sizes []int, unnamed, small int) []bool {
	shown := make([]bool, len(sizes))
	rest := unnamed
	for i, n := range sizes {
		if shown[i] = n >= small; !shown[i] {
			rest += n
		}
	}
	for 0 < rest && rest < small {
		least := -1
		for i, n := range sizes {
			if shown[i] && (least < 0 || n < sizes[least]) {
				least = i
			}
		}
		if least < 0 {
			break
		}
		shown[least], rest = false, rest+sizes[least]
	}
	return shown
}

// byCohort keeps the cohorts that may be told, where there are two of them or more.
func (v *view) byCohort(c *state.Comparison) *state.Comparison {
	if c == nil || !v.shown() {
		return nil
	}
	sizes := make([]int, len(c.Cohorts))
	for i, at := range c.Cohorts {
		sizes[i] = at.People
	}
	out := *c
	out.Cohorts = nil
	for i, told := range shownCohorts(sizes, c.Unnamed, v.rules.SmallPilot) {
		if told {
			at := c.Cohorts[i]
			at.Last, at.Passed = 0, 0 // of one person
			if at.Named {
				at.Name, at.Named = ordinal(i), false
			}
			out.Cohorts = append(out.Cohorts, at)
		}
	}
	out.LeftOut, out.Unnamed = len(c.Cohorts)-len(out.Cohorts), 0
	if len(out.Cohorts) < 2 {
		return nil
	}
	return &out
}

// onlyOne is the cohort to which the run is restricted, without a name that is somebody's.
func (v *view) onlyOne() *kpi.OneCohort {
	if v.only == nil || !v.only.Named {
		return v.only
	}
	one := *v.only
	one.Key, one.Name, one.Named = "", ordinal(one.At), false
	return &one
}

// ordinal stands for a cohort whose name may not be told.
func ordinal(at int) string { return fmt.Sprintf("期%d", at+1) }

// partKept reports that the run is restricted to a cohort, or to one municipality of a hub, that may not be told.
func (e *editions) partKept() bool {
	return e.only != nil && !shownCohorts(e.only.Sizes, e.only.Unnamed, e.rules.SmallPilot)[e.only.At]
}

// part reports that the run is restricted to some of those whom another edition is about: attributes and amounts of
// these would tell those of the others.
func (e *editions) part() bool { return e.only != nil }
