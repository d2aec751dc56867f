package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var reworkRatio = kpi.Definition{
	ID:      "rework_ratio",
	Title:   lang.Text{JA: "手戻り率", EN: "Share of reworked tasks"},
	Unit:    kpi.Ratio,
	Measure: kpi.Stock,
	Formula: lang.Text{
		JA: "手戻りのあった作業（回数が0より大きい、または「有」）÷ 作業。作業は、対象期間に行い、基準日までに納品したもの。手戻りの空欄は「無」。列がないか、すべて空欄であれば値を出さない",
		EN: "tasks with rework (yes, or more than 0 times) ÷ tasks, over tasks dated in the period and delivered by the " +
			"as-of date; a blank is no; without the column, or with nothing in it, there is no value",
	},
	Better:   kpi.Lower,
	Smallest: 5,
	Needs:    needTasks,
	Columns:  needDelivered("rework"),
	Origin:   originChecklist,
	Bearing:  onTasks,
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Accountability,
	Subject:  kpi.AboutWork,
	Compute: func(w *kpi.Window) kpi.Figure {
		if neverUsed(w.Tasks, reworked) {
			return kpi.None(wholeColumnBlank(kpi.Column{Table: schema.Tasks, Key: "rework"}))
		}
		f := overDelivered(w, noDelivery, func(t *record.Task) (bool, bool, kpi.Cell) {
			return t.Rework.Value > 0, true, kpi.CellOf(t.Rework)
		})
		f.Warnings = takenAs(kpi.Column{Table: schema.Tasks, Key: "rework"}, blanks(facts.DeliveredIn(w), reworked), asNo)
		return f
	},
}

func reworked(t *record.Task) record.Field[float64] { return t.Rework }
