package rule_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// TestOneFaultIsToldOnce: what follows from a fault elsewhere is no error of its own. Each ledger
// has one fault; want are its errors and warnings, then the rows of the log that are left out.
func TestOneFaultIsToldOnce(t *testing.T) {
	const people = "\n## 参加者\n参加者ID | 氏名 | 開始日\nP01 | 青木 | 2025-04-01\nP02 | 井上 | 2025-04-01\n"
	const log = "\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-05-01 | P01 | K1 | 2 | 2000\n2025-05-02 | P02 | K1 | 3 " +
		"| 3000\n2025-05-03 | P02 | K1 | 3 | 3000\n"
	for _, c := range []struct {
		name, ledger, want string
		excluded           int
	}{
		{"an id that cannot be read in the roster", strings.Replace(people, "P02", "#N/A", 1) + cohorttest.Jobs + log,
			"C105 参加者!A3", 2},
		{"an id that is blank in the roster", strings.Replace(people, "P02", "", 1) + cohorttest.Jobs + log, "C101 参加者!A3",
			2},
		{"an id misspelt in the log, and one blank",
			strings.Replace(people, "P02", "", 1) + cohorttest.Jobs + strings.ReplaceAll(log, "P02", "p-1"),
			"C202 作業ログ!B3 C202 作業ログ!B4 C101 参加者!A3", 2},
		{"two ids are lost and one row has none",
			strings.Replace(people, "P02", "", 1) + cohorttest.Jobs + strings.Replace(log, "P01", "P07", 1),
			"C202 作業ログ!B2 C202 作業ログ!B3 C202 作業ログ!B4 C101 参加者!A3", 3},
		{"a contract without its id", people + strings.Replace(cohorttest.Jobs, "K1", "", 1) + log, "C101 案件!A2", 3},
		{"a client without its id", "\n## 発注者\n発注者ID | 名称 | 所在\n | 甲社 | 域内\nC2 | 乙社 | 県外\n" + people + cohorttest.Jobs + log,
			"C101 発注者!A2", 3},
		{"a contract that ends before it starts",
			people + strings.Replace(cohorttest.Jobs, "2026-03-31", "2024-03-31", 1) + log,
			"C208 案件!E2", 3},
		{"somebody who left before the start",
			strings.NewReplacer("開始日", "開始日 | 離脱日", "井上 | 2025-04-01", "井上 | 2025-04-01 | 2025-03-01").Replace(people) +
				cohorttest.Jobs +
				log, "C208 参加者!D3", 2},
		{"hours merged over two tasks", people + cohorttest.Jobs +
			strings.Replace(log, "K1 | 3 | 3000\n2025-05-03 | P02 | K1 | 3", "K1 | 6 | 3000\n2025-05-03 | P02 | K1 | ↑", 1),
			"C192 作業ログ!D3:D4", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := cohorttest.Read(t, c.ledger)
			var got []string
			for _, f := range finding.Unfold(l.Findings) {
				if f.Severity != finding.Info {
					got = append(got, f.Code+" "+f.Sheet+"!"+f.Range)
				}
			}
			if s := strings.Join(got, " "); s != c.want || len(l.Tasks.Excluded) != c.excluded {
				t.Errorf("%d tasks excluded, want %d; errors and warnings\n%s\nwant\n%s", len(l.Tasks.Excluded), c.excluded, s,
					c.want)
			}
		})
	}
}

// TestMarkForNoValue: a mark that says there is no value is quoted where a value is needed.
func TestMarkForNoValue(t *testing.T) {
	l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n－ | P01 | K1 | 2 | 2000\n")
	for _, f := range l.Findings {
		if f.Code == "C101" {
			if f.Value != "－" || f.Range != "A2" || !strings.Contains(f.Message.JA, "「－」") {
				t.Errorf("%s, value %q: %s", f.Place, f.Value, f.Message.JA)
			}
			return
		}
	}
	t.Errorf("no C101:\n%s", l)
}
