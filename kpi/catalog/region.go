package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// ofClient says which client a contract is of.
var ofClient = kpi.Column{Table: schema.Contracts, Key: "client_id"}

var needRegion = []kpi.Column{{Table: schema.Clients, Key: "region"}, ofClient}

var needClients = []schema.Key{schema.Contracts, schema.Clients}

var regionUnknown = lang.Text{JA: "発注者の所在の記入がないため除外", EN: "left out: the client's region is blank"}

// revenueByRegion is the share of the period's revenue that comes from clients in a region for
// which counts holds, of the revenue from clients with a known region.
func revenueByRegion(w *kpi.Window, counts func(region string) bool) kpi.Figure {
	var s kpi.Share
	for _, c := range facts.Billing(w) {
		yen, known := facts.Revenue(w, c)
		client := w.Client(c.ClientID.Value)
		switch {
		case !known:
			s.Drop(useOrigin(w, c), revenueUnknown)
		case client == nil || !client.Region.Known:
			s.Drop(useOrigin(w, c), regionUnknown)
		default:
			s.Add(counts(client.Region.Value), yen, useOrigin(w, c))
			s.Whole.List(w.Use(client.Row, client.ID.Value, kpi.CellOf(client.ID),
				kpi.CellOf(client.Region)).
				With(lang.Text{JA: "所在", EN: "region"}))
			s.Whole.List(invoicesBehind(w, c)...)
		}
	}
	for _, c := range w.FaultyActive() {
		s.DropFaulty(useOrigin(w, c))
	}
	f := s.Ratio(noRevenue)
	f.Warnings = unpricedWarning(unpricedIn(w))
	return f
}

// useOrigin is a contract with its client and what its revenue is worked out from.
func useOrigin(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.ClientID), kpi.CellOf(c.StartDate), kpi.CellOf(c.EndDate),
			kpi.CellOf(c.Monthly), kpi.CellOf(c.Amount)}
	})
}
