package layout_test

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// What cannot be read as a table is named, with its place, and nothing is guessed.
func TestTablesThatCannotBeRead(t *testing.T) {
	good := `
## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-05-01 | P01 | K1 | 2 | 2000
`
	tests := []struct {
		name, text string
		code       string
		place      string // sheet!range
		says       string // part of the Japanese message or fix
	}{
		{"no such sheet", cohorttest.People + cohorttest.Jobs, "C314", "", "「作業ログ」"},
		{"a named sheet without any heading", cohorttest.People + cohorttest.Jobs + "## 作業ログ\nこれは | 表では | ない\n", "C310",
			"作業ログ!", "見出しの行が見つかりません"},
		{"a required column is missing", cohorttest.People + cohorttest.Jobs +
			"## 作業ログ\n作業日 | 時間 | 報酬\n2025-05-01 | 2 | 2000\n", "C312",
			"作業ログ!A1:C1", "「参加者ID」"},
		{"the person of a table of one may stand above it",
			cohorttest.People + cohorttest.Jobs + good + "## 花子\n作業日 | 案件ID | 時間 | 報酬\n2025-05-02 | K1 | 3 | 3000\n", "C312",
			"花子!A1:D1",
			"表の上に「氏名：山田花子」"},
		{"a near miss is named", cohorttest.People + cohorttest.Jobs + "## 作業ログ\n作業日 | 参加者コード名 | 時間\n2025-05-01 | P01 | 2\n",
			"C312", "作業ログ!A1:C1",
			"「参加者コード名」→「参加者ID」?"},
		{"two heading rows that fit alike", cohorttest.People + cohorttest.Jobs +
			"## 作業ログ\n作業日 | 参加者ID | 時間\n2025-05-01 | P01 | 2\n|\n|\n日付 | 時間 | ワーカーID\n2025-05-02 | 2 | P02\n", "C311",
			"作業ログ!A1:C1", "A5:C5"},
		{"two tables side by side that fit alike",
			cohorttest.People + cohorttest.Jobs +
				"## 作業ログ\n作業日 | 参加者ID | 時間 | | 作業日 | 参加者ID | 時間\n2025-05-01 | P01 | 2 | | 2025-05-02 | P02 | 3\n",
			"C311", "作業ログ!A1:C1", "E1:G1"},
		{"a copy of a sheet", cohorttest.People + cohorttest.Jobs + good + strings.Replace(good, "作業ログ", "作業ログ (2)", 1),
			"C313", "作業ログ (2)!", "写し"},
		{"two sheets of one table", cohorttest.People + cohorttest.Jobs +
			strings.Replace(cohorttest.Jobs, "案件\n", "案件一覧\n", 1) + good, "C313", "案件一覧!",
			"「案件」と「案件一覧」"},
		{"the one with the table's own name is read",
			cohorttest.People + strings.Replace(cohorttest.Jobs, "案件\n", "契約一覧\n", 1) + cohorttest.Jobs + good,
			"C313", "契約一覧!", "「案件」と「契約一覧」"},
		{"a copy of a file with other rows", cohorttest.People + cohorttest.Jobs + good +
			strings.NewReplacer("作業ログ\n", "作業ログ in 台帳 - コピー.xlsx\n", "2025-0", "2025-1").Replace(good),
			"C313", "作業ログ!", "台帳 - コピー.xlsx 作業ログ"},
		{"a copy by its name", cohorttest.People + cohorttest.Jobs + good + strings.Replace(good, "作業ログ", "作業ログ_バックアップ", 1),
			"C313", "作業ログ_バックアップ!",
			"写し"},
		{"two headings for one column", cohorttest.People + cohorttest.Jobs +
			"## 作業ログ\n作業日 | 参加者ID | 作業時間 | 稼働時間\n2025-05-01 | P01 | 2 | 3\n",
			"C320", "作業ログ!C1", "C1「作業時間」とD1「稼働時間」"},
		{"two headings for a required column",
			cohorttest.People + cohorttest.Jobs + "## 作業ログ\n日付 | 年月日 | 参加者ID | 時間\n2025-05-01 | 2025-05-01 | P01 | 2\n", "C320",
			"作業ログ!A1",
			"A1「日付」とB1「年月日」"},
		{"a heading misspelt", cohorttest.People + cohorttest.Jobs +
			"## 作業ログ\n作業日 | 参加者ID | 支払曰\n2025-05-01 | P01 | 2025-06-30\n", "C321",
			"作業ログ!C1", "「支払日」"},
		{"a sheet that fits two tables", cohorttest.People + cohorttest.Jobs + good +
			"## Sheet3\n日付 | 参加者ID | 講座名 | 作業名 | 修了 | 報酬\n2025-05-01 | P01 | 入力 | 入力 | ○ | 0\n", "C322", "Sheet3!A1:F1",
			"「研修」と「作業ログ」"},
		{"a form of merged squares", cohorttest.People + cohorttest.Jobs + "## 作業ログ\n" +
			strings.Repeat("様式 | ← | ← | 第 | ← | 号 | ←\n", 6), "C319",
			"作業ログ!", "方眼紙"},
		{"a worker's log with the id outside the table",
			cohorttest.People + cohorttest.Jobs + good + "## P02\n氏名 | 井上\n作業日 | 案件ID | 時間 | 報酬\n2025-05-02 | K1 | 3 | 3000\n",
			"C312", "P02!A2:D2",
			"全部の行に共通の「参加者ID」"},
		{"a summary without dates", cohorttest.People + cohorttest.Jobs + good +
			"## 個人別\n参加者ID | 案件ID | 時間 | 報酬\nP01 | K1 | 2 | 2000\n", "C317",
			"個人別!", ""},
		{"numbers that are neither record nor total", cohorttest.People + cohorttest.Jobs + good + " | | | 2 | 2500\n",
			"C101", "作業ログ!E3",
			"合計としても"},
		{"a copy with the findings written in",
			cohorttest.People + cohorttest.Jobs + good + "## 点検結果 in 台帳_点検.xlsx\n番号 | 内容\n" +
				strings.NewReplacer("参加者\n", "参加者 in 台帳_点検.xlsx\n", "案件\n", "案件 in 台帳_点検.xlsx\n", "作業ログ\n", "作業ログ in 台帳_点検.xlsx\n").
					Replace(cohorttest.People+cohorttest.Jobs+good), "C317", "", "写し"},
		{"a text divided by full-width commas",
			cohorttest.People + cohorttest.Jobs + "## 作業ログ in 作業ログ.csv\n作業日，参加者ID，時間\n2025-05-01，P01，2\n2025-05-02，P01，3\n",
			"C328", "作業ログ!A1",
			"「，」で区切られている"},
		{"prose in a text file", cohorttest.People + cohorttest.Jobs + good + "## メモ in メモ.csv\n会議、出席、欠席\n佐藤、鈴木\n", "C317",
			"メモ!", ""},
		{"a sheet of something else", cohorttest.People + cohorttest.Jobs + good + "## 会議メモ\n日付 | 内容\n2025-05-01 | 相談\n",
			"C317", "会議メモ!", ""},
		{"a hidden sheet that is read", cohorttest.People + cohorttest.Jobs + strings.Replace(good, "## ", "## ~", 1), "C316",
			"作業ログ!", "非表示のシート"},
		{"a total that does not add up", cohorttest.People + cohorttest.Jobs + good + "合計 | | | 2 | 2500\n", "C214",
			"作業ログ!E3", "2000"},
		{"a number merged over rows", cohorttest.People + cohorttest.Jobs + good + "2025-05-02 | P02 | K1 | 1 | ↑\n", "C192",
			"作業ログ!E2:E3",
			"2行に結合"},
		{"a pinned sheet that is not there", "# pilot.toml\n[[table]]\nkey = \"tasks\"\nsheet = \"日報\"\n" +
			cohorttest.People + cohorttest.Jobs +
			good, "P104", "", "1行目1文字目"},
		{"a pin for a table that is nowhere", "# pilot.toml\n[[table]]\nkey = \"surveys\"\nheading_row = 3\n" +
			cohorttest.People +
			cohorttest.Jobs + good, "P104", "", "surveys"},
		{"a pinned letter beyond the sheet", "# pilot.toml\n[[table]]\nkey = \"tasks\"\ncolumns = { hours = \"ZZ\" }\n" +
			cohorttest.People + cohorttest.Jobs + good, "P104", "", "3行目13文字目"},
		{"a pinned letter of an empty column",
			"# pilot.toml\n[[table]]\nkey = \"tasks\"\ncolumns = { rework = \"F\" }\n" + cohorttest.People + cohorttest.Jobs +
				strings.Replace(good, "報酬\n", "報酬 | | 備考\n", 1), "P104", "", "「F」"},
		{"one column pinned twice", "# pilot.toml\n[[table]]\nkey = \"tasks\"\ncolumns = { pay = \"E\", hours = \"e\" }\n" +
			cohorttest.People + cohorttest.Jobs + good, "P103", "", "3行目13文字目"},
		{"a pinned heading row without headings",
			"# pilot.toml\n[[table]]\nkey = \"tasks\"\nheading_row = 30\n" + cohorttest.People + cohorttest.Jobs + good, "P104",
			"", "30行目には"},
		{"a pinned column that is not there", "# pilot.toml\n[[table]]\nkey = \"tasks\"\ncolumns = { title = \"件名\" }\n" +
			cohorttest.People + cohorttest.Jobs + good, "P104", "", "「件名」"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := cohorttest.Read(t, tt.text)
			for _, f := range l.Findings {
				if f.Code == tt.code && place(f) == tt.place && strings.Contains(f.Message.JA+f.Fix.JA, tt.says) {
					if f.Message.EN == "" || f.Fix.JA == "" || f.Fix.EN == "" {
						t.Errorf("%s lacks a text: %+v", f.Code, f)
					}
					return
				}
			}
			t.Errorf("no %s at %q that says %q; findings:\n%s", tt.code, tt.place, tt.says, l)
		})
	}
}

func place(f finding.Finding) string {
	if f.Sheet == "" {
		return ""
	}
	return f.Sheet + "!" + f.Range
}

// Totals that are right in any of the usual ways are not reported.
func TestTotalsThatAddUp(t *testing.T) {
	tests := []struct{ name, rows string }{
		{"grand total", "A | P01 | 2\nB | P01 | 3\n合計 | | 5\n"},
		{"subtotals and a grand total", "A | P01 | 2\n小計 | | 2\nB | P01 | 3\n小計 | | 3\n合計 | | 5\n"},
		{"total above the rows", "合計 | | 5\nA | P01 | 2\nB | P01 | 3\n"},
		{"subtotal above its rows", "4月計 | | 2\nA | P01 | 2\n5月計 | | 3\nB | P01 | 3\n"},
		{"running totals", "A | P01 | 2\n累計 | | 2\nB | P01 | 3\n累計 | | 5\n"},
		{"only visible rows", "A | P01 | 2\n~B | P01 | 3\n合計 | | 2\n"},
		{"hours as a time", "A | P01 | 0:50\nB | P01 | 0:50\n合計 | | 1.67\n"},
		{"no label", "A | P01 | 2 | 100\nB | P01 | 3 | 200\n | | 5 | 300\n"},
		{"a label left of the table", "A | P01 | 2\nB | P01 | 3\n合計（2名） | | 5\n"},
		{"counts are not sums", "A | P01 | 2\nB | P01 | 3\n件数 | | 2\n"},
		{"an average is no total to check", "A | P01 | 2\nB | P01 | 3\n平均 | | 2.5\n"},
	}
	dates := strings.NewReplacer("A |", "2025-05-01 |", "B |", "2025-05-02 |")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+"## 作業ログ\n作業日 | 参加者ID | 時間 | 報酬\n"+dates.Replace(tt.rows))
			for _, f := range l.Findings {
				if f.Code == "C214" {
					t.Errorf("%s: %s", f.Place, f.Message.JA)
				}
			}
			if n := len(l.Tasks.Rows); n != 2 {
				t.Errorf("%d tasks, want 2\n%s", n, l)
			}
		})
	}
}

// TestSheetsOfOneTable: sheets for months, terms or workers, in several files or pinned, are parts of
// one table.
func TestSheetsOfOneTable(t *testing.T) {
	log := func(name, day string) string {
		return "## " + name + "\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-05-" + day + " | P01 | K1 | 2 | 2000\n"
	}
	for name, ledger := range map[string]string{
		"months":                 log("作業ログ4月", "01") + log("作業ログ5月", "02"),
		"a year's and a month's": log("作業ログ", "01") + log("作業ログ 5月", "02"),
		"files":                  log("作業ログ in 佐藤.xlsx", "01") + log("作業記録 in 鈴木.xlsx", "02"),
		"text files":             log("作業ログ in 作業ログ.csv", "01") + log("作業記録 in 作業記録.csv", "02"),
		"pinned": "# pilot.toml\n[[table]]\nkey = \"tasks\"\nsheet = \"作業ログ\"\n[[table]]\nkey = " +
			"\"tasks\"\nsheet = \"作業記録\"\n" + log("作業ログ", "01") + log("作業記録", "02"),
	} {
		toml, sheets := "", ledger
		if before, after, ok := strings.Cut(ledger, "## "); ok {
			toml, sheets = before, "## "+after
		}
		l := cohorttest.Read(t, toml+cohorttest.People+cohorttest.Jobs+sheets)
		if len(l.Tasks.Rows) != 2 || cohorttest.Codes(l.Ledger) != "" {
			t.Errorf("%s: %d tasks, want 2; findings\n%s", name, len(l.Tasks.Rows), l)
		}
	}
}

// TestTablesOfADoubtAreNotMissing: a sheet that fits the log and the trainings is told of once (C322); that there is no
// log (C314) would be a second fault of the same sheet.
func TestTablesOfADoubtAreNotMissing(t *testing.T) {
	l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+
		"## Sheet3\n日付 | 参加者ID | 講座名 | 作業名 | 修了 | 報酬\n2025-05-01 | P01 | 入力 | 入力 | ○ | 0\n")
	var codes []string
	for _, f := range l.Findings {
		codes = append(codes, f.Code)
	}
	if !slices.Contains(codes, "C322") || slices.Contains(codes, "C314") {
		t.Errorf("told %q", codes)
	}
}
