package state

import (
	"fmt"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Funnel counts the participants whose cycle overlaps the period by stage, and their exits by phase, as of E.
// The stages are facts of their own, not subsets of each other; entered = left + now adds up by phase.
// Refused, when not empty, says why nothing may be printed: the flow did not add up. Notes say what
// the flow by phase takes for granted.
type Funnel struct {
	Stages  []StageCount
	Phases  []PhaseFlow
	Refused lang.Text
	Notes   []lang.Text
}

// StageCount is how many participants have ever reached the stage by A, or why that is not
// known.
type StageCount struct {
	Stage  facts.Stage
	Title  lang.Text
	Count  *int
	Reason lang.Text
	Notes  []lang.Text // what Count takes for granted

	Suppressed bool      // there is a count, and it may not be shown
	Coded      *kpi.Span // the range that is shown in its place; nil: none
}

// PhaseFlow is the traffic of one phase of the cycle by A: Entered = MovedOn + Left + Now.
// After the cycle nobody moves on.
type PhaseFlow struct {
	Phase   setting.Phase
	Title   lang.Text
	Entered int
	MovedOn int
	Left    int // exit_date ≤ A in this phase
	Now     int // still here at A
}

// BuildFunnel counts the funnel at A and checks that its flow adds up.
func BuildFunnel(w *kpi.Window) Funnel {
	people := w.InCycle()
	f := Funnel{Stages: make([]StageCount, 0, len(facts.Steps))}
	for _, s := range facts.Steps {
		f.Stages = append(f.Stages, countStage(w, s, people))
	}
	if w.Present(schema.Participants) && w.Has(kpi.StartColumn) {
		onCycle := kpi.Where(people, func(p *record.Participant) bool { return p.StartDate.Known })
		f.Phases = phaseFlows(w, onCycle, func(*record.Participant) cell.Day { return w.Clock.At() })
		f.Refused = flowFault(f.Phases, len(onCycle))
	}
	if w.Present(schema.Participants) {
		f.Notes = w.Assumptions([]kpi.Column{{Table: schema.Participants, Key: "exit_date"}, kpi.StartColumn})
	}
	if !f.Refused.Empty() {
		f.Stages, f.Phases, f.Notes = nil, nil, nil
	}
	return f
}

func countStage(w *kpi.Window, s facts.Step, people []*record.Participant) StageCount {
	c := StageCount{Stage: s.Stage, Title: s.Title, Reason: s.Lack(w)}
	if !c.Reason.Empty() {
		return c
	}
	n := 0
	for _, p := range people {
		if s.Reached(w, p) {
			n++
		}
	}
	c.Count, c.Notes = &n, w.Assumptions(slices.Concat(s.Columns, s.Assumes))
	return c
}

// phaseFlows follows every participant from day 1 to the exit or to a day of E or before. An exit before day 1
// counts as one in the first phase.
func phaseFlows(w *kpi.Window, people []*record.Participant, until func(*record.Participant) cell.Day) []PhaseFlow {
	flows := make([]PhaseFlow, 0, 4)
	for ph := setting.TrainingPhase; ph <= setting.After; ph++ {
		flows = append(flows, PhaseFlow{Phase: ph, Title: facts.PhaseTitle(ph)})
	}
	for _, p := range people {
		end, gone := lastDay(w, p, until(p))
		last := int(phaseOn(w, p, end) - setting.TrainingPhase)
		for i := range flows[:last+1] {
			flows[i].Entered++
		}
		for i := range flows[:last] {
			flows[i].MovedOn++
		}
		if gone {
			flows[last].Left++
		} else {
			flows[last].Now++
		}
	}
	return flows
}

// lastDay is the exit date, or the day until which is looked for who is still there then.
func lastDay(w *kpi.Window, p *record.Participant, until cell.Day) (day cell.Day, gone bool) {
	if d, gone := w.Exit(p); gone && d <= until {
		return d, true
	}
	return until, false
}

func phaseOn(w *kpi.Window, p *record.Participant, date cell.Day) setting.Phase {
	c := w.Pilot.Cycle
	return max(c.Phase(c.Day(p.StartDate.Value, date)), setting.TrainingPhase)
}

// flowFault checks the flow: what entered a phase moved on, left or is there now; what moved
// on entered the next one; and all who enrolled have left or are here now.
func flowFault(flows []PhaseFlow, enrolled int) lang.Text {
	gone, here := 0, 0
	next := enrolled
	for _, f := range flows {
		if f.Entered != next || f.Entered != f.MovedOn+f.Left+f.Now {
			return unbalanced(f.Title, f.Entered, f.MovedOn+f.Left+f.Now)
		}
		gone, here, next = gone+f.Left, here+f.Now, f.MovedOn
	}
	if enrolled != gone+here {
		return unbalanced(lang.Text{JA: "全体", EN: "all"}, enrolled, gone+here)
	}
	return lang.Text{}
}

func unbalanced(where lang.Text, entered, out int) lang.Text {
	return lang.Text{
		JA: fmt.Sprintf("人数の出入りが合わないため表示しません（%s：入った人 %d、離脱と在籍の計 %d）", where.JA, entered, out),
		EN: fmt.Sprintf("not shown: the flow of people does not add up (%s: %d entered, %d left or are here)", where.EN,
			entered, out),
	}
}
