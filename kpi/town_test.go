package kpi_test

import (
	"slices"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

// alliance is a hub of two towns: P3 writes 北町 and lives 町外, P2 of 南町 works on a contract of the hub's own 北町.
const alliance = `
as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

# pilot.toml
[program]
name = "共同拠点"
municipality = "北町"
prefecture = "長野県"
population = 9000

## 参加者
参加者ID | 自治体 | 居住区分 | 開始日
P1 |      | 住民 | 2025-04-01
P2 | 南町 | 住民 | 2025-04-01
P3 | 北町 | 町外 | 2025-04-01
P4 | 南 町 | 移住 | 2025-05-01

## 案件
案件ID | 自治体 | 発注者ID | 案件名 | 種別 | 開始日 | 月額
C1 |      | B1 | 経理 | 定期 | 2025-04-01 | 10000
C2 | 南町 | B2 | 入力 | 単発 | 2025-10-01 | 5000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-04-10 | P1 | C1 | 2 | 2000 | 2025-04-11 | 2025-04-30
2025-05-10 | P2 | C1 | 3 | 3000 | 2025-05-11 | 2025-05-31
2025-10-10 | P3 | C2 | 4 | 4000 | 2025-10-11 | 2025-10-31
`

// TestTowns: a resident counts where they live, revenue where it was contracted. 北町: P1 and C1, 12 × 10,000 yen; 南町:
// P2 and P4, C2, 6 × 5,000; 町外: P3. P2 of 南町 has a first income although the contract is of 北町.
func TestTowns(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, alliance))
	towns := kpi.Towns(w.Cohort)
	want := map[string]map[string]float64{
		"北町": {"registered_workers": 1, "first_income_residents": 1, "revenue_total": 120000, "rule_candidates": 1},
		"南町": {"registered_workers": 2, "first_income_residents": 1, "revenue_total": 30000, "rule_candidates": 1},
		"町外": {"registered_workers": 1, "first_income_residents": 0, "revenue_total": 0, "rule_candidates": 1},
	}
	if len(towns) != len(want) || towns[len(towns)-1].Name != "町外" {
		t.Fatalf("towns %v", towns)
	}
	for _, town := range towns {
		figures := town.Of(w).Run(catalog.All(), w)
		for id, value := range want[town.Name] {
			if f := kpi.Find(figures, id); f.Value == nil || *f.Value != value {
				t.Errorf("%s: %s = %v, want %v", town.Name, id, f.Value, value)
			}
		}
		for _, id := range []string{"population_share", "budget_by_class", "satellite_clients"} {
			if f := kpi.Find(figures, id); f.Value != nil || f.Reason.Empty() {
				t.Errorf("%s: %s is said of one town", town.Name, id)
			}
		}
	}
	if got := kpi.Towns(mustLoad(t, "## 参加者\n参加者ID | 開始日\nP1 | 2025-04-01\n").Cohort); got != nil {
		t.Errorf("a ledger without municipalities has the towns %v", got)
	}
}

func mustLoad(t *testing.T, text string) *kpi.Window {
	t.Helper()
	return kpi.NewWindow(cohorttest.Load(t, text))
}

// TestTownsAddUpToTheHub: every figure that adds up, and both sides of every quotient, of the towns and those outside
// together are those of the hub.
func TestTownsAddUpToTheHub(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, alliance))
	hub := kpi.Run(catalog.All(), w)
	parts := map[string][]kpi.Figure{}
	for _, town := range kpi.Towns(w.Cohort) {
		for _, f := range town.Of(w).Run(catalog.All(), w) {
			parts[f.ID] = append(parts[f.ID], f)
		}
	}
	added, divided := 0, 0
	for _, d := range catalog.All() {
		of := kpi.Find(hub, d.ID)
		if of == nil || slices.ContainsFunc(parts[d.ID], func(f kpi.Figure) bool { return f.Lacking }) {
			continue
		}
		switch d.Law.Kind {
		case kpi.Added, kpi.Grouped:
			sum := 0.0
			for _, f := range parts[d.ID] {
				if f.Value != nil {
					sum += *f.Value
				}
			}
			if of.Value != nil && sum != *of.Value {
				t.Errorf("%s: the towns add up to %v, the hub has %v", d.ID, sum, *of.Value)
			}
			added++
		case kpi.Divided:
			var num, den float64
			for _, f := range parts[d.ID] {
				if f.Terms != nil {
					num, den = num+f.Terms.Numerator, den+f.Terms.Denominator
				}
			}
			if of.Terms != nil && (num != of.Terms.Numerator || den != of.Terms.Denominator) {
				t.Errorf("%s: the towns add up to %v of %v, the hub has %v of %v", d.ID, num, den, of.Terms.Numerator,
					of.Terms.Denominator)
			}
			divided++
		}
	}
	if added < 10 || divided < 10 {
		t.Errorf("%d sums and %d quotients were looked at only", added, divided)
	}
}
