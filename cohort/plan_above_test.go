package cohort_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// ownLogs is a ledger with one sheet of tasks a worker; the logs follow.
const ownLogs = `
as_of: 2026-03-31
## 参加者
参加者ID | 氏名 | 開始日 | 生年
P01 | 佐藤 花子 | 2025-04-01 | 1985
P02 | 鈴木 一郎 | 2025-04-01 | 1990
P03 | 高橋 桜 | 2025-04-01 | 1990
P04 | 高橋 桜 | 2025-04-01 | 1991
1 | 一番 太郎 | 2025-04-01 | 1970
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000
`

const ownHeading = `
|
作業日 | 案件ID | 作業内容 | 時間 | 報酬
2025-06-02 | K1 | 入力 | 2 | 2000
2025-06-03 | K1 | 入力 | 1 | 1000
`

// TestWorkerAboveTheTable: what stands above a table without ids, and whose it is then; "" when
// it stays the error C312.
func TestWorkerAboveTheTable(t *testing.T) {
	for _, c := range []struct{ above, id, at string }{
		{"担当者：P02", "P02", "A1"},
		{"氏名:佐藤花子", "P01", "A1"},
		{"作業記録 | | 氏名 | 佐藤　花子 様", "P01", "D1"},
		{"令和7年度 作業記録\n | 参加者番号 | P02 | | ", "P02", "C2"},
		{"ワーカー氏名： | ← | 鈴木 一郎", "P02", "C1"},
		{"担当者：佐藤花子（P01）", "P01", "A1"},
		{"参加者ID：P01 | 氏名：佐藤花子", "P01", "A1"},
		{"担当：山田 | 氏名：佐藤花子", "P01", "B1"}, // 担当 is the hub's
		{"参加者ID：P01 | 氏名：鈴木一郎", "", ""},  // two people
		{"参加者ID：P01 | 氏名：佐東花子", "", ""},  // one of them misspelt
		{"氏名：高橋桜", "", ""},               // two of this name
		{"氏名：田中 実", "", ""},              // nobody
		{"作業ログ（担当者：佐藤花子）", "P01", "A1"},
		{"所属：A班　氏名：佐藤 花子　印", "P01", "A1"},
		{"期間：6月、参加者ID：P02", "P02", "A1"},
		{"担当者：", "", ""},
		{"No：1 | 文書番号：1 | 番号：1", "", ""}, // numbers of the document
		{"作成者：佐藤花子", "", ""},
		{"佐藤花子", "", ""},
	} {
		l := cohorttest.Read(t, ownLogs+"## 作業ログ\n"+c.above+ownHeading)
		var id, at, errors string
		for _, f := range finding.Unfold(l.Findings) {
			switch {
			case f.Code == "C324":
				id, at = f.Record, f.Range
			case f.Severity == finding.Error:
				errors += f.Code
			}
		}
		wantErrors := ""
		if c.id == "" {
			wantErrors = "C312"
		}
		if id != c.id || at != c.at || errors != wantErrors {
			t.Errorf("%q: %s at %s, errors %q; want %s at %s, %q", c.above, id, at, errors, c.id, c.at, wantErrors)
		}
		if c.id == "" {
			continue
		}
		if len(l.Tasks.Rows) != 2 || l.Tasks.Rows[1].Participant == nil || l.Tasks.Rows[1].Participant.ID.Value != c.id {
			t.Errorf("%q: %d tasks, %+v", c.above, len(l.Tasks.Rows), l.Tasks.Rows)
			continue
		}
		task := l.Tasks.Rows[1]
		if got := task.Origin(task.ParticipantID.Col, task.ParticipantID.Text).Range; got != c.at {
			t.Errorf("%q: the id comes from %q, want %s", c.above, got, c.at)
		}
	}
}

// TestWorkerAboveUnknown: the error names the cell that could not be used.
func TestWorkerAboveUnknown(t *testing.T) {
	l := cohorttest.Read(t, ownLogs+"## 作業ログ\n | 氏名 | 田中 実"+ownHeading)
	for _, f := range l.Findings {
		if f.Code == "C312" {
			if !strings.Contains(f.Message.JA, "表の上の C1「田中 実」は") || len(f.Related) != 1 || f.Related[0].Range != "C1" {
				t.Errorf("%s %v", f.Message.JA, f.Related)
			}
			return
		}
	}
	t.Error("no C312")
}

// TestOneFileAWorker: the same rows as in one sheet with ids.
func TestOneFileAWorker(t *testing.T) {
	whole, _ := cohorttest.Load(t, ownLogs+`
## 作業ログ
作業日 | 参加者ID | 案件ID | 作業内容 | 時間 | 報酬
2025-06-02 | P01 | K1 | 入力 | 2 | 2000
2025-06-03 | P01 | K1 | 入力 | 1 | 1000
2025-06-02 | P02 | K1 | 入力 | 2 | 2000
2025-06-03 | P02 | K1 | 入力 | 1 | 1000
`)
	apart, _ := cohorttest.Load(t, ownLogs+"## 6月 in 日報_佐藤.xlsx\n氏名：佐藤花子"+ownHeading+
		"## 6月 in 日報_鈴木.xlsx\n氏名：鈴木一郎"+ownHeading)
	if got, want := strings.Join(facts(apart), "\n"), strings.Join(facts(whole), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, f := range apart.Findings {
		if f.Severity == finding.Error {
			t.Errorf("%s %s %s", f.Code, f.Place, f.Message.JA)
		}
	}
}

// TestManyUnusedSheets: a workbook with many other sheets gives one finding that counts them.
func TestManyUnusedSheets(t *testing.T) {
	for n, want := range map[int]int{5: 5, 6: 1, 30: 1} {
		text := ownLogs
		for i := range n {
			text += fmt.Sprintf("## 控え書き%d\nこれはメモ\nです\n", i+1)
		}
		l := cohorttest.Read(t, text)
		var told []finding.Finding
		for _, f := range l.Findings {
			if f.Code == "C317" {
				told = append(told, f)
			}
		}
		if len(told) != want || want == 1 && !strings.Contains(told[0].Message.JA, fmt.Sprintf("「控え書き5」など%d枚は", n)) {
			t.Errorf("%d sheets: %d findings %+v", n, len(told), told)
		}
	}
}
