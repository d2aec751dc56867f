package record_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// logSheet writes a sheet of tasks on the days of May, each with one hour and 1000 yen.
func logSheet(name string, days ...int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n", name)
	for _, d := range days {
		fmt.Fprintf(&b, "2025-05-%02d | P01 | K1 | 1 | 1000\n", d)
	}
	return b.String()
}

// TestCopies: a sheet whose records all stand in another one is not counted, whatever it is called;
// of two alike it is the one that is marked, hidden, or later. left are the days that count, once each.
func TestCopies(t *testing.T) {
	tests := []struct{ name, sheets, copied, left string }{
		{"alike, no mark: the later one", logSheet("一郎", 1, 2, 3) + logSheet("花子", 1, 2, 3), "花子", "1 2 3"},
		{"alike, the first one hidden", logSheet("~表A", 1, 2, 3) + logSheet("表B", 1, 2, 3), "表A", "1 2 3"},
		{"alike, the first one marked", logSheet("旧", 1, 2, 3) + logSheet("表B", 1, 2, 3), "旧", "1 2 3"},
		{"a part of the other", logSheet("表A", 1, 2, 3) + logSheet("表B", 1, 2, 3, 4), "表A", "1 2 3 4"},
		{"the year beside its months", logSheet("年間一覧", 1, 2, 3, 4, 5) + logSheet("前半", 1, 2, 3) + logSheet("後半", 4, 5),
			"前半 後半", "1 2 3 4 5"},
		{"two records alike are too few", logSheet("表A", 1, 2) + logSheet("表B", 1, 2, 3), "", "1 1 2 2 3"},
		{"one record is another's only", logSheet("表A", 1, 2, 3) + logSheet("表B", 2, 3, 4), "", "1 2 2 3 3 4"},
		{"a month before its correction", logSheet("5月", 1, 2, 3) + logSheet("5月_修正版", 1, 2, 4), "5月", "1 2 4"},
		{"a mark without anything in common", logSheet("5月", 1, 2, 3) + logSheet("5月_修正版", 4, 5, 6), "", "1 2 3 4 5 6"},
		{"the state of a day", logSheet("ログ in 台帳2.xlsx", 1, 2, 3, 4) + logSheet("ログ in 台帳2_20250503.xlsx", 1, 2, 9), "ログ",
			"1 2 3 4"},
		{"by name: a month before its correction",
			logSheet("5月", 1, 2, 3) + logSheet("15月", 7, 8) + logSheet("15月(修正前)", 7, 9), "15月(修正前)", "1 2 3 7 8"},
		{"by name: a backup", logSheet("11月", 1, 2) + logSheet("11月_bak", 1, 3), "11月_bak", "1 2"},
		{"by name: a file copied in Explorer", logSheet("ログ in ログ.xlsx", 1, 2) + logSheet("ログ in コピー ～ ログ.xlsx", 1, 3), "ログ",
			"1 2"},
		{"by name: a file downloaded twice", logSheet("ログ in ログ.xlsx", 1, 2) + logSheet("ログ in ログ (1).xlsx", 1, 3), "ログ",
			"1 2"},
		{"numbers that differ are other months", logSheet("4月", 1, 2) + logSheet("5月 (2)", 3), "", "1 2 3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+tt.sheets)
			var copied, left []string
			for _, f := range l.Findings {
				if f.Code == "C313" {
					copied = append(copied, f.Sheet)
				}
			}
			for d := 1; d < 10; d++ {
				for _, r := range l.Tasks.Rows {
					if _, _, day := r.Date.Value.YMD(); day == d {
						left = append(left, fmt.Sprint(d))
					}
				}
			}
			if got := strings.Join(copied, " "); got != tt.copied || strings.Join(left, " ") != tt.left {
				t.Errorf("copied %q, left %v; want %q, %s\n%s", got, left, tt.copied, tt.left, l)
			}
		})
	}
}

// TestRecordsThatSayLittle: rows that hold a date and a person alone may well be alike.
func TestRecordsThatSayLittle(t *testing.T) {
	const rows = "作業日 | 参加者ID | 件数\n2025-05-01 | P01 | 3\n2025-05-02 | P01 | 4\n2025-05-03 | P01 | 5\n"
	if l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+"## A社\n"+rows+"## B社\n"+rows); len(l.Tasks.Rows) != 6 {
		t.Errorf("%d tasks, want 6:\n%s", len(l.Tasks.Rows), l)
	}
}

// TestSumsOfTheLog: a list of payments by person and month that is read as a log is told at its rows.
// P01 worked 1 + 1 hours in May and 1 + 2 in June, P02 2 in May, each hour at 1,000 yen.
func TestSumsOfTheLog(t *testing.T) {
	const log = `## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
2025-05-01 | P01 | K1 | 1 | 1000 | 2025-06-30
2025-05-02 | P01 | K1 | 1 | 1000 | 2025-06-30
2025-05-03 | P02 | K1 | 2 | 2000 | 2025-06-30
2025-06-01 | P01 | K1 | 1 | 1000 | 2025-07-31
2025-06-02 | P01 | K1 | 2 | 2000 | 2025-07-31
`
	for name, tt := range map[string]struct{ rows, want string }{
		"by day of payment": {"2025-06-30 | P01 | 2 | 2000\n2025-06-30 | P02 | 2 | 2000\n2025-07-31 | P01 | 3 | 3000\n",
			"D2 D3 D4"},
		"by month of work": {"2025-05-31 | P01 | 2 | 2000\n2025-05-31 | P02 | 2 | 2000\n2025-06-30 | P01 | 3 | 3000\n",
			"D2 D3 D4"},
		"other amounts": {"2025-05-31 | P01 | 2 | 2100\n2025-05-31 | P02 | 2 | 2100\n2025-06-30 | P01 | 3 | 3100\n",
			""},
		"two rows are chance": {"2025-06-30 | P01 | 2 | 2000\n2025-07-31 | P01 | 3 | 3000\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+log+"## 月別\n日付 | 参加者ID | 作業時間 | 報酬額\n"+tt.rows)
			var at []string
			for _, f := range finding.Unfold(l.Findings) {
				if f.Code == "C216" && f.Sheet == "月別" {
					at = append(at, f.Range)
				}
			}
			if got := strings.Join(at, " "); got != tt.want {
				t.Errorf("C216 at %q, want %q\n%s", got, tt.want, l)
			}
		})
	}
}
