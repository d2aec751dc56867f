package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestUnknownRevenueIsSaid: contracts without a price are left out of every figure of revenue, which
// says how many; and when no 定期 contract has a price, their share of the revenue is unknown, not 0.
func TestUnknownRevenueIsSaid(t *testing.T) {
	const sheets = summer + `
## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 発注者
発注者ID | 所在 | 区分
A | 域内 | 企業

## 予算
費目 | 区分 | 執行額
委託 | 伴走 | 1000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
2025-04-10 | P1 | C1 | 1 | 500 | 2025-05-10

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額 | 契約額 | 受託形態 | 業務区分
C1 | A | 単発 | 2025-04-01 | | 1000 | チーム | 入力
C2 | A | 定期 | 2025-04-01 | |      | チーム | 入力
C3 | A | 定期 | 2025-04-01 | RENT |  | チーム | 入力
`
	for _, tt := range []struct {
		rent string
		says string
		want string // of recurring_revenue_ratio
	}{
		{"", "2件", "reason 定期案件で、金額のわかるものがありません"},
		{"500", "1件", "value 3/4"}, // 6 months of 500 = 3,000, of 4,000
		{"0", "1件", "value 0"},
	} {
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, strings.Replace(sheets, "RENT", tt.rent, 1))))
		if err := check(kpi.Find(figures, "recurring_revenue_ratio"), tt.want); err != nil {
			t.Errorf("monthly %q: %s: %v", tt.rent, tt.want, err)
		}
		for _, id := range []string{
			"recurring_revenue_ratio", "revenue_total", "revenue_by_fiscal_year", "payout_ratio", "outside_revenue_ratio",
			"inside_revenue_ratio", "form_mix", "category_mix", "sector_mix", "self_sustaining_ratio",
		} {
			if err := check(kpi.Find(figures, id), "warning 金額のわからない案件が"+tt.says); err != nil {
				t.Errorf("monthly %q: %s: %v", tt.rent, id, err)
			}
		}
	}
}
