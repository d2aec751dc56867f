package facts

import (
	"pilot90/cohort"
	"pilot90/cohort/finding"
)

// phases are the names of the phases that can be entered.
var phases = map[cohort.Phase]struct {
	key   string
	title finding.Text
}{
	cohort.TrainingPhase:  {"training", finding.Text{JA: "研修期", EN: "training"}},
	cohort.OJTPhase:       {"ojt", finding.Text{JA: "OJT期", EN: "OJT"}},
	cohort.RetentionPhase: {"retention", finding.Text{JA: "定着期", EN: "retention"}},
	cohort.After:          {"after", finding.Text{JA: "サイクル後", EN: "after the cycle"}},
}

// PhaseTitle returns the name of a phase; empty for the days before day 1.
func PhaseTitle(p cohort.Phase) finding.Text { return phases[p].title }

// PhaseKey returns the word by which the JSON form and the sets of persons call a phase; "" for the days
// before day 1.
func PhaseKey(p cohort.Phase) string { return phases[p].key }
