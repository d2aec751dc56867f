package record_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// The marks for "there is none" are blanks where a value may be missing, with one info a column.
func TestNoValue(t *testing.T) {
	head := cohorttest.People + cohorttest.Jobs + `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日 | 支払額 | Wチェック
`
	for _, mark := range strings.Fields("－ - ― — – − ー ― 該当なし / ／") {
		row := "2025-05-0%d | P01 | M | 2 | M | M | M | M | M\n"
		sheet := strings.ReplaceAll(fmt.Sprintf(row+row, 1, 2), "M", `"`+mark+`"`)
		if mark == "該当なし" {
			sheet = strings.ReplaceAll(sheet, "\"該当なし\"\n", "○\n")
		}
		c, _ := cohorttest.Load(t, head+sheet)
		if len(c.Tasks.Rows) != 2 {
			t.Fatalf("%s: %d tasks, want 2: %v", mark, len(c.Tasks.Rows), c.Findings)
		}
		r := c.Tasks.Rows[0]
		if r.ContractID.Known || r.Pay.Known || r.Pay.Text != "" || r.DeliveredDate.Known || r.PaidDate.Known ||
			r.PaidDate.Text != "" || r.Paid.Known || r.Hours.Value != 2 {
			t.Errorf("%s: %+v, want blanks", mark, r)
		}
		infos := map[string]int{}
		for _, f := range c.Findings {
			if f.Code == "C190" && strings.Contains(f.Message.JA, "空欄と同じ") {
				infos[f.Column] = f.Cells()
			}
		}
		for _, column := range []string{"案件ID", "報酬", "納品日", "支払日", "支払額"} {
			if infos[column] != 2 {
				t.Errorf("%s: %s has an info of %d cells, want one of 2", mark, column, infos[column])
			}
		}
	}
}

// Words are read as a blank only where the column can mean nothing else by them.
func TestNoValueWords(t *testing.T) {
	c, _ := cohorttest.Load(t, `
## 参加者
参加者ID | 開始日 | 研修修了日 | 離脱日 | 離脱理由 | 過去のテレワーク収入 | 進路 | 事情
P01 | 2025-04-01 | 未修了 | 在籍中 | なし | － | － | なし
P02 | 2025-04-01 | 未定 | なし | ― | - | 未定 | －
P03 | 2025-04-01 | － | 該当なし | | / | | 子育て
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額 | 契約額
K1 | C1 | 定期 | 2025-04-01 | 継続中 | 30000 | なし
K2 | C1 | 単発 | 2025-04-01 | 2025-05-01 | － | 30000
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 支払日
2025-05-01 | P01 | K1 | 2 | 2000 | 未納品 | 未払い
2025-05-02 | P02 | なし | 2 | 2000 | 2025-05-02 | 未
`)
	for _, f := range c.Findings {
		if f.Severity == finding.Error {
			t.Errorf("unexpected %s %s %s", f.Code, f.Place, f.Message.JA)
		}
	}
	for _, p := range c.Participants.Rows {
		if p.ExitDate.Known || p.TrainedDate.Known || p.ExitReason.Known || p.PriorIncome.Value {
			t.Errorf("%s: %+v, want no exit, no training, no income", p.ID.Value, p)
		}
	}
	if got := c.Participants.Rows[1].Outcome.Value; got != "undecided" {
		t.Errorf("outcome 未定 = %q; it is an answer there", got)
	}
	if c.Contracts.Rows[0].EndDate.Known || c.Contracts.Rows[1].Monthly.Known || c.Tasks.Rows[0].PaidDate.Known ||
		c.Tasks.Rows[1].ContractID.Known {
		t.Error("an end, a fee, a payment or a contract was read where there is none")
	}
}

// Where a value is needed, the mark for none is a value missing; an unclear word stays a fault.
func TestNoValueWhereOneIsNeeded(t *testing.T) {
	cohorttest.Check(t, `
## 参加者
参加者ID | 開始日
P01 | 2025-04-01
－ ^C101 | 2025-04-01
P03 | － ^C101
P04 | 未定 ^C101
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 2026-03-31 | 30000
K2 | C1 | － ^C258 | 2025-04-01 | 2026-03-31 | 30000
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
― ^C101 | P01 | K1 | 2 | 2000 |
2025-05-03 | P01 | K1 | 2 | なし ^C103 |
2025-05-04 | P01 | K1 | 2 | 無償 ^C103 |
2025-05-05 | P01 | K1 | 2 | 2000 | 来月 ^C102
2025-05-06 | P01 | K1 | 2 | 2000 |
`)
}

// A remark behind the mark of a count is read only while it does not count itself.
func TestCountWithRemark(t *testing.T) {
	l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+`
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | Wチェック | 手戻り
2025-05-01 | P01 | K1 | 2 | 2000 | 済（5/8） | 有（誤字）
2025-05-02 | P01 | K1 | 2 | 2000 | ○（山口） | 有（2回）
`)
	if n := len(l.Tasks.Rows); n != 1 || !l.Tasks.Rows[0].Checked.Value || l.Tasks.Rows[0].Rework.Value != 1 ||
		l.Tasks.Rows[0].Date.Value != cell.NewDay(2025, 5, 1) {
		t.Errorf("%d tasks %s, want the first only, checked, reworked once", n, l)
	}
}
