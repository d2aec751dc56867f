package cohort_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// shapeHead is the roster and the contracts of the ledgers with sheets of another shape. The period is the
// fiscal year of 2025.
const shapeHead = `
as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31
## 参加者
参加者ID | 氏名 | 開始日
P01 | 佐藤 花子 | 2025-04-01
P02 | 鈴木 一郎 | 2025-04-01
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000
`

// tasksOf are the tasks of the ledger as "P01 2025-06-02 2", with the cells of day and person.
func tasksOf(l *cohorttest.Ledger) string {
	var out []string
	for _, t := range l.Tasks.Rows {
		out = append(out, fmt.Sprint(t.ParticipantID.Value, " ", t.Date.Value, " ", t.Hours.Value, " ",
			t.Cell(t.Date.Col).Range, " ", t.Cell(t.ParticipantID.Col).Range, " ", t.Cell(t.Hours.Col).Range))
	}
	return strings.Join(out, "\n")
}

// shaped reports whether some sheet was turned into rows.
func shaped(l *cohorttest.Ledger) bool {
	for _, f := range l.Findings {
		if f.Code == "C334" {
			return true
		}
	}
	return false
}

// TestMonthSheetsAreReadAsRows: the days, the month and the person in the ways of hubs. Weekdays are those
// of the calendar: 1 June 2025 was a Sunday.
func TestMonthSheetsAreReadAsRows(t *testing.T) {
	const ids = "日 | 曜日 | 案件ID | 時間\n"
	for _, c := range []struct{ name, sheets, want string }{
		{"year and month in two cells, an id behind the name", "## 勤務表\n2025 | 6 | 勤務表\nスタッフ名 | 佐藤花子 (0123)\n" +
			"日 | 案件ID | 時間\n1（日） | | \n2（月） | K1 | 2\n3（火） | | \n合計 | | 2\n",
			"P01 2025-06-02 2 A5 B2 C5"},
		{"the era year in pieces, the day as 2日", "## 勤務表\n令和 | 7 | 年 | 6 | 月分\n氏名：鈴木一郎\n" + ids +
			"1日 | 日 | | \n2日 | 月 | K1 | 1.5\n3日 | 火 | K1 | 1\n",
			"P02 2025-06-02 1.5 A5 A2 D5\nP02 2025-06-03 1 A6 A2 D6"},
		{"the month in the sheet's name, the person in the file's; two tasks on one day", "## 6月 in 勤務表_佐藤花子.xlsx\n" + ids +
			"1 | 日 | | \n2 | 月 | K1 | 2\n | | K1 | 1\n3 | 火 | | 0\n合計 | | | 3\n稼働日数 | | 1 |\n※ 上記のとおり\n",
			"P01 2025-06-02 2 A3  D3\nP01 2025-06-02 1 A3  D4"},
		{"202506, day and weekday in one cell", "## 202506 in 作業日報（鈴木一郎）.xlsx\n日 | 案件ID | 時間\n1/日 | |\n" +
			"2/月 | K1 | 2\n30/月 | |\n",
			"P02 2025-06-02 2 A3  C3"},
		{"several people, whose id each row has", "## R7.6\n日 | 参加者ID | 案件ID | 時間\n2 | P01 | K1 | 2\n" +
			"2 | P02 | K1 | 1\n3 | P01 | K1 | 1\n",
			"P01 2025-06-02 2 A2 B2 D2\nP02 2025-06-02 1 A3 B3 D3\nP01 2025-06-03 1 A4 B4 D4"},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheets)
		if got := tasksOf(l); got != c.want || !shaped(l) {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestUnsureMonthSheetsStay: two months, wrong weekdays, a day that the month has not, no month, no person.
func TestUnsureMonthSheetsStay(t *testing.T) {
	const days = "1 | 日 | K1 | 2\n2 | 月 | K1 | 2\n3 | 火 | K1 | 1\n"
	const head = "日 | 曜日 | 案件ID | 時間\n"
	for name, sheet := range map[string]string{
		"two months":         "## 7月\n2025年6月\n氏名：佐藤花子\n" + head + days,
		"other weekdays":     "## 7月\n氏名：佐藤花子\n" + head + days, // the year is not stated
		"no such day":        "## 表\n2025年6月\n氏名：佐藤花子\n日 | 案件ID | 時間\n29 | K1 | 1\n30 | K1 | 1\n31 | K1 | 1\n",
		"no month":           "## 表\n氏名：佐藤花子\n" + head + days,
		"a date, no month":   "## 表\n提出日 2025年6月30日 | 氏名：佐藤花子\n" + head + days,
		"nobody":             "## 6月\n" + head + days,
		"days go down again": "## 6月\n氏名：佐藤花子\n日 | 案件ID | 時間\n3 | K1 | 1\n2 | K1 | 1\n4 | K1 | 1\n",
	} {
		if l := cohorttest.Read(t, shapeHead+sheet); shaped(l) {
			t.Errorf("%s was read as rows:\n%s\n%s", name, tasksOf(l), l)
		}
	}
}
