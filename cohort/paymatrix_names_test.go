package cohort_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestNamesOfAPayMatrix: a list of pay with the months across names people below 氏名: that is one remark at that
// heading, not a warning for each person.
func TestNamesOfAPayMatrix(t *testing.T) {
	l := cohorttest.Read(t, `## 参加者
参加者ID | 氏名 | 開始日
1 | 鈴木 恵 | 2025-04-01
2 | 田中 翔太 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 30000

## 作業ログ
作業日 | 氏名 | 案件ID | 時間
2025-04-08 | 鈴木 恵 | K1 | 2
2025-05-08 | 田中 翔太 | K1 | 3

## 報酬一覧
支払日 | 2025-05-25 | 2025-06-25
氏名 | 4月 | 5月
鈴木 恵 | 2000 | 1000
田中 翔太 | | 3000
`)
	codes := cohorttest.Codes(l.Ledger)
	if strings.Contains(codes, "C241") || !strings.Contains(codes, "報酬一覧!A2") && !strings.Contains(codes, "C244 A2") {
		t.Errorf("names of the list of pay: %s\n%s", codes, l)
	}
}
