package disclose_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// fewest are those of whom less than all may be told by cohort.
const fewest = 5

// cohorts: what is told of a cohort rests on five people or more, and so does what follows for all the others from the
// programme's own totals; what is told is what the hub has; and nothing of cohorts of five and more is kept back where
// there are no others.
func (a *attacker) cohorts(d *day) {
	hub := d.hub.ByCohort
	if hub == nil {
		return
	}
	all, large := hub.Unnamed, hub.Unnamed == 0
	for _, at := range hub.Cohorts {
		all, large = all+at.People, large && at.People >= fewest
	}
	for _, name := range outside {
		told := d.editions[name].ByCohort
		if told == nil {
			if large {
				a.tell("%s: %d cohorts of five or more are kept back", name, len(hub.Cohorts))
			}
			continue
		}
		others := all
		for _, at := range told.Cohorts {
			others -= at.People
			real := cohortOf(hub, at.Cohort)
			if at.People < fewest || at.People != real.People || at.Last != "" {
				a.tell("%s: %s of %d people", name, at.Cohort, at.People)
			}
			for _, f := range at.Figures {
				if r := real.Figure(f.ID); !same(f.Value, r.Value) || !same(f.Numerator, r.Numerator) || int(*f.N) != r.N {
					a.tell("%s: %s of %s is not the hub's", name, f.ID, at.Cohort)
				}
			}
		}
		if 0 < others && others < fewest || len(told.Cohorts) < 2 {
			a.tell("%s: %d cohorts are told, and %d others follow", name, len(told.Cohorts), others)
		}
	}
}

func cohortOf(c *state.Comparison, name string) *state.CohortAt {
	for i := range c.Cohorts {
		if c.Cohorts[i].Name == name {
			return &c.Cohorts[i]
		}
	}
	return &state.CohortAt{}
}

// TestCohortsAreTold: the attack on cohorts has something to read, and something is kept back.
func TestCohortsAreTold(t *testing.T) {
	if testing.Short() {
		t.Skip("attacks towns by cohort")
	}
	told, kept := 0, 0
	for seed, people := range sizes[:30] {
		d := publish(t, randomLedger(uint64(seed), people), defaults(), "2025-12-15")[0]
		if d.hub.ByCohort == nil {
			continue
		}
		if by := d.editions["public"].ByCohort; by != nil {
			told += len(by.Cohorts)
			kept += len(d.hub.ByCohort.Cohorts) - len(by.Cohorts)
		} else {
			kept += len(d.hub.ByCohort.Cohorts)
		}
	}
	if told < 20 || kept < 10 {
		t.Errorf("%d cohorts are told and %d are kept back", told, kept)
	}
}

// TestRestrictedToCohort: a paper on one cohort has nothing of what its people are and earn, and none of a cohort that
// is too small, or beside which too few others are.
func TestRestrictedToCohort(t *testing.T) {
	for seed, people := range sizes[:30] {
		l, clock := cohorttest.Load(t, "as_of: 2025-12-15\nfrom: 2025-04-01\nto: 2026-03-31\n"+
			randomLedger(uint64(seed), people))
		whole := kpi.NewWindow(l, clock)
		for i, c := range kpi.Cohorts(l) {
			w := whole.OfCohort(i)
			hub := result.Compute(catalog.All(), w)
			size, others := w.Only.Sizes[i], w.Only.Unnamed-w.Only.Sizes[i]
			for _, n := range w.Only.Sizes {
				others += n
			}
			for _, name := range outside {
				shown := disclose.Apply(hub, disclose.ProfileOf(name, defaults()), nil)
				for j, f := range shown.Figures {
					personal := hub.Figures[j].Class != kpi.Accountability
					small := size < fewest || 0 < others && others < fewest
					if (f.Value != nil || f.Coded != nil || len(f.Parts) > 0) && personal ||
						f.Value != nil && small && f.About == kpi.AboutPersons && f.ID != "registered_workers" {
						t.Errorf("ledger %d, %s of %d beside %d, %s: %s is told", seed, c.Name, size, others, name, f.ID)
					}
				}
			}
		}
	}
}
