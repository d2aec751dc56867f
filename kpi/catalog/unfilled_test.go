package catalog

import (
	"math"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Five people began on 1 April 2025 (their 90th day is 29 June); P4 and P5 have no start in the sheet, P5 has that of
// the second cohort in pilot.toml. K3 has no kind, K2 no start and its first work on 1 June.
const unfilled = `as_of: 2025-07-31
from: 2025-04-01
to: 2026-03-31

# pilot.toml
[cohort."第２期"]
start = 2025-04-01

## 参加者
参加者ID | 氏名 | コホート | 開始日 | 研修修了日
P1 | 一 | 第1期 | 2025-04-01 | 2025-04-20
P2 | 二 | 第1期 | 2025-04-01 | 2025-04-20
P3 | 三 | 第1期 | 2025-04-01 |
P4 | 四 | 第1期 | | 2025-04-20
P5 | 五 | 第2期 | | 2025-05-20

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | 定期 | 2025-04-01 | | 30000
K2 | C2 | 定期 | | 2025-06-30 | 31000
K3 | C3 | | 2025-04-01 | | 20000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-01 | P1 | K2 | 2 | 2000
2025-06-15 | P4 | K3 | 2 | 2000
2025-06-16 | P2 | K3 | 2 | 2000
`

func TestBlankStartAndKindCostOnlyTheirFigures(t *testing.T) {
	c, clock := cohorttest.Load(t, unfilled)
	r := result.Compute(All(), kpi.NewWindow(c, clock))
	for _, want := range []struct {
		id    string
		value float64
		says  string
	}{
		{"registered_workers", 5, ""},
		// P1, P2 of P1, P2, P3, P5: P5 completed on day 50, and P4 is left out.
		{"training_completion_ratio", 2.0 / 4, "「開始日」が空欄の 1 人"},
		// K1 and K2 of those two: K3 is neither.
		{"recurring_contract_ratio", 2.0 / 2, "「種別」が空欄の案件が 1 件"},
		// P1 of P1, P2, P3, P5.
		{"recurring_connection_ratio", 1.0 / 4, "「種別」が空欄の案件が 1 件"},
		// K1 1 April to 31 July 122 days, K2 1 to 30 June 30 days: 152 ÷ 2 ÷ 30.4375.
		{"average_continuation_months", 152.0 / 2 / 30.4375, "「開始日」が空欄の案件 1 件"},
		// K1 30,000 × 4, K3 20,000 × 4, K2 31,000 for June.
		{"revenue_total", 120000 + 80000 + 31000, "「開始日」が空欄の案件 1 件"},
	} {
		f := kpi.Find(r.Figures, want.id)
		if f.Value == nil || math.Abs(*f.Value-want.value) > 1e-9 {
			t.Errorf("%s = %v (%s), want %v", want.id, pointed(f.Value), f.Reason.JA, want.value)
			continue
		}
		said := ""
		for _, w := range f.Warnings {
			said += w.JA + "\n"
		}
		if !strings.Contains(said, want.says) {
			t.Errorf("%s does not say %q: %s", want.id, want.says, said)
		}
	}
	// Enrolled are the four with a start; the note says who is left out.
	if s := r.Funnel.Stages[0]; *s.Count != 4 || len(s.Notes) == 0 || !strings.Contains(s.Notes[0].JA, "空欄の 1 人") {
		t.Errorf("enrolled: %d, %v; want 4 and a note of one left out", *s.Count, s.Notes)
	}
}

// A column in which nothing stands is no data, not a 0 of everybody left out.
func TestColumnsBlankThroughout(t *testing.T) {
	blank := strings.NewReplacer("第1期 | 2025-04-01", "第1期 | ", "[cohort.\"第２期\"]\nstart = 2025-04-01\n", "", "定期", "").
		Replace(unfilled)
	c, clock := cohorttest.Load(t, blank)
	r := result.Compute(All(), kpi.NewWindow(c, clock))
	for id, column := range map[string]string{"retention_ratio": "開始日", "training_completion_ratio": "開始日",
		"recurring_contract_ratio": "種別", "recurring_revenue_ratio": "種別", "average_continuation_months": "種別"} {
		f := kpi.Find(r.Figures, id)
		if f.Value != nil || !strings.Contains(f.Reason.JA, "「"+column+"」列の記入（列はすべて空欄）") {
			t.Errorf("%s = %v, %q; want a reason that %s is blank throughout", id, pointed(f.Value), f.Reason.JA, column)
		}
	}
	if s := r.Funnel.Stages[0]; *s.Count != 5 || !strings.Contains(s.Notes[0].JA, "すべて空欄") {
		t.Errorf("enrolled: %d, %v; want all five, said so", *s.Count, s.Notes)
	}
}

// Nobody has begun to write the dates down: no data, and no 0 of everybody.
func TestCoverageOfABlankColumn(t *testing.T) {
	const ledger = `
## 参加者
参加者ID | 開始日 | 秘密保持契約日 | セキュリティ研修日
P1 | 2025-04-01 | |
P2 | 2025-04-01 | | DATE
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-01 | P1 | K1 | 2 | 2000
2025-06-01 | P2 | K1 | 2 | 2000
`
	w := kpi.NewWindow(cohorttest.Load(t, strings.ReplaceAll(ledger, "DATE", "2025-05-01")))
	got := kpi.Run([]kpi.Definition{ndaCoverage, securityCoverage}, w)
	if got[0].Value != nil || !strings.Contains(got[0].Reason.JA, "「秘密保持契約日」列は、すべて空欄です") {
		t.Errorf("nda_coverage = %v, %q; want no data", pointed(got[0].Value), got[0].Reason.JA)
	}
	if got[1].Value == nil || *got[1].Value != 0.5 { // P2 of P1 and P2
		t.Errorf("security_coverage = %v, want 1/2", pointed(got[1].Value))
	}
}

// A contract whose two days stand in one cell has these days, and none that is supposed.
func TestNoTermIsSupposedBesideOne(t *testing.T) {
	c, _ := cohorttest.Load(t, `
## 参加者
参加者ID | 開始日
P1 | 2025-04-01
## 案件
案件ID | 発注者ID | 種別 | 契約期間 | 月額
K1 | C1 | 定期 | 令和7年7月1日～令和7年9月30日 | 30000
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-07-05 | P1 | K1 | 2 | 2000
`)
	if len(c.Contracts.Rows) != 1 || len(c.Contracts.Excluded) > 0 {
		t.Fatalf("%d contracts were read: %v", len(c.Contracts.Rows), c.Findings)
	}
	k := c.Contracts.Rows[0]
	if k.StartDate.Value != cell.NewDay(2025, 7, 1) || k.EndDate.Value != cell.NewDay(2025, 9, 30) {
		t.Errorf("from %s to %s", k.StartDate.Value, k.EndDate.Value)
	}
}
