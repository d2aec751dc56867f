package catalog

import (
	"slices"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var payoutRatio = kpi.Definition{
	ID:      "payout_ratio",
	Title:   lang.Text{JA: "還元率", EN: "Payout ratio"},
	Reading: lang.Text{JA: "売上のうち、働いた人への支払い", EN: "of the revenue, what was paid to those at work"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeIncome,
	Measure: kpi.Stock,
	Law:     ratiosWith("pay", "paid", "paid_in_settlement"),
	Formula: lang.Text{
		JA: "対象期間の作業の報酬の合計 ÷ 対象期間の売上の合計（作業日で数える発生の基準）。あわせて、対象期間に支払った額（支払日で数える現金の基準）と、3月31日までの作業に4月1日〜5月31日（出納整理期間）" +
			"に支払った額を示す。作業ログに報酬がない台帳では「支払」の額を対象月で数える",
		EN: "pay of the period's tasks ÷ revenue of the period (accrual basis, by task date); beside it what was paid in " +
			"the period (cash basis, by paid date) and what was paid from 1 April to 31 May for work done by 31 March; " +
			"where the log has no pay, payments count by the month worked",
	},
	Better:  kpi.Higher,
	Needs:   []schema.Key{schema.Tasks, schema.Contracts},
	Columns: needPay,
	Also:    alsoMoney,
	Assumes: append([]kpi.Column{{Table: schema.Tasks, Key: "paid", Or: schema.Payments}, paymentMonth},
		assumesRevenue...),
	Origin:  originWork,
	Bearing: onPayout,
	Class:   kpi.Amount,
	About:   kpi.AboutMargin,
	Behind:  behindPayout,
	Topic:   kpi.TopicPayout,
	Ends:    kpi.FromZero, // more may be paid out than came in
	Compute: func(w *kpi.Window) kpi.Figure {
		pay, revenue := payIn(w), revenueIn(w)
		empty := noRevenue
		if pay.N() == 0 {
			empty = noPay
		}
		f := pay.Over(revenue, empty)
		f.Parts = bothBases(w, pay)
		f.Warnings = slices.Concat(unpricedWarning(unpricedIn(w)), unlistedWarning(w), blankPayAsNone(w))
		if w.IncomeByTaskDate() {
			f.Warnings = append(f.Warnings, noCashBasis)
		} else {
			f.Warnings = append(f.Warnings, w.Assumptions([]kpi.Column{paidDate})...)
		}
		return f
	},
}

var noCashBasis = lang.Text{
	JA: "「作業ログ」に「支払日」列がないため、支払日の基準の額は示していません",
	EN: "the sheet Tasks has no column Paid on: nothing is said of the cash basis",
}

// bothBases are the pay by task date, what was paid by paid date, and what fell into the two
// months in which the old year's books are still open. The latter two are nil in a ledger
// without paid dates; the last also when the period does not end with a fiscal year.
func bothBases(w *kpi.Window, pay *kpi.Amounts) kpi.Parts {
	parts := kpi.Parts{
		{Key: "pay", Title: lang.Text{JA: "報酬（作業日の基準）", EN: "pay by task date"}, Unit: kpi.Yen},
		{Key: "paid", Title: lang.Text{JA: "支払額（支払日の基準）", EN: "paid by paid date"}, Unit: kpi.Yen},
		{Key: "paid_in_settlement", Title: lang.Text{JA: "翌4〜5月の支払い（出納整理期間）",
			EN: "paid in April and May for the old year"}, Unit: kpi.Yen},
	}
	if pay.N() > 0 {
		parts[0].Value = pay.Sum()
	}
	if w.IncomeByTaskDate() {
		return parts
	}
	parts[1].Value = kpi.Sum(cashBetween(w, w.Clock.From, w.Clock.To, false))
	if y, m, d := w.Clock.To.YMD(); m == time.March && d == 31 {
		parts[2].Value = kpi.Sum(cashBetween(w, w.Clock.To+1, cell.NewDay(y, time.May, 31), true))
	}
	return parts
}

// cashBetween are the payments made in [from, to], not after A: those of the list where there is one, else those
// that the log says. ofPeriod takes only those for work of the period.
func cashBetween(w *kpi.Window, from, to cell.Day, ofPeriod bool) []float64 {
	if !listsCash(w) {
		tasks := w.Tasks
		if ofPeriod {
			tasks = w.TasksIn()
		}
		return paidBetween(w, tasks, from, to)
	}
	var yen []float64
	for _, p := range listedBetween(w, from, to, ofPeriod) {
		yen = append(yen, p.Amount.Value)
	}
	return yen
}

// listsCash reports a list of payments that says when they were made.
func listsCash(w *kpi.Window) bool {
	return w.Has(kpi.Column{Table: schema.Payments, Key: "paid_date"})
}

func listedBetween(w *kpi.Window, from, to cell.Day, ofPeriod bool) []*record.Payment {
	payments := w.Payments
	if ofPeriod {
		payments = facts.PaymentsIn(w)
	}
	return kpi.Where(payments, func(p *record.Payment) bool {
		d := p.PaidDate
		return d.Known && from <= d.Value && d.Value <= min(to, w.Clock.AsOf)
	})
}

// paidBetween are the payments of the tasks with a paid date in [from, to] that is not after A:
// the amount paid where it is given, else the pay.
func paidBetween(w *kpi.Window, tasks []*record.Task, from, to cell.Day) []float64 {
	var yen []float64
	for _, t := range tasks {
		d := t.PaidDate
		if !d.Known || d.Value < from || d.Value > min(to, w.Clock.AsOf) {
			continue
		}
		switch {
		case t.Paid.Known:
			yen = append(yen, t.Paid.Value)
		case t.Pay.Known:
			yen = append(yen, t.Pay.Value)
		}
	}
	return yen
}

// behindPayout is the pay of each worker; and for the parts what was paid to each, in the period and for the work of
// the period after it, and what the two bases differ by.
func behindPayout(w *kpi.Window) kpi.Behind {
	pay := payByWorker(w)
	var cash, settled kpi.Contributions
	if listsCash(w) {
		cash = byPayee(listedBetween(w, w.Clock.From, w.Clock.To, false))
		settled = byPayee(listedBetween(w, w.Clock.To+1, w.Clock.AsOf, true))
	} else {
		cash = byWorker(kpi.Where(w.Tasks, func(t *record.Task) bool {
			return t.PaidDate.Known && w.In(t.PaidDate.Value)
		}), given)
		settled = byWorker(kpi.Where(w.TasksIn(), func(t *record.Task) bool {
			return t.PaidDate.Known && t.PaidDate.Value > w.Clock.To
		}), given)
	}
	b := kpi.Behind{"": {pay}, "pay": {pay}, "paid": {cash}, "paid_in_settlement": {settled}}
	for part, amount := range map[string]kpi.Contributions{"paid": cash, "paid_in_settlement": settled} {
		if rest := pay.Less(amount); len(rest.Amounts()) > 0 {
			b[part] = append(b[part], rest)
		}
	}
	return b
}

// given is the amount paid where it is given, else the pay.
func given(t *record.Task) float64 {
	if t.Paid.Known {
		return t.Paid.Value
	}
	return t.Pay.Value
}
