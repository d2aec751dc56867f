package record_test

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestSharedNameNamesBoth: the C202 of a name that two participants have says so and names both.
func TestSharedNameNamesBoth(t *testing.T) {
	l := cohorttest.Read(t, `
## 参加者
参加者ID | 氏名 | 開始日 | 生年
P03 | 高橋 桜 | 2025-04-01 | 1990
P04 | 高橋桜 | 2025-04-01 | 1991
## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 2026-03-31 | 30000
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-07 | 高橋　桜 | K1 | 2 | 2000
`)
	for _, f := range l.Findings {
		if f.Code != "C202" {
			continue
		}
		want := "「高橋 桜」という氏名の人が「参加者」シートに2人以上いるため、だれの記録か決められません。"
		if f.Message.JA != want || f.Fix.JA != "氏名ではなく参加者IDを書いてください（候補：P03、P04）。" || len(f.Related) != 2 ||
			f.Related[1].Range != "B3" {
			t.Errorf("%s / %s / %v", f.Message.JA, f.Fix.JA, f.Related)
		}
		return
	}
	t.Error("no C202")
}

// TestSeveralPeopleInACell: names of two participants are told as that; of one and a stranger they are not.
func TestSeveralPeopleInACell(t *testing.T) {
	l := cohorttest.Read(t, `
## 参加者
参加者ID | 氏名 | 開始日
P01 | 大西 誠 | 2025-04-01
P02 | 片山 涼 | 2025-04-01

## 作業ログ
作業日 | 氏名 | 時間 | 報酬
2025-06-05 | 大西 誠・片山涼 | 2 | 2000
2025-06-06 | 片山涼、久保 舞 | 2 | 2000
`)
	var got []string
	for _, f := range l.Findings {
		if f.Code == "C202" {
			got = append(got, f.Range+" "+strings.SplitN(f.Message.JA, "。", 2)[0])
		}
	}
	want := []string{"B2 「大西 誠・片山涼」は2人の名前です", "B3 「片山涼、久保 舞」は「参加者」シートにありません"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
