package catalog

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// renewedLedger holds two contracts in five rows: 帳票入力 in three terms, of which the second is 20 days after the
// first, and the last began as a trial of one kind; and 点検, renewed under another title by 更新元.
const renewedLedger = `
as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 発注者
発注者ID | 名称 | 所在
K1 | 丙商店 | 県外
K2 | 丁工房 | 町内

## 案件
案件ID | 発注者ID | 案件名 | 種別 | 開始日 | 終了日 | 月額 | 切り出し元業務 | 更新元
A1 | K1 | 帳票入力 | 単発 | 2025-06-01 | 2025-08-31 | 10000 | 経理 |
A2 | K1 | 帳票入力（第2期） | 定期 | 2025-09-21 | 2025-12-31 | 30000 | |
A3 | K1 | 帳票入力（第3期） | 定期 | 2026-01-01 | | 40000 | |
B1 | K2 | 点検 | 定期 | 2025-04-01 | 2025-06-30 | 20000 | |
B2 | K2 | 点検と報告 | 単発 | 2025-10-01 | 2025-12-31 | 20000 | | B1

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-06-10 | P01 | A1 | 6 | 6000 | 2025-06-11 | 2025-07-31
2025-09-05 | P01 | A1 | 1 | 1000 | |
2026-01-10 | P01 | A3 | 4 | 4000 | 2026-01-11 | 2026-02-28
2025-10-10 | P01 | B2 | 3 | 3000 | |
`

// TestRenewedContractsCountOnce: two contracts, A (A1, A2, A3: recurring, as its last term) and B (B1, B2: one-off).
//
// Revenue term by term: A1 3 × 10,000; A2 30,000 × 10/30 + 3 × 30,000 = 100,000; A3 3 × 40,000: 250,000; B 2 × 60,000.
// A runs from 1 June to the as-of day, 304 days ÷ 30.4375. A alone has work delivered, and 11 hours on its terms.
func TestRenewedContractsCountOnce(t *testing.T) {
	c, clock := cohorttest.Load(t, renewedLedger)
	if n := slices.IndexFunc(c.Findings, func(f finding.Finding) bool { return f.Code == "C207" }); n >= 0 {
		t.Errorf("work in the gap between two terms is reported: %v", c.Findings[n])
	}
	figures := kpi.Run(All(), kpi.NewWindow(c, clock))
	for id, lines := range map[string][]string{
		"recurring_contract_ratio":    {"value 1/2"},
		"average_continuation_months": {"value 304/30.4375", "part events 0", "part censored 1"},
		"revenue_total":               {"value 370000", "n 2"},
		"recurring_revenue_ratio":     {"value 250000/370000"},
		"outside_revenue_ratio":       {"value 250000/370000"},
		"small_task_share":            {"value 1/2"},
		"rule_projects":               {"value 1", "n 2"},
		"rule_hours":                  {"value 1", "n 2"},
		"repeat_client_ratio":         {"value 0/2"},
		"recurring_connection_ratio":  {"value 1/1"},
	} {
		for _, line := range lines {
			if err := check(kpi.Find(figures, id), line); err != nil {
				t.Errorf("%s: %s: %v", id, line, err)
			}
		}
	}
	rows := map[string]int{}
	for _, u := range kpi.Find(figures, "recurring_contract_ratio").Evidence() {
		rows[u.Record] = len(u.Columns)
	}
	// Id, kind, start and end of every term are cells behind the ratio.
	for _, id := range []string{"A1", "A2", "A3", "B1", "B2"} {
		if rows[id] != 4 {
			t.Errorf("%s: %d cells behind the ratio, want 4", id, rows[id])
		}
	}
}

// TestRenewalsUnjoined: without 終了日 the three terms of 帳票入力 cannot be told from three contracts (点検 names what it
// renews). The two figures that count contracts by their work say so, and only where rows are alike.
func TestRenewalsUnjoined(t *testing.T) {
	without, _ := withoutColumn(renewedLedger, contractEnd)
	figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, without)))
	for _, id := range []string{"rule_hours", "rule_projects"} {
		f := kpi.Find(figures, id)
		if f.N != 4 || !mentions(f.Warnings, schema.ByKey(schema.Contracts).Column("end_date").Heading) {
			t.Errorf("%s: of %d contracts, want 4 with a warning; %v", id, f.N, f.Warnings)
		}
	}
	other := strings.NewReplacer("帳票入力（第2期）", "転記", "帳票入力（第3期）", "集計").Replace(without)
	for _, text := range []string{renewedLedger, other} {
		if f := kpi.Find(kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, text))), "rule_hours"); len(f.Warnings) > 0 {
			t.Errorf("nothing is to be said: %v", f.Warnings)
		}
	}
}
