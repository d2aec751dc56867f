package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// log reads a log of work with the rows; the findings are those beside C190 and C233.
func log(t *testing.T, heading, rows string) (got string, records string) {
	t.Helper()
	l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+"## 作業ログ\n"+heading+"\n"+rows)
	var found, kept []string
	for _, f := range finding.Unfold(l.Findings) {
		if f.Code != "C190" && f.Code != "C233" {
			found = append(found, f.Code+" "+f.Range)
		}
	}
	for _, r := range l.Tasks.Rows {
		kept = append(kept, fmt.Sprint(r.Number))
	}
	return strings.Join(found, ", "), strings.Join(kept, " ")
}

// TestRowsWithoutLabel: numbers without date, id and label are a total only if they are the sum of
// two rows or more; the row above once more is a record with blanks.
func TestRowsWithoutLabel(t *testing.T) {
	const head = "作業日 | 参加者ID | 時間 | 報酬"
	const one, two = "2025-05-01 | P01 | 2 | 2500\n", "2025-05-02 | P02 | 1 | 1500\n"
	tests := []struct{ name, rows, want string }{
		{"2 + 1 hours, 2,500 + 1,500 yen", one + two + " | | 3 | 4000\n", "C315 A4:D4"},
		{"the row above again", one + " | | 2 | 2500\n", "C101 C3, C101 D3"},
		{"the row above again, twice", one + " | | 2 | 2500\n" + two + " | | 1 | 1500\n",
			"C101 C3, C101 D3, C101 C5, C101 D5"},
		{"right in hours only", one + two + " | | 3 | 9999\n", "C101 D4"},
		{"the total, below a row that is none", one + " | | 5 | 100\n" + two + " | | 3 | 4000\n",
			"C101 C3, C101 D3, C315 A5:D5"},
		{"a row whose hours cannot be read", "2025-05-01 | P01 | 数時間 | 2500\n" + two + " | | 3 | 4000\n",
			"C109 C2, C315 A4:D4"},
		{"hours alone", one + " | | 2 |\n", "C101 C3"},
		{"a total of pay alone", one + two + " | | | 4000\n", "C315 A4:D4"},
		{"zeros that formulas leave", one + two + " | | 0 | 0\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, _ := log(t, head, tt.rows); got != tt.want {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
		})
	}
}

// TestWordsOfTotals: rows that sum something up are no records, in the words that Excel and town
// halls have for them. 3 hours and 4,000 yen are the sum; other numbers stand for no sum.
func TestWordsOfTotals(t *testing.T) {
	const rows = "2025-05-01 | P01 | 入力 | 2 | 2500\n2025-05-02 | P02 | 校正 | 1 | 1500\n"
	for _, total := range []string{
		"集計 | | | 3 | 4000", "総計 | | | 3 | 4000", " | P01 集計 | | 3 | 4000", "2025年5月 集計 | | | 3 | 4000",
		" | 佐藤 花子 計 | | 3 | 4000",
		"頁計 | | | 3 | 4000", "A社計 | | | 3 | 4000", "K01 計 | | | 3 | 4000", "①＋② | | | 9 | 9000", "差引 | | | 9 | 9000",
		"今月の合計です | | | 3 | 4000",
		"前月比 | | | 1.1 | 0.9", "2025-05-01 | | 前月繰越 | 7 | 7000", "翌月繰越 | | | 7 | 7000",
		" | | うち源泉徴収税額 | | 408", " | | 差引支給額 | | 3592", " | | 振込手数料 | | 660", " | | 支払総額（円） | | 4000", " | | ワーカー数 | 2 |",
		" | | 合計時間 | 3 |",
	} {
		got, kept := log(t, "作業日 | 参加者ID | 作業名 | 時間 | 報酬", rows+total+"\n")
		if got != "C315 A4:E4" || kept != "2 3" {
			t.Errorf("%q: findings %q, records %q; want C315 A4:E4 and 2 3", total, got, kept)
		}
	}
	// A title is no label, and a row with a date or an id is a record that lacks something.
	for _, record := range []string{"2025-05-03 | | 売上集計 | 3 | 4000", "2025-05-03 | | 会計 | 3 | 4000", "2025-05-03 | | " +
		"差引計算 | 3 | 4000", "2025-05-03 | | 振込手数料 | 3 | 4000", "2025-05-03 | | ワーカー数 | 3 | 4000"} {
		if got, _ := log(t, "作業日 | 参加者ID | 作業名 | 時間 | 報酬", rows+record+"\n"); got != "C101 B4" {
			t.Errorf("%q: findings %q, want C101 B4", record, got)
		}
	}
}

// TestFirmsNamedLikeTotals: the name of a firm that ends in 計 stays a client.
func TestFirmsNamedLikeTotals(t *testing.T) {
	l := cohorttest.Read(t,
		cohorttest.People+
			"## 案件\n案件ID | 発注者 | 種別 | 開始日 | 終了日 | 契約額\nK1 | 田中会計 | 単発 | 2025-04-01 | 2025-05-31 | 30000\n | 島時計 | 単発 | "+
			"2025-04-01 | 2025-05-31 | 30000\n")
	if got := cohorttest.Codes(l.Ledger); got != "C314 , C101 A3" || len(l.Contracts.Rows) != 1 {
		t.Errorf("findings %q, %d contracts; want C314, C101 A3 and 1:\n%s", got, len(l.Contracts.Rows), l)
	}
}

// TestContractCalledTotal: a contract with an id of its own is one, whatever its title.
func TestContractCalledTotal(t *testing.T) {
	l := cohorttest.Read(t,
		cohorttest.People+
			"## 案件\n案件ID | 発注者ID | 案件名 | 種別 | 開始日 | 終了日 | 契約額\nK1 | C1 | 入力 | 単発 | 2025-04-01 | 2025-05-31 | 30000\nK2 "+
			"| C1 | 受注の合計 | 単発 | 2025-04-01 | 2025-05-31 | 30000\n")
	if got := cohorttest.Codes(l.Ledger); got != "C314 " || len(l.Contracts.Rows) != 2 {
		t.Errorf("findings %q, %d contracts; want C314 and 2:\n%s", got, len(l.Contracts.Rows), l)
	}
}

// TestTotalsFilledInLikeRecords: a record whose title or note says it is a total is one if it sums
// up the rows above; else it counts, with a warning.
func TestTotalsFilledInLikeRecords(t *testing.T) {
	const head = "作業日 | 参加者ID | 作業名 | 時間 | 報酬 | 備考"
	const rows = "2025-05-01 | P01 | 入力 | 2 | 2500 |\n2025-05-02 | P02 | 校正 | 1 | 1500 |\n"
	tests := []struct{ name, rows, want, kept string }{
		{"2 + 1 hours, 2,500 + 1,500 yen", rows + "2025-05-31 | P01 | 5月合計 | 3 | 4000 |\n", "C315 A4:F4", "2 3"},
		{"in a column that is not read", rows + "2025-05-31 | P01 | | 3 | 4000 | 小計\n", "C315 A4:F4", "2 3"},
		{"one row, and then all of them",
			"2025-05-01 | P01 | 入力 | 2 | 2500 |\n2025-05-31 | P01 | 5月計 | 2 | 2500 |\n2025-06-02 | P02 | 校正 | 1 | 1500 " +
				"|\n2025-06-30 | P02 | 6月計 | 1 | 1500 |\n2025-06-30 | P02 | 累計 | 3 | 4000 |\n", "C315 A3:F3", "2 4"},
		{"other numbers", rows + "2025-05-31 | P01 | 5月合計 | 3 | 4001 |\n", "C329 C4", "2 3 4"},
		{"carried from the month before", rows + "2025-05-31 | P01 | 前月繰越 | 3 | 4000 |\n", "C329 C4", "2 3 4"},
		{"no numbers", rows + "2025-05-31 | P01 | 5月合計 | | |\n", "", "2 3 4"},
		{"titles of work",
			rows + "2025-05-31 | P01 | 集計 | 3 | 4000 |\n2025-05-31 | P01 | 集計作業 | 6 | 8000 |\n2025-05-31 | P01 | 設計 | 12 | " +
				"16000 |\n", "", "2 3 4 5 6"},
		{"words about totals",
			rows + "2025-05-31 | P01 | 入力 | 3 | 4000 | 合計は別紙\n2025-05-31 | P01 | 合計表の作成 | 6 | 8000 |\n2025-06-01 | P01 | " +
				"入力（合計） | 1 | 1000 | \n", "", "2 3 4 5 6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, kept := log(t, head, tt.rows); got != tt.want || kept != tt.kept {
				t.Errorf("findings %q, records %q; want %q and %q", got, kept, tt.want, tt.kept)
			}
		})
	}
	side := "作業日 | 参加者ID | 時間 | 案件ID | 案件\n2025-05-01 | P01 | 2 | K1 | 入力\n2025-05-02 | P02 | 1 | K1 | 合計\n"
	head2, rows2, _ := strings.Cut(side, "\n")
	if got, kept := log(t, head2, rows2); got != "" || kept != "2 3" {
		t.Errorf("a word under a second heading for a column: findings %q, records %q; want none and 2 3", got, kept)
	}
}

// TestFormulaOfATotal: an error in a total row is named at its cell, and the records count.
func TestFormulaOfATotal(t *testing.T) {
	got, records := log(t, "作業日 | 参加者ID | 時間 | 報酬", "2025-05-01 | P01 | 2 | 2500\n2025-05-02 | P02 | 1 | 1500\n合計 | | "+
		"3 | #REF!\n")
	if got != "C105 D4, C315 A4:D4" && got != "C315 A4:D4, C105 D4" || records != "2 3" {
		t.Errorf("findings %s, records %s; want C105 at D4 beside C315, and both records", got, records)
	}
}
