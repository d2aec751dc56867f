package rollup

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/facts"
	"pilot90/kpi/grant"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
	"pilot90/kpi/state"

	"pilot90/cohort/setting"
)

// What keeps a ledger from being handed in.
var (
	ErrNoCode = errors.New("pilot.toml gives no code of the municipality")
	ErrCode   = errors.New("the code of the municipality is none")
	ErrPlace  = errors.New("the code of the municipality is of another prefecture")
	ErrAbsurd = errors.New("the ledger has amounts or hours that no municipality has")
)

// Of is what the window hands in; r is what was computed of it. The error is one of those above: without a code
// nobody can tell who hands in.
func Of(w *kpi.Window, r *result.Result, tool string) (*Submission, error) {
	if r.Town != nil {
		w = r.Town.Hub()
	}
	program, parts := w.Pilot.Program, merge.Parts
	if t := r.Town; t != nil {
		if t.Outside {
			return nil, ErrNoCode
		}
		program.Municipality, program.Code, program.Population = t.Name, w.Pilot.Alliance.CodeOf(t.Name), 0
		program.Prefecture = "" // that of the hub; a town's own follows from its code
		parts = func(defs []kpi.Definition, w *kpi.Window, figures []kpi.Figure) []merge.Part {
			return merge.PartsOver(defs, w, figures, t.WindowOf)
		}
	}
	place, err := placeOf(program)
	if err != nil {
		return nil, err
	}
	clock := w.Clock
	s := &Submission{Schema: Schema, Marking: Marking, Municipality: place, Model: w.Pilot.Program.Model,
		AsOf: clock.AsOf.String(), Period: Period{clock.From.String(), clock.To.String(), clock.End.String()},
		FiscalYear: clock.To.FiscalYear(), Revision: 1, Definitions: kpi.Version, Tool: tool, Findings: r.Findings,
		Funnel: []Stage{}, Phases: []Phase{}, Grants: []Grant{}}
	s.SharesPractice = w.Pilot.Program.SharePractice
	if r.Town == nil {
		s.Towns = townsOf(w)
		if codes := w.Pilot.Alliance.All(); len(codes) > 1 {
			s.Alliance = &Alliance{codes, w.Pilot.Alliance.SharedIDs}
		}
		s.cohorts(w)
	} else {
		s.cohorts(r.Town.People())
	}
	targets, _ := w.Pilot.TargetsOf(clock)
	for _, p := range parts(catalog.All(), w, r.Figures) {
		_, targeted := targets[p.ID]
		f := kpi.Find(r.Figures, p.ID)
		theirs := f != nil && f.Disclosure.Titled // a name of somebody's
		if strings.HasPrefix(p.ID, catalog.MetricPrefix) && (theirs || !targeted && !catalog.FrontMetric(p.ID) &&
			!inGrant(w.Pilot, p.ID)) {
			s.MetricsKept++
			continue
		}
		s.Figures = append(s.Figures, p)
	}
	s.ways(r.Funnel)
	for i, g := range r.Grants {
		s.Grants = append(s.Grants, goals(i+1, g, r.Figures)...)
	}
	if err := s.check(); err != nil { // nobody could read it
		return nil, fmt.Errorf("%w (%w)", ErrAbsurd, err)
	}
	return s, nil
}

// townsOf are the codes of the municipalities that work through the hub of a ledger, as far as they are given; nil of
// a ledger of one municipality.
func townsOf(w *kpi.Window) []string {
	towns := kpi.Towns(w.Cohort)
	var codes []string
	for _, t := range towns {
		if code := w.Pilot.Alliance.CodeOf(t.Name); code != "" && !t.Outside {
			codes = append(codes, code)
		}
	}
	if len(codes) < 2 {
		return nil
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// placeOf is the municipality by its code, which must be of the prefecture that the settings name.
func placeOf(p setting.Program) (Municipality, error) {
	if p.Code == "" {
		return Municipality{}, ErrNoCode
	}
	m, _, ok := setting.ReadMunicipality(p.Code)
	if !ok {
		return Municipality{}, ErrCode
	}
	if p.Prefecture != "" && !strings.HasPrefix(m.Prefecture, strings.TrimRight(p.Prefecture, "都府県")) {
		return Municipality{}, ErrPlace
	}
	return Municipality{Code: m.Code, Name: p.Municipality, Prefecture: m.Prefecture, Population: p.Population}, nil
}

func inGrant(p *setting.Pilot, id string) bool {
	return slices.ContainsFunc(p.Grants, func(g setting.Grant) bool {
		return slices.ContainsFunc(g.KPIs, func(k setting.GrantKPI) bool { return k.Figure == id })
	})
}

// ways takes in the funnel.
func (s *Submission) ways(f state.Funnel) {
	for _, st := range f.Stages {
		s.Funnel = append(s.Funnel, Stage{string(st.Stage), merge.Words{JA: st.Title.JA, EN: st.Title.EN}, st.Count})
	}
	for _, p := range f.Phases {
		s.Phases = append(s.Phases, Phase{facts.PhaseKey(p.Phase), merge.Words{JA: p.Title.JA, EN: p.Title.EN}, p.Entered,
			p.MovedOn, p.Left, p.Now})
	}
}

// cohorts takes in those that have as many people as a pilot whose outcomes are told.
func (s *Submission) cohorts(w *kpi.Window) {
	all, unnamed := state.CohortsByDay(catalog.All(), w)
	s.CohortsRest = unnamed
	for _, c := range all {
		if c.People < w.Pilot.Privacy.SmallPilot {
			s.CohortsRest += c.People
			continue
		}
		told := Cohort{First: c.First.String(), People: c.People, Length: w.Pilot.Cycle.Length(), Days: []CohortDay{}}
		for _, d := range c.Days {
			day := CohortDay{Day: d.Day, Figures: []CohortHits{}}
			for _, f := range d.Figures {
				if hits, of, ok := hitsOf(&f); ok {
					day.Figures = append(day.Figures, CohortHits{f.ID, hits, of})
				}
			}
			told.Days = append(told.Days, day)
		}
		s.Cohorts = append(s.Cohorts, told)
	}
}

// hitsOf is how many of how many a figure of a cohort counts; false where it is not known.
func hitsOf(f *kpi.Figure) (hits, of int, ok bool) {
	switch {
	case f.Value == nil:
		return 0, 0, false
	case f.Unit == kpi.Count:
		return int(*f.Value), f.N, true
	}
	return int(*f.Numerator), int(*f.Denominator), true
}

// goals are the indicators of a grant that are figures. One that is entered by hand has words of its own and stays.
func goals(number int, g grant.Report, figures []kpi.Figure) []Grant {
	var all []Grant
	for _, i := range g.Indicators {
		f := kpi.Find(figures, i.Figure)
		if f == nil || i.ByHand || f.Disclosure.Titled {
			continue
		}
		all = append(all, Grant{Grant: number, Figure: f.ID, Title: merge.Words{JA: f.Title.JA, EN: f.Title.EN},
			Unit: f.Unit, FiscalYear: g.FiscalYear, Flow: i.Flow, Lower: i.Lower, Baseline: i.Baseline, Target: i.Target,
			Actual: i.Actual})
	}
	return all
}
