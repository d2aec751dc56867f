package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var sectorMix = kpi.Definition{
	ID:      "sector_mix",
	Title:   lang.Text{JA: "発注者の区分別の案件", EN: "Contracts by sector"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     mixes(choices(schema.Clients, "sector")),
	Formula: lang.Text{
		JA: "対象期間に実施中の案件の発注者の区分ごとの件数と売上。値は発注者の区分のわかる案件の数",
		EN: "active contracts of the period and their revenue by sector; the value is the number of contracts whose " +
			"sector is known",
	},
	Needs:   needClients,
	Columns: []kpi.Column{{Table: schema.Clients, Key: "sector"}, ofClient},
	Also:    alsoInvoices,
	Assumes: assumesRevenue,
	Origin:  originWork,
	Bearing: onContracts,
	Class:   kpi.Accountability,
	About:   kpi.AboutContracts,
	Compute: func(w *kpi.Window) kpi.Figure {
		return contractMix(w, choices(schema.Clients, "sector"), sectorOf, leftOutBlank("発注者の区分", "the sector"))
	},
}

func sectorOf(w *kpi.Window, c *record.Contract) (string, bool) {
	client := w.Client(c.ClientID.Value)
	if client == nil {
		return "", false
	}
	return client.Sector.Value, client.Sector.Known
}
