package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

var recurringRevenueRatio = kpi.Definition{
	ID:      "recurring_revenue_ratio",
	Short:   lang.Text{JA: "定期案件の割合（金額）", EN: "recurring share of revenue"},
	Title:   lang.Text{JA: "定期案件の割合（金額）", EN: "Share of revenue from recurring contracts"},
	Reading: lang.Text{JA: "期間の売上のうち、定期の契約のもの", EN: "of the revenue, that of recurring contracts"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "対象期間の定期案件の売上 ÷ 売上がわかる案件の売上。月額のある案件は暦月ごとに日割り、契約額と終了日のある案件は契約期間の日数で按分、契約額だけの案件は開始日が期間内なら全額。案件ごとに1円未満を四捨五入。" +
			"月額も契約額もない案件は除外して数え、件数を注記する。実施中の定期案件がどれも金額不明なら値を出さない",
		EN: "revenue of recurring contracts in the period ÷ revenue of contracts whose revenue is known; monthly: by days " +
			"of each calendar month; amount with an end: by days of the term; amount without an end: whole if it starts in " +
			"the period; rounded half up to 1 yen per contract; contracts with neither are left out, and a warning says how " +
			"many; no value while every active recurring contract is one of these",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needContracts,
	Columns:  []kpi.Column{kindOf},
	Also:     alsoInvoices,
	Assumes:  assumesRevenue,
	Origin:   originCompanion,
	Bearing:  onRevenue(bound.SureKind),
	Class:    kpi.Accountability,
	About:    kpi.AboutRevenue,
	Topic:    kpi.TopicRecurringRevenue,
	Compute:  computeRecurringRevenueRatio,
}

func computeRecurringRevenueRatio(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	var recurring, all []float64
	kept, unpriced := 0, 0 // active 定期 contracts; contracts of unknown revenue
	for _, c := range facts.Billing(w) {
		yen, known := facts.Revenue(w, c)
		if kpi.Recurring(c) {
			kept++
		}
		if !c.Kind.Known {
			t.Drop(useMoney(w, c), kindUnknown)
			continue
		}
		if !known {
			unpriced += facts.Unpriced(w, c, w.Clock.From, w.Clock.To)
			t.Drop(useMoney(w, c), revenueUnknown)
			continue
		}
		unpriced += facts.Unpriced(w, c, w.Clock.From, w.Clock.To)
		all = append(all, yen)
		if kpi.Recurring(c) {
			recurring = append(recurring, yen)
		}
		t.Add(kpi.Recurring(c), useMoney(w, c).Saying(func() lang.Text { return yenNote(yen) }), invoicesBehind(w, c)...)
	}
	for _, c := range w.FaultyActive() {
		t.DropFaulty(useMoney(w, c))
	}
	f := kpi.Figure{N: t.All, Excluded: t.Excluded, Rows: t.Rows, Terms: &kpi.Terms{Numerator: kpi.Sum(recurring),
		Denominator: kpi.Sum(all), Known: []int{t.All}, Claimed: [2]int{kept, len(recurring)}}}
	f.Warnings = unpricedWarning(unpriced)
	switch total := kpi.Sum(all); {
	case t.All == 0 && t.Excluded > 0:
		f.Reason = lang.Text{JA: "対象期間に実施中の案件で、金額のわかるものがありません", EN: "no active contract has a known revenue"}
	case t.All == 0:
		f.Reason = noActiveContract
	case kept > 0 && len(recurring) == 0:
		f.Reason = lang.Text{JA: "対象期間に実施中の定期案件で、金額のわかるものがありません", EN: "no active recurring contract has a known revenue"}
	case total == 0:
		f.Reason = lang.Text{JA: "対象期間の売上の合計が0円です", EN: "revenue in the period adds up to 0 yen"}
	default:
		kpi.Divide(&f, kpi.Sum(recurring), total)
	}
	return f
}

var revenueUnknown = lang.Text{JA: "月額も契約額もないため除外", EN: "left out: neither monthly nor amount"}

// unpricedWarning says how many contracts of unknown revenue a figure leaves out; none for 0.
func unpricedWarning(n int) []lang.Text {
	if n == 0 {
		return nil
	}
	return []lang.Text{{
		JA: fmt.Sprintf("金額のわからない案件が%d件あり、売上に数えていません", n),
		EN: fmt.Sprintf("%d contracts of unknown revenue are not in it", n),
	}}
}

// unpricedIn counts the active contracts of the period whose revenue is not known.
func unpricedIn(w *kpi.Window) int {
	n := 0
	for _, c := range facts.Billing(w) {
		n += facts.Unpriced(w, c, w.Clock.From, w.Clock.To)
	}
	return n
}

// useMoney is a contract with the cells that its revenue is worked out from.
func useMoney(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.Kind), kpi.CellOf(c.StartDate), kpi.CellOf(c.EndDate),
			kpi.CellOf(c.Monthly), kpi.CellOf(c.Amount)}
	})
}

// invoicesBehind are the invoices that the revenue of a contract in the period is made of; none where it is worked out
// from its price.
func invoicesBehind(w *kpi.Window, c *record.Contract) []kpi.RowUse {
	return useInvoices(w, facts.InvoicesBetween(w.InvoicesOn(c), w.Clock.From, w.Clock.To))
}

func useInvoices(w *kpi.Window, invoices []*record.Invoice) []kpi.RowUse {
	if !w.Lists() {
		return nil
	}
	var uses []kpi.RowUse
	for _, v := range invoices {
		uses = append(uses, w.UseInvoice(v))
	}
	return uses
}

func yenNote(yen float64) lang.Text {
	return lang.Text{JA: "売上 " + lang.Plain(yen) + "円", EN: "revenue " + lang.Plain(yen) + " yen"}
}
