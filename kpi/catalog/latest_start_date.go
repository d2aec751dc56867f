package catalog

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var latestStartDate = kpi.Definition{
	ID:      "latest_start_date",
	Title:   lang.Text{JA: "年度内に終えられる最も遅い開始日", EN: "Latest start that ends in the fiscal year"},
	Unit:    kpi.Date,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law: apart("日付は年度とサイクルの日数だけで決まり、自治体の実績ではありません",
		"the date follows from the fiscal year and the cycle alone: it tells nothing of a municipality"),
	Formula: lang.Text{
		JA: "対象期間の末日を含む年度の3月31日 −（サイクルの日数 − 1）。90日なら1月1日、うるう日を含む年度は1月2日",
		EN: "31 March of the fiscal year that holds the period's last day − (days of the cycle − 1): 1 January for 90 " +
			"days, 2 January with a 29 February",
	},
	Origin: originCycle,
	Class:  kpi.Accountability,
	About:  kpi.AboutPublicFunds,
	Compute: func(w *kpi.Window) kpi.Figure {
		_, end := facts.FiscalYear(w.Clock.To.FiscalYear())
		length := w.Pilot.Cycle.Length()
		day := facts.LatestStart(w.Pilot.Cycle, w.Clock.To.FiscalYear())
		line := lang.Plain(float64(length))
		return kpi.Figure{
			Value: new(float64(day)),
			Parts: kpi.Parts{
				{Key: "date", Title: lang.Text{JA: "日付", EN: "date"}, Value: day.String()},
				{Key: "cycle_ends", Title: lang.Text{JA: "サイクルの最終日", EN: "last day of the cycle"}, Value: end.String()},
			},
			Arithmetic: lang.Text{
				JA: end.String() + " − " + line + " 日 + 1日 = " + day.String(),
				EN: end.String() + " − " + line + " days + 1 day = " + day.String(),
			},
		}
	},
}
