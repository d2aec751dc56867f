package bridge

import (
	"slices"
	"strings"
	"testing"
)

// sales is a ledger as of 28 February whose contracts brought K1 30,000 and K2 10,000 yen in each of December, January
// and February: 120,000 in all. Its sales by web add up to 1,000 + 500 + 50 = 1,550 yen.
const sales = `
as_of: 2026-02-28
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 氏名   | 開始日
P01      | 山田花 | 2025-12-01
P02      | 鈴木一 | 2025-12-01

## 発注者
発注者ID | 発注者名
C1       | みどり商店
C2       | みどり町

## 案件
案件ID | 発注者ID | 案件名 | 種別 | 開始日     | 終了日 | 月額
K1     | C1       | 入力   | 定期 | 2025-12-01 |        | 30000
K2     | C2       | 撮影   | 単発 | 2025-12-01 |        | 10000

## 作業ログ
作業日     | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 支払日
2026-02-02 | P01      | K1     | 入力   | 2    | 2400 | 2026-02-27
2026-02-03 | P02      | K2     | 撮影   | 2    | 2400 |

## 成果
年月日     | 指標   | 値
2026-01-31 | EC売上 | 1000
2026-02-10 | EC売上 | 500
2026-02-20 | EC売上 | 50
`

// restatedBy compares sales with itself after some replacements, and spells the restated figure.
func restatedBy(t *testing.T, id string, replace ...string) (*Result, string) {
	t.Helper()
	r := Compare(side(t, sales), side(t, strings.NewReplacer(replace...).Replace(sales)))
	f := restatedFigure(r, id)
	if f == nil {
		return r, ""
	}
	return r, spell(&f.Bridge)
}

// TestCauses: each difference at the old date has the cause a person would name, and several add up.
func TestCauses(t *testing.T) {
	for _, c := range []struct {
		name, id string
		replace  []string
		want     string
	}{
		{"a contract's end is dated back: 10,000 yen instead of 30,000", "revenue_total",
			[]string{"2025-12-01 |        | 10000", "2025-12-01 | 2025-12-31 | 10000"}, "corrected -20000"},
		{"a row of January comes late", "metric.EC売上",
			[]string{"2026-02-10 | EC", "2026-01-20 | EC売上 | 300\n2026-02-10 | EC"}, "late +300"},
		{"a row of March is no late entry", "metric.EC売上",
			[]string{"2026-02-10 | EC", "2026-03-20 | EC売上 | 300\n2026-02-10 | EC"}, ""},
		{"a row is gone", "metric.EC売上", []string{"2026-02-20 | EC売上 | 50\n", ""}, "removed -50"},
		{"three causes: 300 late, 1,000 is 900, 50 gone", "metric.EC売上",
			[]string{"1000\n2026-02-10", "900\n2026-01-20 | EC売上 | 300\n2026-02-10", "2026-02-20 | EC売上 | 50\n", ""},
			"corrected -100, removed -50, late +300"},
		{"a payment is entered late that was made before", "first_income_residents",
			[]string{"撮影   | 2    | 2400 |", "撮影   | 2    | 2400 | 2026-02-27"}, "filled +1"},
	} {
		if _, got := restatedBy(t, c.id, c.replace...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRenamed: whoever is called otherwise in every sheet is no removal and no addition, and no figure moves.
func TestRenamed(t *testing.T) {
	for name, replace := range map[string][]string{
		"an id of a participant": {"P01 ", "A-1 "},
		"an id of a contract":    {"K1 ", "K-01 "},
		"an id of a client":      {"C1 ", "C-01 "},
		"all of them":            {"P01 ", "A-1 ", "P02 ", "A-2 ", "K1 ", "K-01 ", "K2 ", "K-02 ", "C1 ", "C-01 "},
		"a name":                 {"山田花", "田中花"},
	} {
		r, _ := restatedBy(t, "", replace...)
		other := slices.ContainsFunc(r.Rows, func(c RowChange) bool { return c.Kind != Renamed })
		if len(r.Rows) == 0 || other || !r.Restated.Empty() {
			t.Errorf("%s: %d rows, others than renamed %v, restated %+v", name, len(r.Rows), other, r.Restated.Figures)
		}
	}
}

// TestRenamedAndMore: whoever is called otherwise on the day on which a row of theirs changes too. The row is never one
// of an id that nobody has: the payment alone moves the first incomes, the hours alone those of both.
func TestRenamedAndMore(t *testing.T) {
	renamed := []string{"P02 ", "A-2 "}
	for _, c := range []struct {
		id, from, to, want string
	}{
		{"first_income_residents", "撮影   | 2    | 2400 |", "撮影   | 2    | 2400 | 2026-02-27", "filled +1"},
		{"active_workers", "撮影   | 2    | 2400 |", "撮影   | 2    | 2400 | 2026-02-27", ""},
		{"effective_hourly_pay", "撮影   | 2    | 2400 |", "撮影   | 2    | 4800 |", "corrected +600"},
		{"active_workers", "2026-02-03 | P02      | K2     | 撮影   | 2    | 2400 |\n", "", "removed -1"},
	} {
		if _, got := restatedBy(t, c.id, append([]string{c.from, c.to}, renamed...)...); got != c.want {
			t.Errorf("%s: %q, want %q", c.id, got, c.want)
		}
	}
}

// TestListsBegunLater: a list of payments and one of invoices that begin after the old date change no month before.
func TestListsBegunLater(t *testing.T) {
	for name, list := range map[string]string{
		"payments": "\n## 支払\n支払日 | 参加者ID | 対象月 | 金額\n2026-03-31 | P01 | 2026-03 | 1000\n",
		"invoices": "\n## 請求\n請求日 | 案件ID | 対象月 | 金額\n2026-03-31 | K1 | 2026-03 | 30000\n",
	} {
		if r := Compare(side(t, sales), side(t, sales+list)); !r.Restated.Empty() {
			t.Errorf("%s: restated %+v %+v", name, r.Restated.Figures, r.Restated.Months)
		}
	}
}

// TestRosterOnly: a participant renamed on the roster alone leaves the task of the old id without a person, and a
// finding takes it out. Both are said: who was renamed, and what the finding took out.
func TestRosterOnly(t *testing.T) {
	r, got := restatedBy(t, "first_income_residents", "P01      | 山田花", "A-1      | 山田花")
	if got != "renamed -1" {
		t.Errorf("first income: %q, want the one that P01 had gone by the new name", got)
	}
	var kinds []string
	for _, c := range r.Rows {
		kinds = append(kinds, string(c.Kind))
	}
	if want := []string{"renamed", "rule"}; !slices.Equal(kinds, want) {
		t.Errorf("rows: %v, want %v", kinds, want)
	}
}

// TestNewColumn: a column that nobody has filled in moves nothing.
func TestNewColumn(t *testing.T) {
	r, _ := restatedBy(t, "", "報酬 | 支払日", "報酬 | 支払日 | 備考", "案件名 | 種別", "案件名 | 分野 | 種別",
		"入力   | 定期", "入力   |      | 定期", "撮影   | 単発", "撮影   |      | 単発")
	if len(r.Rows) != 0 || !r.Restated.LateOnly() {
		t.Errorf("rows %+v, restated %+v", r.Rows, r.Restated.Figures)
	}
}

// TestRenewedContractsAreMixed: two terms of one contract stay one at every step: 60 days up to 31 January, then to
// 28 February; the row of another contract that is removed on the way takes nothing else with it.
func TestRenewedContractsAreMixed(t *testing.T) {
	text := strings.Replace(sales, "K2     | C2", "K3 | C1 | 入力 | 定期 | 2025-10-01 | 2025-11-30 | 30000\nK2     | C2", 1)
	was := side(t, text)
	is := side(t, strings.Replace(text, "2026-02-20 | EC売上 | 50\n", "", 1))
	r := Compare(was, is)
	if f := restatedFigure(r, "metric.EC売上"); f == nil || spell(&f.Bridge) != "removed -50" ||
		len(r.Restated.Figures) != 1 {
		t.Errorf("restated: %+v, want the sales alone", r.Restated.Figures)
	}
}
