package catalog

import (
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

var satelliteClients = kpi.Definition{
	ID:    "satellite_clients",
	Title: finding.Text{JA: "サテライトオフィスのある発注者", EN: "Clients with a satellite office"},
	Unit:  kpi.Count,
	Formula: finding.Text{
		JA: "サテライトオフィスが「有」の発注者の数。空欄は「無」",
		EN: "clients with a satellite office; a blank is no",
	},
	Better:  kpi.Higher,
	Needs:   []cohort.Key{cohort.ClientsKey},
	Columns: []kpi.Column{{Table: cohort.ClientsKey, Key: "satellite_office"}},
	Origin:  originWork,
	Bearing: bound.Counted{Adds: []cohort.Key{cohort.ClientsKey}},
	Subject: kpi.AboutClients,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, c := range w.Clients {
			t.Add(c.SatelliteOffice.Value, useSatellite(c))
		}
		for _, c := range w.Cohort.Clients.Excluded {
			t.DropFaulty(useSatellite(c))
		}
		return t.Count(finding.Text{JA: "件", EN: "clients"})
	},
}

func useSatellite(c *cohort.Client) kpi.RowUse {
	return kpi.Use(c.Row, c.ID.Value, kpi.CellOf(c.ID), kpi.CellOf(c.SatelliteOffice))
}
