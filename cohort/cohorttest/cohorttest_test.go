package cohorttest_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/setting"
)

const ledger = `
as_of: 2026-01-31
from: R7.4.1

# pilot.toml
[program]
name = "緑野町"

## 参加者
参加者ID | 開始日
"0012"   | 2025-04-01
P02      | 2025-02-30 ^C102

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 終了日     | 月額
K1     | C1       | 定期 | 2025-04-01 | 2026-03-31 | 30,000

## 作業ログ in 作業/5月.xlsx
// a title above the table
| 作業の記録 |
|
作業日     | 参加者ID | 案件ID | 作業名     | 時間 | 報酬
2025-05-01 | "0012"   | K1     | 入力\n確認 | 1.5  | #N/A
           |          |        |            |      | ^C105
↑          | "0012"   | K1     | "a\nb"     | 2    | 1000
`

func TestLoad(t *testing.T) {
	c, clock := cohorttest.Load(t, ledger)
	if want := (setting.Clock{AsOf: cell.NewDay(2026, 1, 31), From: cell.NewDay(2025, 4, 1), To: cell.NewDay(2026, 1, 31),
		End: cell.NewDay(2026, 3, 31), Named: true}); clock != want {
		t.Errorf("clock %v, want %v", clock, want)
	}
	if c.Pilot.Program.Name != "緑野町" || c.Participant("0012") == nil {
		t.Errorf("program %q, participant 0012 %v", c.Pilot.Program.Name, c.Participant("0012"))
	}
	if len(c.Tasks.Rows) != 1 || len(c.Tasks.Excluded) != 1 {
		t.Fatalf("%d used and %d excluded tasks, want 1 and 1", len(c.Tasks.Rows), len(c.Tasks.Excluded))
	}
	task := c.Tasks.Rows[0]
	if got := task.Cell(task.Pay.Col).String(); got != "作業/5月.xlsx 作業ログ!F5" {
		t.Errorf("pay at %s, want 作業/5月.xlsx 作業ログ!F5", got)
	}
	if task.Date.Value != cell.NewDay(2025, 5, 1) || task.Title.Text != "a\nb" || task.Hours.Value != 2 {
		t.Errorf("task %+v", task)
	}
	if p := c.Tasks.Excluded[0].Title.Text; p != `入力\n確認` {
		t.Errorf("title %q: outside quotes a backslash is one", p)
	}
}

func TestMarks(t *testing.T) {
	// C222 says that nobody can be counted whose row is left out: P02 has no tasks, so none.
	l := cohorttest.Check(t, ledger)
	if len(l.Carets) != 2 {
		t.Errorf("marks %v, want C102 and C105", l.Carets)
	}
	missed := cohorttest.Read(t, strings.Replace(ledger, "2025-02-30 ^C102", "2025-02-28 ^C102", 1)).Compare()
	if len(missed) != 1 || !strings.Contains(missed[0], "C102 at 台帳.xlsx 参加者!B3") {
		t.Errorf("a mark without a finding: %q", missed)
	}
	extra := cohorttest.Read(t, strings.Replace(ledger, " ^C102", "", 1)).Compare()
	if len(extra) != 1 || !strings.Contains(extra[0], "unexpected C102") {
		t.Errorf("a finding without a mark: %q", extra)
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ text, says string }{
		{"as_of: 4/1\n", "line 1"},
		{"\nasof: 2025-04-01\n", "unknown setting"},
		{"参加者ID | 開始日\n", "neither a setting"},
		{"## 参加者\n\"open | 1\n", "line 2"},
	} {
		if _, err := cohorttest.Parse(tt.text); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%q: error %v, want one that says %q", tt.text, err, tt.says)
		}
	}
}
