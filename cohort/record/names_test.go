package record_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// namesOnly is a ledger without ids: two people of one name in two cohorts, two contracts of one title.
const namesOnly = `
## 参加者
氏名 | 期 | 開始日
鈴木 恵 | 第1期 | 2025-04-01
鈴木恵 | 第2期 | 2025-06-01
佐藤 花子 | 第1期 | 2025-04-01

## 案件
案件名 | 発注者 | 所在 | 区分 | 種別 | 開始日 | 終了日 | 月額
入力 | ㈱みどり | 町内 | 企業 | 定期 | 2025-04-01 | 2026-03-31 | 30000
入力 | 青空農園 | 県外 | 団体 | 定期 | 2025-04-01 |  | 20000
写真 | （株）みどり | 町内 | 企業 | 単発 | 2025-04-01 | 2025-06-30 | 10000
写真 | 株式会社みどり | 町内 | 企業 | 単発 | 2025-08-01 | 2025-09-30 | 10000

## 作業ログ
作業日 | 氏名 | 案件名 | 発注者 | 時間
`

// TestNamesAsKeys gives each row of a log the participant and the contract that it means, or the code of the question.
func TestNamesAsKeys(t *testing.T) {
	for _, c := range []struct{ row, person, contract, code string }{
		{"2025-06-02 | 佐藤　花子 | 入力 | 株式会社みどり | 2", "佐藤花子", "(株)みどり 入力", ""},
		{"2025-06-02 | 佐藤花子 | 入力 | 青空農園 | 2", "佐藤花子", "青空農園 入力", ""},
		{"2025-06-02 | 佐藤花子 | 入力 |  | 2", "", "", "C204"},                             // two clients have the title
		{"2025-06-02 | 鈴木 恵 | 入力 | 青空農園 | 2", "", "", "C202"},                         // two people have the name
		{"2025-06-02 | 鈴木恵（第2期） | 写真 |  | 2", "鈴木恵(第2期)", "(株)みどり 写真 2025-04-01", ""}, // the cohort tells
		{"2025-08-02 | 佐藤花子 | 写真 |  | 2", "佐藤花子", "(株)みどり 写真 2025-08-01", ""},         // the day tells the term
		{"2025-06-02 | 佐藤花江 | 写真 |  | 2", "", "", "C202"},                             // one character
		{"2025-06-02 | 佐藤 | 写真 |  | 2", "", "", "C202"},                               // no given name
	} {
		l := cohorttest.Read(t, namesOnly+c.row+"\n")
		got := said(l, "作業ログ")
		if c.code != "" {
			if len(l.Tasks.Rows) != 0 || !strings.Contains(got, c.code) {
				t.Errorf("%s: want %s, got %d tasks and\n%s", c.row, c.code, len(l.Tasks.Rows), got)
			}
			continue
		}
		if len(l.Tasks.Rows) != 1 {
			t.Errorf("%s: %d tasks\n%s", c.row, len(l.Tasks.Rows), got)
			continue
		}
		task := l.Tasks.Rows[0]
		if task.Participant == nil || task.Participant.ID.Value != c.person || task.Contract == nil ||
			task.Contract.ID.Value != c.contract {
			t.Errorf("%s: is of %q on %q\n%s", c.row, task.ParticipantID.Value, task.ContractID.Value, got)
		}
	}
}

// TestNearNamesAreAsked: the message has the name that was probably meant.
func TestNearNamesAreAsked(t *testing.T) {
	for _, name := range []string{"佐藤花江", "佐藤", "佐籐 花子", "佐藤花子（旧姓 鈴木）", "花子・佐藤"} {
		l := cohorttest.Read(t, namesOnly+"2025-06-02 | "+name+" | 写真 |  | 2\n")
		if got := said(l, "作業ログ"); !strings.Contains(got, "似た名前に「佐藤 花子」") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestClientsFromContracts: where there is no clients sheet, place and sector in the contract list make the clients.
func TestClientsFromContracts(t *testing.T) {
	l := cohorttest.Read(t, namesOnly+"2025-06-02 | 佐藤花子 | 写真 |  | 2\n")
	if !l.Clients.Present || len(l.Clients.Rows) != 2 {
		t.Fatalf("%d clients: %s", len(l.Clients.Rows), l)
	}
	midori, aozora := l.Clients.Rows[0], l.Clients.Rows[1]
	if midori.ID.Value != "(株)みどり" || midori.Region.Value != "inside" || midori.Sector.Value != "company" ||
		aozora.Region.Value != "outside" || aozora.Sector.Value != "association" {
		t.Errorf("%+v %+v", midori, aozora)
	}
	for _, c := range l.Contracts.Rows {
		if c.Client == nil {
			t.Errorf("%s has no client", c.ID.Value)
		}
	}
}
