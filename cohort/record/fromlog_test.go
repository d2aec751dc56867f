package record_test

import (
	"fmt"
	"slices"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestContractsFromTheLog takes the contracts of a ledger without a sheet of them from the log: one for each client and
// title, from its first work; a row without a client is of the only client of its title.
func TestContractsFromTheLog(t *testing.T) {
	l := cohorttest.Read(t, `
## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 発注者 | 案件名 | 定期/単発 | 時間
2025-06-05 | P01 | ㈱みどり | 入力 | 定期 | 2
2025-06-02 | P01 | 株式会社みどり | 入力 |  | 2
2025-06-03 | P01 | 青空農園 | 入力 | 単発 | 2
2025-06-04 | P01 | 青空農園 | 写真 | 単発 | 2
2025-06-06 | P01 |  | 写真 |  | 2
2025-06-07 | P09 | 青空農園 | 動画 | 単発 | 2
2025-06-08 | P01 | 青空農園 |  |  | 2
`)
	var got []string
	for _, c := range l.Contracts.Rows {
		got = append(got, fmt.Sprintf("%s of %s, %s from %s", c.ID.Value, c.ClientID.Value, c.Kind.Value, c.StartDate.Value))
	}
	want := []string{
		"(株)みどり 入力 of (株)みどり, recurring from 2025-06-02",
		"青空農園 入力 of 青空農園, one_off from 2025-06-03",
		"写真 of 青空農園, one_off from 2025-06-04", // the row of the unknown P09 is left out, and so is its contract
	}
	if !slices.Equal(got, want) {
		t.Errorf("contracts %q, want %q\n%s", got, want, l)
	}
	var of []string
	for _, task := range l.Tasks.Rows {
		of = append(of, task.ContractID.Value)
	}
	if want := []string{"(株)みどり 入力", "(株)みどり 入力", "青空農園 入力", "写真", "写真", ""}; !slices.Equal(of, want) {
		t.Errorf("work on %q, want %q", of, want)
	}
	for _, line := range l.Lines() {
		if line.Table == "contracts" {
			t.Errorf("%s is a line of a sheet", line.Name())
		}
	}
}

// TestContractsNotFromTheLog asks for the sheet of contracts where the log has ids of them, or names of tasks only.
func TestContractsNotFromTheLog(t *testing.T) {
	for _, heading := range []string{"案件ID", "作業名"} {
		l := cohorttest.Read(t, `
## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | `+heading+` | 時間
2025-06-05 | P01 | A01 | 2
`)
		if got := cohorttest.Codes(l.Ledger); got != "C314 " || l.Contracts.Present {
			t.Errorf("%s: findings %q, contracts %v; want C314 and none", heading, got, l.Contracts.Present)
		}
	}
}

// TestPeopleFromTheLog takes the participants of a ledger without a sheet of them from the log: one for each name after
// NFKC without spaces; a row with an error makes nobody.
func TestPeopleFromTheLog(t *testing.T) {
	l := cohorttest.Read(t, `
## 作業ログ
作業日 | 氏名 | 時間 | 報酬
2025-06-05 | 小林 由美 | 2 | 2000
2025-06-02 | 佐藤花子 | 2 | 2000
2025-06-03 | 小林由美さん | 2 | 2000
いつか | 鈴木 一郎 | 2 | 2000

## 伴走記録
日付 | 担当 | 参加者ID | 時間
2025-06-05 | 田中 | 佐藤　花子 | 1
`)
	var got []string
	for _, p := range l.Participants.Rows {
		got = append(got, fmt.Sprintf("%s %s %t", p.ID.Value, p.Cell(p.ID.Col).Range, p.NamedByName()))
	}
	if want := []string{"小林由美 B2 true", "佐藤花子 B3 true"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q\n%s", got, want, l)
	}
	if l.Support.Rows[0].Participant != l.Participants.Rows[1] || l.Tasks.Rows[2].Participant != l.Participants.Rows[0] {
		t.Error("records are not joined to the people of the log")
	}
}
