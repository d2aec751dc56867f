package main

import (
	"strings"
	"testing"
	"time"
)

// TestPeerFigures holds that a peer's figures are compared with ours by id and value, and that one which is missing or
// off in the tenth digit is named.
func TestPeerFigures(t *testing.T) {
	ours, err := ourFigures(`{"figures":[{"id":"registered_workers","value":12},
		{"id":"recurring_contract_ratio","value":0.5},{"id":"average_continuation_months","value":6,"parts":{"rmst":5.5}},
		{"id":"first_income_residents","value":8},{"id":"monthly_income","value":17688},
		{"id":"effective_hourly_pay","value":1213.25},{"id":"on_time_ratio","value":0.95}]}`)
	if err != nil {
		t.Fatal(err)
	}
	same := "registered_workers 12\nrecurring_contract_ratio 0.5\naverage_continuation_months 6\nrmst 5.5\n" +
		"first_income_residents 8.0\nmonthly_income 17688\neffective_hourly_pay 1213.25\non_time_ratio 0.95\na remark\n"
	if got := differences("R", ours, printedFigures(same), peerFigures); len(got) > 0 {
		t.Errorf("equal figures: %q", got)
	}
	for old, other := range map[string]string{"12\n": "13\n", "rmst 5.5": "rmst 5.500000001", "on_time_ratio 0.95\n": ""} {
		if got := differences("R", ours, printedFigures(strings.Replace(same, old, other, 1)), peerFigures); len(got) != 1 {
			t.Errorf("%q for %q: %q", other, old, got)
		}
	}
}

// TestWholeGoals holds what a goal says: reached, not reached, and not measured where a peer is missing.
func TestWholeGoals(t *testing.T) {
	took := func(seconds float64) []sample { return []sample{{cpu: time.Duration(seconds * 1e9), peak: 100 << 20}} }
	w := &whole{trials: []*trial{{key: "midorino", what: "m", samples: took(0.2)},
		{key: "report sample", what: "r", samples: took(0.2)}, {key: "R sample", what: "R", samples: took(1)},
		{key: "Python sample", what: "P", failed: "not installed"}}}
	page := w.markdown()
	for _, line := range []string{
		"| sample: ledger to PDF and HTML | ≤ 0.3 s CPU | 0.20 | reached |",
		"| a ledger of the sample's size: R takes at least 8 × our CPU | ≥ 8 × | 5.00 | not reached |",
		"| a ledger of the sample's size: Python takes at least 5 × our CPU | ≥ 5 × | – | not measured |",
		"| P | **missing**: not installed | | |",
	} {
		if !strings.Contains(page, line) {
			t.Errorf("the page lacks %q:\n%s", line, page)
		}
	}
}
