package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var outsideRevenueRatio = kpi.Definition{
	ID:         "outside_revenue_ratio",
	Title:      lang.Text{JA: "外貨の割合（域外からの売上）", EN: "Revenue from outside the area"},
	PlainTitle: lang.Text{JA: "地域の外からの仕事の割合", EN: "Share of work from outside"},
	Unit:       kpi.Ratio,
	Theme:      kpi.ThemeMoney,
	Measure:    kpi.Stock,
	Law:        ratios,
	Formula: lang.Text{
		JA: "所在が域内でない発注者からの売上 ÷ 所在のわかる発注者からの売上（対象期間）",
		EN: "revenue from clients whose region is not inside ÷ revenue from clients of known region, in the period",
	},
	Plain: lang.Text{
		JA: "仕事の売上のうち、地域の外の会社などからの分の割合です。",
		EN: "The share of revenue that comes from clients outside the area.",
	},
	Better:  kpi.Higher,
	Needs:   needClients,
	Columns: needRegion,
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onRevenue(outsideClient),
	Class:   kpi.Accountability,
	About:   kpi.AboutRevenue,
	Topic:   kpi.TopicOutside,
	Compute: func(w *kpi.Window) kpi.Figure {
		return revenueByRegion(w, func(region string) bool { return region != "inside" })
	},
}
