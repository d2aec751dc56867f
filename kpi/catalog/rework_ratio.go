package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var reworkRatio = kpi.Definition{
	ID:      "rework_ratio",
	Title:   lang.Text{JA: "手戻り率", EN: "Share of reworked tasks"},
	Short:   lang.Text{JA: "手戻り率", EN: "reworked"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeQuality,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "手戻りのあった作業（回数が0より大きい、または「有」）÷ 作業。作業は、対象期間に行い、基準日までに納品したもの。手戻りの空欄は「無」。" +
			"途中から使い始めた列は、使い始めた日からの作業で数える。列がないか、すべて空欄であれば値を出さない",
		EN: "tasks with rework (yes, or more than 0 times) ÷ tasks, over tasks dated in the period and delivered by the " +
			"as-of date; a blank is no, and work before the column " +
			"was in use does not count; without the column, or with nothing in it, there is no value",
	},
	Better:   kpi.Lower,
	Smallest: 5,
	Needs:    needTasks,
	Columns:  needDelivered("rework"),
	Origin:   originChecklist,
	Bearing:  onTasks,
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Accountability,
	About:    kpi.AboutWork,
	Limits: []kpi.Limit{{Point: kpi.PointQuality,
		Of: func(t setting.Thresholds) float64 { return t.Rework }}},
	Compute: func(w *kpi.Window) kpi.Figure {
		column := kpi.Column{Table: schema.Tasks, Key: "rework"}
		if neverUsed(w.Tasks, reworked) {
			return kpi.None(wholeColumnBlank(column))
		}
		since := usedSince(w.Tasks, reworked)
		f := overDelivered(w, noDelivery, func(t *record.Task) (bool, bool, kpi.Cell) {
			return t.Rework.Value > 0, t.Date.Value >= since, kpi.CellOf(t.Rework)
		})
		f.Warnings = append(countedSince(column, since),
			takenAs(column, blanks(deliveredSince(w, since), reworked), asNo)...)
		return f
	},
}

func reworked(t *record.Task) record.Field[float64] { return t.Rework }
