package catalog

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestColumnAddedInSeptember: of ten tasks from May on, the first six were done before the hub had a column for double
// checks. Of the four since 1 September three are checked: 3 of 4, not 3 of 10. A column of marks that are made now and
// then (one rework in ten, no sign for none) says nothing of when it was begun: 1 of 10.
func TestColumnAddedInSeptember(t *testing.T) {
	var ledger strings.Builder
	ledger.WriteString(`
as_of: 2026-03-31

## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | Wチェック | 手戻り
`)
	for i, day := range []string{"05-01", "05-15", "06-02", "06-16", "07-01", "08-01",
		"09-01", "09-15", "10-01", "10-15"} {
		checked, rework := "", ""
		if i >= 6 {
			checked = map[bool]string{true: "×", false: "○"}[i == 7]
		}
		if i == 6 {
			rework = "○"
		}
		fmt.Fprintf(&ledger, "2025-%s | P01 | K1 | 2 | 2000 | 2025-%s | %s | %s\n", day, day, checked, rework)
	}
	figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, ledger.String())))
	for _, c := range []struct {
		id     string
		of, in float64
		said   bool
	}{
		{"w_check_ratio", 3, 4, true},
		{"rework_ratio", 1, 10, false},
	} {
		f := kpi.Find(figures, c.id)
		said := strings.Contains(fmt.Sprint(f.Warnings), "2025-09-01 から使われている")
		if *f.Numerator != c.of || *f.Denominator != c.in || said != c.said {
			t.Errorf("%s: %v of %v, want %v of %v; warnings %v", c.id, *f.Numerator, *f.Denominator, c.of, c.in, f.Warnings)
		}
	}
}
