package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

var hubHoursPerWorkerWeek = kpi.Definition{
	ID:      "hub_hours_per_worker_week",
	Title:   lang.Text{JA: "1人1週あたりの支援時間", EN: "Support hours per worker and week"},
	Unit:    kpi.Hours,
	Theme:   kpi.ThemeHub,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "対象期間の伴走記録の時間の合計 ÷ 対象期間に作業が1件以上ある参加者の数 ÷ 対象期間の週数（日数 ÷ 7）。あわせて、1人の担当の最も長い週を示す",
		EN: "support hours in the period ÷ participants with at least one task in it ÷ its weeks (days ÷ 7); the heaviest " +
			"week of one member of staff stands beside",
	},
	Needs:   []schema.Key{schema.Support, schema.Participants, schema.Tasks},
	Origin:  originWork,
	Bearing: onHubHours,
	Class:   kpi.Internal,
	About:   kpi.AboutSupport,
	Compute: computeHubHoursPerWorkerWeek,
}

func computeHubHoursPerWorkerWeek(w *kpi.Window) kpi.Figure {
	hours, workers := supportIn(w), facts.WorkersIn(w)
	f := kpi.Figure{N: len(workers), Excluded: hours.Excluded, Rows: hours.Rows, Parts: kpi.Parts{heaviestPart(w)},
		Terms: &kpi.Terms{Numerator: hours.Sum(), Denominator: float64(len(workers)) * w.Weeks(),
			Known: []int{hours.N(), len(workers)}}}
	for _, p := range workers {
		f.List(w.UseParticipant(p),
			w.UseTask(facts.FirstTaskIn(w, p)).With(lang.Text{JA: "対象期間の最初の作業", EN: "first task of the period"}))
	}
	switch {
	case hours.N() == 0:
		f.Reason = noSupport
	case len(workers) == 0:
		f.Reason = noWorker
	default:
		weeks := w.Weeks()
		kpi.Divide(&f, hours.Sum(), float64(len(workers))*weeks)
		line := fmt.Sprintf("%s ÷ %d ÷ %s = %s", lang.Plain(hours.Sum()), len(workers), lang.Plain(weeks),
			lang.Plain(*f.Value))
		f.Arithmetic = lang.Text{JA: line, EN: line}
	}
	return f
}

// heaviestPart is the figure heaviest_staff_week as a part; nil where it has no value.
func heaviestPart(w *kpi.Window) kpi.Part {
	p := kpi.Part{Key: heaviestStaffWeek.ID, Title: heaviestStaffWeek.Title, Unit: kpi.Hours}
	if f := computeHeaviestStaffWeek(w); f.Value != nil {
		p.Value = *f.Value
	}
	return p
}
