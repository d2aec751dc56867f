package state

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Comparison is the cohorts of a ledger side by side at the same day of the cycle: what had happened to each
// participant by the end of that day of their own cycle. It looks at everybody who is on the cycle at E, in whatever
// period the cycle lies.
type Comparison struct {
	Day     int // 1 to the length of the cycle: the last day that everybody in every cohort has come to
	Length  int // of the cycle
	Cohorts []CohortAt
	Unnamed int // on the cycle, in no cohort, and not counted here
	LeftOut int // cohorts that are there and may not be shown
}

// CohortAt is one cohort at the day of the comparison.
type CohortAt struct {
	Name        string
	Named       bool     // the name is, or holds, that of somebody in the ledger
	First, Last cell.Day // of its start dates
	Passed      int      // day of the cycle of who started last, at E; it may be beyond the cycle
	People      int
	Figures     []kpi.Figure // those of Compared, in its order; ID and value, no title
	Funnel      Funnel
}

// Compared are the figures that count who has come to a stage, in the order of stages, a share before a number.
// Retention is known at the end of the cycle only.
func Compared(defs []kpi.Definition) []kpi.Definition {
	all := slices.DeleteFunc(slices.Clone(defs), func(d kpi.Definition) bool { return d.Reach == nil })
	stage := func(d kpi.Definition) int {
		return slices.IndexFunc(facts.Steps, func(s facts.Step) bool { return s.Stage == d.Reach.Stage })
	}
	slices.SortStableFunc(all, func(a, b kpi.Definition) int {
		if a.Reach.Newcomers != b.Reach.Newcomers && stage(a) == stage(b) {
			return map[bool]int{true: 1, false: -1}[a.Reach.Newcomers]
		}
		return cmp.Compare(stage(a), stage(b))
	})
	return all
}

// CompareCohorts sets the cohorts of which somebody is on the cycle side by side; nil where there are fewer than two,
// and in a window that is restricted to one.
func CompareCohorts(defs []kpi.Definition, w *kpi.Window) *Comparison {
	if w.Only != nil {
		return nil
	}
	c := &Comparison{Length: w.Pilot.Cycle.Length()}
	c.Day = c.Length
	byKey, names := w.OnCycleByCohort(), w.Naming()
	c.Unnamed = len(byKey[""])
	var members [][]*record.Participant
	for _, named := range kpi.Cohorts(w.Cohort) {
		in := byKey[named.Key]
		if len(in) == 0 {
			continue
		}
		at := CohortAt{Name: named.Name, Named: names(named.Name), People: len(in), First: in[0].StartDate.Value}
		for _, p := range in {
			at.First, at.Last = min(at.First, p.StartDate.Value), max(at.Last, p.StartDate.Value)
		}
		at.Passed = int(w.Clock.At()-at.Last) + 1
		c.Day = min(c.Day, at.Passed)
		c.Cohorts, members = append(c.Cohorts, at), append(members, in)
	}
	if len(c.Cohorts) < 2 {
		return nil
	}
	for i := range c.Cohorts {
		at := &c.Cohorts[i]
		for _, f := range Compared(defs) {
			at.Figures = append(at.Figures, figureAt(w, &f, members[i], c.Day))
		}
		at.Funnel = funnelAt(w, members[i], c.Day)
	}
	return c
}

var (
	nobodyTrained = lang.Text{JA: "この日までに研修を修了した人がいません", EN: "nobody had completed training by that day"}
	nobodyNew     = lang.Text{JA: "過去の収入がない住民がいません", EN: "there are no residents without prior income"}
	notOverYet    = lang.Text{JA: "サイクルがまだ終わっていないため、比べられません", EN: "not to be compared before the cycle is over"}
)

// figureAt is a figure over the people of a cohort with what had happened by the end of day d of each one's cycle.
// Training counts up to the end of its own phase.
func figureAt(w *kpi.Window, of *kpi.Definition, people []*record.Participant, d int) kpi.Figure {
	step := facts.StepOf(of.Reach.Stage)
	none := func(reason lang.Text) kpi.Figure { return kpi.Figure{ID: of.ID, Unit: of.Unit, Reason: reason} }
	lack := step.Lack(w)
	if of.Reach.Of != "" && lack.Empty() {
		lack = facts.StepOf(of.Reach.Of).Lack(w)
	}
	switch {
	case !lack.Empty():
		return none(lack)
	case step.Stage == facts.Retained && d < w.Pilot.Cycle.Length():
		return none(notOverYet)
	case step.Stage == facts.TrainingCompleted:
		d = min(d, w.Pilot.Cycle.Training)
	}
	var t kpi.Tally
	for _, p := range people {
		if among(w, of.Reach, p, d) {
			t.Add(step.ReachedBy(w, p, d), w.UseParticipant(p))
		}
	}
	f := t.Ratio(nobodyTrained)
	if of.Reach.Newcomers {
		f = none(nobodyNew)
		if t.All > 0 {
			f = t.Count(lang.Text{JA: "人", EN: "people"})
		}
	}
	f.ID, f.Unit, f.Rows = of.ID, of.Unit, nil
	return f
}

// among reports whether the participant is one of those that a figure looks at.
func among(w *kpi.Window, of *kpi.Reach, p *record.Participant, d int) bool {
	if of.Newcomers && (!kpi.Resident(p) || p.PriorIncome.Value) {
		return false
	}
	return of.Of == "" || facts.StepOf(of.Of).ReachedBy(w, p, d)
}

// funnelAt is the funnel and the flow through the phases of some people at the end of day d of each one's cycle.
func funnelAt(w *kpi.Window, people []*record.Participant, d int) Funnel {
	var f Funnel
	for _, s := range facts.Steps {
		c := StageCount{Stage: s.Stage, Title: s.Title, Reason: s.Lack(w)}
		switch {
		case !c.Reason.Empty():
		case s.Stage == facts.Retained && d < w.Pilot.Cycle.Length():
			c.Reason = notOverYet
		default:
			c.Count = new(len(kpi.Where(people, func(p *record.Participant) bool { return s.ReachedBy(w, p, d) })))
		}
		f.Stages = append(f.Stages, c)
	}
	f.Phases = phaseFlows(w, people, func(p *record.Participant) cell.Day { return kpi.CycleDate(p, d) })
	f.Refused = flowFault(f.Phases, len(people))
	return f
}

// Figure returns the figure of the cohort with the id, or nil.
func (c *CohortAt) Figure(id string) *kpi.Figure { return kpi.Find(c.Figures, id) }

// Has reports whether any cohort has a value of the figure.
func (c *Comparison) Has(id string) bool {
	return slices.ContainsFunc(c.Cohorts, func(at CohortAt) bool {
		f := at.Figure(id)
		return f != nil && f.Value != nil
	})
}
