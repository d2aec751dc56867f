package cohort_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestMonthsBelowEachOther: several months in one sheet, each below its name, with headings of their own or those above
// all; and the days of one month in columns side by side. The totals are those of the rows.
func TestMonthsBelowEachOther(t *testing.T) {
	for _, c := range []struct{ name, sheets, want string }{
		{"headings for each month, the person above all", "## 佐藤花子\n作業日報 | | 氏名 | 佐藤花子\n" +
			"2025年6月\n日 | 曜 | 案件ID | 時間\n1 | 日 | | \n2 | 月 | K1 | 2\n3 | 火 | |\n計 | | | 2\n|\n" +
			"2025年7月\n日 | 曜 | 案件ID | 時間\n1 | 火 | K1 | 1.5\n2 | 水 | | \n3 | 木 | K1 | 1\n計 | | | 2.5\n",
			"P01 2025-06-02 2 A5 D1 D5\nP01 2025-07-01 1.5 A11 D1 D11\nP01 2025-07-03 1 A13 D1 D13"},
		{"headings once, 【7月分】 without a year, persons in a column", "## 記録\n令和7年度 作業記録\n日 | 氏名 | 案件ID | 時間\n" +
			"【6月分】\n2 | 佐藤花子 | K1 | 2\n3 | 鈴木一郎 | K1 | 1\n9 | 佐藤花子 | K1 | 1\n小計 | | | 4\n" +
			"【7月分】\n1 | 佐藤花子 | K1 | 3\n1 | 鈴木一郎 | K1 | 2\n8 | 鈴木一郎 | K1 | 2\n小計 | | | 7\n" +
			"【1月分】\n7 | 佐藤花子 | K1 | 1\n8 | 鈴木一郎 | K1 | 1\n9 | 鈴木一郎 | K1 | 1\n",
			"P01 2025-06-02 2 A4 B4 D4\nP02 2025-06-03 1 A5 B5 D5\nP01 2025-06-09 1 A6 B6 D6\n" +
				"P01 2025-07-01 3 A9 B9 D9\nP02 2025-07-01 2 A10 B10 D10\nP02 2025-07-08 2 A11 B11 D11\n" +
				"P01 2026-01-07 1 A14 B14 D14\nP02 2026-01-08 1 A15 B15 D15\nP02 2026-01-09 1 A16 B16 D16"},
		{"two matrices", "## 稼働表\n2025/6\n氏名 | 1 | 2 | 3 | 4 | 5 | 計\n佐藤花子 | | 2 | | | 1 | 3\n計 | | 2 | | | 1 | 3\n|\n" +
			"2025/7\n氏名 | 1 | 2 | 3 | 4 | 5 | 計\n鈴木一郎 | 1 | | | | | 1\n",
			"P01 2025-06-02 2 C2 A3 C3\nP01 2025-06-05 1 F2 A3 F3\nP02 2025-07-01 1 B7 A8 B8"},
		{"the second half of the month on the right", "## 6月 in 勤務表_佐藤花子.xlsx\n2025年6月\n" +
			"日 | 案件ID | 時間 | | 日 | 案件ID | 時間\n1 | | | | 4 | K1 | 2\n2 | K1 | 1 | | 5 | |\n3 | | | | 6 | K1 | 3\n" +
			"計 | | 1 | | 計 | | 5\n",
			"P01 2025-06-02 1 A4  C4\nP01 2025-06-04 2 E3  G3\nP01 2025-06-06 3 E5  G5"},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheets)
		if got := tasksOf(l); got != c.want || !shaped(l) {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestNoMonthsBelowEachOther: a remark that names a month begins none; plans beside what was done, one month twice, and
// months of which one is no list are not read.
func TestNoMonthsBelowEachOther(t *testing.T) {
	const list = "日 | 氏名 | 案件ID | 時間\n"
	for _, c := range []struct{ name, sheet, want string }{
		{"a remark", "## 6月\n2025年6月\n" + list + "2 | 佐藤花子 | K1 | 2\n※8月は休み\n3 | 佐藤花子 | K1 | 1\n4 | 佐藤花子 | K1 | 1\n", ""},
		{"one month twice", "## 記録\n" + list + "6月\n2 | 佐藤花子 | K1 | 2\n3 | 佐藤花子 | K1 | 1\n4 | 佐藤花子 | K1 | 1\n" +
			"6月\n2 | 佐藤花子 | K1 | 2\n3 | 佐藤花子 | K1 | 1\n4 | 佐藤花子 | K1 | 1\n", ""},
		{"plans on the left", "## 6月 in 勤務表_佐藤花子.xlsx\n2025年6月\n日 | 案件ID | 時間 | | 日 | 案件ID | 時間\n" +
			"1 | K1 | 4 | | 1 | K1 | 2\n2 | K1 | 4 | | 2 | |\n3 | K1 | 4 | | 3 | K1 | 3\n", ""},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if got := tasksOf(l); got != c.want {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestTotalsOfMatrices: 6 beside 2 + 3, and 4 below 2 + 1, are no sums; totals of days are no hours.
func TestTotalsOfMatrices(t *testing.T) {
	cohorttest.Check(t, shapeHead+"## 6月 in 稼働表.xlsx\n令和7年6月 稼働表\n"+
		"氏名 ^C334 | 1 | 2 | 3 | 4 | 5 | 計 | 稼働日数計\n"+
		"佐藤 花子 | | 2 | 3 | | | 6 ^C214 | 2\n鈴木一郎 | | 1 | | | | 1 | 1\n"+
		"合計 | | 4 ^C214 | 3 | | | 7 | 3\n")
}

// TestMatricesOfOtherThings: a table of persons and days holds hours only where its name, its title or its numbers say
// so: pieces are none. A setting of reading says it too.
func TestMatricesOfOtherThings(t *testing.T) {
	const days = "氏名 | 1 | 2 | 3 | 4 | 5\n"
	for _, c := range []struct {
		name, sheet string
		read        int
	}{
		{"pieces by the title", "## 6月 in 台帳2.xlsx\n令和7年6月 処理数\n" + days + "佐藤花子 | 12 | 8 | 9 | | 3\n", 0},
		{"pieces beside a word of work", "## 6月 in 作業.xlsx\n令和7年6月 入力数\n" + days + "佐藤花子 | 12 | 8 | 9 | | 3\n", 0},
		{"whole numbers of nothing", "## 6月 in 台帳2.xlsx\n令和7年6月\n" + days + "佐藤花子 | 2 | 8 | 9 | | 3\n", 0},
		{"quarters of an hour", "## 6月 in 台帳2.xlsx\n令和7年6月\n" + days + "佐藤花子 | 2.5 | 8 | 9 | | 3\n", 4},
		{"whole hours by the title", "## 6月 in 台帳2.xlsx\n令和7年6月 稼働表\n" + days + "佐藤花子 | 2 | 8 | 9 | | 3\n", 4},
		{"whole hours by a setting", "# reading.toml\n[[table]]\nkey = \"tasks\"\nsheet = \"6月\"\nshape = \"day_matrix\"\n" +
			"## 6月 in 台帳2.xlsx\n令和7年6月\n" + days + "佐藤花子 | 2 | 8 | 9 | | 3\n", 4},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if len(l.Tasks.Rows) != c.read {
			t.Errorf("%s: %d tasks, want %d\n%s", c.name, len(l.Tasks.Rows), c.read, l)
		}
	}
}
