package catalog

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
)

var recentPublications = kpi.Definition{
	ID:      "recent_publications",
	Title:   lang.Text{JA: "直近の公開", EN: "Recent publications"},
	Short:   lang.Text{JA: "直近の公開", EN: "recent publications"},
	Unit:    kpi.Count,
	Theme:   kpi.ThemeQuality,
	Measure: kpi.Stock,
	Law:     sums.On(publicationDays),
	Formula: lang.Text{
		JA: "基準日の設定日数前（既定31日前）から基準日までに公開した記録の数",
		EN: "publications dated at most publication_days (31) before the as-of date",
	},
	Better:  kpi.Higher,
	Needs:   []schema.Key{schema.Publications},
	Origin:  originChecklist,
	Bearing: bound.Counted{Adds: []schema.Key{schema.Publications}},
	Class:   kpi.Accountability,
	About:   kpi.AboutPublicFunds,
	Limits:  []kpi.Limit{{Point: kpi.PointVisibility, Least: true, Of: kpi.One}},
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		since := w.Clock.At() - cell.Day(w.Pilot.Settings.PublicationDays)
		for _, p := range w.Publications {
			t.Add(p.Date.Value >= since, usePublication(w, p))
		}
		for _, p := range w.Cohort.Publications.Excluded {
			t.DropFaulty(usePublication(w, p))
		}
		return t.Count(lang.Text{JA: "件", EN: "publications"})
	},
}

func usePublication(w *kpi.Window, p *record.Publication) kpi.RowUse {
	return w.Use(p.Row, p.Title.Value, kpi.CellOf(p.Date), kpi.CellOf(p.Title))
}
