package rollup

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// Profiles are for whom a rollup is made.
var Profiles = []string{"hub", "council", "public"}

// leastTogether is from how many municipalities an attribute or an amount of persons is told: of two either knows the
// other's by taking off its own.
const leastTogether = 3

// Shown is the result as a paper for others may show it: what the programmes answer for as it is, attributes and
// amounts of persons by the limits of package disclose on the numbers of all together, and of a single municipality
// not at all. Nobody's contribution is known here, so an amount that rests on contributions is not told.
func Shown(r *result.Result, profile string) *result.Result {
	p := disclose.ProfileOf(profile, setting.Default().Privacy)
	if p.Open() {
		return r
	}
	full := *r
	full.Figures = make([]kpi.Figure, len(r.Figures))
	for i := range r.Figures {
		full.Figures[i] = countable(r.Figures[i])
	}
	out := disclose.Apply(&full, p, nil)
	kept := keptBack(r.Rollup.Municipalities, r.Figures, p.Privacy.SmallPilot)
	around := *r.Rollup
	around.Unread = []result.Unread{} // names of files
	around.Municipalities = nil
	for _, m := range r.Rollup.Municipalities {
		m.Source = ""
		m.Figures = shownFigures(m.Figures, r.Figures, kept[m.Code])
		around.Municipalities = append(around.Municipalities, m)
	}
	for _, list := range []*[]result.Reporter{&around.Reported, &around.Late, &around.Restated, &around.Older,
		&around.OtherYears, &around.OtherDefinitions, &around.Twice, &around.Within} {
		*list = withoutSource(*list)
	}
	around.Groups = nil
	small := func(g result.RollupGroup) bool { return registered(g.Figures, r.Figures) < p.Privacy.SmallPilot }
	// With somebody kept back, the sums of a group less those of its others would tell; with a small group, those of all
	// less those of the other groups. Years do not add up to anything that is told.
	years := r.Rollup.By != nil && *r.Rollup.By == "year"
	hidden := len(kept) > 0 || !years && slices.ContainsFunc(r.Rollup.Groups, small)
	for _, g := range r.Rollup.Groups {
		g.Figures = shownFigures(g.Figures, r.Figures, hidden || small(g))
		g.Goals = shownGoals(g.Goals, r.Figures, kept)
		around.Groups = append(around.Groups, g)
	}
	around.Goals = shownGoals(around.Goals, r.Figures, kept)
	around.Hubs = nil // what a hub's towns and those outside leave of each other
	around.Cohorts = shownCohorts(r.Rollup.Cohorts, kept, p.Privacy.SmallPilot)
	around.Bridges = slices.DeleteFunc(slices.Clone(r.Rollup.Bridges), func(b result.Bridge) bool {
		f := kpi.Find(r.Figures, b.Figure)
		return f == nil || f.Class != kpi.Accountability || ofPersons(f) // of a year before nobody knows who is small
	})
	around.Durations = slices.DeleteFunc(slices.Clone(r.Rollup.Durations), func(d result.Lengths) bool {
		f := kpi.Find(r.Figures, d.Figure)
		return f == nil || f.Class != kpi.Accountability
	})
	around.Practice = shownPractice(r.Rollup.Practice, r.Figures, kept)
	out.Rollup = &around
	return out
}

// shownCohorts are the cohorts of municipalities that are not kept back, and where what all their others leave over is
// nobody or as many people as least; their sums only where none is left out.
func shownCohorts(c *result.Cohorts, kept map[string]bool, least int) *result.Cohorts {
	if c == nil {
		return nil
	}
	out := *c
	out.Each = slices.DeleteFunc(slices.Clone(c.Each), func(at result.CohortOf) bool {
		return kept[at.Code] || at.Rest > 0 && at.Rest < least
	})
	if left := len(c.Each) - len(out.Each); left > 0 {
		out.LeftOut, out.Together = out.LeftOut+left, nil
	}
	if len(out.Each) < 2 {
		return nil
	}
	return &out
}

// shownPractice is what may be told of how pilots are run, of those that are not kept back.
func shownPractice(p *result.Practice, figures []kpi.Figure, kept map[string]bool) *result.Practice {
	if p == nil || slices.ContainsFunc(p.Towns, func(t result.Place) bool { return kept[t.Code] }) {
		return nil
	}
	out := *p
	out.Rows = slices.DeleteFunc(slices.Clone(p.Rows), func(r result.PracticeRow) bool {
		f := kpi.Find(figures, r.Figure)
		return f == nil || f.Class != kpi.Accountability
	})
	return &out
}

// countable is a pooled figure as the rules of disclosure can look at it. Of a table whose lines do not overlap the
// members of each are as many as the line counts; of one that does nobody knows who is in several, and it stays
// here. So do attributes and amounts of too few municipalities, and what gives those of one of them away.
func countable(f kpi.Figure) kpi.Figure {
	if f.Class == kpi.Accountability {
		return f
	}
	if f.Municipalities < leastTogether || f.Disclosure.Follows {
		f.Class = kpi.Internal
		return f
	}
	if f.Disclosure.Table == nil {
		return f
	}
	if f.Disclosure.Table.Overlap {
		f.Class = kpi.Internal
		return f
	}
	f.Parts = slices.Clone(f.Parts)
	for i, p := range f.Parts {
		groups, ok := p.Value.([]kpi.Group)
		if !ok {
			continue
		}
		groups = slices.Clone(groups)
		for j := range groups {
			groups[j].Members = membersOf(&groups[j], f.Disclosure.Table)
		}
		f.Parts[i].Value = groups
	}
	return f
}

func membersOf(g *kpi.Group, table *kpi.Table) map[string][]string {
	members := map[string][]string{}
	for _, c := range table.Columns {
		for _, p := range g.Parts {
			if n, ok := p.Value.(float64); ok && p.Key == c.Key {
				for i := range int(n) {
					members[c.Key] = append(members[c.Key], fmt.Sprintf("%s %d", g.Key, i))
				}
			}
		}
	}
	return members
}

// keptBack are the municipalities, by code, of which nothing that counts persons is told but how many there are:
// those with fewer than least registered, and so many more, the smallest first, that what the sum of all leaves over
// is of two municipalities and of least persons at the least.
func keptBack(all []result.MunicipalityOf, figures []kpi.Figure, least int) map[string]bool {
	bySize := slices.Clone(all)
	slices.SortStableFunc(bySize, func(x, y result.MunicipalityOf) int {
		return cmp.Or(cmp.Compare(registered(x.Figures, figures), registered(y.Figures, figures)),
			cmp.Compare(x.Code, y.Code))
	})
	kept, people := map[string]bool{}, 0
	for _, m := range bySize {
		n := registered(m.Figures, figures)
		// one alone is fewer than least, so what is kept back together is of two at the least
		if n >= least && (len(kept) == 0 || people >= least) {
			break
		}
		kept[m.Code] = true
		people += n
	}
	return kept
}

// shownFigures are those of one municipality or group that are answered for; without persons where it is kept back.
func shownFigures(of []result.RollupFigure, figures []kpi.Figure, kept bool) []result.RollupFigure {
	out := slices.Clone(of)
	for i := range out {
		f := kpi.Find(figures, out[i].ID)
		told := f != nil && f.Class == kpi.Accountability && !(kept && ofPersons(f) && f.Topic != kpi.TopicRegistered)
		if !told {
			out[i] = result.RollupFigure{ID: out[i].ID, Suppressed: true}
		}
	}
	return out
}

// shownGoals are the indicators without what is not told of the municipalities that are kept back.
func shownGoals(all []result.Goal, figures []kpi.Figure, kept map[string]bool) []result.Goal {
	out := slices.Clone(all)
	for i := range out {
		g := &out[i]
		if f := kpi.Find(figures, g.Figure); f == nil || f.Class != kpi.Accountability || kept[g.Code] && ofPersons(f) {
			g.Actual, g.Suppressed = nil, true
		}
	}
	return out
}

func ofPersons(f *kpi.Figure) bool {
	return f.About == kpi.AboutPersons || f.About == kpi.AboutWork
}

// registered is how many are registered by the figures of a municipality or a group; 0 where they do not tell.
func registered(of []result.RollupFigure, figures []kpi.Figure) int {
	f := toldIn(of, kpi.Told(figures, kpi.TopicRegistered))
	if f.Value == nil {
		return 0
	}
	return int(*f.Value)
}

// toldIn is the figure of all as one of them has it; an empty one where there is none.
func toldIn(of []result.RollupFigure, f *kpi.Figure) result.RollupFigure {
	i := slices.IndexFunc(of, func(x result.RollupFigure) bool { return f != nil && x.ID == f.ID })
	if i < 0 {
		return result.RollupFigure{}
	}
	return of[i]
}

func withoutSource(all []result.Reporter) []result.Reporter {
	out := slices.Clone(all)
	for i := range out {
		out[i].Source = ""
	}
	return out
}
