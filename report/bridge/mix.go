package bridge

import (
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// mixer makes the ledgers between the old one and the new one: with only some of the changes done.
type mixer struct {
	old, new *Side
	changes  []RowChange
	lines    []record.Line  // of the old ledger
	first    *cohort.Ledger // the old ledger, which the steps begin at
	mixed    map[Cause]*cohort.Ledger
}

// rowSteps are the causes that change rows, in the order in which they are done.
var rowSteps = []Cause{Renamed, Filled, Corrected, Rule, Removed, Added}

func newMixer(old, new *Side, changes []RowChange) *mixer {
	m := &mixer{old: old, new: new, changes: changes, lines: old.Cohort.Lines(), first: old.Cohort,
		mixed: map[Cause]*cohort.Ledger{}}
	last := old.Cohort
	for i, cause := range rowSteps[:len(rowSteps)-1] {
		if m.does(cause) || cause == Filled && !sameColumns(old.Cohort, new.Cohort) {
			last = m.mix(rowSteps[:i+1])
		}
		m.mixed[cause] = last
	}
	m.mixed[Added] = new.Cohort // by definition the last step leads to the new ledger itself
	return m
}

// does reports whether a row changes for the cause.
func (m *mixer) does(cause Cause) bool {
	return slices.ContainsFunc(m.changes, func(c RowChange) bool {
		return c.Kind == cause || cause == Renamed && c.called != nil
	})
}

// sameColumns reports whether the ledgers have the same tables and columns, so that a step that changes no row
// changes nothing.
func sameColumns(a, b *cohort.Ledger) bool {
	return !slices.ContainsFunc(schema.Tables(), func(t *schema.Table) bool {
		return a.HasTable(t.Key) != b.HasTable(t.Key) || slices.ContainsFunc(t.Columns, func(c schema.Column) bool {
			return a.HasColumn(t.Key, c.Key) != b.HasColumn(t.Key, c.Key)
		})
	})
}

// stepwise computes the figures after each cause of rows; a step at which the ledger stays as it was costs nothing.
func (m *mixer) stepwise(from figures, clock setting.Clock, pilot *setting.Pilot, name func(Cause) Cause) []step {
	var steps []step
	last := m.first
	for _, cause := range rowSteps {
		if now := m.mixed[cause]; now != last {
			from, last = measure(now, clock, pilot), now
		}
		steps = append(steps, step{name(cause), from})
	}
	return steps
}

// asIs names a cause as it is; late names rows added as late entries.
func asIs(c Cause) Cause { return c }

func late(c Cause) Cause {
	if c == Added {
		return Late
	}
	return c
}

// mix returns the old ledger with the changes of some causes done. Columns that the new ledger has more come with what
// is filled in, whole sheets with the rows removed or added. A row that is called otherwise and changed besides changes
// in two steps, so that it is never of an id that nobody has.
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
		case !does[c.Kind] && does[Renamed] && c.called != nil:
			replaced[at(c.Old.Row)] = c.called
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
		case inOld && inNew && !does[Filled]:
			return m.old.Cohort
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
	if was.Sealed && !was.Disclosed {
		steps = []step{{"", told(was)}, {Definition, steps[0].figures}}
	}
	steps = append(steps,
		step{Settings, measure(was.Cohort, was.Clock, is.Cohort.Pilot)},
		step{Time, measure(was.Cohort, is.Clock, is.Cohort.Pilot)})
	steps = append(steps, m.stepwise(steps[len(steps)-1].figures, is.Clock, is.Cohort.Pilot, asIs)...)
	if is.Sealed && !is.Disclosed {
		steps = append(steps, step{Definition, told(is)})
	}
	return steps
}
