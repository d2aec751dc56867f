package survival

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
)

// A Subject is one stretch of follow-up, observed on the half-open interval
// (Entry, Time].
//
// Entry 0 means that the subject was followed from the origin; such a subject is
// at risk at time 0 too, so that an event on the very first day counts. Entry > 0
// is left truncation (delayed entry): the subject is at risk only at times after
// Entry, and Time must be later than Entry.
//
// Event tells how the stretch ended: true, the event happened at Time; false,
// observation ended at Time and the event had not happened (right censoring). A
// subject censored at the time of somebody else's event was still at risk then.
type Subject struct {
	Entry float64 // start of observation, >= 0
	Time  float64 // end of observation, >= 0, in the same unit
	Event bool
}

// A SubjectError reports a subject that cannot be used. No estimate is made from
// the others: leaving one out silently would change the figure.
type SubjectError struct {
	Index   int // position in the slice passed in, from 0
	Subject Subject
	Why     string
}

func (e *SubjectError) Error() string {
	return fmt.Sprintf("survival: subject %d (entry %v, time %v): %s", e.Index, e.Subject.Entry, e.Subject.Time, e.Why)
}

func check(subjects []Subject) error {
	for i, s := range subjects {
		if p := s.why(); p != "" {
			return &SubjectError{Index: i, Subject: s, Why: p}
		}
	}
	return nil
}

func (s Subject) why() string {
	switch {
	case !finite(s.Time):
		return "time is not a finite number"
	case !finite(s.Entry):
		return "entry is not a finite number"
	case s.Time < 0:
		return "time is negative"
	case s.Entry < 0:
		return "entry is negative"
	case s.Entry > 0 && s.Entry >= s.Time:
		return "entry is not before time"
	}
	return ""
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// A riskSet answers how many subjects are under observation at a time.
type riskSet struct {
	ends   []float64 // ascending
	delays []float64 // entries of the left-truncated subjects, ascending
}

func newRiskSet(subjects []Subject) riskSet {
	r := riskSet{ends: make([]float64, 0, len(subjects))}
	for _, s := range subjects {
		r.ends = append(r.ends, s.Time)
		if s.Entry > 0 {
			r.delays = append(r.delays, s.Entry)
		}
	}
	slices.Sort(r.ends)
	slices.Sort(r.delays)
	return r
}

// at counts the subjects with Entry < t <= Time.
func (r riskSet) at(t float64) int {
	gone := sort.SearchFloat64s(r.ends, t)
	notYet := len(r.delays) - sort.SearchFloat64s(r.delays, t)
	return len(r.ends) - gone - notYet
}

// A tally is what happened at one distinct time.
type tally struct {
	time     float64
	events   int
	censored int
}

// tallies groups the subjects by Time, ascending.
func tallies(subjects []Subject) []tally {
	sorted := slices.Clone(subjects)
	slices.SortFunc(sorted, func(a, b Subject) int { return cmp.Compare(a.Time, b.Time) })
	var out []tally
	for _, s := range sorted {
		if len(out) == 0 || out[len(out)-1].time != s.Time {
			out = append(out, tally{time: s.Time})
		}
		last := &out[len(out)-1]
		if s.Event {
			last.events++
		} else {
			last.censored++
		}
	}
	return out
}
