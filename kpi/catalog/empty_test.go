package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestEmptyWindow: over tables that are there and have no row in the period, counts and sums are 0; ratios, means and
// durations have a reason.
func TestEmptyWindow(t *testing.T) {
	const before = `as_of: 2026-03-31
from: 2026-02-01
to: 2026-03-31

## 参加者
参加者ID | 開始日 | 役割 | 役割就任日
P1 | 2025-04-01 | リーダー | 2025-05-01

## 発注者
発注者ID | 名称 | 区分
A | 甲社 | 企業

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額 | 契約額 | 受託形態 | 業務区分 | 切り出し元業務
C1 | A | 単発 | 2025-04-01 | 2025-04-30 | | 1000 | チーム | 経理 | 経理事務

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日 | 手戻り | Wチェック
2025-04-10 | P1 | C1 | 1 | 500 | 2025-04-11 | 2025-04-12 | 無 | ○

## 伴走記録
日付 | 担当者 | 時間 | 役割
2025-04-10 | 森 | 1 | 通訳

## 予算
支出日 | 費目 | 区分 | 財源 | 執行額
2025-04-10 | 委託 | 研修 | 交付金 | 900

## 実績値
年月日 | 指標 | 値
2025-04-10 | EC売上 | 5
`
	figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, before)))
	for id, line := range map[string]string{
		"revenue_total": "value 0", "revenue_by_fiscal_year": "value 1000", // the year's, not the period's
		"unpaid_client_work": "value 0", "active_workers": "value 0", "first_income_residents": "value 0",
		"form_mix": "value 0", "category_mix": "value 0", "sector_mix": "value 0", "role_mix": "value 0",
		"budget_by_class": "value 0", "budget_by_fund": "value 0", "metric.EC売上": "value 0",
		"recurring_contract_ratio": "value none", "payout_ratio": "value none", "effective_hourly_pay": "value none",
		"monthly_income": "value none", "rework_ratio": "value none", "w_check_ratio": "value none",
		"small_task_share": "value none", "retention_ratio": "value none", "payment_days": "value none",
	} {
		if err := check(kpi.Find(figures, id), line); err != nil {
			t.Errorf("%s: %s: %v", id, line, err)
		}
	}
	// A year before the first contract has none: 0, and a ledger that keeps no amounts cannot say.
	early := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, "as_of: 2025-03-31\nfrom: 2024-04-01\nto: 2025-03-31\n"+
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | A | 定期 | 2025-04-01 | 10\n")))
	for _, id := range []string{"revenue_total", "revenue_by_fiscal_year"} {
		if err := check(kpi.Find(early, id), "value 0"); err != nil {
			t.Errorf("%s before the first contract: %v", id, err)
		}
	}
	unpriced := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, "as_of: 2025-03-31\n"+
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日\nC1 | A | 定期 | 2025-04-01\n")))
	for _, id := range []string{"revenue_total", "revenue_by_fiscal_year"} {
		if err := check(kpi.Find(unpriced, id), "reason 月額も契約額もありません"); err != nil {
			t.Errorf("%s without amounts: %v", id, err)
		}
	}
}

// TestBlankIsNotZero: a column in which nothing was ever entered is no data; in one that is used, what the blanks count
// as is said with their number. Blank pay adds nothing, and payout and self-sustaining say so.
func TestBlankIsNotZero(t *testing.T) {
	const ledger = `as_of: 2026-03-31

## 参加者
参加者ID | 開始日 | 役割 | 役割就任日
P1 | 2025-04-01 | リーダー | DAY
P2 | 2025-04-01 | リーダー |

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額 | 切り出し元業務
C1 | A | 定期 | 2025-04-01 | 1000 | PARENT
C2 | A | 定期 | 2025-04-01 | 1000 |

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 手戻り | Wチェック
2025-04-10 | P1 | C1 | 1 | 500 | 2025-04-11 | REWORK | CHECK
2025-04-11 | P1 | C1 | 1 | 500 | 2025-04-12 | |
2025-04-12 | P2 | C1 | 1 | | 2025-04-13 | |

## 予算
支出日 | 費目 | 区分 | 執行額
2025-04-10 | 委託 | 伴走 | 900
`
	used := strings.NewReplacer("DAY", "2025-05-01", "PARENT", "経理", "REWORK", "1", "CHECK", "○").Replace(ledger)
	never := strings.NewReplacer("DAY", "", "PARENT", "", "REWORK", "", "CHECK", "").Replace(ledger)
	for name, tt := range map[string]struct {
		ledger string
		want   map[string][]string
	}{
		"used": {used, map[string][]string{
			"rework_ratio":          {"value 1/3", "warning 「手戻り」が空欄の2件は、「無」として"},
			"w_check_ratio":         {"value 1/3", "warning 「Wチェック」が空欄の2件は、「無」として"},
			"small_task_share":      {"value 1/2", "warning 「切り出し元業務」が空欄の1件は、切り出しでないもの"},
			"leaders":               {"value 1", "warning 「役割就任日」が空欄の1件は、まだ就いていない"},
			"payout_ratio":          {"warning 「報酬」が空欄の1件は、0円として"},
			"self_sustaining_ratio": {"warning 「報酬」が空欄の1件は、0円として"},
		}},
		"never used": {never, map[string][]string{
			"rework_ratio":     {"reason 「手戻り」列は、すべて空欄です"},
			"w_check_ratio":    {"reason 「Wチェック」列は、すべて空欄です"},
			"small_task_share": {"reason 「切り出し元業務」列は、すべて空欄です"},
			"leaders":          {"reason 「役割就任日」列は、すべて空欄です"},
		}},
	} {
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, tt.ledger)))
		for id, lines := range tt.want {
			for _, line := range lines {
				if err := check(kpi.Find(figures, id), line); err != nil {
					t.Errorf("%s: %s: %s: %v", name, id, line, err)
				}
			}
		}
	}
}

// TestBrokenDown: a table by group says what is to be said of the figures it breaks down. P2's row has an error: those
// with a first income are 1, and may be 2.
func TestBrokenDown(t *testing.T) {
	const ledger = `as_of: 2026-03-31

## 参加者
参加者ID | 性別 | 開始日
P1 | 女性 | 2025-04-01
P2 | 女性 | 2025-04-31

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬
2025-04-10 | P1 | 1 | 500
`
	f := kpi.Find(kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, ledger))), "by_gender")
	for _, line := range []string{"warning 初めて収入を得た住民：「作業ログ」に「支払日」列がない",
		"warning 初めて収入を得た住民：誤りを直すと、全体で 1〜2 に"} {
		if err := check(f, line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}
