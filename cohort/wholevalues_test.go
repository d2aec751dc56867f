package cohort_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// TestHoursAndMinutesInTwoColumns: 1 and 15 are an hour and a quarter, wherever the name of both stands, and in the row
// of totals too; starts, ends and rests come so as well: 9:05 to 11:35 less 30 minutes are two hours.
func TestHoursAndMinutesInTwoColumns(t *testing.T) {
	const want = "P01 2025-06-02 1.25 A2 B2 D2\nP02 2025-06-03 0.5 A3 B3 D3\nP02 2025-06-04 2 A4 B4 D4"
	const rows = "2025-06-02 | P01 | K1 | 1 | 15\n2025-06-03 | P02 | K1 | | 30\n2025-06-04 | P02 | K1 | 2 | 0\n" +
		"合計 | | | 3 | 45\n"
	for _, heads := range []string{"時間 | 分", "作業時間（時間） | 作業時間（分）", "h | m", "時 | 分", "作業時間 | 分"} {
		l := cohorttest.Read(t, shapeHead+"## 作業ログ\n作業日 | 参加者ID | 案件ID | "+heads+"\n"+rows)
		if got := tasksOf(l); got != want || !shaped(l) || says(l, "C214") {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", heads, got, want, l)
		}
	}
	l := cohorttest.Read(t, shapeHead+"## 作業ログ\n作業日 | 参加者ID | 案件ID | 開始 | ← | 終了 | ← | 休憩 | ←\n"+
		"↑ | ↑ | ↑ | 時 | 分 | 時 | 分 | 時間 | 分\n2025-06-02 | P01 | K1 | 9 | 5 | 11 | 35 | | 30\n")
	if got := tasksOf(l); !strings.HasPrefix(got, "P01 2025-06-02 2 ") {
		t.Errorf("clock times in pieces: tasks %q\n%s", got, l)
	}
}

// TestHoursAndMinutesThatStay: minutes that say the same again, or hours that are no whole ones, are not added.
func TestHoursAndMinutesThatStay(t *testing.T) {
	for name, rows := range map[string]string{
		"the same again": "2025-06-02 | P01 | K1 | 1.25 | 75\n2025-06-03 | P01 | K1 | 2 | 120\n",
		"over 59":        "2025-06-02 | P01 | K1 | 1 | 15\n2025-06-03 | P01 | K1 | 2 | 75\n",
		"a word":         "2025-06-02 | P01 | K1 | 1 | 15\n2025-06-03 | P01 | K1 | 2 | 少し\n",
	} {
		l := cohorttest.Read(t, shapeHead+"## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 分\n"+rows)
		if shaped(l) {
			t.Errorf("%s: put together\n%s\n%s", name, tasksOf(l), l)
		}
	}
}

// contractsOf writes the contracts: id, first and last day, yen a month, and the cells of the days.
func contractsOf(l *cohorttest.Ledger) string {
	var out []string
	for _, c := range l.Contracts.Rows {
		out = append(out, fmt.Sprintf("%s %s–%s %g %s %s", c.ID.Value, record.DateText(c.StartDate),
			record.DateText(c.EndDate), c.Monthly.Value, c.Cell(c.StartDate.Col).Range, c.Cell(c.EndDate.Col).Range))
	}
	return strings.Join(out, "\n")
}

// says reports a finding of the code.
func says(l *cohorttest.Ledger, code string) bool {
	return slices.ContainsFunc(l.Findings, func(f finding.Finding) bool { return f.Code == code })
}

// people heads ledgers whose contracts the tests write themselves.
var people = strings.SplitAfter(shapeHead, "P02 | 鈴木 一郎 | 2025-04-01\n")[0]

// TestTermsInOneCell: both days, a length, an end without its year, and a term that still runs. A year from 1 April
// ends on 31 March; 28 February after 1 November is that of the next year.
func TestTermsInOneCell(t *testing.T) {
	for _, heading := range []string{"契約期間", "期間", "履行期間（自〜至）"} {
		l := cohorttest.Read(t, people+"## 案件\n案件ID | 発注者ID | 種別 | "+heading+" | 月額\n"+
			"K1 | C1 | 定期 | 2025/4/1〜2026/3/31 | 30000\nK2 | C1 | 定期 | R7.4.1～R8.3.31 | 30000\n"+
			"K3 | C1 | 定期 | 令和7年4月1日から1年間 | 30000\nK4 | C1 | 定期 | 2025/11/1 - 2/28 | 30000\n"+
			"K5 | C1 | 定期 | 2025年6月1日～ | 30000\nK6 | C1 | 定期 | 2025-06-01〜2025-07-31（更新あり） | 30000\n"+
			"K7 | C1 | 定期 | 春ごろ | 30000\n")
		want := "K1 2025-04-01–2026-03-31 30000 D2 D2\nK2 2025-04-01–2026-03-31 30000 D3 D3\n" +
			"K3 2025-04-01–2026-03-31 30000 D4 D4\nK4 2025-11-01–2026-02-28 30000 D5 D5\nK5 2025-06-01– 30000 D6 F6\n" +
			"K6 2025-06-01–2025-07-31 30000 D7 D7"
		if got := contractsOf(l); got != want || !strings.Contains(l.String(), "C102") {
			t.Errorf("%s: contracts\n%s\nwant\n%s\n%s", heading, got, want, l)
		}
	}
}

// TestYearlyPrices: 360,000 a year are 30,000 a month, in the unit of the heading or the cell; beside a column of
// months the yearly one is not read.
func TestYearlyPrices(t *testing.T) {
	for _, c := range []struct{ name, heads, values, want string }{
		{"yen", "年額", "360000", "30000"}, {"thousands in the heading", "年額（千円）", "360", "30000"},
		{"a unit in the cell", "年間委託料", "36万円", "30000"}, {"beside a month's", "年額 | 月額", "360000 | 20000", "20000"},
	} {
		l := cohorttest.Read(t, people+"## 案件\n案件ID | 発注者ID | 種別 | 開始日 | "+c.heads+"\nK1 | C1 | 定期 | 2025/4/1 | "+
			c.values+"\n")
		if got := contractsOf(l); !strings.Contains(got, "K1 2025-04-01– "+c.want+" ") {
			t.Errorf("%s: contracts %s, want %s a month\n%s", c.name, got, c.want, l)
		}
	}
}

// TestPersonsSideBySide: the same columns for each person; the names above them merged, once or over each column.
func TestPersonsSideBySide(t *testing.T) {
	const days = "2025-06-01 | | | |\n2025-06-02 | 2 | 2000 | | |\n2025-06-03 | | | 1.5 | 1200\n" +
		"2025-06-04 | 1 | 900 | 3 | 2400\n合計 | 3 | 2900 | 4.5 | 3600\n"
	const want = "P01 2025-06-02 2 A4 B1 B4\nP02 2025-06-03 1.5 A5 D1 D5\nP01 2025-06-04 1 A6 B1 B6\n" +
		"P02 2025-06-04 3 A6 D1 D6"
	for _, names := range []string{" | 佐藤花子 | ← | 鈴木 一郎 | ←", " | 佐藤花子 | | 鈴木 一郎 |",
		" | 佐藤花子 | 佐藤花子 | 鈴木 一郎 | 鈴木 一郎"} {
		l := cohorttest.Read(t, shapeHead+"## 作業記録\n"+names+"\n日付 | 時間 | 報酬 | 時間 | 報酬\n"+days)
		pay := 0.0
		for _, task := range l.Tasks.Rows {
			pay += task.Pay.Value
		}
		if got := tasksOf(l); got != want || pay != 2000+1200+900+2400 {
			t.Errorf("%q: tasks\n%s\nwant\n%s\npay %g\n%s", names, got, want, pay, l)
		}
	}
	for name, sheet := range map[string]string{
		"a stranger":    " | 佐藤花子 | | 山田太郎 |\n日付 | 時間 | 報酬 | 時間 | 報酬\n",
		"other columns": " | 佐藤花子 | | 鈴木 一郎 |\n日付 | 時間 | 報酬 | 報酬 | 時間\n",
	} {
		if l := cohorttest.Read(t, shapeHead+"## 作業記録\n"+sheet+days); shaped(l) || len(l.Tasks.Rows) > 0 {
			t.Errorf("%s: read as\n%s\n%s", name, tasksOf(l), l)
		}
	}
}

// TestSheetsNamedByASurname: 佐藤さん is the only 佐藤 of the roster, with one day of work; of two nobody knows which.
func TestSheetsNamedByASurname(t *testing.T) {
	const sheet = "作業日 | 案件ID | 時間\n2025-06-02 | K1 | 2\n"
	for _, name := range []string{"佐藤さん", "佐藤", "佐藤花子", "佐藤_6月"} {
		l := cohorttest.Read(t, shapeHead+"## "+name+" in 日報.xlsx\n"+sheet)
		if got := tasksOf(l); got != "P01 2025-06-02 2 A2  C2" {
			t.Errorf("%s: tasks %q\n%s", name, got, l)
		}
	}
	two := strings.Replace(shapeHead, "鈴木 一郎", "佐藤 一郎", 1)
	if l := cohorttest.Read(t, two+"## 佐藤さん in 日報.xlsx\n"+sheet); len(l.Tasks.Rows) > 0 {
		t.Errorf("one of two 佐藤 was taken: %s", tasksOf(l))
	}
}

// TestDaysOfStamps: a form that asks for no day has that of its stamp in Japan, with a warning; 15:30 in Greenwich is
// the next day. With a day of its own the stamp is nothing, and an answer without hours is no work.
func TestDaysOfStamps(t *testing.T) {
	l := cohorttest.Read(t, shapeHead+"## フォームの回答 1\nタイムスタンプ | お名前 | 案件ID | 作業時間\n"+
		"2025/06/02 18:02:11 | 佐藤花子 | K1 | 2\n2025/06/02 3:30:00 PM GMT+0 | 鈴木一郎 | K1 | 1\n")
	if got := tasksOf(l); got != "P01 2025-06-02 2 A2 B2 D2\nP02 2025-06-03 1 A3 B3 D3" || !says(l, "C347") {
		t.Errorf("tasks\n%s\n%s", got, l)
	}
	l = cohorttest.Read(t, shapeHead+"## フォームの回答 1\nタイムスタンプ | お名前 | 作業日 | 案件ID | 作業時間\n"+
		"2025/06/09 18:02:11 | 佐藤花子 | 2025/6/2 | K1 | 2\n")
	if got := tasksOf(l); got != "P01 2025-06-02 2 C2 B2 E2" || says(l, "C347") {
		t.Errorf("beside a day: tasks %s\n%s", got, l)
	}
	l = cohorttest.Read(t, shapeHead+"## フォームの回答 1\nタイムスタンプ | お名前 | 感想\n2025/06/02 18:02:11 | 佐藤花子 | よい\n")
	if len(l.Tasks.Rows) > 0 {
		t.Errorf("an answer without hours: tasks %s", tasksOf(l))
	}
}

// TestNumbersByDayAreAskedAbout: whole numbers by participant and day that nothing explains (C348); with a word of
// work they are hours, with one of pieces they are none, and numbers of strangers are nobody's.
func TestNumbersByDayAreAskedAbout(t *testing.T) {
	const matrix = "氏名 | 1 | 2 | 3 | 4 | 5\n佐藤花子 | 2 | | 3 | |\n"
	for _, c := range []struct {
		name, sheet string
		asked       bool
		tasks       int
	}{
		{"nothing said", "## 6月 in R7.6.xlsx\n" + matrix, true, 0},
		{"hours", "## 6月 in R7.6.xlsx\n作業時間\n" + matrix, false, 2},
		{"pieces", "## 6月 in R7.6.xlsx\n入力件数\n" + matrix, false, 0},
		{"strangers", "## 6月 in R7.6.xlsx\n" + strings.Replace(matrix, "佐藤花子", "花組", 1), false, 0},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if says(l, "C348") != c.asked || len(l.Tasks.Rows) != c.tasks {
			t.Errorf("%s: asked %v, %d tasks\n%s", c.name, says(l, "C348"), len(l.Tasks.Rows), l)
		}
	}
}
