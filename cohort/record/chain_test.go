package record_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/record"
)

// TestSeriesKey: a trailing number, 年度, 更新, 第n期 or -2 makes no other title, anything else does.
func TestSeriesKey(t *testing.T) {
	for _, tt := range []struct{ one, other string }{
		{"帳票入力", "帳票入力（第2期）"}, {"帳票入力", "帳票入力　第３期"}, {"帳票入力", "帳票入力-2"}, {"帳票入力", "帳票入力 2"},
		{"帳票入力", "帳票入力（更新）"}, {"帳票入力", "帳票入力②"}, {"帳票入力", "令和7年度　帳票入力"}, {"帳票入力", "帳票入力【2025年度】"},
		{"帳票入力", "R8年度帳票入力更新"}, {"帳票入力2025年度", "帳票入力2026年度"}, {"帳票入力（第二期）", "帳票入力（第三期）"},
		{"Web site Ver.1", "ｗｅｂ　ｓｉｔｅ　ver2"},
	} {
		if a, b := record.SeriesKey(tt.one), record.SeriesKey(tt.other); a != b || a == "" {
			t.Errorf("%q is %q, %q is %q", tt.one, a, tt.other, b)
		}
	}
	for _, tt := range []struct{ one, other string }{
		{"帳票入力", "帳票の点検"}, {"広報8月号", "広報9月号"}, {"2", "3"}, {"更新", "年度"}, {"入力A", "入力B"}, {"3件入力", "5件入力"},
	} {
		if a, b := record.SeriesKey(tt.one), record.SeriesKey(tt.other); a == b {
			t.Errorf("%q and %q are both %q", tt.one, tt.other, a)
		}
	}
}

// TestChains: which rows are one contract, as ids joined by + in the order of their starts.
func TestChains(t *testing.T) {
	for _, tt := range []struct{ name, settings, rows, want string }{
		{"a day after", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C1 | 入力 | 2025-07-01 | 2025-09-30 |
			C | C1 | 入力 | 2025-10-01 |            |`, "A+B+C"},
		{"31 days between, and 32", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C1 | 入力 | 2025-08-01 | 2025-08-31 |
			C | C1 | 入力 | 2025-10-03 |            |`, "A+B"},
		{"another gap", "renewal_gap_days = 32", `
			B | C1 | 入力 | 2025-08-01 | 2025-08-31 |
			C | C1 | 入力 | 2025-10-03 |            |`, "B+C"},
		{"a shared day", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C1 | 入力 | 2025-06-30 |            |`, "A+B"},
		{"another client, and none", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C2 | 入力 | 2025-07-01 |            |
			C |    | 入力 | 2025-07-01 | 2025-07-31 |
			D |    | 入力 | 2025-08-01 | 2025-08-31 |`, ""},
		{"by the row that is renewed, whatever lies between", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C2 | 点検 | 2025-10-01 |            | A`, "A+B"},
		{"a slip of two weeks", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-07-14 |
			B | C1 | 入力 | 2025-07-01 | 2025-12-31 |`, "A+B"},
		{"side by side", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-12-31 |
			B | C1 | 入力 | 2025-07-01 | 2026-03-31 |
			C | C1 | 入力 | 2025-08-01 | 2025-08-31 |`, ""},
		{"two go on from one: the first does", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C1 | 入力 | 2025-07-01 | 2025-09-30 |
			C | C1 | 入力 | 2025-07-01 | 2025-12-31 |`, "A+B"},
		{"a circle joins nothing", "", `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 | B
			B | C2 | 点検 | 2025-10-01 |            | A`, ""},
		{"separate", `renewals = "separate"`, `
			A | C1 | 入力 | 2025-04-01 | 2025-06-30 |
			B | C1 | 入力 | 2025-07-01 |            | A`, ""},
	} {
		l, _ := cohorttest.Load(t, "# pilot.toml\n[settings]\n"+tt.settings+"\n"+`
## 参加者
参加者ID | 開始日
P01 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬
2025-04-10 | P01 | A | 2 | 2000

## 案件
案件ID | 発注者ID | 案件名 | 開始日 | 終了日 | 更新元
`+strings.ReplaceAll(strings.TrimSpace(tt.rows), "\t", ""))
		var got []string
		seen := map[*record.Chain]bool{}
		for _, k := range l.Contracts.Rows {
			if k.Chain == nil || seen[k.Chain] {
				continue
			}
			seen[k.Chain] = true
			var ids []string
			for _, term := range k.Chain.Terms {
				ids = append(ids, term.ID.Value)
			}
			got = append(got, strings.Join(ids, "+"))
		}
		if have := strings.Join(got, " "); have != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, have, tt.want)
		}
	}
}

// TestLongTitlesAreTheirOwn: in a text that is no title no endings are looked for, each of which would be looked for in
// all of it.
func TestLongTitlesAreTheirOwn(t *testing.T) {
	long := strings.Repeat("1-", 12_000)
	if n := testing.AllocsPerRun(1, func() { record.SeriesKey(long) }); record.SeriesKey(long) != long || n > 0 {
		t.Errorf("a title of %d bytes makes %.0f allocations", len(long), n)
	}
}
