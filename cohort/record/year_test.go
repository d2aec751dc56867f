package record_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestFiscalYearOfABudgetLine: the year in any form, with and without 年度; a blank is none.
func TestFiscalYearOfABudgetLine(t *testing.T) {
	l := cohorttest.Read(t, `
## 予算
費目 | 区分 | 予算額 | 年度
講座 | 研修 | 1000 | 令和7年度
謝金 | 研修 | 1000 | 2025年度
機器 | 機器 | 1000 | R7
広報 | 広報 | 1000 | 2025
ほか | その他 | 1000 |
`)
	for i, b := range l.Budget.Rows {
		if known := i < 4; b.FiscalYear.Known != known || known && b.FiscalYear.Value != 2025 {
			t.Errorf("%s: %d, %t", b.Item.Value, b.FiscalYear.Value, b.FiscalYear.Known)
		}
	}
	if len(l.Budget.Rows) != 5 {
		t.Errorf("%d lines, want 5: %s", len(l.Budget.Rows), l)
	}
}
