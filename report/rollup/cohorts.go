package rollup

import (
	"cmp"
	"slices"

	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/kpi/survival"
)

// cohortAt is a cohort with whose it is.
type cohortAt struct {
	Source
	Cohort
	number int
}

// cohorts sets the cohorts of all that is given side by side at the same day of the cycle: the last that every cohort
// of it which has come to any has come to. A cohort that stands in the submissions of two years, with who went on, is
// the one with the most people. nil: there are fewer than two.
func cohorts(all []Source) *result.Cohorts {
	found := cohortsOf(all)
	c := &result.Cohorts{Length: usual(found), Each: []result.CohortOf{}}
	var shown []cohortAt
	for _, at := range found {
		if at.Length == c.Length && len(at.Days) > 0 {
			shown = append(shown, at)
			if last := at.Days[len(at.Days)-1].Day; c.Day == 0 || last < c.Day {
				c.Day = last
			}
		}
	}
	shown = slices.DeleteFunc(shown, func(at cohortAt) bool { return at.at(c.Day) == nil })
	if c.LeftOut = len(found) - len(shown); len(shown) < 2 {
		return nil
	}
	numbers := 0
	for _, at := range shown {
		c.Each = append(c.Each, result.CohortOf{Place: place(at.Municipality), Number: at.number, First: at.First,
			Municipalities: 1, People: at.People, Rest: at.CohortsRest, Figures: hitsTogether([]cohortAt{at}, c.Day)})
		numbers = max(numbers, at.number)
	}
	for n := 1; n <= numbers; n++ {
		of := slices.DeleteFunc(slices.Clone(shown), func(at cohortAt) bool { return at.number != n })
		if len(of) == 0 {
			continue
		}
		sum := result.CohortOf{Number: n, Municipalities: len(of), Figures: hitsTogether(of, c.Day)}
		for _, at := range of {
			sum.People += at.People
		}
		c.Together = append(c.Together, sum)
	}
	return c
}

// cohortsOf are the cohorts of all, in the order of codes and of their first start dates, each once.
func cohortsOf(all []Source) []cohortAt {
	var found []cohortAt
	for _, s := range all {
		for _, c := range s.Cohorts {
			found = append(found, cohortAt{s, c, 0})
		}
	}
	slices.SortStableFunc(found, func(a, b cohortAt) int {
		return cmp.Or(cmp.Compare(a.Municipality.Code, b.Municipality.Code), cmp.Compare(a.rank(), b.rank()),
			cmp.Compare(a.First, b.First), cmp.Compare(b.People, a.People), cmp.Compare(b.AsOf, a.AsOf))
	})
	found = slices.CompactFunc(found, func(a, b cohortAt) bool {
		return a.Municipality.Code == b.Municipality.Code && a.rank() == b.rank() && a.First == b.First
	})
	for i := range found {
		found[i].number = 1
		if i > 0 && found[i-1].Municipality.Code == found[i].Municipality.Code && found[i-1].rank() == found[i].rank() {
			found[i].number = found[i-1].number + 1
		}
	}
	return found
}

// usual is the length of the cycle of most, of equals the shorter.
func usual(all []cohortAt) int {
	count := map[int]int{}
	for _, at := range all {
		count[at.Length]++
	}
	best := 0
	for length, n := range count {
		if n > count[best] || n == count[best] && length < best {
			best = length
		}
	}
	return best
}

func (c *Cohort) at(day int) *CohortDay {
	if i := slices.IndexFunc(c.Days, func(d CohortDay) bool { return d.Day == day }); i >= 0 {
		return &c.Days[i]
	}
	return nil
}

// hitsTogether are the figures of cohorts at a day: Σ hits ÷ Σ of, with Wilson's interval, and of a count Σ hits.
func hitsTogether(of []cohortAt, day int) []result.RollupFigure {
	var out []result.RollupFigure
	for _, one := range state.Compared(catalog.All()) {
		hits, all, told := 0, 0, 0
		for _, at := range of {
			for _, f := range at.at(day).Figures {
				if f.Figure == one.ID {
					hits, all, told = hits+f.Hits, all+f.Of, told+1
				}
			}
		}
		if told == 0 || all == 0 {
			out = append(out, result.RollupFigure{ID: one.ID})
			continue
		}
		f := result.RollupFigure{ID: one.ID, Numerator: new(float64(hits)), Denominator: new(float64(all)),
			Value: new(float64(hits) / float64(all)), Municipalities: told, N: &all}
		if one.Reach.Newcomers {
			f.Value = new(float64(hits))
		} else {
			w := survival.Wilson(hits, all)
			f.Interval = &[2]float64{w.Lower, w.Upper}
		}
		out = append(out, f)
	}
	return out
}
