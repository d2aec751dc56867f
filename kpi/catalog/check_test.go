package catalog

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestUnknownFigures: a target or an indicator that names no figure is told with the nearest one;
// figures of the metrics sheet may be yet to come.
func TestUnknownFigures(t *testing.T) {
	c, clock := cohorttest.Load(t, `
# pilot.toml
[targets]
recurring_contract_ratio = 0.6
first_income_resident = 8
"metric.EC売上" = 100
[[grant]]
name = "補助"
[[grant.kpi]]
figure = "retention_ratio"
[[grant.kpi]]
figure = "retention"

## 参加者
参加者ID | 開始日
P1 | 2025-04-01
`)
	before := len(c.Findings)
	Check(c, clock)
	var got []string
	for _, f := range c.Findings {
		if f.Code == "P102" || f.Code == "P103" {
			got = append(got, f.Code+" "+f.Value+" "+f.Message.JA+f.Fix.JA)
		}
	}
	if len(got) != 2 || len(c.Findings) != before+2 {
		t.Fatalf("%d findings more, of pilot.toml %q; want the two unknown figures", len(c.Findings)-before, got)
	}
	for i, want := range [][]string{
		{"P102 first_income_resident", "3行目", "「first_income_residents」"},
		{"P103 retention ", "10行目", "「retention_ratio」"},
	} {
		for _, part := range want {
			if !strings.Contains(got[i], part) {
				t.Errorf("%q lacks %q", got[i], part)
			}
		}
	}
}
