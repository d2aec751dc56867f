package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var noSupport = lang.Text{JA: "対象期間の伴走記録がありません", EN: "no support is recorded in the period"}

var needSupport = []schema.Key{schema.Support}

// supportRows are the support entries dated in the period.
func supportRows(w *kpi.Window) []*record.Support {
	var rows []*record.Support
	for _, s := range w.Support {
		if w.In(s.Date.Value) {
			rows = append(rows, s)
		}
	}
	return rows
}

// faultySupport are the entries with an error finding that could be dated in the period.
func faultySupport(w *kpi.Window) []*record.Support {
	var rows []*record.Support
	for _, s := range w.Cohort.Support.Excluded {
		if w.MayBeIn(s.Date) {
			rows = append(rows, s)
		}
	}
	return rows
}

// supportIn gathers the hours of the period's support entries.
func supportIn(w *kpi.Window) *kpi.Amounts {
	a := &kpi.Amounts{}
	for _, s := range supportRows(w) {
		a.Add(s.Hours.Value, useSupport(w, s).Saying(func() lang.Text { return hoursNote(s.Hours.Value) }))
	}
	for _, s := range faultySupport(w) {
		a.DropFaulty(useSupport(w, s))
	}
	return a
}

func useSupport(w *kpi.Window, s *record.Support) kpi.RowUse {
	return w.Use(s.Row, s.Staff.Value, kpi.CellOf(s.Date), kpi.CellOf(s.Staff), kpi.CellOf(s.Hours), kpi.CellOf(s.Kind))
}

func hoursNote(h float64) lang.Text {
	return lang.Text{JA: lang.Plain(h) + "時間", EN: lang.Plain(h) + " hours"}
}
