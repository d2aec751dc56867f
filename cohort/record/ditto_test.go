package record_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// said returns code, place and message of the findings at a sheet that are no infos of reading.
func said(l *cohorttest.Ledger, sheet string) string {
	var out []string
	for _, f := range l.Findings {
		if f.Sheet == sheet && f.Code != "C190" {
			out = append(out, f.Code+" "+f.Range+" "+f.Message.JA+f.Fix.JA)
		}
	}
	return strings.Join(out, "\n")
}

const smallLedger = `
## 参加者
参加者ID | 氏名 | 開始日
P01 | 佐藤 花子 | 2025-04-01
P02 | 鈴木 一郎 | 2025-04-01
## 発注者
発注者ID | 名称
C1 | みどり商店
## 案件
案件ID | 発注者ID | 案件名 | 種別 | 開始日 | 月額
K1 | C1 | データ入力 | 定期 | 2025-04-01 | 30000
`

// TestDitto: marks for "as above" are no values, and the message says what to do.
func TestDitto(t *testing.T) {
	l := cohorttest.Read(t, smallLedger+`
## 作業ログ
作業日 | 参加者ID | 案件ID | 作業名 | 時間
2025-06-02 | P01 | K1 | 入力 | 2
〃 | P01 | K1 | 〃 | 2
2025-06-04 | 同上 | K1 | 入力 | 2
2025-06-05 | P01 | K1 | 入力 | "\""
`)
	got := said(l, "作業ログ")
	for _, want := range []string{"C102 A3 「〃」は「上の行と同じ」", "C113 B4 「同上」は「上の行と同じ」", "C109 E5 「\"」は「上の行と同じ」", "Ctrl+D"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if len(l.Tasks.Rows) != 1 || strings.Contains(got, "D3") { // a title may be anything
		t.Errorf("%d tasks\n%s", len(l.Tasks.Rows), got)
	}
}

// TestNamesForIDs: a sheet that has names only is read by them; an id beside a name counts.
func TestNamesForIDs(t *testing.T) {
	for _, c := range []struct{ sheet, heading, row, want string }{
		{"作業ログ", "作業日 | 氏名 | 案件ID | 作業名 | 時間", "2025-06-02 | 鈴木一郎 | K1 | 入力 | 2", "C244 B1"},
		{"作業ログ", "作業日 | 参加者ID | 氏名 | 案件ID | 時間", "2025-06-02 | P02 | 佐藤花子 | K1 | 2", ""}, // the id counts
		{"6月", "作業日 | ワーカー名 | 案件ID | 作業内容 | 時間 | 報酬", "2025-06-02 | 鈴木 一郎 | K1 | 入力 | 2 | 2000", "C244 B1"},
	} {
		l := cohorttest.Read(t, smallLedger+"## "+c.sheet+"\n"+c.heading+"\n"+c.row+"\n")
		got := said(l, c.sheet)
		if len(l.Tasks.Rows) != 1 || l.Tasks.Rows[0].ParticipantID.Value != "P02" || !strings.HasPrefix(got, c.want) ||
			c.want == "" && got != "" {
			t.Errorf("%s: %d tasks\n%s", c.heading, len(l.Tasks.Rows), got)
		}
	}
}

// TestNamesOfOthers: the name of a client or a contract in place of its id is read as it, and said.
func TestNamesOfOthers(t *testing.T) {
	l := cohorttest.Read(t, strings.Replace(smallLedger, "K1 | C1", "K1 | みどり商店", 1)+`
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間
2025-06-02 | P01 | データ入力 | 2
2025-06-03 | P01 | データ入カ | 2
`)
	for sheet, want := range map[string]string{
		"案件":   "C244 B1 番号の代わりに「発注者ID」で見分けました。",
		"作業ログ": "C204 C3 「データ入カ」は「案件」シートにありません。似た名前に「データ入力」があります。",
	} {
		if got := said(l, sheet); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", sheet, want, got)
		}
	}
	if len(l.Tasks.Rows) != 1 || l.Tasks.Rows[0].Contract != l.Contracts.Rows[0] ||
		l.Contracts.Rows[0].Client != l.Clients.Rows[0] {
		t.Errorf("%d tasks are on the contract of that name", len(l.Tasks.Rows))
	}
}
