package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
)

var activeRatio = kpi.Definition{
	ID:    "active_ratio",
	Title: lang.Text{JA: "稼働率", EN: "Share of active workers"},
	Unit:  kpi.Ratio,
	Formula: lang.Text{
		JA: "稼働者数（基準日で終わる設定日数、既定30日間に作業のある参加者）÷ 現在の登録者数（基準日までに離脱した人を除く）",
		EN: "active workers (a task in the active_window_days, 30, that end on the as-of date) ÷ participants registered " +
			"and not exited by then",
	},
	Better:   kpi.Higher,
	Smallest: 5,
	Needs:    needPeopleTasks,
	Assumes:  assumesNow,
	Origin:   originWork,
	Bearing:  bound.Counted{Adds: needParticipants, Raises: needTasks, Loose: true},
	Class:    kpi.Accountability,
	Subject:  kpi.AboutPersons,
	Compute:  computeActiveRatio,
}

// computeActiveRatio counts in the numerator whoever worked, as active_workers does: somebody who
// worked and then left is active and no longer registered, which the warning says. Then the one
// is no part of the other, and there is no interval.
func computeActiveRatio(w *kpi.Window) kpi.Figure {
	var t kpi.Tally
	since, left := activeSince(w), 0
	for _, p := range facts.RegisteredBy(w) {
		task := facts.FirstTaskSince(w, p, since)
		_, gone := w.Exit(p)
		switch {
		case !gone && task != nil:
			t.Add(true, useRegistration(p), kpi.UseTask(task))
		case !gone:
			t.Add(false, useRegistration(p))
		case task != nil:
			left++
			t.List(useRegistration(p).With(lang.Text{JA: "分子のみ（稼働後に離脱）", EN: "numerator only (worked, then left)"}),
				kpi.UseTask(task))
		}
	}
	for _, p := range facts.FaultyRegistered(w) {
		t.DropFaulty(useRegistration(p))
	}
	f := t.Ratio(lang.Text{JA: "現在の登録者がいません", EN: "nobody is registered now"})
	if left > 0 && f.Value != nil {
		kpi.Divide(&f, float64(t.Hits+left), float64(t.All))
		f.Interval = nil
		f.Warnings = append(f.Warnings, lang.Text{
			JA: fmt.Sprintf("稼働者のうち %d 人は、その後に離脱しています", left),
			EN: fmt.Sprintf("%d of the active workers have left since", left),
		})
	}
	return f
}
