package cohort_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestDatesInPieces: year, month and day in columns, once or in each row; the cell of the date is that of
// the day.
func TestDatesInPieces(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"three columns", "年 | 月 | 日 | 参加者ID | 案件ID | 時間\n2025 | 6 | 2 | P01 | K1 | 2\n2025 | 6 | 3 | P02 | K1 | 1\n" +
			"2026 | 1 | 5 | P01 | K1 | 3\n",
			"P01 2025-06-02 2 C2 D2 F2\nP02 2025-06-03 1 C3 D3 F3\nP01 2026-01-05 3 C4 D4 F4"},
		{"an era in the heading, the year and the month once", "年（令和） | 月 | 日 | 参加者ID | 案件ID | 時間\n" +
			"7 | 6月 | 2日 | P01 | K1 | 2\n | | 3日 | P02 | K1 | 1\n8 | 1月 | 5日 | P01 | K1 | 3\n合計 | | | | | 6\n",
			"P01 2025-06-02 2 C2 D2 F2\nP02 2025-06-03 1 C3 D3 F3\nP01 2026-01-05 3 C4 D4 F4"},
		{"no year: the period has it; the month is merged", "月 | 日 | 参加者ID | 案件ID | 時間\n6月 | 2 | P01 | K1 | 2\n" +
			"↑ | 3 | P02 | K1 | 1\n1月 | 5 | P01 | K1 | 3\n",
			"P01 2025-06-02 2 B2 C2 E2\nP02 2025-06-03 1 B3 C3 E3\nP01 2026-01-05 3 B4 C4 E4"},
	} {
		l := cohorttest.Read(t, shapeHead+"## 作業ログ\n"+c.sheet)
		if got := tasksOf(l); got != c.want || !shaped(l) {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestDatesInPiecesThatStay: half of the rows are no dates, or the column left of the day is no month.
func TestDatesInPiecesThatStay(t *testing.T) {
	for name, sheet := range map[string]string{
		"no dates": "年 | 月 | 日 | 参加者ID | 案件ID | 時間\n2025 | 6 | 31 | P01 | K1 | 2\n2025 | 6 | 2 | P01 | K1 | 2\n" +
			"2025 | 6 | 3 | P01 | K1 | 2\n2025 | 6 | 4 | P01 | K1 | 2\n",
		"no month": "年 | 回 | 日 | 参加者ID | 案件ID | 時間\n2025 | 6 | 2 | P01 | K1 | 2\n2025 | 6 | 3 | P01 | K1 | 2\n" +
			"2025 | 6 | 4 | P01 | K1 | 2\n",
		"no one year": "月 | 日 | 参加者ID | 案件ID | 時間\n13月 | 2 | P01 | K1 | 2\n13月 | 3 | P01 | K1 | 2\n" +
			"13月 | 4 | P01 | K1 | 2\n",
	} {
		if l := cohorttest.Read(t, shapeHead+"## 作業ログ\n"+sheet); shaped(l) {
			t.Errorf("%s was read as dates:\n%s\n%s", name, tasksOf(l), l)
		}
	}
}

// TestValuesWrittenOnce: a day for several rows, below it blanks; and a log that repeats what is the same,
// in which a blank says that there is none.
func TestValuesWrittenOnce(t *testing.T) {
	const head = "作業日 | 参加者ID | 案件ID | 時間 | 報酬\n"
	l := cohorttest.Read(t, shapeHead+"## 作業ログ\n"+head+
		"2025-06-02 | P01 | K1 | 2 | 2000\n | P02 | K1 | 1 | 1000\n2025-06-03 | P01 | K1 | 2 | 2000\n"+
		" | P02 | K1 | 1 | 1000\n"+
		"2025-06-04 | P01 | K1 | 3 | 3000\n | P02 | K1 | 1 | 1000\n合計 | | | 10 | 10000\n")
	want := "P01 2025-06-02 2 A2 B2 D2\nP02 2025-06-02 1 A2 B3 D3\nP01 2025-06-03 2 A4 B4 D4\n" +
		"P02 2025-06-03 1 A4 B5 D5\n" +
		"P01 2025-06-04 3 A6 B6 D6\nP02 2025-06-04 1 A6 B7 D7"
	if got := tasksOf(l); got != want || !shaped(l) {
		t.Errorf("tasks\n%s\nwant\n%s\n%s", got, want, l)
	}
	l = cohorttest.Read(t, shapeHead+"## 作業ログ\n"+head+
		"2025-06-02 | P01 | K1 | 2 | 2000\n2025-06-02 | P02 | K1 | 1 | 1000\n2025-06-03 | P01 | | 2 | 2000\n"+
		"2025-06-03 | P02 | | 1 | 1000\n"+
		"2025-06-04 | P01 | K1 | 3 | 3000\n2025-06-04 | P02 | | 1 | 1000\n2025-06-05 | P02 | K1 | 1 | 1000\n")
	blank := 0
	for _, task := range l.Tasks.Rows {
		if !task.ContractID.Known {
			blank++
		}
	}
	if shaped(l) || blank != 3 {
		t.Errorf("%d tasks without a contract, want 3\n%s", blank, l)
	}
}
