package block

import (
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi/result"
)

// TestEveryPointHasAStep: what did not hold on the checklist is followed by what to do, whichever point it is, and no
// more of them than there is room for.
func TestEveryPointHasAStep(t *testing.T) {
	one := 1.0
	all := result.Checklist(nil, nil, setting.Thresholds{})
	for i := range all {
		all[i].Conditions = []result.Condition{{Limit: 0, Value: &one}}
	}
	e := &Env{Lang: lang.JA, Result: &result.Result{Checklist: all}}
	got := e.limitSteps(len(all))
	if len(got) != len(all) || len(e.limitSteps(2)) != 2 || len(e.limitSteps(0)) != 0 {
		t.Errorf("%d steps for %d points", len(got), len(all))
	}
	seen := map[string]bool{}
	for _, p := range got {
		if seen[p.Lead] || !strings.HasSuffix(p.Lead, "。") {
			t.Errorf("%q", p.Lead)
		}
		seen[p.Lead] = true
	}
}
