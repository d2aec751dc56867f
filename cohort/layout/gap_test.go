package layout_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// TestGaps: a row with a single value among records lacks the others; rows filled in beforehand and
// remarks lack nothing. want are the errors.
func TestGaps(t *testing.T) {
	const log = "\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-05-01 | P01 | K1 | 2 | 2000\n"
	roster := func(rows string) string {
		return "\n## 参加者\n参加者ID | 開始日\n" + rows + cohorttest.Jobs + log
	}
	for _, c := range []struct{ name, ledger, want string }{
		{"no start among others", roster("P01 | 2025-04-01\nP02 |\nP03 | 2025-04-01\n"), "C101 参加者!B3"},
		{"no id among others", roster("P01 | 2025-04-01\n | 2025-04-01\nP03 | 2025-04-01\n"), "C101 参加者!A3"},
		{"the last one", roster("P01 | 2025-04-01\nP02 |\n"), "C101 参加者!B3"},
		{"two among others", roster("P01 | 2025-04-01\nP02 |\nP03 |\nP04 | 2025-04-01\n"), "C101 参加者!B3 C101 参加者!B4"},
		{"ids for those to come", roster("P01 | 2025-04-01\nP02 |\nP03 |\n"), ""},
		{"an id to come below a blank row", roster("P01 | 2025-04-01\n|\nP02 |\n"), ""},
		{"ids left free between cohorts", roster("P01 | 2025-04-01\nP02 |\nP03 |\nP04 |\nP11 | 2025-10-01\n"), ""},
		{"a group in the first column", roster("1班 |\nP01 | 2025-04-01\n2班 |\nP03 | 2025-04-01\n"), ""},
		{"a name alone among others", cohorttest.People + cohorttest.Jobs + log +
			"\n## 発注者\n発注者ID | 名称\nC1 | 甲社\n | 乙社\nC3 | 丙社\n", "C101 発注者!A3"},
		{"a remark below", cohorttest.People + cohorttest.Jobs + log + "\n## 発注者\n発注者ID | 名称\nC1 | 甲社\n|\n | 以上\n", ""},
		{"days without work", cohorttest.People + cohorttest.Jobs + log +
			"2025-05-02 | | | |\n2025-05-03 | P02 | K1 | 3 | 3000\n", ""},
		{"a person without a date", cohorttest.People + cohorttest.Jobs + log +
			" | P02 | | |\n2025-05-03 | P02 | K1 | 3 | 3000\n", "C101 作業ログ!A3"},
	} {
		l := cohorttest.Read(t, c.ledger)
		var got []string
		for _, f := range finding.Unfold(l.Findings) {
			if f.Severity == finding.Error {
				got = append(got, f.Code+" "+f.Sheet+"!"+f.Range)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: errors %q, want %q\n%s", c.name, s, c.want, l)
		}
	}
}
