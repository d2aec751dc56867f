package catalog

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestPublishedRegister gives the register of 立科町 as it is published: 100 registered, of whom 79 are
// active, 64 women and 15 men.
func TestPublishedRegister(t *testing.T) {
	var people, tasks strings.Builder
	for i := range 100 {
		gender := "女性"
		if i >= 64 && i < 79 || i >= 90 {
			gender = "男性"
		}
		fmt.Fprintf(&people, "P%03d | 2025-04-01 | %s\n", i, gender)
		if i < 79 {
			fmt.Fprintf(&tasks, "2026-03-20 | P%03d | 2\n", i)
		}
	}
	w := kpi.NewWindow(cohorttest.Load(t, "as_of: 2026-03-31\n## 参加者\n参加者ID | 開始日 | 性別\n"+people.String()+
		"## 作業ログ\n作業日 | 参加者ID | 時間\n"+tasks.String()))
	figures := kpi.Run(All(), w)
	for _, want := range []struct{ id, line string }{
		{"registered_workers", "value 100"},
		{"active_workers", "value 79"},
		{"active_ratio", "value 79/100"},
		{"by_gender", "part groups.female.active 64"},
		{"by_gender", "part groups.male.active 15"},
	} {
		if err := check(kpi.Find(figures, want.id), want.line); err != nil {
			t.Errorf("%s: %s: %v", want.id, want.line, err)
		}
	}
}

// TestPublishedSeries gives the revenue of 塩尻の KADO as it is published, about 2 million yen in fiscal
// 2011 and about 200 million in 2020: a hundredfold.
func TestPublishedSeries(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `
as_of: 2021-03-31
from: 2020-04-01
to: 2021-03-31

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 契約額
Y11 | A | 単発 | 2011-04-01 | 2012-03-31 | 2000000
Y20 | A | 単発 | 2020-04-01 | 2021-03-31 | 200000000
`))
	figures := kpi.Run(All(), w)
	for _, want := range []struct{ id, line string }{
		{"revenue_by_fiscal_year", "value 200000000"},
		{"revenue_by_fiscal_year", "part years.2011.revenue 2000000"},
		{"revenue_by_fiscal_year", "part years.2015.revenue 0"},
		{"revenue_multiple", "value 100"},
		{"revenue_multiple", "part first_year 2011"},
	} {
		if err := check(kpi.Find(figures, want.id), want.line); err != nil {
			t.Errorf("%s: %s: %v", want.id, want.line, err)
		}
	}
}
