package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var insideRevenueRatio = kpi.Definition{
	ID:      "inside_revenue_ratio",
	Title:   lang.Text{JA: "内需の割合（域内からの売上）", EN: "Revenue from inside the area"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "所在が域内の発注者からの売上 ÷ 所在のわかる発注者からの売上（対象期間）",
		EN: "revenue from clients whose region is inside ÷ revenue from clients of known region, in the period",
	},
	Needs:   needClients,
	Columns: needRegion,
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onRevenue(insideClient),
	Class:   kpi.Accountability,
	About:   kpi.AboutRevenue,
	Compute: func(w *kpi.Window) kpi.Figure {
		return revenueByRegion(w, func(region string) bool { return region == "inside" })
	},
}
