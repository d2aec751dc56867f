package cohort_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// TestMatricesAreReadAsRows: persons and days, one way round and the other. An entry's person stands at the
// side or above, and its day above or at the side.
func TestMatricesAreReadAsRows(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"days across, the person once for two contracts, totals at both ends", "## 6月 in 稼働表.xlsx\n" +
			"令和7年6月 稼働表\n氏名 | 案件ID | 1 | 2 | 3 | 4 | 5 | 計\n | | 日 | 月 | 火 | 水 | 木 |\n" +
			"佐藤 花子 | K1 | | 2 | 0 | | | 2\n | K1 | | | | 1.5 | | 1.5\n鈴木一郎 | K1 | 休 | | 3 | | | 3\n" +
			"合計 | | | 2 | 3 | 1.5 | | 6.5\n",
			"P01 2025-06-02 2 D2 A4 D4\nP01 2025-06-04 1.5 F2 A4 F5\nP02 2025-06-03 3 E2 A6 E6"},
		{"days down, 0 on days off", "## 6月 in 作業報告書.xlsx\n日付 | 曜日 | 佐藤　花子 | 鈴木 一郎 | 合計 | 単位は時間（h）\n" +
			"2025-06-01 | 日 | 0 | 0 | 0\n2025-06-02 | 月 | 2 | 0 | 2\n2025-06-03 | 火 | 0 | 1 | 1\n" +
			"2025-06-04 | 水 | 0 | 0 | 0\n" +
			"2025-06-05 | 木 | 0 | 3 | 3\n合計 | | 2 | 4 | 6\n",
			"P01 2025-06-02 2 A3 C1 C3\nP02 2025-06-03 1 A4 D1 D4\nP02 2025-06-05 3 A6 D1 D6"},
		{"minutes", "## 6月 in 稼働表.xlsx\n（単位：分） | 氏名：\n氏名 | 1日 | 2日 | 3日 | 4日 | 5日\n佐藤花子 | | 90 | | |\n",
			"P01 2025-06-02 1.5 C2 A3 C3"},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if got := tasksOf(l); got != c.want || !shaped(l) {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestOneWrongCellOfAMatrix: what cannot be read leaves out its own entry, not those of the person or the day. 25 hours
// on one day are as wrong (C210), and a stranger's name leaves out all of the stranger's.
func TestOneWrongCellOfAMatrix(t *testing.T) {
	for _, c := range []struct{ name, sheet, want, code string }{
		{"hours that are a word", "## 6月 in 稼働表.xlsx\n稼働表\n氏名 | 1 | 2 | 3 | 4 | 5\n" +
			"佐藤花子 | 1 | 2 | 半日 | 1 | 1\n鈴木一郎 | | 1 | 3 | |\n",
			"P01 2025-06-01 1 B2 A3 B3\nP01 2025-06-02 2 C2 A3 C3\nP01 2025-06-04 1 E2 A3 E3\nP01 2025-06-05 1 F2 A3 F3\n" +
				"P02 2025-06-02 1 C2 A4 C4\nP02 2025-06-03 3 D2 A4 D4", "C109 D3"},
		{"too many hours", "## 6月 in 稼働表.xlsx\n稼働表\n氏名 | 1 | 2 | 3 | 4 | 5\n佐藤花子 | 1 | 25 | | |\n鈴木一郎 | | 1 | | |\n",
			"P01 2025-06-01 1 B2 A3 B3\nP02 2025-06-02 1 C2 A4 C4", "C210 C3"},
		{"days down", "## 6月 in 作業報告書.xlsx\n報告\n日付 | 佐藤花子 | 鈴木一郎\n" +
			"1 | 1 | 1\n2 | 1 | 未定\n3 | | 1\n4 | 1 |\n5 | 1 |\n",
			"P01 2025-06-01 1 A3 B2 B3\nP02 2025-06-01 1 A3 C2 C3\nP01 2025-06-02 1 A4 B2 B4\nP02 2025-06-03 1 A5 C2 C5\n" +
				"P01 2025-06-04 1 A6 B2 B6\nP01 2025-06-05 1 A7 B2 B7", "C109 C4"},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		found := ""
		for _, f := range l.Findings {
			if f.Severity == finding.Error {
				found += f.Code + " " + f.Range
			}
		}
		if got := tasksOf(l); got != c.want || found != c.code {
			t.Errorf("%s: tasks\n%s\nwant\n%s\nerrors %s, want %s\n%s", c.name, got, c.want, found, c.code, l)
		}
	}
}

// TestTablesThatAreNoMatrixOfHours: pay, a plan, marks, strangers, and days of a month that is not said.
func TestTablesThatAreNoMatrixOfHours(t *testing.T) {
	const across = "氏名 | 1 | 2 | 3 | 4 | 5\n佐藤花子 | | 2 | | |\n"
	for name, sheet := range map[string]string{
		"pay":      "## 6月 in 報酬一覧.xlsx\n" + across,
		"a plan":   "## 6月 in シフト表.xlsx\n" + across,
		"no month": "## 稼働表 in 稼働表.xlsx\n" + across,
		"marks":    "## 6月 in 稼働表.xlsx\n氏名 | 1 | 2 | 3 | 4 | 5\n佐藤花子 | | ○ | | |\n",
		"a log without hours": "## 作業ログ\n作業日 | 参加者ID\n2025-09-30 | P02\n2025-05-01 | P02\n2025-05-02 | P01\n" +
			"2025-05-03 | P01\n2025-05-04 | P02\n2025-05-05 | P02\n",
		"few days": "## 6月 in 稼働表.xlsx\n氏名 | 1 | 2 | 3\n佐藤花子 | | 2 |\n",
		"strangers": "## 表 in 作業.xlsx\n日付 | 甲 | 乙\n2025-06-01 | 1 | 1\n2025-06-02 | 1 | 1\n" +
			"2025-06-03 | 1 | 1\n2025-06-04 | 1 | 1\n2025-06-05 | 1 | 1\n",
		"a stranger among them": "## 表 in 作業.xlsx\n日付 | 佐藤花子 | 乙\n2025-06-01 | 1 | 1\n2025-06-02 | 1 | 1\n" +
			"2025-06-03 | 1 | 1\n" +
			"2025-06-04 | 1 | 1\n2025-06-05 | 1 | 1\n",
	} {
		if l := cohorttest.Read(t, shapeHead+sheet); shaped(l) {
			t.Errorf("%s was read as hours:\n%s\n%s", name, tasksOf(l), l)
		}
	}
}
