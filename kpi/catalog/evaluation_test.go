package catalog

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/state"
)

// twoYears is a ledger over the turn of a fiscal year. Days 30 and 90 of the cycle: P1 30 April and 29 June 2025; P2
// 13 February and 14 April 2026; P3 30 December 2024 and 28 February 2025; P4 2 March and 1 May 2025. Q1 is of the new
// cohort.
const twoYears = `
## 参加者
参加者ID | 開始日 | 研修修了日
P1 | 2025-04-01 | 2025-04-20
P2 | 2026-01-15 |
P3 | 2024-12-01 | 2024-12-20
P4 | 2025-02-01 | 2025-02-20
Q1 | 2026-04-02 |

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬 | 納品日 | 支払日
2025-01-10 | P3 | 1 | 1000 | 2025-01-11 | 2025-02-10
2025-04-20 | P4 | 1 | 1000 | 2025-04-21 | 2025-04-30
2025-06-10 | P1 | 1 | 1000 | 2025-06-11 | 2025-06-29
2026-03-20 | P2 | 1 | 1000 | 2026-03-25 | 2026-04-20
2026-04-20 | Q1 | 1 | 1000 | 2026-04-21 | 2026-05-01

## 予算
支出日 | 費目 | 区分 | 執行額
2025-06-01 | 委託 | 研修 | 600000
2026-05-18 | 委託 | 研修 | 999
`

// TestEvaluationDate: a run in May for the old year takes stages and states at 31 March and sees neither the new cohort
// nor what was spent since, but the payments since for work done by then. Numerator and denominator of a cost have one
// window. Every cycle figure counts those whose due day lies in the period.
func TestEvaluationDate(t *testing.T) {
	for name, tt := range map[string]struct {
		period   string
		enrolled int
		expect   map[string][]string
	}{
		"the old year, in May": {"from: 2025-04-01\nto: 2026-03-31\n", 3, map[string][]string{ // P3's cycle ended in February
			"registered_workers":              {"value 4"},
			"active_workers":                  {"value 1", "n 4"},               // P2, 2 to 31 March
			"training_completion_ratio":       {"numerator 1", "denominator 2"}, // of P1 and P2
			"retention_ratio":                 {"numerator 2", "denominator 2"}, // P1 and P4
			"first_income_within_cycle_ratio": {"value 1", "n 2", "warning その後 2026-05-18 までの支払い1件"},
			"first_income_residents":          {"value 2"},              // P4 in April, P1 in June; P2 was paid in April 2026
			"cost_per_retained":               {"value 300000"},         // 600,000 ÷ 2
			"days_to_first_income":            {"n 4", "part events 4"}, // all that started by 31 March
			"revenue_by_fiscal_year":          {"value none"},
		}},
		"the new year, in May": {"from: 2026-04-01\nto: 2027-03-31\n", 2, map[string][]string{ // P2 till 14 April, and Q1
			"registered_workers":     {"value 5"},
			"retention_ratio":        {"numerator 1", "denominator 1"}, // P2 worked on 20 March, day 65
			"first_income_residents": {"value 2"},                      // P2 on 20 April, Q1 on 1 May
			"cost_per_retained":      {"value 999"},
		}},
	} {
		w := kpi.NewWindow(cohorttest.Load(t, "as_of: 2026-05-18\n"+tt.period+twoYears))
		figures := kpi.Run(All(), w)
		for id, lines := range tt.expect {
			for _, line := range lines {
				if err := check(kpi.Find(figures, id), line); err != nil {
					t.Errorf("%s: %s: %s: %v", name, id, line, err)
				}
			}
		}
		funnel := state.BuildFunnel(w)
		if n := funnel.Stages[0].Count; n == nil || *n != tt.enrolled {
			t.Errorf("%s: %v enrolled, want %d", name, n, tt.enrolled)
		}
	}
}
