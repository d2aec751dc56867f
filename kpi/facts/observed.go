package facts

import (
	"pilot90/cohort/cell"
	"pilot90/kpi/survival"
)

// Observed are spells of which only their length is known, whole days: what others hand in of theirs.
func Observed(subjects []survival.Subject) []Spell {
	spells := make([]Spell, len(subjects))
	for i, s := range subjects {
		spells[i] = Spell{From: 1, To: cell.Day(s.Time), Ended: s.Event}
	}
	return spells
}
