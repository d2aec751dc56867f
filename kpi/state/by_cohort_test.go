package state_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

// twoCohorts: 第1期 has three people from 1 April, 第2期 two from 1 and 11 July. On 29 August who started last (B2) is on
// day 21 + 29 = 50. The names of the first cohort are written in three ways.
const twoCohorts = `
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | コホート | 開始日     | 研修修了日 | 離脱日     | 過去のテレワーク収入
A1       | 第1期    | 2025-04-01 | 2025-04-20 |            |
B1       | 第2期    | 2025-07-01 | 2025-07-30 |            |
A2       | 第１期   | 2025-04-01 | 2025-05-10 |            | 有
A3       | 第 1 期  | 2025-04-01 |            | 2025-04-25 |
B2       | 第2期    | 2025-07-11 |            |            |

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 月額
K1     | C1       | 定期 | 2025-04-01 | 30000
K2     | C1       | 単発 | 2025-04-01 | 30000

## 作業ログ
作業日     | 参加者ID | 案件ID | 時間 | 報酬 | 納品日     | 支払日
2025-05-05 | A1       | K1     | 2    | 3000 | 2025-05-06 | 2025-05-20
2025-05-21 | A2       | K2     | 2    | 3000 | 2025-05-22 | 2025-06-20
2025-06-10 | A1       | K1     | 2    | 3000 | 2025-06-11 | 2025-07-20
2025-08-01 | B1       | K2     | 2    | 2000 | 2025-08-05 | 2025-08-25
`

func compared(t *testing.T, asOf, ledger string) *state.Comparison {
	t.Helper()
	c, clock := cohorttest.Load(t, "as_of: "+asOf+"\n"+ledger)
	return state.CompareCohorts(catalog.All(), kpi.NewWindow(c, clock))
}

func TestCompareCohorts(t *testing.T) {
	c := compared(t, "2025-08-29", twoCohorts)
	if c == nil || len(c.Cohorts) != 2 || c.Day != 50 || c.Unnamed != 0 {
		t.Fatalf("got %+v, want two cohorts at day 50", c)
	}
	one, two := c.Cohorts[0], c.Cohorts[1]
	// From 1 April to 29 August: 30 + 31 + 30 + 31 + 29 = 151 days.
	if one.Name != "第1期" || one.People != 3 || one.Passed != 151 || two.Name != "第2期" || two.People != 2 ||
		two.First.String() != "2025-07-01" || two.Last.String() != "2025-07-11" || two.Passed != 50 {
		t.Errorf("got %+v and %+v", one, two)
	}
	for _, tt := range []struct {
		id                   string
		hits, of, hits2, of2 float64
	}{
		// by day 30: A1 on day 20, A2 on day 40; B1 on day 30, B2 not
		{"training_completion_ratio", 1, 3, 1, 2},
		// trained by day 50: A1 and A2, B1; A1 works on day 35, A2 on day 51, B1 on day 32
		{"ojt_transition_ratio", 1, 2, 1, 1},
		// A1 is paid on day 50, A2 on day 81, B1 on day 56: E has come to it, day 50 not
		{"first_income_within_cycle_ratio", 1, 3, 0, 2},
		// K1 is 定期: A1 alone
		{"recurring_connection_ratio", 1, 3, 0, 2},
	} {
		for i, want := range [][2]float64{{tt.hits, tt.of}, {tt.hits2, tt.of2}} {
			f := c.Cohorts[i].Figure(tt.id)
			if f.Value == nil || *f.Numerator != want[0] || *f.Denominator != want[1] || f.N != int(want[1]) {
				t.Errorf("%s of %s: got %+v, want %v of %v", tt.id, c.Cohorts[i].Name, f, want[0], want[1])
			}
		}
	}
	// A2 has earned before: A1 of A1 and A3; none of B1 and B2.
	if f, g := one.Figure("first_income_residents"), two.Figure("first_income_residents"); *f.Value != 1 || f.N != 2 ||
		*g.Value != 0 || g.N != 2 {
		t.Errorf("first incomes: got %v of %d and %v of %d", *f.Value, f.N, *g.Value, g.N)
	}
	if f := one.Figure("retention_ratio"); f.Value != nil || f.Reason.Empty() {
		t.Errorf("retention at day 50: got %+v, want a reason", f)
	}
	for i, want := range []int{3, 2, 1, 1, 1, 1} {
		if got := one.Funnel.Stages[i].Count; got == nil || *got != want {
			t.Errorf("stage %s: got %v, want %d", one.Funnel.Stages[i].Stage, got, want)
		}
	}
	// On day 50 A3 has left in training (day 25), A1 and A2 are in OJT.
	for i, want := range []state.PhaseFlow{{Entered: 3, MovedOn: 2, Left: 1}, {Entered: 2, Now: 2}, {}, {}} {
		got := one.Funnel.Phases[i]
		if got.Entered != want.Entered || got.MovedOn != want.MovedOn || got.Left != want.Left || got.Now != want.Now {
			t.Errorf("phase %d: got %+v, want %+v", i, got, want)
		}
	}
}

// TestCompareCohortsWhenOver: of two cycles that are over both are compared at day 90, whatever the period.
func TestCompareCohortsWhenOver(t *testing.T) {
	c := compared(t, "2026-05-31", twoCohorts)
	// A1 works on 10 June, day 71, and stays: 1 of 3. Nobody of the second works from day 61 on: 0 of 2.
	one, two := c.Cohorts[0].Figure("retention_ratio"), c.Cohorts[1].Figure("retention_ratio")
	if c.Day != 90 || *one.Numerator != 1 || *one.Denominator != 3 || *two.Numerator != 0 || *two.Denominator != 2 {
		t.Errorf("at day %d: got %+v and %+v", c.Day, one, two)
	}
	// Paid by day 90: A1 (50), A2 (81) of three; B1 (56) of two.
	if f, g := c.Cohorts[0].Figure("first_income_within_cycle_ratio"),
		c.Cohorts[1].Figure("first_income_within_cycle_ratio"); *f.Numerator != 2 || *g.Numerator != 1 {
		t.Errorf("first incomes by day 90: got %v and %v", *f.Numerator, *g.Numerator)
	}
	if got := c.Cohorts[0].Funnel.Stages[len(facts.Steps)-1].Count; got == nil || *got != 1 {
		t.Errorf("retained: got %v", got)
	}
}

// TestOneCohort: without the column, with one name, and before the second begins there is nothing to compare.
func TestOneCohort(t *testing.T) {
	for name, ledger := range map[string]string{
		"no column": "\n## 参加者\n参加者ID | 開始日\nA1 | 2025-04-01\nA2 | 2025-07-01\n",
		"one name":  "\n## 参加者\n参加者ID | 開始日 | コホート\nA1 | 2025-04-01 | 第1期\nA2 | 2025-07-01 | 第１ 期\nA3 | 2025-07-01 |\n",
		"to come":   "\n## 参加者\n参加者ID | 開始日 | コホート\nA1 | 2025-04-01 | 第1期\nA2 | 2025-09-01 | 第2期\n",
	} {
		if c := compared(t, "2025-08-29", ledger); c != nil {
			t.Errorf("%s: got %+v, want none", name, c)
		}
	}
}
