package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

var activeRatio = kpi.Definition{
	ID:      "active_ratio",
	Title:   lang.Text{JA: "稼働率", EN: "Share of active workers"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemePeople,
	Measure: kpi.Stock,
	Law:     ratios.On(activeDays),
	Formula: lang.Text{
		JA: "現在の登録者（評価日までに離脱した人を除く）のうち、評価日で終わる設定日数（既定30日間）に作業のある人数 ÷ 現在の登録者数。1を超えない",
		EN: "of those registered and not exited by the evaluation date, those with a task in the active_window_days (30) " +
			"that end on it ÷ all of them; never over 1",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Assumes:  assumesNow,
	Origin:   originWork,
	Bearing:  bound.Counted{Adds: needParticipants, Raises: needTasks},
	Class:    kpi.Accountability,
	About:    kpi.AboutPersons,
	Compute:  computeActiveRatio,
}

// computeActiveRatio counts those registered now on both sides. Somebody who worked and then left is among
// active_workers and not here, which the warning says.
func computeActiveRatio(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	since, left := activeSince(w), 0
	for _, p := range facts.RegisteredBy(w) {
		task := facts.FirstTaskSince(w, p, since)
		_, gone := w.Exit(p)
		switch {
		case !gone && task != nil:
			t.Add(true, useRegistration(w, p), w.UseTask(task))
		case !gone:
			t.Add(false, useRegistration(w, p))
		case task != nil:
			left++
			t.List(useRegistration(w, p).With(lang.Text{JA: "稼働後に離脱したため数えない", EN: "not counted: worked, then left"}),
				w.UseTask(task))
		}
	}
	for _, p := range facts.FaultyRegistered(w) {
		t.DropFaulty(useRegistration(w, p))
	}
	f := t.Ratio(lang.Text{JA: "現在の登録者がいません", EN: "nobody is registered now"})
	if left > 0 && f.Value != nil {
		f.Warnings = append(f.Warnings, lang.Text{
			JA: fmt.Sprintf("期間中に作業し、その後に離脱した%d人は、稼働者数には入り、この割合には入りません", left),
			EN: fmt.Sprintf("%d who worked and have left since are among the active workers and not in this ratio", left),
		})
	}
	return f
}
