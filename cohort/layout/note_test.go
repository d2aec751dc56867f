package layout_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// Remarks below a table whose only required column they stand in are skipped, and said to be.
func TestNotesUnderNarrowTables(t *testing.T) {
	notes := []string{"※ 金額は税込です。", "（備考）未払いは空欄とする", "注）公開は町HPによる", "注1：令和7年度分", "備考：町HPに掲載", "以上", "（以上）", "作成：企画課 山口",
		"担当者：企画課", "町のホームページに載せています。"}
	tables := []struct{ head, code string }{
		{"## 公開記録\n公開日 | 件名 | 対象\n2025-05-01 | 報告 | 町民\n", "C315 A4:C4"},
		{"## 公開記録\n件名 | 公開日\n報告 | 2025-05-01\n", "C315 A4:B4"},
		{"## 発注者\n発注者ID | 名称\nC1 | みどり商事\n", "C315 A4:B4"},
		{"## 実績値\n年月日 | 指標 | 値\n2025-05-01 | EC売上 | 3\n", "C315 A4:C4"},
		{"## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-05-01 | P01 | K1 | 2 | 2000\n", "C315 A4:E4"},
	}
	for _, table := range tables {
		for _, note := range notes {
			c, _ := cohorttest.Load(t, cohorttest.People+cohorttest.Jobs+table.head+"|\n"+note+"\n")
			if got := cohorttest.Codes(c); !strings.Contains(got, table.code) || strings.Contains(got, "C10") ||
				strings.Contains(got, "C113") {
				t.Errorf("%s below\n%sfindings %q, want %s", note, table.head, got, table.code)
			}
			if n := len(c.Clients.Rows) + len(c.Publications.Rows) + len(c.Metrics.Rows) + len(c.Tasks.Rows); n != 1 {
				t.Errorf("%s below\n%s%d records, want 1", note, table.head, n)
			}
		}
	}
}

// What could be a record is one, whatever mark stands before it.
func TestNoNotes(t *testing.T) {
	for _, table := range []string{
		"## 公開記録\n公開日 | 件名 | 対象\n※5/1 ^C102 | | \n",
		"## 公開記録\n公開日 | 件名 | 対象\n※2025-05-32 ^C102 | 報告 | \n",
		"## 公開記録\n公開日 | 件名 | 対象\n注文した日 ^C102 | 報告 | 町民\n",
		"## 公開記録\n公開日 | 件名 | 対象\nきのう ^C102 | | \n",
		"## 発注者\n発注者ID | 名称\n※C05 ^ |\n",
	} {
		l := cohorttest.Read(t, cohorttest.People+cohorttest.Jobs+table)
		for _, problem := range l.Compare() {
			if !strings.Contains(table, "発注者") && !strings.Contains(problem, "C314") {
				t.Errorf("%s%s", table, problem)
			}
		}
		if n := len(l.Publications.Excluded) + len(l.Clients.Rows) + len(l.Clients.Excluded); n != 1 {
			t.Errorf("%s%d records, want 1\n%s", table, n, l)
		}
	}
}

// A unit of money between the headings and the data holds for the whole table, in any column.
func TestUnitBelowTheHeadings(t *testing.T) {
	rows := "人件費 | 伴走 | 3000 | 2800\n"
	tests := []struct {
		between string
		planned float64
	}{
		{"単位：千円\n", 3e6},
		{" | | | （単位：千円）\n", 3e6},
		{" | | 単位　千円 |\n", 3e6},
		{" | 単位:円 | |\n", 3000},
		{" | | | | | （単位：百万円）\n", 3e9},
		{"|\n | | | 単位：千円（税込）\n|\n", 3e6},
		{"(1) | (2) | (3) | (4)\n単位：千円\n", 3e6},
		{"単位：千円\n | | 円 | 円\n", 3000}, // the column's own unit counts for more
		{"令和8年3月31日現在 | | | 単位：千円\n", 3e6},
		{"単位：千ドル\n", 3000}, // no unit of ours: a remark
	}
	for _, tt := range tests {
		c, _ := cohorttest.Load(t, cohorttest.People+cohorttest.Jobs+"## 予算\n費目 | 区分 | 予算額 | 執行額\n"+
			tt.between+rows+"備品費 | 機器 | 5万円 | \n")
		if len(c.Budget.Rows) != 2 || len(c.Budget.Excluded) != 0 {
			t.Errorf("%q: %d rows and %d excluded, want 2 and 0", tt.between, len(c.Budget.Rows), len(c.Budget.Excluded))
			continue
		}
		if got := c.Budget.Rows[0].Planned.Value; got != tt.planned {
			t.Errorf("%q: 3000 is %g yen, want %g", tt.between, got, tt.planned)
		}
		if got := c.Budget.Rows[1].Planned.Value; got != 50000 {
			t.Errorf("%q: 5万円 is %g yen, want 50000", tt.between, got)
		}
	}
}

// A record may say 単位 in its own columns; and below the first record nothing changes the unit.
func TestUnitWithinTheData(t *testing.T) {
	c, _ := cohorttest.Load(t, cohorttest.People+cohorttest.Jobs+"## 予算\n費目 | 区分 | 予算額 | 執行額 | 備考\n人件費 | 伴走 | 3000 | "+
		"2800 | 単位：千円\n備品費 | 機器 "+
		"| 20 | 10 | \n | | | | 単位：千円\n印刷費 | 広報 | 7 | 7 |\n")
	if len(c.Budget.Rows) != 3 || c.Budget.Rows[0].Planned.Value != 3000 || c.Budget.Rows[2].Planned.Value != 7 {
		t.Errorf("%d rows %+v, want 3000 and 7 yen as typed", len(c.Budget.Rows), c.Budget.Rows)
	}
}
