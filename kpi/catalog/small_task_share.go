package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var smallTaskShare = kpi.Definition{
	ID:      "small_task_share",
	Title:   lang.Text{JA: "業務の切り出しによる案件の割合", EN: "Share of contracts cut out of a client's job"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeRecurring,
	Measure: kpi.Stock,
	Law:     ratios.On(renewals),
	Formula: lang.Text{
		JA: "切り出し元業務の記入がある実施中の案件 ÷ 実施中の案件（対象期間）。空欄は「切り出しでない」。列がすべて空欄であれば値を出さない",
		EN: "active contracts with a parent (work cut out of a client's job) ÷ active contracts of the period; a blank is " +
			"none; with nothing in the column there is no value",
	},
	Smallest: 5,
	Needs:    needContracts,
	Columns:  []kpi.Column{parentOf},
	Assumes:  assumesTerm,
	Origin:   originWork,
	Bearing:  onContracts,
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Accountability,
	About:    kpi.AboutContracts,
	Compute: func(w *kpi.Window) kpi.Figure {
		if neverUsed(w.Contracts, func(c *record.Contract) record.Field[string] { return c.Parent }) {
			return kpi.None(wholeColumnBlank(parentOf))
		}
		var t kpi.Tally
		for _, c := range w.ActiveContracts() {
			t.Add(c.Parent.Known, useParent(w, c))
		}
		for _, c := range w.FaultyActive() {
			t.DropFaulty(useParent(w, c))
		}
		f := t.Ratio(noActiveContract)
		f.Warnings = takenAs(parentOf, t.All-t.Hits, lang.Text{JA: "切り出しでないもの", EN: "not cut out"})
		return f
	},
}

var parentOf = kpi.Column{Table: schema.Contracts, Key: "parent"}

func useParent(w *kpi.Window, c *record.Contract) kpi.RowUse {
	return w.UseContract(c, func(c *record.Contract) []kpi.Cell {
		return []kpi.Cell{kpi.CellOf(c.StartDate), kpi.CellOf(c.EndDate), kpi.CellOf(c.Parent)}
	})
}
