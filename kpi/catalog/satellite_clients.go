package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

var satelliteClients = kpi.Definition{
	ID:      "satellite_clients",
	Title:   lang.Text{JA: "サテライトオフィスのある発注者", EN: "Clients with a satellite office"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     sums,
	Formula: lang.Text{
		JA: "サテライトオフィスが「有」の発注者の数。空欄は「無」",
		EN: "clients with a satellite office; a blank is no",
	},
	Plain: lang.Text{
		JA: "仕事を頼んだ会社などのうち、地域に小さな事務所（サテライトオフィス）を置いたところの数です。",
		EN: "Clients that keep a small office in the area.",
	},
	Better:  kpi.Higher,
	Needs:   []schema.Key{schema.Clients},
	Columns: []kpi.Column{{Table: schema.Clients, Key: "satellite_office"}},
	Origin:  originWork,
	Bearing: bound.Counted{Adds: []schema.Key{schema.Clients}},
	Class:   kpi.Accountability,
	About:   kpi.AboutClients,
	Topic:   kpi.TopicSatellites,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, c := range w.Clients {
			t.Add(c.SatelliteOffice.Value, useSatellite(w, c))
		}
		for _, c := range w.Cohort.Clients.Excluded {
			t.DropFaulty(useSatellite(w, c))
		}
		return t.Count(lang.Text{JA: "件", EN: "clients"})
	},
}

func useSatellite(w *kpi.Window, c *record.Client) kpi.RowUse {
	return w.Use(c.Row, c.ID.Value, kpi.CellOf(c.ID), kpi.CellOf(c.SatelliteOffice))
}
