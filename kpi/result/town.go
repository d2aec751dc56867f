package result

import (
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/state"
)

// OfTown runs the definitions over one municipality of the hub that the window is of. Grants and forecasts are those of
// the whole hub and are left out; its name stands beside the program's.
func OfTown(defs []kpi.Definition, w *kpi.Window, t kpi.Town) *Result {
	t = t.Of(w)
	r := &Result{Program: w.Pilot.Program.Name + "（" + t.Name + "）", Clock: w.Clock, Inputs: w.Cohort.Inputs,
		Figures: t.Run(defs, w), Ignored: w.Ignored, Funnel: state.BuildFunnel(t.People()),
		States: state.Of(t.People()), Attrition: state.FindAttrition(t.People()), Town: &t, Only: t.Sight().Only}
	r.Findings.Errors, r.Findings.Warnings, r.Findings.Infos = finding.Counts(w.Cohort.Findings)
	r.Checklist = Checklist(defs, r.Figures, w.Pilot.Thresholds)
	r.TenRule = ruleOf(defs, r.Figures, w.Pilot.TenRule)
	return r
}
