// Package result turns definitions and a window into everything that a run computes, and that into JSON, into
// plain lines that explain one figure, and back from JSON.
//
// The one idea: a Result is complete: what editions print is taken from it and from nothing else. It names
// persons; package disclose makes the copy that may leave the hub. It rounds nothing.
package result

import (
	"fmt"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/forecast"
	"pilot90/kpi/grant"
	"pilot90/kpi/state"
)

// Result is everything that one run computes: what pilot90 kpi prints and the editions are
// made from.
type Result struct {
	Program   string
	Clock     setting.Clock
	Inputs    []cohort.Input
	Figures   []kpi.Figure
	Funnel    state.Funnel
	TenRule   TenTenTen
	Checklist []Check
	States    []state.State     // names persons: for the hub edition only, never in the JSON
	Attrition *state.Attrition  // nil: nobody is lost; names persons, of which the JSON has only the count
	ByCohort  *state.Comparison // nil: there are fewer than two cohorts
	Only      *kpi.OneCohort    // the cohort to which the run is restricted; nil: everybody
	Grants    []grant.Report    // one for each [[grant]] of pilot.toml
	// one for each figure with a target; one that leaves the hub has those about contracts alone
	Forecasts []kpi.Forecast
	Findings  FindingCounts
	Ignored   int // rows dated after A

	Town   *kpi.Town // the municipality of a hub to which the run is restricted; nil: the whole hub
	Rollup *Rollup   // of several municipalities; nil: of one ledger

	Profile string // of the edition it was disclosed for: grant, council, public; "" = everything is in it
}

// FindingCounts are the findings of the ledger by severity.
type FindingCounts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// TenTenTen is the 10-10-10 rule: three actuals beside their targets.
type TenTenTen struct {
	Candidates, Hours, Projects Progress
	Basis                       string // of Hours: project, person, total
}

// Progress is an actual beside its target; a nil Actual is "no data", for Reason.
type Progress struct {
	Figure string // id of the figure that gives Actual
	Actual *float64
	Target float64
	Reason lang.Text

	Suppressed bool      // there is an actual, and it may not be shown
	Coded      *kpi.Span // the range that is shown in its place; nil: none
}

// Compute runs the definitions over the window and everything that rests on them. sealed is what editions of earlier
// years say, for the grants.
func Compute(defs []kpi.Definition, w *kpi.Window, sealed ...grant.Sealed) *Result {
	r := &Result{
		Program:   w.Pilot.Program.Name,
		Clock:     w.Clock,
		Inputs:    w.Cohort.Inputs,
		Figures:   kpi.Run(defs, w),
		Funnel:    state.BuildFunnel(w),
		States:    state.Of(w),
		Attrition: state.FindAttrition(w),
		Ignored:   w.Ignored,
		ByCohort:  state.CompareCohorts(defs, w),
		Only:      w.Only,
	}
	r.nameCompared()
	r.Findings.Errors, r.Findings.Warnings, r.Findings.Infos = finding.Counts(w.Cohort.Findings)
	r.Grants = grant.Reports(defs, w, r.Figures, sealed...)
	r.Forecasts = forecast.All(defs, w, r.Figures)
	r.Checklist = Checklist(defs, r.Figures, w.Pilot.Thresholds)
	r.TenRule = ruleOf(defs, r.Figures, w.Pilot.TenRule)
	return r
}

// nameCompared gives the figures by cohort the titles of those of the whole, and takes out those not computed.
func (r *Result) nameCompared() {
	if r.ByCohort == nil {
		return
	}
	for i := range r.ByCohort.Cohorts {
		at := &r.ByCohort.Cohorts[i]
		at.Figures = slices.DeleteFunc(at.Figures, func(f kpi.Figure) bool { return kpi.Find(r.Figures, f.ID) == nil })
		for j := range at.Figures {
			f := &at.Figures[j]
			whole := kpi.Find(r.Figures, f.ID)
			if f.Title = whole.Title; !whole.Reach.By.Empty() { // the whole counts further than that day
				f.Title = lang.Text{JA: fmt.Sprintf(whole.Reach.By.JA, r.ByCohort.Day),
					EN: fmt.Sprintf(whole.Reach.By.EN, r.ByCohort.Day)}
			}
		}
	}
}

// ruleTarget returns the targets of the 10-10-10 rule. The hours are the number of contracts
// (basis project) or of participants (person) that are to reach Rule.Hours, or all hours
// (total), Rule.Hours for each project.
func ruleTarget(r setting.TenRule) (candidates, hours, projects float64) {
	candidates, projects = float64(r.Candidates), float64(r.Projects)
	switch r.HoursBasis {
	case "person":
		return candidates, candidates, projects
	case "total":
		return candidates, r.Hours * projects, projects
	}
	return candidates, projects, projects
}

func ruleOf(defs []kpi.Definition, figures []kpi.Figure, r setting.TenRule) TenTenTen {
	candidates, hours, projects := ruleTarget(r)
	return TenTenTen{
		Candidates: progress(figures, kpi.DefinitionOf(defs, kpi.TopicCandidates), candidates),
		Hours:      progress(figures, kpi.DefinitionOf(defs, kpi.TopicTenHours), hours),
		Projects:   progress(figures, kpi.DefinitionOf(defs, kpi.TopicProjects), projects),
		Basis:      r.HoursBasis,
	}
}

func progress(figures []kpi.Figure, d *kpi.Definition, target float64) Progress {
	p := Progress{Target: target}
	var f *kpi.Figure
	if d != nil {
		p.Figure, f = d.ID, kpi.Find(figures, d.ID)
	}
	if f == nil {
		p.Reason = lang.Text{JA: "この指標は計算していません", EN: "this figure was not computed"}
		return p
	}
	p.Actual, p.Reason = f.Value, f.Reason
	return p
}
