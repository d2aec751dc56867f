// Package disclose turns a result into a copy that holds only what an edition may show.
//
// The one idea: what a programme answers for is public, what persons are and earn is not. Figures of class A are
// shown as they are and count as known; a table of attributes (B) is shown whole or not at all, with ranges for
// outcomes of nearly nobody and nearly everybody; amounts of persons (C) are rounded and rest on enough of them. What
// grant, council and public editions of one day show is chosen together, and against every sealed one. What nobody
// has classed is hidden. It prints nothing.
package disclose

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// Profile is for whom an edition is. The zero value is that of the hub.
type Profile struct {
	Name    string // hub (or ""), grant, council, public
	Privacy setting.Privacy
}

// outer are the editions that leave the hub, from the one that shows most to the one that shows least.
var outer = []string{"grant", "council", "public"}

// ProfileOf returns the profile of an edition: hub, grant, council or public. Any other name has
// that of the public edition, so that a mistyped one shows too little and not too much.
func ProfileOf(edition string, rules setting.Privacy) Profile {
	switch edition {
	case "hub", "grant", "council":
		return Profile{edition, rules}
	}
	return Profile{"public", rules}
}

// Open reports whether the profile hides nothing.
func (p Profile) Open() bool { return p.Name == "hub" || p.Name == "" }

// Apply returns a copy of r that holds only what the profile may show: r itself under an open
// one. Earlier are the sealed editions that left the hub, in any order, as Recall returns them.
//
// What is hidden carries a mark and no number: kpi.Figure.Suppressed, or a range in kpi.Figure.Coded. Persons, rows
// and the names and hashes of files are dropped, and so are parts and lines that may not be shown. Texts that hold
// counts lose them.
func Apply(r *result.Result, p Profile, earlier []Published) *result.Result {
	if p.Open() {
		return r
	}
	v := newEditions(r, p.Privacy, earlier).edition(p.Name)
	out := &result.Result{Program: r.Program, Clock: r.Clock, Findings: r.Findings, Profile: p.Name, Town: r.Town}
	for i := range r.Figures {
		out.Figures = append(out.Figures, v.figure(&r.Figures[i]))
	}
	out.Funnel = v.funnel(r.Funnel)
	out.TenRule = v.rule(r.TenRule, out.Figures)
	out.Checklist = v.checklist(r.Checklist, out.Figures)
	out.Attrition = v.attrition(r.Attrition)
	out.ByCohort, out.Only = v.byCohort(r.ByCohort), v.onlyOne()
	out.Grants = v.grants(r)
	untitle(r.Figures, out)
	for _, f := range r.Forecasts {
		// A forecast of people tells how many are still to come.
		if about := kpi.Find(r.Figures, f.Figure); about != nil && about.About == kpi.AboutContracts {
			out.Forecasts = append(out.Forecasts, f)
		}
	}
	return out
}

// editions is what the editions of one day may show together.
type editions struct {
	rules      setting.Privacy
	figures    []kpi.Figure
	clock      setting.Clock
	funnel     []state.StageCount
	registered int
	only       *kpi.OneCohort // the cohort to which the run is restricted; nil: everybody
	earlier    []Published
	tables     map[string]map[string]*table // by figure and edition; nil: no table
	reported   map[string]bool              // figures that a grant's form reports as they are, in the edition for it
	dropped    map[string]bool              // of class B: not told beside something that weighs more
	coarse     map[string]bool              // of class B: the outcome is told as its range
}

func newEditions(r *result.Result, rules setting.Privacy, earlier []Published) *editions {
	e := &editions{rules: rules, figures: r.Figures, clock: r.Clock, funnel: r.Funnel.Stages, earlier: earlier,
		only: r.Only, tables: map[string]map[string]*table{}, reported: reportedIn(r)}
	if n, ok := kpi.Told(r.Figures, kpi.TopicRegistered).Get(""); ok {
		e.registered = int(n)
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; !e.part() && f.Class == kpi.Attribute && f.Disclosure.Table != nil && f.Value != nil {
			e.tables[f.ID] = e.chooseTables(f)
		}
	}
	e.choose()
	return e
}

// edition is what one of them may show.
func (e *editions) edition(name string) *view { return &view{editions: e, name: name} }

// view is one edition while it is being made.
type view struct {
	*editions
	name string
}

// smallPilot reports that there are so few that only their number is told, or that a cohort or a town is too small.
func (e *editions) smallPilot() bool { return e.registered < e.rules.SmallPilot || e.partKept() }

// strict is the edition whose limits hold for amounts of persons in the edition of the name: what the council is
// shown is public where the settings do not say otherwise.
func (e *editions) strict(name string) string {
	if e.rules.CouncilIsPublic {
		return "public"
	}
	return name
}

// figure returns the copy of a figure that may be shown.
func (v *view) figure(f *kpi.Figure) kpi.Figure {
	out := *f
	out.Disclosure = kpi.Disclosure{} // it tells what each contributor adds
	out.RangeReason = lang.Text{}
	out.Unlist()
	if !f.Open.Empty() {
		out.Open = someLeftOut
	}
	switch {
	case f.Class == kpi.Accountability:
		v.accountable(f, &out)
	case v.part(): // beside the edition of everybody it would tell of the others
		withhold(&out, nil)
	case f.Class == kpi.Attribute:
		v.attribute(f, &out)
	case f.Class == kpi.Amount:
		v.amount(f, &out)
	default:
		withhold(&out, nil)
	}
	return out
}

var someLeftOut = lang.Text{JA: "誤りのある行を除いた値です。直すと値が変わることがあります",
	EN: "rows with errors are left out; the value may change once they are put right"}

// withhold takes everything out of a figure but a range in place of the value; nil: the mark. Whether there is a value
// at all is not told: that there is none would often say that there is nobody.
func withhold(out *kpi.Figure, coded *kpi.Span) {
	out.Suppressed, out.Coded, out.Value, out.Reason = true, coded, nil, kpi.Withheld
	if coded != nil {
		out.Reason = inRange
	}
	bare(out)
	out.Hidden = []string{"value", "numerator", "denominator", "n", "excluded"}
}

// bare takes out of a figure what would tell more than its value.
func bare(out *kpi.Figure) {
	out.Numerator, out.Denominator, out.N, out.Excluded = nil, nil, 0, 0
	out.Interval, out.Range, out.Parts, out.Arithmetic = nil, nil, nil, lang.Text{}
	out.Warnings, out.Open, out.RangeReason = nil, lang.Text{}, lang.Text{}
	out.Hidden = []string{"numerator", "denominator", "n", "excluded"}
}

var inRange = lang.Text{JA: "人が特定されないよう、幅で示しています", EN: "given as a range, so that nobody can be told"}

// attrition keeps where people are lost, and how many; who they are never.
func (v *view) attrition(l *state.Attrition) *state.Attrition {
	if l == nil {
		return nil
	}
	if v.smallPilot() || v.rules.Accountability != "show" {
		return &state.Attrition{Suppressed: true, Text: lang.Text{
			JA: "人が止まっている段階：" + kpi.Withheld.JA, EN: "where people are lost: " + kpi.Withheld.EN}}
	}
	out := *l
	out.Stuck, out.Exited, out.Ties = nil, nil, nil
	return &out
}
