package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestColumnsNowhere: a column that figures rest on is missed where headings remain that may be it;
// says is what the message names, "" for no finding.
func TestColumnsNowhere(t *testing.T) {
	const head, row = "作業日 | 参加者ID | 案件ID | 時間 | 報酬", "2025-05-01 | P01 | K1 | 2 | 2000"
	tests := []struct{ name, heading, row, says string }{
		{"all there", head + " | 備考", row + " | 3000", ""},
		{"times of beginning and end", "作業日 | 参加者ID | 案件ID | 始め | 終わり | 報酬", "2025-05-01 | P01 | K1 | 9:00 | 11:30 | 2000",
			""},
		{"a time of beginning alone", "作業日 | 参加者ID | 案件ID | 始め | 報酬", "2025-05-01 | P01 | K1 | 9:00 | 2000",
			"「時間」の列がありません。見出し「始め」は読んでいません"},
		{"minutes", "作業日 | 参加者ID | 案件ID | かかった分 | 報酬", "2025-05-01 | P01 | K1 | 90 | 2000", "「時間」の列がありません。見出し「かかった分」"},
		{"pay under another name", "作業日 | 参加者ID | 案件ID | 時間 | お駄賃", row, "「報酬」の列がありません。見出し「お駄賃」は読んでいません"},
		{"what was paid alone is the pay (C255)", "作業日 | 参加者ID | 案件ID | 時間 | 支給額（円）", row, ""},
		{"the job by its name", "作業日 | 参加者ID | 案件名 | 時間 | 報酬", "2025-05-01 | P01 | 入力 | 2 | 2000",
			"「案件ID」の列がありません。見出し「案件名」は「作業名」として読みました"},
		{"the job by its name, beside a title", "作業日 | 参加者ID | 案件名 | 作業内容 | 時間 | 報酬", "2025-05-01 | P01 | 入力 | 名簿 | 2 | 2000",
			"「案件ID」の列がありません。見出し「案件名」は読んでいません"},
		{"no pay, and remarks", "作業日 | 参加者ID | 案件ID | 時間 | 備考 | No | 記録日", "2025-05-01 | P01 | K1 | 2 | 急ぎ | 17 | 2025-05-02",
			""},
		{"no pay, and numbers of things", "作業日 | 参加者ID | 案件ID | 時間 | 件数 | 達成率", "2025-05-01 | P01 | K1 | 2 | 120 | 95", ""},
		{"two headings for it, told as that", "作業日 | 参加者ID | 案件ID | 作業時間 | 稼働時間 | 報酬", "2025-05-01 | P01 | K1 | 2 | 3 | 2000",
			""},
		{"no headings left", "作業日 | 参加者ID | 案件ID", "2025-05-01 | P01 | K1", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+"## 作業ログ\n"+tt.heading+"\n"+tt.row+"\n")
			said := ""
			for _, f := range l.Findings {
				if f.Code == "C331" {
					said += f.Message.JA
				}
			}
			if said == "" && tt.says != "" || tt.says == "" && said != "" || !strings.Contains(said, tt.says) {
				t.Errorf("C331 says %q, want %q\n%s", said, tt.says, l)
			}
		})
	}
}

// TestPriceNowhere: either of the two prices of a contract will do, in any of the sheets.
func TestPriceNowhere(t *testing.T) {
	const head, row = "案件ID | 発注者ID | 種別 | 開始日 | ", "K1 | C1 | 単発 | 2025-04-01 | 30000\n"
	for sheets, want := range map[string]bool{
		"## 案件\n" + head + "お代\n" + row:  true,
		"## 案件\n" + head + "契約額\n" + row: false,
		"## 案件\n" + head + "お代\n" + row + "## 契約 in 契約.csv\n" + head + "月額\n" + "K2 | C1 | 定期 | 2025-04-01 | 30000\n": false,
	} {
		l := cohorttest.Read(t, cohorttest.People+sheets)
		if got := strings.Contains(cohorttest.Codes(l.Ledger), "C331 E1"); got != want {
			t.Errorf("%s\nC331 %v, want %v:\n%s", sheets, got, want, l)
		}
	}
}

// TestDaysNowhere: days that may be the end of a contract, of a participation, of a training or of a task are told
// where no column has them; other days are not, nor what stands beside a column that is there.
func TestDaysNowhere(t *testing.T) {
	const people = "## 参加者\n参加者ID | 開始日 | %s\nP01 | 2025-04-01 | 2025-05-01\n"
	const jobs = "## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額 | %s\nK1 | C1 | 定期 | 2025-04-01 | 30000 | 2025-09-30\n"
	const log = "## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | %s\n2025-05-01 | P01 | K1 | 2 | 2000 | 2025-05-02\n"
	for _, tt := range []struct{ sheet, heading, want string }{
		{people, "やめた日", "離脱日"}, {people, "研修を終えた日", "研修修了日"}, {people, "面談した日", ""}, {people, "離脱日", ""},
		{log, "支払曰", "支払日"}, {jobs, "契約おわり", "終了日"}, {jobs, "終了日", ""}, {jobs, "見積した日", ""},
		{log, "出した日", "納品日"}, {log, "しめきり", "納期"}, {log, "お金が払われた日", "支払日"}, {log, "記録日", ""},
		{"## 参加者\n参加者ID | 研修修了日 | %s\nP01 | 2025-04-30 | 2025-04-01\n", "はじめた日", "開始日"},
		{"## 案件\n案件ID | 発注者ID | 種別 | 月額 | %s\nK1 | C1 | 定期 | 30000 | 2025-04-01\n", "はじまり", "開始日"},
		{people, "守秘の約束をした日", "秘密保持契約日"}, {log, "わたした日", "納品日"}, {people, "リタイア日", "離脱日"},
	} {
		l := cohorttest.Read(t, fmt.Sprintf(tt.sheet, tt.heading))
		said := ""
		for _, f := range l.Findings {
			if f.Code == "C331" {
				said += f.Column
			}
		}
		if said != tt.want {
			t.Errorf("%s: C331 is of %q, want %q\n%s", tt.heading, said, tt.want, l)
		}
	}
}

// TestMonthlyNowhere: an amount of every month is told of beside a column of contract amounts too.
func TestMonthlyNowhere(t *testing.T) {
	for heading, want := range map[string]bool{"1か月の金額": true, "月額": false, "印刷代": false} {
		l := cohorttest.Read(t, "## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 契約額 | "+heading+"\nK1 | C1 | 定期 | 2025-04-01 | | 30000\n")
		if got := strings.Contains(cohorttest.Codes(l.Ledger), "C331 F1"); got != want {
			t.Errorf("%s: C331 %v, want %v\n%s", heading, got, want, l)
		}
	}
}

// TestPlacesAndPastNowhere: who is a resident and who has earned before are read from the words of a column where no
// heading says so, or are missed: without them everybody counts as a resident who earns for the first time.
func TestPlacesAndPastNowhere(t *testing.T) {
	const people = "## 参加者\n参加者ID | 開始日 | %s\nP01 | 2025-04-01 | %s\nP02 | 2025-04-01 | %s\nP03 | 2025-04-01 | %[2]s\n"
	for _, tt := range []struct{ heading, first, second, codes string }{
		{"住所", "町内", "町外", "C346"}, {"勤め先", "町内", "町外", "C331"}, {"住所", "本町1", "東町2", ""},
		{"経験", "経験あり", "初めて", "C331"}, {"経験年数", "3", "5", ""}, {"過去の在宅収入", "あり", "なし", ""},
		{"面談", "済", "未", ""},
	} {
		l := cohorttest.Read(t, fmt.Sprintf(people, tt.heading, tt.first, tt.second))
		said := ""
		for _, f := range l.Findings {
			if f.Code == "C331" || f.Code == "C346" {
				said += f.Code
			}
		}
		if said != tt.codes {
			t.Errorf("%s with %s and %s: %q, want %q\n%s", tt.heading, tt.first, tt.second, said, tt.codes, l)
		}
	}
}

// TestKindByItsWords: which contracts recur is read from the one column whose cells say so, whatever its heading; not
// from how they are paid, nor where another word stands.
func TestKindByItsWords(t *testing.T) {
	const jobs = "## 案件\n案件ID | 発注者ID | 開始日 | 月額 | %s\nK1 | C1 | 2025-04-01 | 3000 | %s\n" +
		"K2 | C1 | 2025-05-01 | 3000 | %s\nK3 | C1 | 2025-06-01 | 3000 | %[2]s\n"
	for _, tt := range []struct {
		heading, first, second string
		read                   bool
	}{
		{"くり返しか", "定期", "単発", true}, {"つづく／一回", "継続", "スポット", true},
		{"支払のしかた", "一括", "一括", false}, {"くり返しか", "はい", "いいえ", false},
	} {
		l := cohorttest.Read(t, fmt.Sprintf(jobs, tt.heading, tt.first, tt.second))
		if got := strings.Contains(cohorttest.Codes(l.Ledger), "C346 E1"); got != tt.read {
			t.Errorf("%s with %s and %s: C346 %v, want %v\n%s", tt.heading, tt.first, tt.second, got, tt.read, l)
		}
	}
}
