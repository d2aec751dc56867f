package catalog

import (
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

var recentPublications = kpi.Definition{
	ID:    "recent_publications",
	Title: finding.Text{JA: "直近の公開", EN: "Recent publications"},
	Unit:  kpi.Count,
	Formula: finding.Text{
		JA: "基準日の設定日数前（既定31日前）から基準日までに公開した記録の数",
		EN: "publications dated at most publication_days (31) before the as-of date",
	},
	Better:  kpi.Higher,
	Needs:   []cohort.Key{cohort.PublicationsKey},
	Origin:  originChecklist,
	Bearing: bound.Counted{Adds: []cohort.Key{cohort.PublicationsKey}},
	Subject: kpi.AboutPublicFunds,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		since := w.Clock.AsOf - cell.Day(w.Pilot.Settings.PublicationDays)
		for _, p := range w.Publications {
			t.Add(p.Date.Value >= since, usePublication(p))
		}
		for _, p := range w.Cohort.Publications.Excluded {
			t.DropFaulty(usePublication(p))
		}
		return t.Count(finding.Text{JA: "件", EN: "publications"})
	},
}

func usePublication(p *cohort.Publication) kpi.RowUse {
	return kpi.Use(p.Row, p.Title.Value, kpi.CellOf(p.Date), kpi.CellOf(p.Title))
}
