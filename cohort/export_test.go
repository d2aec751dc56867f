package cohort_test

import (
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
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if got := tasksOf(l); got != "P01 2025-06-02 1.5 "+c.at || !strings.Contains(l.String(), c.tool) {
			t.Errorf("%s: tasks %q, want %q\n%s", c.tool, got, c.at, l)
		}
	}
}
