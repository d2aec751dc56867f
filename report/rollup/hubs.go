package rollup

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// hubs are the hubs that count, each with those of its municipalities that are there for the same day by the same
// definitions, and with what is left for those outside once all are.
func hubs(defs []kpi.Definition, counts, within []*taken) []result.Hub {
	var all []result.Hub
	for _, hub := range counts {
		if hub.rank() != 1 {
			continue
		}
		var towns []*taken
		for _, s := range within {
			if s.rank() == 0 && slices.Contains(hub.Towns, s.Municipality.Code) && s.AsOf == hub.AsOf &&
				s.Period == hub.Period && s.Definitions == hub.Definitions {
				towns = append(towns, s)
			}
		}
		if len(towns) == 0 {
			continue
		}
		h := result.Hub{Place: place(hub.Municipality), Towns: each(towns), Outside: []result.RollupFigure{},
			Whole: each([]*taken{hub})[0].Figures}
		if len(towns) == len(hub.Towns) {
			h.Outside = outside(defs, hub, towns)
		}
		all = append(all, h)
	}
	return all
}

// outside is what the sums of a hub leave once those of all its municipalities are taken off.
func outside(defs []kpi.Definition, hub *taken, towns []*taken) []result.RollupFigure {
	out := []result.RollupFigure{}
	for _, d := range defs {
		whole := hub.value(d.ID)
		if d.Law.Kind != kpi.Added || whole == nil {
			continue
		}
		rest, known := *whole, true
		for _, t := range towns {
			v := t.value(d.ID)
			if known = known && v != nil; known {
				rest -= *v
			}
		}
		if known {
			out = append(out, result.RollupFigure{ID: d.ID, Value: &rest})
		}
	}
	return out
}

// several are those that count by ledgers of their own in one alliance: nobody can tell from submissions, which have no
// ids, whether a person is in two of them.
func several(counts []Source) []result.Place {
	var out []result.Place
	for _, s := range counts {
		if s.Alliance == nil || s.rank() == 2 {
			continue
		}
		if slices.ContainsFunc(counts, func(other Source) bool {
			return other.Submission != s.Submission && other.Alliance != nil && other.rank() != 2 &&
				slices.Equal(other.Alliance.Codes, s.Alliance.Codes)
		}) {
			out = append(out, place(s.Municipality))
		}
	}
	return out
}

// atMost marks the sums that count persons, of which some may be counted twice.
func atMost(figures []kpi.Figure, defs []kpi.Definition) []string {
	var ids []string
	for i := range figures {
		f := &figures[i]
		d := slices.IndexFunc(defs, func(d kpi.Definition) bool { return d.ID == f.ID })
		if d < 0 || defs[d].Law.Kind != kpi.Added || f.Unit != kpi.Count || f.About != kpi.AboutPersons || f.Value == nil {
			continue
		}
		ids = append(ids, f.ID)
		f.Warnings = append(f.Warnings, doubled)
	}
	return ids
}

var doubled = lang.Text{JA: "最大の数です。同じ連携の2つの台帳にいる人は、2回数えています",
	EN: "at most: a person in two ledgers of one alliance is counted twice"}
