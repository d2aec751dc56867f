package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var onTimeRatio = kpi.Definition{
	ID:      "on_time_ratio",
	Title:   lang.Text{JA: "納期遵守率", EN: "Share delivered on time"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeQuality,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "納品日が納期以前の作業 ÷ 納期のある作業。作業は、対象期間に行い、基準日までに納品したもの。納期が空欄の作業は数えない",
		EN: "tasks delivered on or before their due date ÷ those with a due date, over tasks dated in the period and " +
			"delivered by the as-of date",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needTasks,
	Columns:  needDelivered("due_date"),
	Origin:   originWork,
	Bearing:  onTasks,
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Accountability,
	About:    kpi.AboutWork,
	Compute: func(w *kpi.Window) kpi.Figure {
		none := lang.Text{JA: "納品された作業に、納期の記入されたものがありません", EN: "no delivered task has a due date"}
		return overDelivered(w, none, func(t *record.Task) (bool, bool, kpi.Cell) {
			return t.DeliveredDate.Value <= t.DueDate.Value, t.DueDate.Known, kpi.CellOf(t.DueDate)
		})
	},
}
