// Package bridge turns two states of a ledger, or of what was told of it, into the rows that
// differ and, for every figure, the steps that lead from the old value to the new one.
//
// The one idea: nothing is estimated. The figures are computed again and again while one thing
// after the other is replaced: the settings, the date, cells that were filled in, names, cells that were
// corrected, rows that a finding takes out or lets in, rows removed, rows added. Each step's change is the difference
// of two computed
// values, so the steps add up to the whole by construction. The order is fixed and is said,
// because another order would share the change out otherwise.
//
// The same steps at the old date say what of the past was told otherwise then: see Restatement.
// The package knows no file and prints names of rows as the ledger has them: what it says is for
// the people who keep the ledger.
package bridge

import (
	"maps"
	"math"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Side is one of the two things compared.
type Side struct {
	Name        string          // as the user gave it
	Told        *result.Printed // the figures, as an edition told them or as computed now
	Sealed      bool            // Told was told earlier, by a tool that may have been another
	Disclosed   bool            // Told leaves the hub: it hides and rounds, so steps cannot begin at it
	Cohort      *cohort.Ledger  // nil: only what was told is left
	Clock       setting.Clock
	Tool        string // version, where it is known
	Definitions string // version, where it is known
}

// Cause is why a figure changes from one step to the next.
type Cause string

// The causes in the order of the steps. Rows stands for everything from Filled to Late where the
// rows of one side are not there to tell them apart; Numerator and Denominator share out the
// change of a ratio where the rows of neither are.
const (
	Definition  Cause = "definition"
	Settings    Cause = "settings"
	Time        Cause = "time"
	Filled      Cause = "filled"    // a blank of a record, as the date on which a task was paid
	Renamed     Cause = "renamed"   // an id or a name, while all else agrees
	Corrected   Cause = "corrected" // also the blank of a standing row that meant something: a contract's end
	Rule        Cause = "rule"      // a finding that came or went: the row left the figures, or came into them
	Removed     Cause = "removed"
	Added       Cause = "added"
	Late        Cause = "late" // added, and seen from a date on which it should have been there
	Rows        Cause = "rows"
	Numerator   Cause = "numerator"
	Denominator Cause = "denominator"
)

// Result is everything that differs.
type Result struct {
	Old, New *Side
	Rows     []RowChange // nil when the rows of a side are not there
	HasRows  bool
	Bridges  []Bridge
	Hidden   []string // figures that one of the sides does not tell
	Restated Restatement
	Alarms   []Alarm // what whoever compares found of editions that left the hub
}

// Alarm is one number of a sealed edition that left the hub, which the ledger gives otherwise today.
type Alarm struct {
	Edition string   `json:"edition"`
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Field   string   `json:"field"` // value, n, numerator …
	Old     *float64 `json:"old"`
	New     *float64 `json:"new"`
	Causes  []Cause  `json:"causes"`
	Rows    []string `json:"rows"` // with their cells, in words
}

// Bridge leads from the old value of a figure to the new one.
type Bridge struct {
	ID       string
	Title    lang.Text
	Unit     kpi.Unit
	Old, New Point
	Terms    []Term // those that change nothing are left out; empty when a side has no value
}

// Point is a figure as it stands at one step.
type Point struct {
	Value, Numerator, Denominator *float64
	N                             *int
	Reason                        lang.Text
	Hidden                        bool
}

// Term is one step. From and To are the values before and after it, unrounded. A step at which
// there is no value is joined to the next, so a term can have several causes.
type Term struct {
	Causes []Cause
	From   float64
	To     float64
	At     Point // after the step
}

// Compare finds what differs between two sides.
func Compare(was, is *Side) *Result {
	r := &Result{Old: was, New: is}
	var steps []step
	switch {
	case was.Cohort != nil && is.Cohort != nil:
		r.Rows, r.HasRows = Match(was.Cohort, is.Cohort), true
		m := newMixer(was, is, r.Rows)
		steps = m.steps()
		r.Restated = m.restated()
	case is.Cohort != nil:
		past := measure(is.Cohort, was.Clock, is.Cohort.Pilot)
		steps = []step{{"", told(was)}, {Rows, past}, {Time, measure(is.Cohort, is.Clock, is.Cohort.Pilot)}}
		r.Restated = toldOtherwise(was, past)
	case was.Cohort != nil:
		steps = []step{{"", measure(was.Cohort, was.Clock, was.Cohort.Pilot)},
			{Time, measure(was.Cohort, is.Clock, was.Cohort.Pilot)}, {Rows, told(is)}}
	default:
		steps = []step{{"", told(was)}, {Numerator, between(told(was), told(is))}, {Denominator, told(is)}}
	}
	for _, id := range ids(steps) {
		r.bridge(id, steps)
	}
	return r
}

// bridge adds the bridge of one figure if anything about its value changes on the way.
func (r *Result) bridge(id string, steps []step) {
	first, last := steps[0].figures.at(id), steps[len(steps)-1].figures.at(id)
	if first.Hidden || last.Hidden {
		r.Hidden = append(r.Hidden, id)
		return
	}
	if isPlanned(id) && (first.Value == nil || last.Value == nil) && !toldPlans(steps) {
		return
	}
	b := Bridge{ID: id, Old: first.Point, New: last.Point}
	for _, s := range steps {
		if f, ok := s.figures[id]; ok {
			b.Title, b.Unit = f.Title, f.Unit
		}
	}
	if first.Value != nil && last.Value != nil {
		b.New.Value = new(snap(*last.Value, *first.Value))
		b.Terms = terms(id, steps, *first.Value, *b.New.Value)
	}
	if len(b.Terms) > 0 || (first.Value == nil) != (last.Value == nil) {
		r.Bridges = append(r.Bridges, b)
	}
}

// toldPlans reports that both ends tell what was planned.
func toldPlans(steps []step) bool {
	for _, s := range []step{steps[0], steps[len(steps)-1]} {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(s.figures)), isPlanned) {
			return false
		}
	}
	return true
}

// terms are the changes from step to step; a step without a value waits for the next that has one.
func terms(id string, steps []step, first, last float64) []Term {
	var out []Term
	var waiting []Cause
	from := first
	for _, s := range steps[1:] {
		at := s.figures.at(id).Point
		waiting = append(waiting, s.cause)
		if at.Value == nil {
			continue
		}
		to := snap(*at.Value, last, from, first)
		if to != from {
			out = append(out, Term{Causes: waiting, From: from, To: to, At: at})
		}
		from, waiting = to, nil
	}
	return out
}

// snap returns the first of the values that v differs from in no more than the last bits: the same
// rows added up in another order are no change.
func snap(v float64, to ...float64) float64 {
	for _, t := range to {
		if math.Abs(v-t) <= 1e-12*max(math.Abs(v), math.Abs(t)) {
			return t
		}
	}
	return v
}

// ids are the figures of all steps, in the order of the first step that has them.
func ids(steps []step) []string {
	var all []string
	seen := map[string]bool{}
	for _, s := range steps {
		for _, id := range s.figures.order() {
			if !seen[id] {
				seen[id] = true
				all = append(all, id)
			}
		}
	}
	return all
}
