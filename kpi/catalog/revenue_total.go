package catalog

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var revenueTotal = kpi.Definition{
	ID:      "revenue_total",
	Title:   lang.Text{JA: "売上の合計", EN: "Revenue"},
	Unit:    kpi.Yen,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Flow,
	Law:     sums,
	Formula: lang.Text{
		JA: "対象期間の案件の売上（発注者から拠点へ）の合計。按分のしかたは「定期案件の割合（金額）」と同じ。請求のある案件は、対象期間の月の請求額の合計。金額の分からない案件は除き、件数を注記する",
		EN: "revenue (client to hub) of the period's contracts, shared out by days as in recurring_revenue_ratio; " +
			"of a contract with invoices what was invoiced for months of the period; " +
			"contracts of unknown price are left out, and a warning says how many",
	},
	Plain: lang.Text{
		JA: "仕事を頼んだ会社などから、期間中の仕事に対して支払われる額の合計です。金額の分からない契約は入れていません。",
		EN: "What clients pay for the work of the period, in all. Contracts of unknown price are " +
			"not in it.",
	},
	Better:  kpi.Higher,
	Needs:   needContracts,
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onSum,
	Outlook: forecast.Accruing{},
	Class:   kpi.Accountability,
	About:   kpi.AboutRevenue,
	Topic:   kpi.TopicRevenue,
	Compute: func(w *kpi.Window) kpi.Figure {
		if !slices.ContainsFunc(assumesPrice, w.Has) {
			return kpi.None(noPrice)
		}
		f := revenueIn(w).Total(noRevenue)
		f.Warnings = unpricedWarning(unpricedIn(w))
		return f
	},
}
