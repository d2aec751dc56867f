package layout_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// taskLayout is a way to keep a log.
type taskLayout struct {
	name, sheet string
	want        string // rows as read
	codes       string // findings beside C190
}

// The same two tasks in every layout that a town hall's workbook has.
func TestTaskLayouts(t *testing.T) {
	testLayouts(t, []taskLayout{
		{"plain", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
2025-05-02 | P02 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", ""},

		{"title, document number, begins at column D, note below", `
## 作業ログ
| | | 令和7年度 作業実績 | | | | 第12号
|
| | | 作業日 | 担当者ID | 案件番号 | 作業時間(h) | 報酬額（円）
| | | R7.5.1 | P01 | K1 | 2:00 | ￥2,000
|
| | | R7.5.2 | P02 | K1 | 180分 | 3千円
| | | ※ 時間は本人の申告です。
`, "4 2025-05-01 P01 K1 2 2000\n6 2025-05-02 P02 K1 3 3000\n", "C315 D7:H7"},

		{"two rows of heading, merged, unit row, subtotal and total", `
## 作業ログ
作業日 | ワーカー | ← | 案件 | 作業 | ← | 支払 | ←
↑ | 番号 | 氏名 | ID | 時間 | 内容 | 予定額 | 日
 | | | | 時間 | | 円 |
2025/5/1 | P01 | 青木 | K1 | 2 | 入力 | 2000 | 2025/6/30
小計 | | | | 2 | | 2000 |
2025/5/2 | P02 | 井上 | K1 | 3 | 入力 | 3000 |
小計 | | | | 3 | | 3000 |
合計 | | | | 5 | | 5000 |
`, "4 2025-05-01 P01 K1 2 2000 paid 2025-06-30\n6 2025-05-02 P02 K1 3 3000\n", "C315 A5:H5"},

		{"group heading in its first cell only", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 支払 |
 | | | | 予定額 | 日
2025-05-01 | P01 | K1 | 2 | 2000 |
2025-05-02 | P02 | K1 | 3 | 3000 |
`, "3 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n", ""},

		{"heading printed again, hidden row", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
作業日 | 参加者ID | 案件ID | 時間 | 報酬
~2025-05-02 | P02 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n", "C315 A3:E3, C316 A4:E4"},

		{"example row, rows prepared for later", `
## 作業ログ
 | 作業日 | 参加者ID | 案件ID | 時間 | 報酬
例 | 2025-04-01 | P99 | K9 | 1 | 1000
1 | 2025-05-01 | P01 | K1 | 2 | 2000
2 | 2025-05-02 | P02 | K1 | 3 | 3000
3 | 2025-05-03 | | | | 0
4 | | | | |
`, "3 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n", "C318 B2:F2, C315 B5:F5"},

		{"dates merged down", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
↑ | P02 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-01 P02 K1 3 3000\n", "C191 A3"},

		{"another table to the right", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | | 参加者ID | 報酬
2025-05-01 | P01 | K1 | 2 | 2000 | | P01 | 2000
2025-05-02 | P02 | K1 | 3 | 3000 | | P02 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", "C317 G1:H1"},

		{"another table below", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
2025-05-02 | P02 | K1 | 3 | 3000
|
氏名 | 時間 | 報酬
青木 | 2 | 2000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", "C317 A5:C5"},

		{"minutes and thousands of yen in the headings", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間（分） | 報酬（千円）
2025-05-01 | P01 | K1 | 120 | 2
2025-05-02 | P02 | K1 | 3h | 3,000円
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", ""},

		{"unit of money above the table", `
## 作業ログ
 | | | | （単位：千円）
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2
2025-05-02 | P02 | K1 | 3 | 3
合計 | | | 5 | 5
`, "3 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n", "C315 A5:E5"},

		{"a month a sheet, one with other words, sheets that name nothing", `
## 5月
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
## 6月
日付 | ワーカー番号 | 契約番号 | 実働 | 謝礼
2025-06-02 | P02 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n2 2025-06-02 P02 K1 3 3000\n", ""},

		{"a file a worker, the id given by pins", `
# pilot.toml
[[table]]
key = "tasks"
files = ["P01.csv"]
constants = { participant_id = "P01" }
[[table]]
key = "tasks"
files = ["P02.csv"]
heading_row = 3
columns = { date = "A", pay = "謝礼等", hours = "c" }
[table.constants]
participant_id = "P02"
## P01 in P01.csv
作業日 | 案件ID | 時間 | 報酬
2025-05-01 | K1 | 2 | 2000
## P02 in P02.csv
氏名 | 井上
|
いつ | 案件ID | どれだけ | 謝礼等
2025-05-02 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n", ""},

		{"example sheet, copy-like words in other sheets", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
2025-05-02 | P02 | K1 | 3 | 3000
## 記入例
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-09 | P01 | K1 | 9 | 9000
## 作業ログ集計
参加者ID | 時間 | 報酬
P01 | 2 | 2000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", "C317 , C318 "},

		{"words for examples and totals in a title are no mark", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬
2025-05-01 | P01 | K1 | 見本 | 2 | 2000
2025-05-02 | P02 | K1 | 合計 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", "C329 D3"},

		{"files pinned whose other sheets are no tables", `
# pilot.toml
[[table]]
key = "tasks"
files = ["ログ/*.xlsx"]
## 5月 in ログ/5月.xlsx
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
2025-05-02 | P02 | K1 | 3 | 3000
## メモ in ログ/5月.xlsx
覚え書き
## 記入例 in ログ/5月.xlsx
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-09 | P01 | K1 | 2 | 2000
## 作業ログ in 古い.xlsx
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2024-05-01 | P01 | K1 | 2 | 2000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", "C317 , C318 , C317 "},

		{"columns numbered, and told how to fill in", `
## 作業ログ
作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬
① | ② | ③ | ④ | ⑤ | ⑥＝⑤×千円
2025-05-01 | P01 | K1 | 入力 | 2 | 2000
2025-05-02 | P02 | K1 | 入力 | 3 | 3000
## 6月
作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬
YYYY/MM/DDで入力 | 名簿から選択 | 一覧から選択 | 自由 | 時間 | 円
2025-06-03 | P01 | K1 | 入力 | 1 | 1000
`, "3 2025-05-01 P01 K1 2 2000\n4 2025-05-02 P02 K1 3 3000\n3 2025-06-03 P01 K1 1 1000\n", "C315 A2:F2"},

		{"days prepared in the log of one worker", `
# pilot.toml
[[table]]
key = "tasks"
sheet = "日報"
constants = { participant_id = "P01" }
## 日報
作業日 | 案件ID | 時間 | 報酬
2025-05-01 | K1 | 2 | 2000
2025-05-02 | | |
2025-05-03 | | 3 |
`, "2 2025-05-01 P01 K1 2 2000\n4 2025-05-03 P01  3 0\n", "C315 A3:D3"},

		{"an id beside the name of the person", `
## 作業ログ
日付 | 作業日 | 担当者 | 担当者ID | 案件 | 案件番号 | 作業時間 | 報酬 | 金額
- | 2025-05-01 | 青木 | P01 | 入力 | K1 | 2 | 2000 | 1
- | 2025-05-02 | 井上 | P02 | 入力 | K1 | 3 | 3000 | 1
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", ""},

		{"a column of the heading over two cells", `
## 作業ログ
作業日 | 参加者ID | ← | 案件ID | 時間 | 報酬
2025-05-01 | P01 | | K1 | 2 | 2000
2025-05-02 | | P02 | K1 | 3 | 3000
`, "2 2025-05-01 P01 K1 2 2000\n3 2025-05-02 P02 K1 3 3000\n", ""},
	})
}

func testLayouts(t *testing.T, tests []taskLayout) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toml, sheets := "", tt.sheet
			if before, after, ok := strings.Cut(tt.sheet, "\n## "); ok {
				toml, sheets = before, "\n## "+after
			}
			c, _ := cohorttest.Load(t, "as_of: 2025-07-31\n"+toml+cohorttest.People+cohorttest.Jobs+sheets)
			if got := cohorttest.Tasks(c); got != tt.want {
				t.Errorf("tasks\n%swant\n%s", got, tt.want)
			}
			if got := cohorttest.Codes(c); got != tt.codes {
				t.Errorf("findings %q, want %q", got, tt.codes)
				for _, f := range c.Findings {
					t.Log(f.Code, f.Place, f.Message.JA)
				}
			}
		})
	}
}
