package kpi_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

// TestOfCohort: a run of one cohort is that of a ledger in which the others are not, and says of money that nobody
// keeps it by cohort. By hand: 第1期 has A1 and A2, of whom A1 earned; 第2期 has B1, whose pay is 9,000.
func TestOfCohort(t *testing.T) {
	c, clock := cohorttest.Load(t, `
as_of: 2025-10-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | コホート | 開始日
B1       | 第2期    | 2025-06-01
A1       | 第1期    | 2025-04-01
A2       | 第 １ 期 | 2025-04-01
N1       |          | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 月額
K1     | C1       | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日     | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
2025-05-05 | A1       | K1     | 2    | 3000 | 2025-05-20
2025-06-10 | B1       | K1     | 2    | 9000 | 2025-07-20

## 予算
日付       | 区分 | 執行額
2025-05-01 | 伴走 | 100000
`)
	all := kpi.Cohorts(c)
	if len(all) != 2 || all[0].Name != "第1期" || all[1].Name != "第2期" {
		t.Fatalf("got the cohorts %+v", all)
	}
	w := kpi.NewWindow(c, clock)
	one := w.OfCohort(0)
	figures := kpi.Run(catalog.All(), one)
	for id, want := range map[string]float64{"registered_workers": 2, "first_income_residents": 1,
		"first_income_within_cycle_ratio": 0.5, "effective_hourly_pay": 1500} {
		if got, ok := kpi.Find(figures, id).Get(""); !ok || got != want {
			t.Errorf("%s: got %v, want %v", id, got, want)
		}
	}
	for _, id := range []string{"cost_per_first_income_resident", "revenue_total", "payout_ratio",
		"recurring_contract_ratio", "accompaniment_budget_ratio"} {
		if f := kpi.Find(figures, id); f.Value != nil || f.Reason.Empty() {
			t.Errorf("%s: got %+v, want a reason", id, f)
		}
	}
	if one.Only == nil || one.Only.At != 0 || one.Only.Sizes[0] != 2 || one.Only.Sizes[1] != 1 || one.Only.Unnamed != 1 {
		t.Errorf("got %+v, want sizes 2 and 1, and one without a cohort", one.Only)
	}
	// The ledger itself is as it was.
	if n := len(c.Participants.Rows); n != 4 || len(w.Participants) != 4 || len(c.Tasks.Rows) != 2 {
		t.Errorf("the ledger has %d participants now", n)
	}
}
