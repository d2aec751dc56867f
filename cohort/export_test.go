package cohort_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestExportsOfTimeTools: a line of an export is a task of 1.5 hours of P01 on 2 June 2025, whatever the tool, which is
// named; freee has the worker in the file's name alone. 9:30 to 11:00 is an hour and a half, and so is 1.30 in base
// 60.
func TestExportsOfTimeTools(t *testing.T) {
	for _, c := range []struct{ tool, sheet, at string }{
		{"Kimai", "## 20250630-kimai-export in 20250630-kimai-export.csv\n日付 | From | To | 期間 | 通貨 | 給与 | 内部価格 | 時間給 | " +
			"固定給 | 名前 | ユーザー名 | 得意先 | プロジェクト | アクティビティ | 説明 | 請求可能 | タグ\n2025-06-02 | 09:30 | 11:00 | 1:30 | JPY | " +
			"0 | 0 | 0 | 0 | 佐藤 花子 | p01 | みどり | K1 | 作業 | | はい |\n", "A2 J2 D2"},
		{"Kimai", "## export in kimai.csv\nDate | From | To | Duration | Currency | Rate | User | Username | Customer | " +
			"Project | Activity | Description\n2025-06-02 | 09:30 | 11:00 | 1:30 | JPY | 0 | 佐藤 花子 | p01 | みどり | K1 | 作業 |\n",
			"A2 G2 D2"},
		{"freee", "## P01_佐藤花子_2025年6月_勤怠 in P01_佐藤花子_2025年6月_勤怠.csv\n日付 | 勤怠種別 | 始業時刻 | 終業時刻 | 休憩時間 | " +
			"総勤務時間 | 法定内残業 | 深夜労働\n2025/06/01 | 所定休日 | | | | | |\n" +
			"2025/06/02 | 所定労働日 | 09:30 | 11:00 | 0:00 | 1:30 | " +
			"0:00 | 0:00\n2025/06/03 | 所定労働日 | | | | | |\n2025/06/04 | 所定労働日 | | | | | |\n", "A3  F3"},
		{"KING OF TIME", "## 日別データ_20250630 in 日別データ_20250630.csv\n所属コード | 所属名 | 従業員コード | 名前 | 日付 | 勤務日種別 | " +
			"出勤 | 退勤 | 休憩時間（60進） | 総労働時間（60進）\n1000 | ハブ | P01 | 佐藤 花子 | 2025/06/02(月) | 平日 | 09:30 | 11:00 | 0.00 | " +
			"1.30\n", "E2 C2 J2"},
		{"KING OF TIME", "## 日別データ in 日別データ.csv\n所属コード | 所属名 | 従業員コード | 名前 | 日付 | 曜日 | スケジュール名 | 出勤 | 退勤 | 所定時間 | " +
			"残業時間 | 深夜時間 | 労働合計時間 | 休憩時間 | 備考\n1000 | ハブ | P01 | 佐藤 花子 | 2025/06/02 | 月 | 通常 | 09:30 | 11:00 | 1.50 | 0.00 | " +
			"0.00 | 1.50 | 0.00 |\n", "E2 C2 M2"},
		{"Toggl", "## TogglTrack_Report in TogglTrack_Report.csv\nUser | Email | Client | Project | Task | Description | " +
			"Billable | " +
			"Start date | Start time | End date | End time | Duration | Tags | \"Amount ()\"\n佐藤 花子 | a@example.jp | みどり | " +
			"K1 | | " +
			"入力 | No | 2025-06-02 | 09:30:00 | 2025-06-02 | 11:00:00 | 01:30:00 | |\n", "H2 A2 L2"},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if got := tasksOf(l); got != "P01 2025-06-02 1.5 "+c.at || !strings.Contains(l.String(), c.tool) {
			t.Errorf("%s: tasks %q, want %q\n%s", c.tool, got, c.at, l)
		}
	}
}

// TestExportsSetToEnglish: Clockify writes the days as its user has set them; those of the column tell the order, and
// where they do not the days are asked about. Its hours stand there twice.
func TestExportsSetToEnglish(t *testing.T) {
	const head = "## Clockify_Time_Report_Detailed in Clockify_Time_Report_Detailed.csv\nProject | Client | " +
		"Description | Task | " +
		"User | Group | Email | Tags | Billable | Start Date | Start Time | End Date | End Time | Duration (h) | " +
		"Duration (decimal) | Billable Rate (USD) | Billable Amount (USD)\n"
	line := func(day string) string {
		return "K1 | みどり | 入力 | | 佐藤 花子 | | a@example.jp | | Yes | " + day + " | \"09:30:00 AM\" | " + day +
			" | \"11:00:00 AM\" | 01:30:00 | 1.50 | 0 | 0\n"
	}
	for _, c := range []struct {
		name, sheet, want string
	}{
		{"month first", line("06/02/2025") + line("06/13/2025") + line("06/24/2025") + line("06/30/2025"),
			"P01 2025-06-02 1.5 J2 E2 N2\nP01 2025-06-13 1.5 J3 E3 N3\nP01 2025-06-24 1.5 J4 E4 N4\n" +
				"P01 2025-06-30 1.5 J5 E5 N5"},
		{"day first", line("02/06/2025") + line("13/06/2025") + line("24/06/2025") + line("30/06/2025"),
			"P01 2025-06-02 1.5 J2 E2 N2\nP01 2025-06-13 1.5 J3 E3 N3\nP01 2025-06-24 1.5 J4 E4 N4\n" +
				"P01 2025-06-30 1.5 J5 E5 N5"},
		{"not told", line("06/02/2025") + line("06/03/2025") + line("06/04/2025"), ""},
	} {
		l := cohorttest.Read(t, shapeHead+head+c.sheet)
		if got := tasksOf(l); got != c.want {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestNamesBesideLogins: a tool exports the login as the user and the name beside it; whose names the roster has
// counts, in whatever order they stand. Where the first names people of the roster, it stays.
func TestNamesBesideLogins(t *testing.T) {
	for _, c := range []struct{ heads, first, second, code string }{
		{"User | Name", "hanako", "佐藤 花子", "C346"}, {"Name | User", "佐藤 花子", "hanako", "C346"},
		{"User | Name", "P01", "佐藤 花子", ""},
	} {
		sheet := "## kimai in kimai.csv\nDate | From | To | Duration | " + c.heads + " | Customer | Project | Activity\n"
		for day := 2; day < 6; day++ {
			sheet += fmt.Sprintf("2025-06-%02d | 09:30 | 11:00 | 1:30 | %s | %s | みどり | K1 | 入力\n", day, c.first, c.second)
		}
		l := cohorttest.Read(t, shapeHead+sheet)
		if got := tasksOf(l); strings.Count(got, "P01 ") != 4 || says(l, "C346") != (c.code != "") {
			t.Errorf("%s: tasks\n%s\n%s", c.heads, got, l)
		}
	}
}

// TestMetricsInTheirUnits: 120 of 千円 and 20,000 of 円 are 140,000 yen; a value with its own unit is not taken twice.
func TestMetricsInTheirUnits(t *testing.T) {
	l := cohorttest.Read(t, shapeHead+"## 実績値\n年月日 | 指標 | 値 | 単位\n2025-06-30 | EC売上 | 120 | 千円\n"+
		"2025-07-30 | EC売上 | 20000 | 円\n2025-08-30 | EC売上 | 3千円 | 千円\n2025-06-30 | 来訪者 | 2 | 千人\n")
	got := ""
	for _, m := range l.Metrics.Rows {
		got += fmt.Sprint(m.Value.Value, m.Unit.Value, " ")
	}
	if want := "120000円 20000円 3000円 2000人 "; got != want {
		t.Errorf("metrics %s, want %s\n%s", got, want, l)
	}
}
