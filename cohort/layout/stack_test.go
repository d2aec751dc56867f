package layout_test

import (
	"strings"
	"testing"
)

// TestHeadingsBelow: a log whose heading is printed again, with other columns or after another
// table.
func TestHeadingsBelow(t *testing.T) {
	const first = "作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-05-01 | P01 | K1 | 2 | 2000\n"
	const read = "2 2025-05-01 P01 K1 2 2000\n"
	testLayouts(t, []taskLayout{
		{"one more column from the second heading on", `
## 作業ログ
` + first + `作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
2025-06-02 | P02 | K1 | 3 | 3000 | 2025-06-30
`, read + "4 2025-06-02 P02 K1 3 3000 paid 2025-06-30\n", "C326 A1:E1, C315 A3:F3, C315 A3:F3"},

		{"columns changed about", `
## 作業ログ
` + first + `作業日 | 参加者ID | 報酬 | 時間 | 案件ID
2025-06-02 | P02 | 3000 | 3 | K1
`, read + "4 2025-06-02 P02 K1 3 3000\n", "C315 A3:E3, C315 A3:E3"},

		{"another sum in the place of the pay", `
## 作業ログ
` + first + `作業日 | 参加者ID | 案件ID | 時間 | 交通費
2025-06-02 | P02 | K1 | 3 | 500
`, read + "4 2025-06-02 P02 K1 3 0\n", "C315 A3:E3, C315 A3:E3, C326 A3:E3"},

		{"date and person moved: two tables, and which one counts cannot be told", `
## 作業ログ
` + first + `参加者ID | 作業日 | 案件ID | 時間 | 報酬
P02 | 2025-06-02 | K1 | 3 | 3000
`, "", "C311 A1:E1"},

		{"the same far below the rows in which headings are looked for", `
## 作業ログ
` + first + strings.Repeat("|\n", 80) + `参加者ID | 作業日 | 案件ID | 時間 | 報酬
P02 | 2025-06-02 | K1 | 3 | 3000
`, read, "C311 A1:E1"},

		{"changed about there", `
## 作業ログ
` + first + strings.Repeat("|\n", 80) + `作業日 | 参加者ID | 報酬 | 時間 | 案件ID
2025-06-02 | P02 | 3000 | 3 | K1
`, read + "84 2025-06-02 P02 K1 3 3000\n", "C315 A83:E83, C315 A83:E83"},

		{"a summary between two months", `
## 作業ログ
` + first + `|
氏名 | 時間 | 報酬
青木 | 2 | 2000
|
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-02 | P02 | K1 | 3 | 3000
`, read + "8 2025-06-02 P02 K1 3 3000\n", "C317 A4:C4, C315 A7:E7"},

		{"a heading of two rows printed again", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | ←
↑ | ↑ | ↑ | ↑ | 額 | 支払日
2025-05-01 | P01 | K1 | 2 | 2000 | 2025-05-31
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | ←
↑ | ↑ | ↑ | ↑ | 額 | 支払日
2025-06-02 | P02 | K1 | 3 | 3000 | 2025-06-30
`, "3 2025-05-01 P01 K1 2 2000 paid 2025-05-31\n6 2025-06-02 P02 K1 3 3000 paid 2025-06-30\n", "C315 A4:F4"},

		{"titles of pages", `
## 作業ログ
` + first + `令和7年度 作業実績 | | | | 2ページ
 | | | 担当課：企画課
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-06-02 | P02 | K1 | 3 | 3000
`, read + "6 2025-06-02 P02 K1 3 3000\n", "C315 A3:E3, C315 A4:E4, C315 A5:E5"},

		{"the heading twice, with nothing between", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
` + first, "", "C311 A1:E1"},

		{"the heading in both languages", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
Date | Participant ID | Contract ID | Hours | Pay
2025-05-01 | P01 | K1 | 2 | 2000
`, "3 2025-05-01 P01 K1 2 2000\n", "C315 A2:E2"},
	})
}

// TestGroupHeadings: columns that stand under a common heading, and columns set apart.
func TestGroupHeadings(t *testing.T) {
	const read = "3 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n"
	testLayouts(t, []taskLayout{
		{"pay under a group that has its name", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | ← | ←
↑ | ↑ | ↑ | ↑ | 単価 | 件数 | 金額
2025-05-01 | P01 | K1 | 2 | 1000 | 2 | 2000
2025-05-02 | P02 | K1 | 3 | 1000 | 3 | 3000
`, read, ""},

		{"the actual hours under a group with start and end", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 作業時間 | ← | ← | 報酬
↑ | ↑ | ↑ | 開始 | 終了 | 実働 | ↑
2025-05-01 | P01 | K1 | 9:00 | 11:00 | 2 | 2000
2025-05-02 | P02 | K1 | 9:00 | 12:00 | 3 | 3000
`, read, ""},

		{"groups of one column each", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 確認欄
↑ | ↑ | ↑ | ↑ | 額 | 印
2025-05-01 | P01 | K1 | 2 | 2000 | 済
2025-05-02 | P02 | K1 | 3 | 3000 | 済
`, read, ""},

		{"a heading over id and name is no group", `
## 作業ログ

作業日 | 参加者 | ← | 案件ID | 時間 | 報酬
2025-05-01 | P01 | 青木 | K1 | 2 | 2000
2025-05-02 | P02 | 井上 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", ""},

		{"columns set apart by an empty one", `
## 作業ログ
作業日 | 参加者ID | 案件ID | | 時間 | 報酬
2025-05-01 | P01 | K1 | | 2 | 2000
2025-05-02 | P02 | K1 | | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", ""},

		{"a summary set apart that ends higher is another table", `
## 作業ログ
作業日 | 参加者ID | 案件ID | | 時間 | 報酬
2025-05-01 | P01 | K1 | | 99 | 9900
2025-05-02 | P02 | K1 |
2025-05-03 | P02 | K1 |
`, "2 2025-05-01 P01 K1 0 0\n3 2025-05-02 P02 K1 0 0\n4 2025-05-03 P02 K1 0 0\n", "C317 E1:F1"},

		{"two logs side by side, one with more columns", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | | 作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | | 2025-05-02 | P02 | K1 | 3 | 3000
`, "", "C311 F1:J1"},
	})
}
