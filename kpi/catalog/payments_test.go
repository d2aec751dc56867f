package catalog

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// figuresOf computes all figures of a ledger.
func figuresOf(t *testing.T, ledger string) (*kpi.Window, map[string]kpi.Figure) {
	t.Helper()
	w := kpi.NewWindow(cohorttest.Load(t, ledger))
	all := map[string]kpi.Figure{}
	for _, f := range kpi.Run(All(), w) {
		all[f.ID] = f
	}
	return w, all
}

// TestFiguresOfPaymentsAndInvoices: a log of 2 + 3 + 4 + 5 + 2 + 3 = 19 hours without pay, five payments for months of
// the period and four invoices, the first for a month before it.
func TestFiguresOfPaymentsAndInvoices(t *testing.T) {
	const pay = 3000 + 4500 + 6000 + 2500 + 3300 // 19,300
	const revenue = 55000 + 50000 + 120000       // 225,000
	_, all := figuresOf(t, rich(t, schema.ByKey(schema.Payments)))
	for id, want := range map[string]float64{
		"effective_hourly_pay":    pay / 19.0,
		"monthly_income":          3300, // the middle of 2500, 3000, 3300, 4500, 6000
		"revenue_total":           revenue,
		"recurring_revenue_ratio": (55000 + 50000) / float64(revenue),
		"outside_revenue_ratio":   120000 / float64(revenue),
		"payout_ratio":            pay / float64(revenue),
		"first_income_residents":  2,   // P1 on 15 July, P2 on 31 August; P3 lives outside
		"days_to_first_income":    106, // P1: 1 April to 15 July; P2 123, P3 92: the middle one
	} {
		if f := all[id]; f.Value == nil || *f.Value != want {
			t.Errorf("%s: %v %q, want %g", id, pointed(f.Value), f.Reason.EN, want)
		}
	}
	for _, id := range []string{"unpaid_client_work", "payment_days"} { // pay by task is not known
		if f := all[id]; f.Value != nil || f.Reason.Empty() {
			t.Errorf("%s: %v %q, want a reason", id, pointed(f.Value), f.Reason.EN)
		}
	}
	// P1's April is worked and not in the list: one participant-month.
	for _, id := range []string{"effective_hourly_pay", "monthly_income", "payout_ratio"} {
		if f := all[id]; !slices.ContainsFunc(f.Notes(), said("延べ1人月")) {
			t.Errorf("%s does not say that a month is not listed: %v", id, f.Notes())
		}
	}
	// In the period, to A: 3,000 + 4,500 + 6,000 + 3,300; the payment of April 2026 is after A.
	payout := all["payout_ratio"]
	if paid, _ := payout.Get("paid"); paid != 16800 {
		t.Errorf("paid in the period %g, want 16800", paid)
	}
}

// TestEvidenceOfPayments: the cells of the payments and invoices are behind the figures.
func TestEvidenceOfPayments(t *testing.T) {
	_, all := figuresOf(t, rich(t, schema.ByKey(schema.Payments)))
	for id, want := range map[string]string{
		"first_income_residents": "支払 A2 B2 C2 D2",
		"monthly_income":         "支払 A6 B6 C6 D6",
		"effective_hourly_pay":   "支払 A3 B3 C3 D3",
		"payout_ratio":           "請求 A5 B5 C5 D5 E5",
		"revenue_total":          "請求 A3 B3 C3 D3 E3",
		"outside_revenue_ratio":  "請求 A5 B5 C5 D5 E5",
	} {
		var got []string
		f := all[id]
		for _, u := range f.Evidence() {
			line := u.Row.Source.Sheet
			for i, col := range u.Columns {
				if u.Texts[i] != "" {
					line += " " + u.Row.Cell(col).Range
				}
			}
			got = append(got, line)
		}
		if !slices.Contains(got, want) {
			t.Errorf("%s rests on %v, want %s among them", id, got, want)
		}
	}
}

// TestPaidBySheetWithoutMonths: a payment without a month is for the work since the one before. The work of 2 May is
// paid on 31 May and that of 5 June on 30 June; that of 3 July is not paid.
func TestPaidBySheetWithoutMonths(t *testing.T) {
	w, _ := figuresOf(t, `as_of: 2025-07-31

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日
C1 | K1 | 定期 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間
2025-05-02 | P1 | C1 | 2
2025-06-05 | P1 | C1 | 2
2025-07-03 | P1 | C1 | 2

## 支払
支払日 | 参加者ID | 支払額
2025-06-30 | P1 | 2000
2025-05-31 | P1 | 1000
`)
	var paid []string
	for _, task := range w.Tasks {
		yen := "-"
		if p := w.PaymentFor(task); p != nil {
			yen = p.Amount.Text
		}
		paid = append(paid, yen)
	}
	if got := strings.Join(paid, " "); got != "1000 2000 -" {
		t.Errorf("paid by %s, want 1000 2000 -", got)
	}
}

// TestLogAndPaymentsTogether: where the log has the pay it is the pay, and the list says when it was paid: P1's first
// income is the payment of 10 June, and P2, whom the list does not know, was paid as the log says.
func TestLogAndPaymentsTogether(t *testing.T) {
	w, all := figuresOf(t, `as_of: 2026-03-31

## 参加者
参加者ID | 開始日
P1 | 2025-04-01
P2 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
C1 | K1 | 定期 | 2025-04-01 | 10000

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日
2025-05-02 | P1 | C1 | 2 | 2000 | 2025-05-31
2025-05-03 | P2 | C1 | 2 | 3000 | 2025-05-31

## 支払
支払日 | 参加者ID | 対象月 | 支払額
2025-06-10 | P1 | 2025-05 | 2500
`)
	var days []string
	for _, p := range w.Participants {
		day, _, _ := w.FirstIncome(p)
		days = append(days, day.String())
	}
	if got := strings.Join(days, " "); got != "2025-06-10 2025-05-31" {
		t.Errorf("first incomes %s", got)
	}
	if f := all["effective_hourly_pay"]; f.Value == nil || *f.Value != 5000/4.0 {
		t.Errorf("pay per hour %v, want 5000 ÷ 4", pointed(f.Value))
	}
	if codes := cohorttest.Codes(w.Cohort); !strings.Contains(codes, "C251 D2") {
		t.Errorf("2000 in the log and 2500 paid are not told: %s", codes)
	}
}

// TestPaymentsWithErrors: a payment whose amount cannot be read leaves the figures a range. P1 earned 1000 in May, and
// June's payment may be anything from 0; revenue of 5000 may be more by an invoice of 3000 of no contract.
func TestPaymentsWithErrors(t *testing.T) {
	_, all := figuresOf(t, `as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日
C1 | K1 | 定期 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間
2025-05-02 | P1 | C1 | 2
2025-06-05 | P1 | C1 | 2

## 支払
支払日 | 参加者ID | 対象月 | 支払額
2025-05-31 | P1 | 2025-05 | 1000
2025-06-30 | P1 | 2025-06 | 千円ほど

## 請求
請求月 | 案件ID | 請求額
2025-05 | C1 | 5000
2025-06 | C9 | 3000
`)
	if f := all["effective_hourly_pay"]; f.Value == nil || *f.Value != 250 || f.RangeReason.Empty() {
		t.Errorf("pay per hour %v, range %v %q; want 1000 ÷ 4 hours, and no range as the amount has no bound",
			pointed(f.Value), f.Range, f.RangeReason.EN)
	}
	if f := all["first_income_residents"]; f.Value == nil || *f.Value != 1 || f.Range == nil || f.Range[0] != 0 {
		t.Errorf("first income %v, range %v; want 1, from 0", pointed(f.Value), f.Range)
	}
	if f := all["revenue_total"]; f.Value == nil || *f.Value != 5000 || f.Open.Empty() {
		t.Errorf("revenue %v, open %q; want 5000, with a row left out", pointed(f.Value), f.Open.EN)
	}
}

// TestHoursWithErrorsBesidePayments: a task whose hours cannot be read bears on pay per hour where the payments are in
// a sheet of their own too: 1000 yen ÷ 2 hours, and the row left out adds 0 to 24 hours of a day, 1000 ÷ 26 at least.
func TestHoursWithErrorsBesidePayments(t *testing.T) {
	_, all := figuresOf(t, `as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日
C1 | K1 | 定期 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間
2025-05-02 | P1 | C1 | 2
2025-05-05 | P1 | C1 | 二時間ぐらい

## 支払
支払日 | 参加者ID | 対象月 | 支払額
2025-05-31 | P1 | 2025-05 | 1000
`)
	f := all["effective_hourly_pay"]
	if f.Value == nil || *f.Value != 500 || f.Open.Empty() || f.Range == nil || *f.Range != [2]float64{1000.0 / 26, 500} {
		t.Errorf("pay per hour %v, open %q, range %v; want 500, a row left out, 1000 ÷ 26 to 500", pointed(f.Value),
			f.Open.EN, f.Range)
	}
}

// said finds a note that holds the words.
func said(words string) func(lang.Text) bool {
	return func(note lang.Text) bool { return strings.Contains(note.JA, words) }
}
