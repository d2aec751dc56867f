package bridge

import (
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// plannedKey is the part of a group that holds what was planned for it.
const plannedKey = "planned"

// Planned are the amounts planned for each group of the figures, as figures of their own: what is planned is compared
// like a figure, though no figure is one. A group of which nothing is known to be planned has none.
func Planned(figures []kpi.Figure) []kpi.Figure {
	var all []kpi.Figure
	for i := range figures {
		for _, p := range figures[i].Parts {
			groups, _ := p.Value.([]kpi.Group)
			for _, g := range groups {
				all = append(all, plannedOf(&figures[i], &g)...)
			}
		}
	}
	return all
}

// plannedOf is the amount planned for one group.
func plannedOf(f *kpi.Figure, g *kpi.Group) []kpi.Figure {
	for _, part := range g.Parts {
		if v, known := part.Value.(float64); known && part.Key == plannedKey {
			return []kpi.Figure{{ID: f.ID + plannedMark + g.Key, Unit: kpi.Yen, Value: &v, Rows: f.Rows,
				Title: lang.Text{JA: "予算額（" + g.Title.JA + "）", EN: "planned, " + g.Title.EN}}}
		}
	}
	return nil
}

// plannedMark stands between the figure and the group in the id of what is planned.
const plannedMark = "." + plannedKey + "."

// isPlanned reports that a figure is one of Planned: a side that only tells figures may have none of them.
func isPlanned(id string) bool { return strings.Contains(id, plannedMark) }
