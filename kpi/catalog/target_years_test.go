package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestTargetsOfYears: [targets] is about the year of the period in pilot.toml, [targets.2026] about 2026. A run for
// 2024 has none and says so.
func TestTargetsOfYears(t *testing.T) {
	const ledger = `
as_of: 2026-09-30
fiscal_year: YEAR

# pilot.toml
[period]
fiscal_year = "令和7年度"
[targets]
revenue_total = 300000
registered_workers = 8
[targets.R8]
revenue_total = 500000
metric."EC売上" = 10

## 参加者
参加者ID | 開始日
P01 | 2024-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2024-04-01 | 30000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2024-05-07 | P01 | K1 | 2 | 2000

## 実績値
年月日 | 指標 | 値
2024-06-30 | EC売上 | 5
`
	for _, c := range []struct {
		year                    string
		revenue, registered, ec float64 // 0: none
	}{
		{"2025", 300000, 8, 0},
		{"2026", 500000, 0, 10},
		{"2024", 0, 0, 0},
	} {
		text := strings.Replace(ledger, "YEAR", c.year, 1)
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, text)))
		for id, want := range map[string]float64{"revenue_total": c.revenue, "registered_workers": c.registered,
			"metric.EC売上": c.ec} {
			f := kpi.Find(figures, id)
			got := 0.0
			if f.Target != nil {
				got = *f.Target
			}
			said := false
			for _, w := range f.Warnings {
				said = said || strings.Contains(w.JA, "2024年度の目標が pilot.toml にない") && strings.Contains(w.EN, "fiscal 2024")
			}
			if got != want || said != (c.year == "2024") {
				t.Errorf("fiscal %s, %s: target %v, want %v; that there is none is said: %t", c.year, id, got, want, said)
			}
		}
	}
}
