package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// A sheet of invoices without amounts cannot be read: revenue says so, whether the contracts have prices or not.
func TestRevenueNamesInvoicesThatCannotBeRead(t *testing.T) {
	const ledger = `
## 参加者
参加者ID | 開始日
P1 | 2025-04-01
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | 定期 | 2025-04-01 | | PRICE
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-01 | P1 | K1 | 2 | 2000
## 請求
請求月 | 案件ID | 備考
2025年6月 | K1 | 別紙のとおり
2025年7月 | K1 | 別紙のとおり
`
	for price, valued := range map[string]bool{"": false, "30000": true} {
		w := kpi.NewWindow(cohorttest.Load(t, strings.ReplaceAll(ledger, "PRICE", price)))
		f := kpi.Run([]kpi.Definition{revenueTotal}, w)[0]
		said := f.Reason.JA
		for _, warning := range f.Warnings {
			said += warning.JA
		}
		if (f.Value != nil) != valued || !strings.Contains(said, "「請求」のシートはありますが、読めていません") {
			t.Errorf("price %q: %v, %q; want a value %t and the sheet named", price, pointed(f.Value), said, valued)
		}
	}
	w := kpi.NewWindow(cohorttest.Load(t, strings.ReplaceAll(ledger, "作業日 | 参加者ID", "作業日の別 | 参加の別")))
	f := kpi.Run([]kpi.Definition{ruleCandidates}, w)[0]
	if f.Value != nil || !strings.Contains(f.Reason.JA, "「作業ログ」のシート（その名前のシートはありますが、読めていません）") {
		t.Errorf("a log that cannot be read: %v, %q", pointed(f.Value), f.Reason.JA)
	}
}
