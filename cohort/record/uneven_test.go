package record_test

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

const may = `
## 5月 in 5月.csv
作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 支払日
2025-05-02 | P01 | K1 | 入力 | 1 | 1000 | 2025-06-30
`

// TestUnevenTables: a sheet that lacks a column which another one has is named with the column;
// "" where nothing is to be said.
func TestUnevenTables(t *testing.T) {
	const paid = "5月.csv 5月!G1"
	for _, c := range []struct{ name, june, place, related, says string }{
		{"no paid dates",
			"作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 1 | 1000\n2025-06-03 | P01 | K1 | 2 | 2000\n",
			"6月.csv 6月!A1:E1", paid, "「支払日」の列がありません。「作業ログ」のほかの表にはあります。この表の2件では空欄"},
		{"neither pay nor paid dates", "題名\n | 作業日 | 参加者ID | 案件ID | 時間\n | 2025-06-02 | P01 | K1 | 1\n", "6月.csv 6月!B2:E2",
			"5月.csv 5月!F1 " + paid, "「報酬」「支払日」の列がありません"},
		{"a heading misspelt", "作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払曰\n2025-06-02 | P01 | K1 | 1 | 1000 | 2025-07-31\n",
			"6月.csv 6月!A1:F1", paid, "「支払日」の列がありません"},
		{"another name for it",
			"作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 着金 | 備考 | 一 | 二 | 三 | 四\n2025-06-02 | P01 | K1 | 1 | 1000 | 2025-07-31 | 済 | 1 | " +
				"1 | 1 | 1\n", "6月.csv 6月!A1:K1", paid, "読んでいない見出しは「着金」「備考」「一」「二」「三」などです。"},
		{"two headings for it",
			"作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 送金日 | 振込日\n2025-06-02 | P01 | K1 | 1 | 1000 | 2025-07-31 | 2025-07-31\n",
			"6月.csv 6月!A1:G1", paid, "「支払日」の列がありません"},
		{"no names of tasks, on which no figure rests",
			"作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日\n2025-06-02 | P01 | K1 | 1 | 1000 | 2025-07-31\n", "", "", ""},
		{"the column, with nothing in it", "作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日\n2025-06-02 | P01 | K1 | 1 | 1000 |\n", "", "",
			""},
		{"no records", "作業日 | 参加者ID | 案件ID | 時間 | 報酬\n", "", "", ""},
		{"one more column, which May lacks",
			"作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日 | Wチェック\n2025-06-02 | P01 | K1 | 1 | 1000 | 2025-07-31 |\n", "5月.csv 5月!A1:G1",
			"6月.csv 6月!G1", "「Wチェック」の列がありません"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+may+"\n## 6月 in 6月.csv\n"+c.june)
			i := slices.IndexFunc(l.Findings, func(f finding.Finding) bool { return f.Code == "C326" })
			if i < 0 {
				if c.place != "" {
					t.Errorf("no C326 at %s:\n%s", c.place, l)
				}
				return
			}
			f := l.Findings[i]
			var related []string
			for _, p := range f.Related {
				related = append(related, p.String())
			}
			if got := strings.Join(related, " "); f.String() != c.place || got != c.related ||
				!strings.Contains(f.Message.JA, c.says) || f.Severity != finding.Warning {
				t.Errorf("%s at %s, related %q, %s\nwant %s, related %q, %s", f.Severity, f, got, f.Message.JA, c.place, c.related,
					c.says)
			}
		})
	}
}

// TestUnevenByPin: a column that pilot.toml gives for one of the files is there.
func TestUnevenByPin(t *testing.T) {
	pin := "# pilot.toml\n[[table]]\nkey = \"tasks\"\nfiles = [\"6月.csv\"]\n[table.constants]\npaid_date = " +
		"\"2025-07-31\"\n"
	l := cohorttest.Read(t, pin+cohorttest.People+cohorttest.Jobs+
		"\n## 6月 in 6月.csv\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 1 | 1000\n"+
		"## 7月 in 6月.csv\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-07-02 | P01 | K1 | 1 | 1000\n")
	if got := cohorttest.Codes(l.Ledger); got != "" || len(l.Tasks.Rows) != 2 {
		t.Errorf("findings %q, %d tasks; want none and 2:\n%s", got, len(l.Tasks.Rows), l)
	}
}

// TestLacking: which sheets lack a column, as figures ask for it.
func TestLacking(t *testing.T) {
	l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+may+
		"\n## 6月 in 6月.csv\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-06-02 | P01 | K1 | 1 | 1000\n2025-06-03 | P01 | K1 | × 時間 "+
		"| 1000\n")
	lacking := l.Tasks.Lacking("paid_date")
	if len(lacking) != 1 || lacking[0].File != "6月.csv" || lacking[0].Records != 2 {
		t.Errorf("paid_date is lacking in %v, want 6月.csv with its 2 records", lacking)
	}
	for _, column := range []string{"pay", "rework", "hours"} {
		if s := l.Tasks.Lacking(column); len(s) > 0 {
			t.Errorf("%s is lacking in %v, want none", column, s)
		}
	}
	if !l.Tasks.Has("paid_date") || l.Tasks.Has("rework") || (&record.Table[record.Task]{}).Has("paid_date") {
		t.Error("Has: paid_date stands in a sheet, rework in none")
	}
}
