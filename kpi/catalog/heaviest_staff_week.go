package catalog

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var heaviestStaffWeek = kpi.Definition{
	ID:      "heaviest_staff_week",
	Title:   lang.Text{JA: "担当1人の最も長い週", EN: "Heaviest week of one member of staff"},
	Short:   lang.Text{JA: "担当1人の最も長い週", EN: "heaviest week of one person"},
	Unit:    kpi.Hours,
	Theme:   kpi.ThemeHub,
	Measure: kpi.Stock,
	Law: apart("担当1人の値で、自治体をまたいで合わせる意味がありません",
		"it is of one member of staff: nothing is told by putting several together"),
	Formula: lang.Text{
		JA: "対象期間の伴走記録の時間を、担当と週（月曜始まり）ごとに合計した最大値。1週間が対象期間からはみ出すときは、期間内の日だけを数える",
		EN: "the largest sum of support hours in the period by member of staff and ISO week; of a week that is partly " +
			"outside, only the days inside count",
	},
	Better:  kpi.Lower,
	Needs:   needSupport,
	Origin:  originChecklist,
	Bearing: onSupport,
	Class:   kpi.Internal,
	About:   kpi.AboutOnePerson,
	Limits: []kpi.Limit{{Point: kpi.PointHub, Slack: kpi.HourSlack,
		Of: func(t setting.Thresholds) float64 { return t.StaffWeekHours }}},
	Compute: computeHeaviestStaffWeek,
}

// staffWeek is one member of staff in the ISO week that begins on Monday.
type staffWeek struct {
	staff  string
	monday cell.Day
}

func computeHeaviestStaffWeek(w *kpi.Window) kpi.Figure {
	weeks := map[staffWeek]*kpi.Amounts{}
	for _, s := range supportRows(w) {
		k := staffWeek{s.Staff.Value, facts.Week(s.Date.Value)}
		if weeks[k] == nil {
			weeks[k] = &kpi.Amounts{}
		}
		weeks[k].Add(s.Hours.Value, useSupport(w, s))
	}
	f := kpi.Figure{N: len(weeks), Reason: noSupport}
	for _, s := range faultySupport(w) {
		f.Excluded++
		f.List(useSupport(w, s).Without(kpi.Faulty))
	}
	if len(weeks) == 0 {
		return f
	}
	at := heaviest(weeks)
	hours := weeks[at].Sum()
	f.Value, f.Reason = &hours, lang.Text{}
	for _, s := range supportRows(w) {
		use := useSupport(w, s).Saying(func() lang.Text { return hoursNote(s.Hours.Value) })
		if s.Staff.Value == at.staff && facts.Week(s.Date.Value) == at.monday {
			use.Note = lang.Text{JA: "最も長い週：" + use.Note.JA, EN: "the heaviest week: " + use.Note.EN}
		}
		f.List(use)
	}
	f.Arithmetic = lang.Text{
		JA: fmt.Sprintf("%s からの週の%d件の合計 = %s時間", at.monday, weeks[at].N(), lang.Plain(hours)),
		EN: fmt.Sprintf("week of %s: sum of %d entries = %s hours", at.monday, weeks[at].N(), lang.Plain(hours)),
	}
	return f
}

// heaviest is the week with the most hours; of equals the earliest, then the first by name.
func heaviest(weeks map[staffWeek]*kpi.Amounts) staffWeek {
	return slices.MinFunc(slices.Collect(maps.Keys(weeks)), func(a, b staffWeek) int {
		return cmp.Or(cmp.Compare(weeks[b].Sum(), weeks[a].Sum()), cmp.Compare(a.monday, b.monday),
			cmp.Compare(a.staff, b.staff))
	})
}
