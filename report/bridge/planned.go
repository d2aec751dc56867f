package bridge

import (
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// byClass is the figure whose groups hold what was planned, plannedKey the part that does.
const (
	byClass    = "budget_by_class"
	plannedKey = "planned"
)

// Planned are the amounts planned for each class of the budget, as figures of their own: what is planned is compared
// like a figure, though no figure is one. A class of which nothing is known to be planned has none.
func Planned(figures []kpi.Figure) []kpi.Figure {
	from := kpi.Find(figures, byClass)
	if from == nil {
		return nil
	}
	var all []kpi.Figure
	for _, p := range from.Parts {
		groups, _ := p.Value.([]kpi.Group)
		for _, g := range groups {
			for _, part := range g.Parts {
				if v, known := part.Value.(float64); known && part.Key == plannedKey {
					all = append(all, kpi.Figure{ID: plannedID + g.Key, Unit: kpi.Yen, Value: &v, Rows: from.Rows,
						Title: lang.Text{JA: "予算額（" + g.Title.JA + "）", EN: "planned, " + g.Title.EN}})
				}
			}
		}
	}
	return all
}

const plannedID = byClass + "." + plannedKey + "."

// isPlanned reports that a figure is one of Planned: a side that only tells figures may have none of them.
func isPlanned(id string) bool { return strings.HasPrefix(id, plannedID) }
