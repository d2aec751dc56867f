package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var categoryMix = kpi.Definition{
	ID:      "category_mix",
	Title:   lang.Text{JA: "業務区分別の案件", EN: "Contracts by category"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     mixes(nil),
	Formula: lang.Text{
		JA: "対象期間に実施中の案件の業務区分ごとの件数と売上。値は業務区分のわかる案件の数",
		EN: "active contracts of the period and their revenue by category; the value is the number of contracts whose " +
			"category is known",
	},
	Needs:   needContracts,
	Columns: []kpi.Column{{Table: schema.Contracts, Key: "category"}},
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onContracts,
	Class:   kpi.Accountability,
	About:   kpi.AboutContracts,
	Typed:   true,
	Compute: func(w *kpi.Window) kpi.Figure {
		return contractMix(w, nil, categoryOf, leftOutBlank("業務区分", "the category"))
	},
}

func categoryOf(_ *kpi.Window, c *record.Contract) (string, bool) {
	return c.Category.Value, c.Category.Known
}
