package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var formMix = kpi.Definition{
	ID:      "form_mix",
	Title:   lang.Text{JA: "受託形態別の案件", EN: "Contracts by form"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     mixes(choices(schema.Contracts, "form")),
	Formula: lang.Text{
		JA: "対象期間に実施中の案件の受託形態ごとの件数と売上。値は受託形態のわかる案件の数",
		EN: "active contracts of the period and their revenue by form; the value is the number of contracts whose form is " +
			"known",
	},
	Needs:   needContracts,
	Columns: []kpi.Column{{Table: schema.Contracts, Key: "form"}},
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onContracts,
	Class:   kpi.Accountability,
	About:   kpi.AboutContracts,
	Compute: func(w *kpi.Window) kpi.Figure {
		return contractMix(w, choices(schema.Contracts, "form"), formOf, leftOutBlank("受託形態", "the form"))
	},
}

func formOf(_ *kpi.Window, c *record.Contract) (string, bool) {
	return c.ContractForm.Value, c.ContractForm.Known
}
