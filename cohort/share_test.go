package cohort_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
)

// P1 is of the first cohort with 佐藤 and 鈴木, P2 of the second with 佐藤, P3 of the second with
// nobody. Contract K2 and the task of the unknown P9 belong to nobody.
const shared = `
## 参加者
参加者ID | コホート | 開始日
P1 | 第1期 | 2025-04-01
P2 | 第2期 | 2025-04-01
P3 | 第2期 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
K1 | C1 | 定期 | 2025-04-01 | 2026-03-31 | 30000
K2 | C1 | 定期 | 2025-04-01 | 2026-03-31 |

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-02 | P1 | K1 | x | 2000
2025-06-03 | P2 | K1 | x | 2000
2025-06-04 | P3 | K1 | x | 2000
2025-06-05 | P9 | K1 | 1 | 2000

## 伴走記録
日付 | 担当 | 参加者ID | 時間
2025-06-02 | 鈴木 | P1 | 1
2025-06-03 | 佐藤 | P1 | y
2025-06-04 | 佐藤 | P2 | 1
`

func TestShares(t *testing.T) {
	c, _ := cohorttest.Load(t, shared)
	for _, test := range []struct {
		by   cohort.ShareBy
		want []string
	}{
		{cohort.ByCohort, []string{
			"第1期: 伴走記録!D3 作業ログ!D2",
			"第2期: 作業ログ!D3:D4",
			": 作業ログ!B5 案件!F3",
		}},
		{cohort.ByStaff, []string{
			"佐藤: 伴走記録!D3 作業ログ!D2:D3",
			"鈴木: 作業ログ!D2",
			": 作業ログ!B5 作業ログ!D4 案件!F3",
		}},
	} {
		var got []string
		for _, s := range c.Shares(test.by) {
			var cells []string
			for _, f := range s.Findings {
				if f.Severity < 2 { // errors and warnings
					cells = append(cells, f.Sheet+"!"+f.Range)
				}
			}
			slices.Sort(cells)
			got = append(got, fmt.Sprintf("%s: %s", s.Name, strings.Join(cells, " ")))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("by %s:\n%s\nwant:\n%s", test.by, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}
