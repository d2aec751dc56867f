package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
)

var wCheckRatio = kpi.Definition{
	ID:      "w_check_ratio",
	Title:   lang.Text{JA: "Wチェック率", EN: "Share of double-checked work"},
	Short:   lang.Text{JA: "Wチェック率", EN: "double-checked"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeQuality,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "Wチェックが「有」の作業 ÷ 作業。作業は、対象期間に行い、基準日までに納品したもの。Wチェックの空欄は「無」。" +
			"途中から使い始めた列は、使い始めた日からの作業で数える。列がないか、すべて空欄であれば値を出さない",
		EN: "double-checked tasks ÷ tasks, over tasks dated in the period and delivered by the as-of date; a blank is no; " +
			"without the column, or with nothing in it, there is no value",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needTasks,
	Columns:  needDelivered("checked"),
	Origin:   originChecklist,
	Bearing:  onTasks,
	Outlook:  forecast.Arrivals{},
	Class:    kpi.Accountability,
	About:    kpi.AboutWork,
	Limits: []kpi.Limit{{Point: kpi.PointQuality, Least: true,
		Of: func(t setting.Thresholds) float64 { return t.WCheck }}},
	Compute: func(w *kpi.Window) kpi.Figure {
		column := kpi.Column{Table: schema.Tasks, Key: "checked"}
		if neverUsed(w.Tasks, doubleChecked) {
			return kpi.None(wholeColumnBlank(column))
		}
		since := usedSince(w.Tasks, doubleChecked)
		f := overDelivered(w, noDelivery, func(t *record.Task) (bool, bool, kpi.Cell) {
			return t.Checked.Value, t.Date.Value >= since, kpi.CellOf(t.Checked)
		})
		f.Warnings = append(countedSince(column, since),
			takenAs(column, blanks(deliveredSince(w, since), doubleChecked), asNo)...)
		return f
	},
}

func doubleChecked(t *record.Task) record.Field[bool] { return t.Checked }
