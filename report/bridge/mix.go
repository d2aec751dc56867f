package bridge

import (
	"pilot90/cohort"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// mixer makes the ledgers between the old one and the new one: with only some of the changes done.
type mixer struct {
	old, new *Side
	changes  []RowChange
	lines    []record.Line // of the old ledger
	mixed    map[Cause]*cohort.Ledger
}

// rowSteps are the causes that change rows, in the order in which they are done.
var rowSteps = []Cause{Filled, Corrected, Removed, Added}

func newMixer(old, new *Side, changes []RowChange) *mixer {
	m := &mixer{old: old, new: new, changes: changes, lines: old.Cohort.Lines(), mixed: map[Cause]*cohort.Ledger{}}
	for i, cause := range rowSteps[:len(rowSteps)-1] {
		m.mixed[cause] = m.mix(rowSteps[:i+1])
	}
	m.mixed[Added] = new.Cohort // by definition the last step leads to the new ledger itself
	return m
}

// mix returns the old ledger with the changes of some causes done. Columns that the new ledger has
// more come with the first of them, whole sheets with the rows removed or added.
func (m *mixer) mix(done []Cause) *cohort.Ledger {
	does := map[Cause]bool{}
	for _, c := range done {
		does[c] = true
	}
	replaced := map[place]*record.Line{}
	gone := map[place]bool{}
	var more []record.Line
	for _, c := range m.changes {
		switch {
		case !does[c.Kind]:
		case c.Kind == Added:
			more = append(more, *c.New)
		case c.Kind == Removed:
			gone[at(c.Old.Row)] = true
		default:
			replaced[at(c.Old.Row)] = c.New
		}
	}
	var lines []record.Line
	for _, l := range m.lines {
		switch r := replaced[at(l.Row)]; {
		case gone[at(l.Row)]:
		case r != nil:
			lines = append(lines, *r)
		default:
			lines = append(lines, l)
		}
	}
	frame := func(k schema.Key) *cohort.Ledger {
		inOld, inNew := m.old.Cohort.HasTable(k), m.new.Cohort.HasTable(k)
		switch {
		case inOld && inNew, inNew && does[Added]:
			return m.new.Cohort
		case inOld && !does[Removed]:
			return m.old.Cohort
		}
		return nil
	}
	return cohort.Mix(m.old.Cohort.Pilot, nil, frame, append(lines, more...))
}

// steps computes the figures at every step.
func (m *mixer) steps() []step {
	was, is := m.old, m.new
	steps := []step{{"", measure(was.Cohort, was.Clock, was.Cohort.Pilot)}}
	if was.Sealed {
		steps = []step{{"", told(was)}, {Definition, steps[0].figures}}
	}
	steps = append(steps,
		step{Settings, measure(was.Cohort, was.Clock, is.Cohort.Pilot)},
		step{Time, measure(was.Cohort, is.Clock, is.Cohort.Pilot)})
	for _, cause := range rowSteps {
		steps = append(steps, step{cause, measure(m.mixed[cause], is.Clock, is.Cohort.Pilot)})
	}
	if is.Sealed {
		steps = append(steps, step{Definition, told(is)})
	}
	return steps
}
