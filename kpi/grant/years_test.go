package grant_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/grant"
)

// earners is a ledger in which first many residents have their first income in fiscal 2025 and then many in fiscal
// 2026;
// who earned in the first year goes on in the second. With anew it is the ledger that was begun for 2026: it holds the
// same people, those of the first year with prior income, and no work of that year.
func earners(first, then int, anew bool) string {
	people := "\n## 参加者\n参加者ID | 開始日 | 過去のテレワーク収入\n"
	log := "\n## 作業ログ\n作業日 | 参加者ID | 時間 | 報酬 | 支払日\n"
	for n := range first + then {
		start, earned, prior := "2025-05-01", "2025-06-10", ""
		if n >= first {
			start, earned = "2026-05-01", "2026-06-10"
		} else if anew {
			prior = "有"
		}
		people += fmt.Sprintf("P%d | %s | %s\n", n, start, prior)
		if n >= first || !anew {
			log += fmt.Sprintf("%s | P%d | 1 | 1000 | %s\n", earned, n, earned)
		}
		if n < first {
			log += fmt.Sprintf("2026-07-10 | P%d | 1 | 1000 | 2026-07-31\n", n)
		}
	}
	return people + log
}

// TestCumulativeTargets: 8 first incomes in fiscal 2025 and 6 in 2026 against a target of 8 + 6 are 14 of 14, wherever
// the first year is known from, and never 6 of 14.
func TestCumulativeTargets(t *testing.T) {
	const plan = "figure = \"first_income_residents\"\nbaseline = 0\nincrements = { 2025 = 8, 2026 = 6 }\n"
	sealed := grant.Sealed{FiscalYear: 2025, Edition: "2026-03-31-grant",
		Values: map[string]float64{"first_income_residents": 8}}
	for _, tt := range []struct {
		name, from, kpi, ledger string
		sealed                  []grant.Sealed
		actual                  float64 // -1 = none
		source, said            string
	}{
		{"both years in the ledger", "2026-04-01", plan, earners(8, 6, false), nil, 14, "台帳", ""},
		{"a period of both years", "2025-04-01", plan, earners(8, 6, false), nil, 14, "台帳", ""},
		{"a ledger begun anew", "2026-04-01", plan, earners(8, 6, true), nil, -1, "", "2025年度の実績がわからないため"},
		{"... with the history", "2026-04-01", plan + "history = { 2025 = 8 }\n", earners(8, 6, true), nil, 14, "history",
			""},
		{"... with a sealed edition", "2026-04-01", plan, earners(8, 6, true), []grant.Sealed{sealed}, 14, "2026-03-31-grant",
			""},
		{"the history says otherwise", "2026-04-01", plan + "history = { 2025 = 7 }\n", earners(8, 6, false), nil, 14, "台帳",
			"2025年度：台帳では 8、history では 7"},
		{"by hand, years that add up", "2026-04-01", "kind = \"flow\"\nactual = 6\nhistory = { 2025 = 8 }\n" +
			"baseline = 0\nincrements = { 2025 = 8, 2026 = 6 }\n", "", nil, 14, "history", ""},
	} {
		w := kpi.NewWindow(cohorttest.Load(t, "as_of: 2027-03-31\nfrom: "+tt.from+"\nto: 2027-03-31\n\n# pilot.toml\n"+
			"[[grant]]\nname = \"拠点\"\n[[grant.kpi]]\n"+tt.kpi+tt.ledger))
		i := grant.Reports(catalog.All(), w, kpi.Run(catalog.All(), w), tt.sealed...)[0].Indicators[0]
		if got := orNone(i.Actual); got != tt.actual || orNone(i.Target) != 14 || !i.Flow {
			t.Errorf("%s: actual %v of %v, want %v of 14 (%s)", tt.name, got, orNone(i.Target), tt.actual, i.Reason.JA)
		}
		if tt.actual == 14 && (orNone(i.Level) != 1 || len(i.Rating.Proposed) != 2) { // exactly on target: to be decided
			t.Errorf("%s: level %v, %v", tt.name, orNone(i.Level), i.Rating.Proposed)
		}
		if tt.actual < 0 && (i.Level != nil || len(i.Rating.Proposed) > 0) {
			t.Errorf("%s: rated on one year alone", tt.name)
		}
		before, now := i.Years[0], i.Years[1]
		if orNone(now.Gained) != 6 || orNone(now.Actual) != tt.actual || !strings.Contains(before.Source.JA, tt.source) ||
			(tt.source == "") != before.Source.Empty() || tt.source != "" &&
			(orNone(before.Gained) != 8 || orNone(before.Actual) != 8) {
			t.Errorf("%s: %+v, %+v", tt.name, before, now)
		}
		said := i.Reason.JA
		for _, n := range i.Warnings {
			said += n.JA
		}
		if !strings.Contains(said, tt.said) {
			t.Errorf("%s: %q does not say %q", tt.name, said, tt.said)
		}
	}
}

// TestStockStandsAsItIs: the workers active at the end of fiscal 2026 are not added to those of 2025.
func TestStockStandsAsItIs(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, "as_of: 2027-03-31\nfrom: 2026-04-01\nto: 2027-03-31\n\n# pilot.toml\n"+
		"[[grant]]\nname = \"拠点\"\n[[grant.kpi]]\nfigure = \"active_workers\"\nbaseline = 0\nincrements = { 2025 = 2, "+
		"2026 = 1 }\n"+
		"\n## 参加者\n参加者ID | 開始日\nP1 | 2025-05-01\nP2 | 2025-05-01\n"+
		"\n## 作業ログ\n作業日 | 参加者ID | 時間\n2026-03-10 | P1 | 1\n2026-03-10 | P2 | 1\n2027-03-10 | P1 | 1\n"))
	i := grant.Reports(catalog.All(), w, kpi.Run(catalog.All(), w))[0].Indicators[0]
	if i.Flow || orNone(i.Actual) != 1 || orNone(i.Target) != 3 || orNone(i.Years[0].Actual) != 2 ||
		i.Years[0].Gained != nil {
		t.Errorf("actual %v of %v, years %+v", orNone(i.Actual), orNone(i.Target), i.Years)
	}
}
