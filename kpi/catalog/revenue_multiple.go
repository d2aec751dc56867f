package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var revenueMultiple = kpi.Definition{
	ID:      "revenue_multiple",
	Title:   lang.Text{JA: "売上の伸び（最初の年度比）", EN: "Growth of revenue"},
	Unit:    kpi.Multiple,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Stock,
	Law: apart("伸びは足し合わせられません。合計の伸びは、年度別の売上の合計を比べて見ます",
		"growth does not add up: compare the sums of the revenue by fiscal year"),
	Formula: lang.Text{
		JA: "1年分そろった最後の年度の売上 ÷ 1年分そろった最初の年度の売上。1年分とは、4月1日までに最初の案件が始まり、3月31日が基準日以前の年度",
		EN: "revenue of the last full fiscal year ÷ that of the first; full: the first contract had started by 1 April " +
			"and 31 March is not after the as-of date",
	},
	Better:  kpi.Higher,
	Needs:   needContracts,
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Class:   kpi.Accountability,
	About:   kpi.AboutRevenue,
	Compute: computeRevenueMultiple,
}

func computeRevenueMultiple(w *kpi.Window) kpi.Figure {
	f := allMoney(w)
	f.Warnings = unpricedWarning(unpricedEver(w))
	var full []fiscalYear
	for _, y := range fiscalYears(w) {
		if y.full && y.known() != nil {
			full = append(full, y)
		}
	}
	if len(full) < 2 {
		f.Reason = lang.Text{JA: "1年分そろった年度がまだ2つありません", EN: "there are not two full fiscal years yet"}
		return f
	}
	first, last := full[0], full[len(full)-1]
	if first.yen == 0 {
		f.Reason = lang.Text{JA: first.title().JA + "の売上が0円のため比べられません", EN: "revenue of " + first.title().EN + " is 0"}
		return f
	}
	kpi.Divide(&f, last.yen, first.yen)
	f.Parts = kpi.Parts{
		{Key: "first_year", Title: lang.Text{JA: "最初の年度", EN: "first year"}, Value: fmt.Sprint(first.year)},
		{Key: "last_year", Title: lang.Text{JA: "最後の年度", EN: "last year"}, Value: fmt.Sprint(last.year)},
	}
	return f
}
