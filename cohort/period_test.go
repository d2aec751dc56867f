package cohort_test

import (
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
)

// TestPeriodAhead: a period that begins after the as-of date is told, whoever gave the two.
func TestPeriodAhead(t *testing.T) {
	asOf, from := cell.NewDay(2026, 3, 31), cell.NewDay(2026, 4, 1)
	for _, c := range []struct {
		toml string
		opt  cohort.LoadOptions
		want string
	}{
		{"[period]\nfiscal_year = 2026\n", cohort.LoadOptions{AsOf: &asOf},
			"P191 2行目1文字目: 対象期間は 2026-04-01 に始まりますが、基準日は 2026-03-31 です。"},
		{"[period]\nfrom = 2026-04-01\n", cohort.LoadOptions{AsOf: &asOf}, "P191 2行目1文字目: 対象期間は"},
		{"", cohort.LoadOptions{AsOf: &asOf, From: &from}, "P191 対象期間は"},
		{"", cohort.LoadOptions{AsOf: &from, From: &from}, ""},
		{"[period]\nfiscal_year = 2025\n", cohort.LoadOptions{AsOf: &asOf}, ""},
	} {
		pilot, findings := setting.Read("pilot.toml", []byte(c.toml))
		l, _ := cohort.Assemble(nil, pilot, c.opt, findings)
		got := ""
		for _, f := range l.Findings {
			if f.Code == "P191" {
				got += f.Code + " " + f.Message.JA
			}
		}
		if !strings.HasPrefix(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%q %v: %q, want %q", c.toml, c.opt, got, c.want)
		}
	}
}
