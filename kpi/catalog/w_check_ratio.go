package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

var wCheckRatio = kpi.Definition{
	ID:      "w_check_ratio",
	Title:   lang.Text{JA: "Wチェック率", EN: "Share of double-checked work"},
	Unit:    kpi.Ratio,
	Measure: kpi.Stock,
	Formula: lang.Text{
		JA: "Wチェックが「有」の作業 ÷ 作業。作業は、対象期間に行い、基準日までに納品したもの。Wチェックの空欄は「無」。列がないか、すべて空欄であれば値を出さない",
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
	Subject:  kpi.AboutWork,
	Compute: func(w *kpi.Window) kpi.Figure {
		if neverUsed(w.Tasks, doubleChecked) {
			return kpi.None(wholeColumnBlank(kpi.Column{Table: schema.Tasks, Key: "checked"}))
		}
		f := overDelivered(w, noDelivery, func(t *record.Task) (bool, bool, kpi.Cell) {
			return t.Checked.Value, true, kpi.CellOf(t.Checked)
		})
		f.Warnings = takenAs(kpi.Column{Table: schema.Tasks, Key: "checked"}, blanks(facts.DeliveredIn(w), doubleChecked),
			asNo)
		return f
	},
}

func doubleChecked(t *record.Task) record.Field[bool] { return t.Checked }
