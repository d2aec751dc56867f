package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Why a row's amount is not known.
var (
	payBlank     = lang.Text{JA: "報酬の記入がないため除外", EN: "left out: pay is blank"}
	hoursBlank   = lang.Text{JA: "時間の記入がないため除外", EN: "left out: hours are blank"}
	spentBlank   = lang.Text{JA: "執行額の記入がないため除外", EN: "left out: no amount spent is entered"}
	plannedBlank = lang.Text{JA: "予算額の記入がないため除外", EN: "left out: no planned amount is entered"}
)

// originWork is where the figures on work and money come from.
var originWork = lang.Text{JA: "仕事とお金の状況を示す指標", EN: "figures on work and money"}

// Reasons of figures made of money.
var (
	noRevenue = lang.Text{JA: "対象期間の売上のわかる案件がありません", EN: "no contract in the period has a known revenue"}
	noPrice   = lang.Text{JA: "「案件」に月額も契約額もありません", EN: "the contracts have neither a monthly nor a whole amount"}
	noPay     = lang.Text{JA: "対象期間に報酬の記入された作業がありません", EN: "no task in the period has pay entered"}
	noSpent   = lang.Text{JA: "対象期間の執行額の記入がありません", EN: "no amount spent is entered for the period"}
)

var (
	needTasks    = []schema.Key{schema.Tasks}
	needBudget   = []schema.Key{schema.Budget}
	needSpent    = []kpi.Column{{Table: schema.Budget, Key: "spent"}}
	needPayHours = []kpi.Column{{Table: schema.Tasks, Key: "pay", Or: schema.Payments},
		{Table: schema.Tasks, Key: "hours"}}
)

// revenueIn gathers the revenue in the period of the contracts that are active in it.
func revenueIn(w *kpi.Window) *kpi.Amounts {
	a := &kpi.Amounts{}
	for _, c := range facts.Billing(w) {
		if yen, known := facts.Revenue(w, c); known {
			a.Add(yen, useMoney(w, c).Saying(func() lang.Text { return yenNote(yen) }))
			a.List(invoicesBehind(w, c)...)
		} else {
			a.Drop(useMoney(w, c), revenueUnknown)
		}
	}
	for _, c := range w.FaultyActive() {
		a.DropFaulty(useMoney(w, c))
	}
	return a
}

// payIn gathers the pay of the tasks dated in the period, or of its months where it is known by month alone. Blank
// pay is not known.
func payIn(w *kpi.Window) *kpi.Amounts {
	a := &kpi.Amounts{}
	if w.PaidByMonth() {
		for _, p := range facts.PaymentsIn(w) {
			a.Add(p.Amount.Value, usePaid(w, p))
		}
		for _, p := range facts.FaultyPaymentsIn(w) {
			a.DropFaulty(w.UsePayment(p))
		}
		return a
	}
	for _, t := range w.TasksIn() {
		use := w.UseTask(t, kpi.CellOf(t.Pay), kpi.CellOf(t.PaidDate), kpi.CellOf(t.Paid))
		if !t.Pay.Known {
			a.Drop(use, payBlank)
			continue
		}
		a.Add(t.Pay.Value, use.Saying(func() lang.Text {
			yen := lang.Plain(t.Pay.Value)
			return lang.Text{JA: "報酬 " + yen + "円", EN: "pay " + yen + " yen"}
		}))
	}
	for _, t := range facts.FaultyTasksIn(w) {
		a.DropFaulty(w.UseTask(t, kpi.CellOf(t.Pay)))
	}
	return a
}

// payOfTasks is pay as the log has it, task by task.
var payOfTasks = kpi.Column{Table: schema.Tasks, Key: "pay"}

// alsoMoney are the lists of payments and invoices, which are used where they are present.
var (
	alsoPayments = []schema.Key{schema.Payments}
	alsoInvoices = []schema.Key{schema.Invoices}
	alsoMoney    = []schema.Key{schema.Payments, schema.Invoices}
)

// paidTables are where pay and payments stand.
var paidTables = []schema.Key{schema.Tasks, schema.Payments}

// usePaid is a payment with its amount as the note.
func usePaid(w *kpi.Window, p *record.Payment) kpi.RowUse {
	return w.UsePayment(p).Saying(func() lang.Text {
		yen := lang.Plain(p.Amount.Value)
		return lang.Text{JA: "支払 " + yen + "円", EN: "payment of " + yen + " yen"}
	})
}

// unlistedWarning says for how many months of work the list of payments has none; none for 0.
func unlistedWarning(w *kpi.Window) []lang.Text {
	n := facts.Unlisted(w)
	if n == 0 {
		return nil
	}
	return []lang.Text{{
		JA: fmt.Sprintf("作業のあった月のうち、「支払」に載っていない月が延べ%d人月あります。未払いの月が載っていなければ、報酬の合計は実際より少なくなります", n),
		EN: fmt.Sprintf(
			"the payments list nothing for %d participant-months with work; if unpaid months are missing from the "+
				"list, the sum of pay is too low", n),
	}}
}

// blankPayAsNone says how many tasks of the period have blank pay, which adds nothing to the sum of pay.
func blankPayAsNone(w *kpi.Window) []lang.Text {
	n := blanks(w.TasksIn(), func(t *record.Task) record.Field[float64] { return t.Pay })
	return takenAs(needPay[0], n, lang.Text{JA: "0円", EN: "0 yen"})
}

// spending gathers what was spent on the budget lines of the period for which keep holds: see kpi.Window.BudgetIn.
// A nil keep holds for all.
func spending(w *kpi.Window, keep func(*record.Budget) bool) *kpi.Amounts {
	return budgetLines(w, keep, spentBlank, func(b *record.Budget) record.Field[float64] { return b.Spent })
}

// planned is spending for the planned amounts.
func planned(w *kpi.Window, keep func(*record.Budget) bool) *kpi.Amounts {
	return budgetLines(w, keep, plannedBlank, func(b *record.Budget) record.Field[float64] { return b.Planned })
}

func budgetLines(w *kpi.Window, keep func(*record.Budget) bool, blank lang.Text,
	of func(*record.Budget) record.Field[float64]) *kpi.Amounts {
	a := &kpi.Amounts{}
	for _, b := range w.Budget {
		if !w.BudgetIn(b) || keep != nil && !keep(b) {
			continue
		}
		if yen := of(b); yen.Known {
			note := lang.Text{JA: lang.Plain(yen.Value) + "円", EN: lang.Plain(yen.Value) + " yen"}
			a.Add(yen.Value, useBudget(w, b, kpi.CellOf(yen)).With(note))
		} else {
			a.Drop(useBudget(w, b), blank)
		}
	}
	for _, b := range w.Cohort.Budget.Excluded {
		if w.BudgetIn(b) && (keep == nil || !b.Class.Known || keep(b)) {
			a.DropFaulty(useBudget(w, b, kpi.CellOf(of(b))))
		}
	}
	return a
}

func useBudget(w *kpi.Window, b *record.Budget, amount ...kpi.Cell) kpi.RowUse {
	cells := []kpi.Cell{kpi.CellOf(b.Item), kpi.CellOf(b.Class), kpi.CellOf(b.Fund), kpi.CellOf(b.Date),
		kpi.CellOf(b.FiscalYear)}
	return w.Use(b.Row, b.Item.Value, append(cells, amount...)...)
}

// accompaniment reports whether the line is of class 伴走, which is what the hub's staff cost.
func accompaniment(b *record.Budget) bool { return b.Class.Value == "accompaniment" }

// behindMargin is the pay of each worker. Revenue is public.
func behindMargin(w *kpi.Window) kpi.Behind { return behindValue(payByWorker(w)) }
