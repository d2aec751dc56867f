package rule_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestShortOverlap: of rows that no renewal may join, two days that both terms have are told of; one day alone, on
// which a term ends and the next begins, is how many write it and is not. 1 and 2 March are two days.
func TestShortOverlap(t *testing.T) {
	const text = "# pilot.toml\n[settings]\nrenewal_gap_days = 0\n" + cohorttest.People + "## 案件\n" +
		"案件ID | 発注者ID | 案件名 | 種別 | 開始日 | 終了日 | 月額\n" +
		"A1 | 丙商店 | 帳票入力 | 定期 | 2025-06-01 | END | 45000\n" +
		"A2 | 丙商店 | 帳票入力 | 定期 | 2026-03-01 |  | 45000\n"
	for end, want := range map[string]bool{"2026-02-28": false, "2026-03-01": false, "2026-03-02": true} {
		l := cohorttest.Read(t, strings.Replace(text, "END", end, 1))
		told := false
		for _, f := range l.Findings {
			told = told || f.Code == "C261"
		}
		if told != want {
			t.Errorf("to %s: told %v, want %v\n%s", end, told, want, l)
		}
	}
}
