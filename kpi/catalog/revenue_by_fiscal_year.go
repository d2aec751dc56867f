package catalog

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var revenueByFiscalYear = kpi.Definition{
	ID:      "revenue_by_fiscal_year",
	Title:   lang.Text{JA: "年度別の売上", EN: "Revenue by fiscal year"},
	Unit:    kpi.Yen,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Flow,
	Law: kpi.Law{Kind: kpi.Grouped, Groups: &kpi.GroupLaw{Part: "years",
		Adds: []string{"revenue", "contracts", "unknown"}, Any: []string{"full"}}},
	Formula: lang.Text{
		JA: "年度（4月1日〜3月31日）ごとの案件の売上の合計。最初の案件が始まった年度から基準日の年度まで。基準日の年度は基準日までの額。値は対象期間の末日を含む年度のもの",
		EN: "revenue by fiscal year (1 April – 31 March), from the year the first contract started in to that of the " +
			"as-of date, which counts up to that date; the value is that of the year that holds the period's last day",
	},
	Better:  kpi.Higher,
	Needs:   needContracts,
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onLastYear,
	Outlook: forecast.Accruing{},
	Class:   kpi.Accountability,
	About:   kpi.AboutRevenue,
	Topic:   kpi.TopicRevenueYears,
	Compute: computeRevenueByFiscalYear,
}

func computeRevenueByFiscalYear(w *kpi.Window) kpi.Figure {
	if !slices.ContainsFunc(assumesPrice, w.Has) {
		return kpi.None(noPrice)
	}
	f := allMoney(w)
	f.Warnings = unpricedWarning(unpricedEver(w))
	if f.N == 0 && f.Excluded > 0 {
		f.Reason = lang.Text{JA: "売上のわかる案件がありません", EN: "no contract has a known revenue"}
		return f
	}
	years := fiscalYears(w)
	var groups []kpi.Group
	for _, y := range years {
		groups = append(groups, kpi.Group{Key: fmt.Sprint(y.year), Title: y.title(), Parts: kpi.Parts{
			{Key: "revenue", Title: lang.Text{JA: "売上", EN: "revenue"}, Unit: kpi.Yen, Value: y.known()},
			{Key: "contracts", Title: lang.Text{JA: "案件", EN: "contracts"}, Unit: kpi.Count, Value: float64(y.contracts)},
			{Key: "unknown", Title: lang.Text{JA: "金額不明の案件", EN: "contracts of unknown revenue"}, Unit: kpi.Count,
				Value: float64(y.unknown)},
			{Key: "full", Title: lang.Text{JA: "1年分そろっている", EN: "a whole year"}, Value: y.full},
		}})
	}
	f.Parts = kpi.Parts{{Key: "years", Title: lang.Text{JA: "年度別", EN: "by fiscal year"}, Unit: kpi.Yen, Value: groups}}
	at := slices.IndexFunc(years, func(y fiscalYear) bool { return y.year == w.Clock.To.FiscalYear() })
	if at < 0 { // no contract had started by then
		f.Value, f.Arithmetic = new(0.0), lang.Text{JA: "0件の合計 = 0円", EN: "sum of 0 contracts = 0 yen"}
		return f
	}
	if years[at].known() == nil {
		year := fmt.Sprint(w.Clock.To.FiscalYear())
		f.Reason = lang.Text{JA: year + "年度に売上のわかる案件がありません", EN: "no contract of fiscal " + year + " has a known revenue"}
		return f
	}
	y := years[at]
	f.Value = &y.yen
	f.Arithmetic = lang.Text{JA: y.title().JA + "の売上 = " + lang.Plain(y.yen) + "円",
		EN: "revenue of " + y.title().EN + " = " + lang.Plain(y.yen) + " yen"}
	if !y.full {
		f.Warnings = append(f.Warnings, lang.Text{JA: y.title().JA + "は1年分に満たない額です",
			EN: y.title().EN + " is not a whole year"})
	}
	return f
}

// known is the year's revenue as a part: nil when contracts ran and none of them has a price.
func (y fiscalYear) known() any {
	if y.contracts == 0 && y.unknown > 0 {
		return nil
	}
	return y.yen
}
