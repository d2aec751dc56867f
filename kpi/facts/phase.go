package facts

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// phases are the names of the phases that can be entered.
var phases = map[setting.Phase]struct {
	key   string
	title lang.Text
}{
	setting.TrainingPhase:  {"training", lang.Text{JA: "研修期", EN: "training"}},
	setting.OJTPhase:       {"ojt", lang.Text{JA: "OJT期", EN: "OJT"}},
	setting.RetentionPhase: {"retention", lang.Text{JA: "定着期", EN: "retention"}},
	setting.After:          {"after", lang.Text{JA: "サイクル後", EN: "after the cycle"}},
}

// PhaseTitle returns the name of a phase; empty for the days before day 1.
func PhaseTitle(p setting.Phase) lang.Text { return phases[p].title }

// PhaseKey returns the word by which the JSON form and the sets of persons call a phase; "" for the days
// before day 1.
func PhaseKey(p setting.Phase) string { return phases[p].key }

// CycleTitle is what the way through the cycle is called, by its days: 90日の歩み.
func CycleTitle(c setting.Cycle) lang.Text {
	return lang.Text{JA: fmt.Sprintf("%d日の歩み", c.Length()), EN: fmt.Sprintf("%d-day cycle", c.Length())}
}
