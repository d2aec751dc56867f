package state

import (
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

// Counted is a figure that counts who has reached a stage.
type Counted struct {
	ID    string
	Stage facts.Stage
}

// Compared are the figures that are compared, each with the stage that a participant must have reached. A count counts
// residents without prior income; retention is known at the end of the cycle only.
var Compared = []Counted{
	{"training_completion_ratio", facts.TrainingCompleted},
	{"ojt_transition_ratio", facts.OJTStarted},
	{"first_income_within_cycle_ratio", facts.FirstIncome},
	{"first_income_residents", facts.FirstIncome},
	{"recurring_connection_ratio", facts.RecurringWork},
	{"retention_ratio", facts.Retained},
}

// CompareCohorts sets the cohorts of which somebody is on the cycle side by side; nil where there are fewer than two,
// and in a window that is restricted to one.
func CompareCohorts(w *kpi.Window) *Comparison {
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
		for _, f := range Compared {
			at.Figures = append(at.Figures, figureAt(w, f.ID, facts.StepOf(f.Stage), members[i], c.Day))
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
func figureAt(w *kpi.Window, id string, step facts.Step, people []*record.Participant, d int) kpi.Figure {
	none := func(reason lang.Text) kpi.Figure { return kpi.Figure{ID: id, Unit: unitAt(id), Reason: reason} }
	lack := step.Lack(w)
	if id == "ojt_transition_ratio" && lack.Empty() {
		lack = facts.StepOf(facts.TrainingCompleted).Lack(w)
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
		if among(w, id, p, d) {
			t.Add(step.ReachedBy(w, p, d), w.UseParticipant(p))
		}
	}
	f := t.Ratio(nobodyTrained)
	if id == "first_income_residents" {
		f = none(nobodyNew)
		if t.All > 0 {
			f = t.Count(lang.Text{JA: "人", EN: "people"})
		}
	}
	f.ID, f.Unit, f.Rows = id, unitAt(id), nil
	return f
}

// among reports whether the participant is one of those that a figure looks at.
func among(w *kpi.Window, id string, p *record.Participant, d int) bool {
	switch id {
	case "ojt_transition_ratio":
		return facts.StepOf(facts.TrainingCompleted).ReachedBy(w, p, d)
	case "first_income_residents":
		return kpi.Resident(p) && !p.PriorIncome.Value
	}
	return true
}

func unitAt(id string) kpi.Unit {
	if id == "first_income_residents" {
		return kpi.Count
	}
	return kpi.Ratio
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
