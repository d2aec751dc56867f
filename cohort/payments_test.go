package cohort_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// paymentsOf writes the payments: person, month, yen, payment day, and the cells of day, person, month and yen.
func paymentsOf(c *cohort.Ledger) string {
	var out []string
	for _, p := range c.Payments.Rows {
		line := fmt.Sprintf("%s %s %g", p.ParticipantID.Value, record.DateText(p.Month), p.Amount.Value)
		if p.PaidDate.Known {
			line += " " + p.PaidDate.Value.String()
		}
		for _, at := range []finding.Place{p.Cell(p.PaidDate.Col), p.Cell(p.ParticipantID.Col), p.Cell(p.Month.Col),
			p.Cell(p.Amount.Col)} {
			line += " " + at.Range
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// TestPaymentsByPersonAndMonth: months across with the payment days above or below them, and months down. A month
// of the fiscal year 令和7 from January on is of 2026; a blank, a 0 and 未払 are no payment.
func TestPaymentsByPersonAndMonth(t *testing.T) {
	for _, c := range []struct{ name, sheet, want string }{
		{"months across, days above, not yet paid", "## 報酬一覧\n令和7年度 報酬一覧\n支払日 | 2025-07-31 | 2025-08-29 | | \n" +
			"氏名 | 6月 | 7月 | 1月 | 計\n佐藤 花子 | 2000 | 0 | 3000 | 5000\n鈴木一郎 | 未払 | 1500 | | 1500\n合計 | 2000 | 1500 | 3000 | 6500\n",
			"P01 2025-06-01 2000 2025-07-31 B2 A4 B3 B4\nP01 2026-01-01 3000 D2 A4 D3 D4\nP02 2025-07-01 1500 2025-08-29 C2 " +
				"A5 C3 C5"},
		{"days below the months, thousands", "## 謝金\nワーカー謝金（単位：千円）\nお名前 | 2025年6月 | 2025年7月\n振込日 | R7.7.31 | R7.8.29\n" +
			"佐藤花子 | 2 | 3.5\n",
			"P01 2025-06-01 2000 2025-07-31 B3 A4 B2 B4\nP01 2025-07-01 3500 2025-08-29 C3 A4 C2 C4"},
		{"months down", "## 支払表\n対象月 | 振込日 | 佐藤花子 | 鈴木 一郎 | 計\nR7.6 | 2025-07-31 | 2000 | 1000 | 3000\n" +
			"R7.7 | | | 1500 | 1500\n合計 | | 2000 | 2500 | 4500\n",
			"P01 2025-06-01 2000 2025-07-31 B2 C1 A2 C2\nP02 2025-06-01 1000 2025-07-31 B2 D1 A2 D2\nP02 2025-07-01 1500 B3 " +
				"D1 A3 D3"},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if got := paymentsOf(l.Ledger); got != c.want || !shaped(l) {
			t.Errorf("%s: payments\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
	}
}

// TestPayWithoutPaymentDays: a table of pay by person and month, either way round, without a line of payment days; a
// total at its side or below that is not the sum of its line is named (2,000 + 1,000 are not 3,500).
func TestPayWithoutPaymentDays(t *testing.T) {
	for name, sheet := range map[string]string{
		"months across": "## 報酬一覧\n氏名 | 2025年6月 | 2025年7月 | 計\n佐藤花子 | 2000 | | 2000\n鈴木一郎 | 1000 | 1500 | 2500\n" +
			"合計 | 3000 | 1500 | 4500\n",
		"months down": "## 謝金\n令和7年度\n対象月 | 佐藤花子 | 鈴木一郎 | 計\n6月 | 2000 | 1000 | 3000\n7月 | | 1500 | 1500\n" +
			"合計 | 2000 | 2500 | 4500\n",
	} {
		want := map[string]string{"months across": "P01 2025-06-01 2000  A2 B1 B2\nP02 2025-06-01 1000  A3 B1 B3\n" +
			"P02 2025-07-01 1500  A3 C1 C3", "months down": "P01 2025-06-01 2000  B2 A3 B3\nP02 2025-06-01 1000  C2 A3 C3\n" +
			"P02 2025-07-01 1500  C2 A4 C4"}[name]
		l := cohorttest.Read(t, shapeHead+sheet)
		if got := paymentsOf(l.Ledger); got != want || !shaped(l) || says(l, "C214") {
			t.Errorf("%s: payments\n%s\nwant\n%s\n%s", name, got, want, l)
		}
		for _, total := range []string{"3000", "2500"} {
			i := strings.LastIndex(sheet, total)
			l := cohorttest.Read(t, shapeHead+sheet[:i]+"3500"+sheet[i+len(total):])
			if !says(l, "C214") || paymentsOf(l.Ledger) != want {
				t.Errorf("%s: 3500 for %s is not named\n%s", name, total, l)
			}
		}
	}
}

// TestInvoicesOfTheMonthBesideTheirSum: 当月請求額 is the row's, 累計 that of several.
func TestInvoicesOfTheMonthBesideTheirSum(t *testing.T) {
	for _, heads := range []string{"当月請求額 | 累計請求額", "今回請求額 | 請求額累計", "当月請求 | 累計"} {
		l := cohorttest.Read(t, shapeHead+"## 請求\n請求月 | 案件ID | "+heads+"\n2025/6 | K1 | 30000 | 30000\n"+
			"2025/7 | K1 | 20000 | 50000\n")
		sum := 0.0
		for _, i := range l.Invoices.Rows {
			sum += i.Amount.Value
		}
		if sum != 30000+20000 {
			t.Errorf("%s: invoiced %g, want 50,000\n%s", heads, sum, l)
		}
	}
}

// TestOneWrongAmountOfAMatrix: an amount that cannot be read leaves out that payment alone.
func TestOneWrongAmountOfAMatrix(t *testing.T) {
	l := cohorttest.Read(t, shapeHead+"## 報酬一覧\n報酬一覧\n支払日 | 2025-07-31 | 2025-08-29 | 2025-09-30\n"+
		"氏名 | 2025年6月 | 2025年7月 | 2025年8月\n佐藤花子 | 2000 | 後日 | 1000\n鈴木一郎 | 1000 | 1500 | 900\n")
	want := "P01 2025-06-01 2000 2025-07-31 B2 A4 B3 B4\nP01 2025-08-01 1000 2025-09-30 D2 A4 D3 D4\n" +
		"P02 2025-06-01 1000 2025-07-31 B2 A5 B3 B5\nP02 2025-07-01 1500 2025-08-29 C2 A5 C3 C5\n" +
		"P02 2025-08-01 900 2025-09-30 D2 A5 D3 D5"
	if got := paymentsOf(l.Ledger); got != want || len(l.Payments.Excluded) != 1 {
		t.Errorf("payments\n%s\nwant\n%s\n%s", got, want, l)
	}
}

// TestTablesThatAreNoPayments: without a line of payment days and a word of pay a table of people and months may be of
// anything; months that go back and a table of words are none.
func TestTablesThatAreNoPayments(t *testing.T) {
	for name, sheet := range map[string]string{
		"no word of pay":   "## 一覧\n氏名 | 2025年6月 | 2025年7月\n佐藤花子 | 2000 | 1000\n",
		"not yet paid":     "## 報酬見込\n氏名 | 2025年6月 | 2025年7月\n佐藤花子 | 2000 | 1000\n",
		"months back":      "## 報酬一覧\n支払日 | 2025-08-29 | 2025-07-31\n氏名 | 2025年7月 | 2025年6月\n佐藤花子 | 2000 | 1000\n",
		"words":            "## 報酬一覧\n支払日 | 2025-07-31 | 2025-08-29\n氏名 | 2025年6月 | 2025年7月\n佐藤花子 | 入力 | 校正\n",
		"days, not months": "## 報酬一覧\n支払日 | 2025-07-31 | 2025-07-31\n氏名 | 2025-06-01 | 2025-06-02\n佐藤花子 | 2000 | 1000\n",
	} {
		l := cohorttest.Read(t, shapeHead+sheet)
		if shaped(l) || len(l.Payments.Rows) > 0 || cohorttest.Codes(l.Ledger) != "C314 , C317 " { // no log, and not used
			t.Errorf("%s was read as payments:\n%s\n%s", name, paymentsOf(l.Ledger), l)
		}
	}
}

// TestLogsAndListsOfPayments: a list of payments is one by its name or by its headings; with a 作業日 it is a log.
func TestLogsAndListsOfPayments(t *testing.T) {
	for _, c := range []struct {
		name, sheet     string
		payments, tasks int
	}{
		{"by name", "## 振込一覧\n支払日 | 氏名 | 稼働月 | 報酬額 | 源泉所得税 | 差引支払額\n2025-07-31 | 佐藤花子 | 2025年6月分 | 2000 | 204 | 1796\n", 1,
			0},
		{"by headings", "## 一覧\n振込日 | 参加者ID | 対象月 | 支払額 | 源泉徴収税額\n2025-07-31 | P01 | 2025-06 | 2000 | 204\n", 1, 0},
		{"the only amount is what was transferred", "## 支払\n振込日 | 氏名 | 対象月 | 振込額\n2025-07-31 | 佐藤花子 | 2025-06 | 1796\n", 1,
			0},
		{"a log under the name of a list", "## 支払一覧\n作業日 | 氏名 | 時間 | 報酬 | 源泉徴収 | 差引支給額 | 支払日\n" +
			"2025-06-02 | 佐藤花子 | 2 | 2000 | 204 | 1796 | 2025-07-31\n", 0, 1},
	} {
		l := cohorttest.Read(t, shapeHead+c.sheet)
		if len(l.Payments.Rows) != c.payments || len(l.Tasks.Rows) != c.tasks {
			t.Errorf("%s: %d payments and %d tasks, want %d and %d\n%s", c.name, len(l.Payments.Rows), len(l.Tasks.Rows),
				c.payments, c.tasks, l)
		}
	}
}

// TestMonthsWithoutAYear: the fiscal year above the table has it, and each month is told at its own cell.
func TestMonthsWithoutAYear(t *testing.T) {
	l := cohorttest.Read(t, shapeHead+"## 支払\n令和7年度 支払一覧\n支払日 | 氏名 | 対象月 | 支払額\n2025-07-31 | 佐藤花子 | 6月 | 2000\n"+
		"2026-02-27 | 佐藤花子 | 1月 | 3000\n")
	const want = "P01 2025-06-01 2000 2025-07-31 A3 B3 C3 D3\nP01 2026-01-01 3000 2026-02-27 A4 B4 C4 D4"
	if got := paymentsOf(l.Ledger); got != want || !shaped(l) {
		t.Errorf("payments\n%s\nwant\n%s\n%s", got, want, l)
	}
}

// TestInvoicesFindTheirContract: by id, by title, by client and title, or by a client with one contract in the month.
// K1 and K2 are of one client and called alike; K2 ended in June.
func TestInvoicesFindTheirContract(t *testing.T) {
	l := cohorttest.Read(t, cohorttest.People+`
## 案件
案件ID | 発注者名 | 案件名 | 種別 | 開始日 | 終了日
K1 | みどり | 入力 | 定期 | 2025-04-01 |
K2 | みどり | 校正 | 単発 | 2025-04-01 | 2025-06-30
K3 | 青空 | 入力 | 定期 | 2025-04-01 |

## 請求書一覧
請求月 | 発注者 | 案件名 | 請求金額（税込）
2025年6月分 | みどり | K2 | 1
2025年6月分 | | 校正 | 2
2025年6月分 | 青空 | 入力 | 3
2025年7月分 | みどり | | 4
2025年6月分 | みどり | | 5
`)
	var got []string
	for _, v := range l.Invoices.Every() {
		to := "-"
		if v.Contract != nil {
			to = v.Contract.ID.Value
		}
		got = append(got, fmt.Sprintf("%g %s", v.Amount.Value, to))
	}
	if want := "1 K2, 2 K2, 3 K3, 4 K1, 5 -"; strings.Join(got, ", ") != want {
		t.Errorf("invoices of %v, want %s\n%s", got, want, l)
	}
	if codes := cohorttest.Codes(l.Ledger); !strings.Contains(codes, "C253 C6") {
		t.Errorf("the last has no C253: %s", codes)
	}
}
