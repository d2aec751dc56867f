package cohort_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

const rosterHead = `
from: 2025-04-01
to: 2026-03-31
as_of: 2026-03-31
## 参加者
参加者ID | 氏名 | 開始日
P01 | 佐藤　花子 | 2025-04-01
P02 | 鈴木 一郎 | 2025-04-01
P03 | 高橋 葵 | 2025-04-01
`

// TestRegistersOfTraining: each attendance is a row, and the day of completion is the one that is written, else that of
// the last session at which the person was; a person, a day and a mark keep their cells.
func TestRegistersOfTraining(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"persons down, the sessions' names below, a total",
			"## 出席簿_第1期\n令和7年度　研修出席簿\nNo. | 氏名 | 2025-04-08 | 4/15 | R7.4.22 | 出席回数 | 修了\n" +
				" |  | 第1回 | 第2回 | 補講 | |\n" +
				"1 | 佐藤 花子 | ○ | △ | × | 2 | ○\n2 | 鈴木一郎 | 欠 | ◯ | ○ | 2 | ×\n出席者数 |  | 1 | 2 | 1 | |\n",
			"P01 2025-04-08 - C2 B4 第1回\nP01 2025-04-15 true D2 B4 第2回\nP02 2025-04-15 - D2 B5 第2回\n" +
				"P02 2025-04-22 - E2 B5 補講"},
		{"the day of completion, one of a session and one of none, by id",
			"## 研修 in 研修.xlsx\nワーカーID | お名前 | 第1回(4/8) | 第2回(4/15) | 修了日\n" +
				"P01 | 佐藤花子 | 出 | 早 | R7.4.8\nP02 | 鈴木 一郎 | 遅 | 出席 | 2025-04-30\nP03 | 高橋葵 | － | 出 | 未\n",
			"P01 2025-04-08 true C1 A2 第1回(4/8)\nP01 2025-04-15 - D1 A2 第2回(4/15)\nP02 2025-04-08 - C1 A3 第1回(4/8)\n" +
				"P02 2025-04-15 - D1 A3 第2回(4/15)\nP02 2025-04-30 true E3 A3 \nP03 2025-04-15 - D1 A4 第2回(4/15)"},
		{"sessions down",
			"## 受講状況\n回 | 開催日 | 佐藤花子 | 鈴木 一郎 | 高橋 葵\n第1回 | 2025-04-08 | ○ | ○ | ×\n第2回 | 2025-04-15 | ○ | ×  |\n" +
				"補講 | 2025-05-09 |  | ○ |\n修了 |  | ○ | ○ | ×\n",
			"P01 2025-04-08 - B2 C1 第1回\nP01 2025-04-15 true B3 C1 第2回\nP02 2025-04-08 - B2 D1 第1回\n" +
				"P02 2025-05-09 true B4 D1 補講"},
	} {
		l := cohorttest.Read(t, rosterHead+c.sheet)
		var got []string
		for _, r := range l.Trainings.Rows {
			done := "-"
			if r.Completed.Known {
				done = fmt.Sprint(r.Completed.Value)
			}
			got = append(got, fmt.Sprintf("%s %s %s %s %s %s", r.ParticipantID.Value, r.Date.Value, done,
				r.Cell(r.Date.Col).Range, r.Cell(r.ParticipantID.Col).Range, r.Course.Value))
		}
		if have := strings.Join(got, "\n"); have != c.want || !shaped(l) {
			t.Errorf("%s:\n%s\nwant\n%s\n%s", c.name, have, c.want, l)
		}
		for _, f := range l.Findings {
			if f.Severity != finding.Info && f.Code != "C314" {
				t.Errorf("%s: %s", c.name, l)
			}
		}
	}
}

// TestSheetsThatAreNoRegister: a shift table, hours, a list of trainings, and a sheet of two marks.
func TestSheetsThatAreNoRegister(t *testing.T) {
	for name, sheet := range map[string]string{
		"shifts":   "## シフト表\n氏名 | 2025-06-01 | 2025-06-02 | 2025-06-03\n佐藤花子 | ○ | × | ○\n鈴木一郎 | ○ | ○ | ○\n",
		"numbers":  "## 一覧\n氏名 | 2025-06-01 | 2025-06-02 | 2025-06-03\n佐藤花子 | 1 | 0 | 1\n鈴木一郎 | 1 | 1 | 1\n",
		"rows":     "## 研修\n日付 | 参加者ID | 講座名 | 修了\n2025-04-08 | P01 | 入門 | ×\n2025-04-15 | P01 | 応用 | ○\n",
		"two":      "## 研修出席簿\n氏名 | 2025-06-01 | 2025-06-02\n佐藤花子 | ○ | ○\n",
		"comments": "## 研修の感想\n氏名 | 第1回 | 第2回\n佐藤花子 | よかった | ふつう\n鈴木一郎 | 難しい | よい\n",
	} {
		if l := cohorttest.Read(t, rosterHead+sheet); shaped(l) {
			t.Errorf("%s was read as a register:\n%s", name, l)
		}
	}
}
