package block

import (
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// TestConditionsInOrder: what fails comes first, else they stay as the checklist has them; the word for a limit stands
// once, at the first; that nothing may occur is said once behind all of them. Values and limits as typed here.
func TestConditionsInOrder(t *testing.T) {
	least := func(figure string, value *float64, limit float64) result.Condition {
		return result.Condition{Figure: figure, Value: value, Limit: limit, Least: true}
	}
	none := func(figure string, value float64) result.Condition {
		return result.Condition{Figure: figure, Value: &value}
	}
	for _, c := range []struct {
		of   []result.Condition
		want string
	}{
		{[]result.Condition{least("甲", new(0.9), 0.8), least("乙", nil, 0.7), least("丙", new(0.5), 0.6),
			least("丁", new(1.0), 1)},
			"丙 50.0%（目安60%以上）、甲 90.0%（80%以上）、乙 データなし（70%以上）、丁 100%（100%）"},
		{[]result.Condition{none("甲", 0), none("乙", 0.1)}, "乙 10.0%、甲 0.0%（目安はどれも0）"},
	} {
		e := &Env{Lang: lang.JA, Result: &result.Result{}, Profile: disclose.Profile{Name: "council"}}
		if got := e.conditions(result.Check{Conditions: c.of}, true); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
