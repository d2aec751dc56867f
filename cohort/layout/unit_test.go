package layout_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// A unit of money above a table is for the table over which it stands. 30 is as typed, and 30
// thousand yen are 30,000.
func TestUnitAboveATable(t *testing.T) {
	heading := "案件ID | 発注者ID | 種別 | 開始日 | 月額"
	tests := []struct {
		above, heading string
		want           float64
	}{
		{"受託案件一覧 | | | | （千円）\n", heading, 30000},
		{"受託案件一覧 | | | | | | （単位：千円）\n", heading, 30000}, // right of the table, over nothing
		{"※金額は千円単位\n", heading, 30000},
		{"※金額の単位は千円です。\n", heading, 30000},
		{"（単位：百万円）\n", heading, 30000000},
		{"※千円単位で四捨五入\n", heading, 30}, // how it was rounded, not in what it is written
		{"※千円未満切り捨て\n", heading, 30},
		{"前年度 | 1200 | 千円\n", heading, 30}, // the unit of the number before it
		{"一覧 | | | | | | 予算執行状況（単位：千円）\n | | | | | | 予算額 | 4500\n | | | | | | 執行額 | 2300\n|\n", heading, 30},
		{"一覧 | | | | | | （単位：千円）\n", heading + " | | 科目 | 残額", 30}, // over the table beside it
		{"", heading + " | 契約額（単位：千円）", 30},                        // of that column alone
		{"（単位：千円）\n", heading + "（円）", 30},
	}
	for _, tt := range tests {
		rest := ""
		if tt.heading == heading+" | | 科目 | 残額" {
			rest = " | | 旅費 | 20"
		}
		c, _ := cohorttest.Load(t, onePerson+"## 案件\n"+tt.above+tt.heading+"\nK1 | C1 | 定期 | 2025-04-01 | 30"+rest+"\n"+
			logHead+"作業日 | 参加者ID | 時間\n2025-05-01 | P01 | 1\n")
		if len(c.Contracts.Rows) != 1 || c.Contracts.Rows[0].Monthly.Value != tt.want {
			t.Errorf("%s%s: %v, findings %q; want %v", tt.above, tt.heading, c.Contracts.Rows, cohorttest.Codes(c), tt.want)
		}
	}
}

// The mark of a remark behind a number does not keep the column's unit from it: 3 thousand yen.
func TestUnitOfAMarkedNumber(t *testing.T) {
	c, _ := cohorttest.Load(t, onePerson+oneJob+logHead+"作業日 | 参加者ID | 案件ID | 報酬（千円）\n2025-05-01 | P01 | K1 | 3※1\n")
	if len(c.Tasks.Rows) != 1 || c.Tasks.Rows[0].Pay.Value != 3000 {
		t.Errorf("%+v, findings %q; want 3000", c.Tasks.Rows, cohorttest.Codes(c))
	}
}

// Plain numbers of hours are in the unit that the heading, the row below it or a remark above the table gives. By hand:
// 90 minutes and 5,400 seconds are 1.5 hours, 1.30 in base 60 and 130 are 1 hour 30 minutes, 2 lessons of 45 minutes
// are 1.5 hours. 1:30 says itself what it is.
func TestUnitOfHours(t *testing.T) {
	for _, tt := range []struct{ above, heading, below, cell string }{
		{"", "秒", "", "5400"},
		{"", "作業時間（分単位）", "", "90"},
		{"", "時間", "分", "90"},
		{"※時間は分単位で記入\n", "時間", "", "90"},
		{"", "Duration (seconds)", "", "5400"},
		{"", "秒数", "", "5400"},
		{"", "時間", "（秒）", "5400"},
		{"", "労働時間（60進）", "", "1.30"},
		{"", "労働時間（時間.分）", "", "1.3"},
		{"※時間は60進（1.30＝1時間30分）\n", "時間", "", "1.30"},
		{"", "時間（HMM）", "", "130"},
		{"", "時間（分:秒）", "", "90:00"},
		{"", "時間（1コマ＝45分）", "", "2"},
		{"※時間は分単位\n", "作業時間（h）", "", "1.5"}, // the heading goes before the remark
		{"", "作業時間（分）", "", "1:30"},
		{"", "時間（実働）", "", "1.5"},
	} {
		unitRow := ""
		if tt.below != "" {
			unitRow = " | | " + tt.below + "\n"
		}
		c, _ := cohorttest.Load(t, onePerson+oneJob+logHead+tt.above+"作業日 | 参加者ID | "+tt.heading+"\n"+unitRow+
			"2025-05-01 | P01 | "+tt.cell+"\n")
		if len(c.Tasks.Rows) != 1 || c.Tasks.Rows[0].Hours.Value != 1.5 {
			t.Errorf("%+v: %v, findings %q; want 1.5 hours", tt, c.Tasks.Rows, cohorttest.Codes(c))
		}
	}
}

// A remark at the foot of the sheet gives the unit as one above the table does; a remark within the rows gives none,
// and one above goes before it. By hand: 1.30 in base 60 is 1.5 hours, 3 thousand yen are 3,000.
func TestUnitAtTheFoot(t *testing.T) {
	const head = logHead + "作業日 | 参加者ID | 時間 | 報酬 | 備考\n"
	const rows = "2025-05-01 | P01 | 1.30 | 3 | \n2025-05-02 | P01 | 2.15 | 3 | \n"
	for _, tt := range []struct {
		ledger     string
		hours, pay float64
	}{
		{head + rows + "※時間は60進で入力しています\n", 1.5, 3},
		{head + rows + "※月末にまとめて確認\n\n※時間は「時.分」で記入（1.30＝1時間30分）\n", 1.5, 3},
		{head + rows + "※時間は60進で入力\n※報酬は千円単位\n", 1.5, 3000},
		{logHead + "※報酬は円単位\n" + head[len(logHead):] + rows + "※時間は60進\n※報酬は千円単位\n", 1.5, 3},
		{head + "2025-05-01 | P01 | 1.3 | 3 | ※報酬は千円単位\n2025-05-02 | P01 | 2.25 | 3 | \n", 1.3, 3},
	} {
		c, _ := cohorttest.Load(t, onePerson+oneJob+tt.ledger)
		if len(c.Tasks.Rows) != 2 || c.Tasks.Rows[0].Hours.Value != tt.hours || c.Tasks.Rows[0].Pay.Value != tt.pay {
			t.Errorf("%s: %+v, findings %q; want %v hours, %v yen", tt.ledger, c.Tasks.Rows, cohorttest.Codes(c),
				tt.hours, tt.pay)
		}
	}
}

// A column in a unit that cannot be added up is left unread, with a warning that quotes the unit; a scale of 1 to 5 and
// a lesson whose length is told are read.
func TestColumnsInOtherUnits(t *testing.T) {
	const surveys = "## 満足度\n回答日 | 回答者区分 | "
	for _, tt := range []struct{ ledger, code, quoted string }{
		{logHead + "作業日 | 参加者ID | 時間（コマ）\n2025-05-01 | P01 | 2\n", "C337", "コマ"},
		{logHead + "作業日 | 参加者ID | 時間\n | | コマ\n2025-05-01 | P01 | 2\n", "C337", "コマ"},
		{logHead + "作業日 | 参加者ID | 案件ID | 時間 | 報酬（USD）\n2025-05-01 | P01 | K1 | 2 | 20\n", "C337", "USD"},
		{logHead + "作業日 | 参加者ID | 時間（枠）\n2025-05-01 | P01 | 2\n", "C337", "枠"},
		{logHead + "作業日 | 参加者ID | 時間（班）\n2025-05-01 | P01 | 2\n", "C337", "班"}, // words that nobody knows
		{logHead + "作業日 | 参加者ID | 時間（班）\n2025-05-01 | P01 | 2:00\n", "", ""},   // the value tells its unit
		{logHead + "作業日 | 参加者ID | 時間（1コマ＝90分）\n2025-05-01 | P01 | 2\n", "", ""},
		{surveys + "点数（10点満点）\n2025-05-01 | ワーカー | 4\n", "C337", "10点満点"},
		{surveys + "点数（1が最高）\n2025-05-01 | ワーカー | 4\n", "C337", "1が最高"},
		{"## 満足度\n\n | | ※1が最高、5が最低\n" + surveys[len("## 満足度\n"):] + "点数\n2025-05-01 | ワーカー | 4\n",
			"C337", "1が最高"},
		{surveys + "点数\n2025-05-01 | ワーカー | 4\n※10点満点で採点\n", "C337", "10点満点"},
		{surveys + "点数\n2025-05-01 | ワーカー | 4\n※5が最高、1が最低\n", "", ""},
		{surveys + "点数（5段階）\n2025-05-01 | ワーカー | 4\n", "", ""},
	} {
		c, _ := cohorttest.Load(t, onePerson+oneJob+tt.ledger)
		found := ""
		for _, f := range c.Findings {
			if f.Code == "C337" || f.Code == "C312" {
				found += f.Code
				if !strings.Contains(f.Message.JA, tt.quoted) {
					t.Errorf("%s: %s; want %s in it", tt.ledger, f.Message.JA, tt.quoted)
				}
			}
		}
		if found != tt.code {
			t.Errorf("%s: %q, findings %q; want %q", tt.ledger, found, cohorttest.Codes(c), tt.code)
		}
	}
}
