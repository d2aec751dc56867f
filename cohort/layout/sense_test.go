package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

const (
	onePerson = "## 参加者\n参加者ID | 開始日\nP01 | 2025-04-01\n"
	oneJob    = "## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 契約額\nK1 | C1 | 単発 | 2025-04-01 | 9000\n"
	logHead   = "## 作業ログ\n"
)

// unreadHeadings are the headings of the findings with the code C321, in order.
func unreadHeadings(c *cohort.Ledger) string {
	var out []string
	for _, f := range finding.Unfold(c.Findings) {
		if f.Code == "C321" || f.Code == "C337" {
			out = append(out, f.Column)
		}
	}
	return strings.Join(out, ", ")
}

// known writes a number that a record has, - for none.
func known(f record.Field[float64]) string {
	if !f.Known {
		return "-"
	}
	return fmt.Sprint(f.Value)
}

// A note in brackets says for what an amount of a contract is. 30000 and 168000 are as typed.
func TestMonthlyAndWholeAmounts(t *testing.T) {
	tests := []struct{ headings, cells, monthly, amount, unread string }{
		{"委託料（月額・税込）", "30000", "30000", "-", ""},
		{"契約額（月額） | 契約額（総額）", "30000 | 168000", "30000", "168000", ""},
		{"金額（月額） | 金額（一括）", "30000 | 168000", "30000", "168000", ""},
		{"契約額（円/月）", "30000", "30000", "-", ""},
		{"契約額／月", "30000", "30000", "-", ""},
		{"契約額（1か月当たり）", "30000", "30000", "-", ""},
		{"契約額（11か月分）", "168000", "-", "168000", ""},
		{"契約額（3年間）", "168000", "-", "168000", ""},
		{"契約額（税込）", "168000", "-", "168000", ""},
		{"月額（単価）", "30000", "30000", "-", ""},
		{"契約額（年額）", "360000", "-", "-", "契約額（年額）"},
		{"契約額（年間）", "360000", "-", "-", "契約額（年間）"},
		{"契約額（単価）", "500", "-", "-", "契約額（単価）"},
	}
	for _, tt := range tests {
		c, _ := cohorttest.Load(t, onePerson+
			"## 案件\n案件ID | 発注者ID | 種別 | 開始日 | "+tt.headings+"\nK1 | C1 | 定期 | 2025-04-01 | "+tt.cells+"\n"+
			logHead+"作業日 | 参加者ID | 時間\n2025-05-01 | P01 | 1\n")
		k := c.Contracts.Rows[0]
		if got := known(k.Monthly) + " " + known(k.Amount); got != tt.monthly+" "+tt.amount ||
			unreadHeadings(c) != tt.unread {
			t.Errorf("%s: %s, unread %q; want %s %s, %q", tt.headings, got, unreadHeadings(c), tt.monthly, tt.amount, tt.unread)
		}
	}
}

// A rate is no pay, a plan no fact, a person-day no hour.
func TestNotesThatChangeWhatALogHolds(t *testing.T) {
	tests := []struct{ headings, cells, hours, pay, paidDate, unread string }{
		{"時間 | 報酬（時給）", "3 | 1100", "3", "-", "-", "報酬（時給）"},
		{"時間 | 報酬（単価）", "3 | 1100", "3", "-", "-", "報酬（単価）"},
		{"時間 | 報酬単価", "3 | 1100", "3", "-", "-", "報酬単価"},
		{"時間 | 単価報酬", "3 | 1100", "3", "-", "-", "単価報酬"},
		{"時間 | 報酬/h", "3 | 1100", "3", "-", "-", "報酬/h"},
		{"時間 | 報酬／件", "3 | 1100", "3", "-", "-", "報酬／件"},
		{"時間 | 報酬（円/時間）", "3 | 1100", "3", "-", "-", "報酬（円/時間）"},
		{"時間 | 報酬（月額）", "3 | 1100", "3", "-", "-", "報酬（月額）"},
		{"時間 | 報酬（1時間当たり） | 報酬額", "3 | 1100 | 3300", "3", "3300", "-", ""},
		{"時間 | 報酬（円・税込）", "3 | 3300", "3", "3300", "-", ""},
		{"時間 | 報酬（4月分）", "3 | 3300", "3", "3300", "-", ""},
		{"時間 | 報酬（予定） | 報酬（確定）", "3 | 4700 | 4200", "3", "4200", "-", ""},
		{"時間 | 報酬予定額 | 報酬（確定）", "3 | 4700 | 4200", "3", "4200", "-", ""},
		{"時間 | 報酬（予定）", "3 | 4700", "3", "4700", "-", ""}, // the pay is what was agreed
		{"時間（予定） | 時間（実績）", "5 | 3", "3", "-", "-", ""},
		{"時間（予定）", "5", "-", "-", "-", "時間（予定）"},
		{"工数（人日）", "0.5", "-", "-", "-", "工数（人日）"},
		{"工数（h）", "0.5", "0.5", "-", "-", ""},
		{"時間 | 金額（請求）", "3 | 9000", "3", "-", "-", "金額（請求）"},
		{"時間 | 支払日（予定）", "3 | 2025-06-30", "3", "-", "-", "支払日（予定）"},
		{"時間 | 支払日（実績）", "3 | 2025-06-30", "3", "-", "2025-06-30", ""},
	}
	for _, tt := range tests {
		c, _ := cohorttest.Load(t, onePerson+oneJob+logHead+
			"作業日 | 参加者ID | 案件ID | "+tt.headings+"\n2025-05-01 | P01 | K1 | "+tt.cells+"\n")
		checkLogLine(t, tt.headings, c, tt.hours+" "+tt.pay+" "+tt.paidDate, tt.unread)
	}
}

func checkLogLine(t *testing.T, what string, c *cohort.Ledger, want, unread string) {
	t.Helper()
	if len(c.Tasks.Rows) == 0 {
		t.Errorf("%s: no task; findings %q", what, cohorttest.Codes(c))
		return
	}
	r := c.Tasks.Rows[0]
	paidDate := "-"
	if r.PaidDate.Known {
		paidDate = r.PaidDate.Value.String()
	}
	if got := known(r.Hours) + " " + known(r.Pay) + " " + paidDate; got != want || unreadHeadings(c) != unread {
		t.Errorf("%s: %s, unread %q; want %s, %q", what, got, unreadHeadings(c), want, unread)
	}
}

// A group above a heading, merged or not, says whose money and which time it is; so does a unit
// below it.
func TestGroupsThatChangeWhatALogHolds(t *testing.T) {
	tests := []struct{ head, sub, cells, want, unread string }{
		{"予定 | ← | 実績 | ←", "時間 | 報酬 | 時間 | 報酬", "5 | 4700 | 3 | 4200", "3 4200 -", ""},
		{"予定 |  | 実績 | ", "時間 | 報酬 | 時間 | 報酬", "5 | 4700 | 3 | 4200", "3 4200 -", ""},
		{"予定 | ← | 時間", "納品日 | 報酬 | ↑", "2025-05-09 | 4700 | 3", "3 4700 -", "予定 納品日"},
		{"時間 | 請求（発注者） | ← | 支払（ワーカー） | ←", "↑ | 金額 | 請求日 | 報酬 | 支払日", "3 | 9100 | 2025-06-01 | 4550 | 2025-06-30",
			"3 4550 2025-06-30", ""},
		{"時間 | 請求（発注者） | ←", "↑ | 金額 | 請求日", "3 | 9100 | 2025-06-01", "3 - -", "請求（発注者） 金額"},
		{"時間 | 報酬 | ← | ←", "↑ | 単価 | 件数 | 金額", "3 | 500 | 9 | 4500", "3 4500 -", ""},
		{"時間 | 報酬 | 金額", "時間 | 円/時間 | 円", "3 | 1500 | 4500", "3 4500 -", ""},
		{"工数 | 報酬", "人日 | 円", "0.5 | 4500", "- 4500 -", "工数 人日"},
		{"時間 | 累計 | ←", "↑ | 報酬 | 件数", "3 | 9100 | 4", "3 - -", "累計 報酬"},
	}
	for _, tt := range tests {
		c, _ := cohorttest.Load(t, onePerson+oneJob+logHead+
			"作業日 | 参加者ID | 案件ID | "+tt.head+"\n↑ | ↑ | ↑ | "+tt.sub+"\n2025-05-01 | P01 | K1 | "+tt.cells+"\n")
		checkLogLine(t, tt.head, c, tt.want, tt.unread)
	}
}

// Last year's money is not this year's. 2500000 and 2100000 are as typed.
func TestBudgetOfThisYear(t *testing.T) {
	c, _ := cohorttest.Load(t, onePerson+oneJob+logHead+"作業日 | 参加者ID | 時間\n2025-05-01 | P01 | 1\n"+
		"## 予算\n費目 | 区分 | 前年度 | ← | 本年度 | ←\n↑ | ↑ | 予算額 | 執行額 | 予算額 | 執行額\n委託料 | 伴走 | 2000000 | 1900000 | 2500000 | "+
		"2100000\n")
	if len(c.Budget.Rows) != 1 || c.Budget.Rows[0].Planned.Value != 2500000 || c.Budget.Rows[0].Spent.Value != 2100000 {
		t.Errorf("budget %+v, findings %q", c.Budget.Rows, cohorttest.Codes(c))
	}
}

// The client's payment is not the worker's where the log has both; a column of ticks holds no days.
func TestWeakPaidDates(t *testing.T) {
	tests := []struct{ heading, cell, want, unread string }{
		{"入金日 | ワーカー支払日", "2025-06-03 | 2025-06-30", "2025-06-30", ""},
		{"ワーカー振込日 | 入金日", "2025-06-30 | 2025-06-03", "2025-06-30", ""},
		{"入金日", "2025-06-30", "2025-06-30", ""},
		{"支払完了", "2025-06-30", "2025-06-30", ""},
		{"支払済", "○", "-", "支払済"},
		{"支払済", "未", "-", ""},
	}
	for _, tt := range tests {
		c, _ := cohorttest.Load(t, onePerson+oneJob+logHead+"作業日 | 参加者ID | 案件ID | 時間 | 報酬 | "+tt.heading+"\n2025-05-01 | "+
			"P01 | K1 | 3 | 3300 | "+tt.cell+"\n")
		checkLogLine(t, tt.heading, c, "3 3300 "+tt.want, tt.unread)
	}
}
