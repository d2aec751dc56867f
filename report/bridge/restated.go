package bridge

import (
	"reflect"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Restatement is what the new ledger says otherwise about the time up to the old as-of date: the
// figures as of that date, and the months that had ended by then. Time passing is no part of it,
// since nothing after that date is looked at.
type Restatement struct {
	AsOf    cell.Day // of the old side
	Closed  bool     // the old side's period had ended by its as-of date
	Figures []RestatedFigure
	Months  []RestatedMonth
	// Moved are the causes at whose steps some number of a figure changes, be it beside the value: numerator,
	// denominator, n.
	Moved map[string][]Cause
}

// RestatedFigure is a figure as of the old date, as it was and as the new ledger gives it.
type RestatedFigure struct {
	Bridge
	Rows []int // which of Result.Rows are among those the figure rests on
}

// RestatedMonth is one calendar month that had ended by the old as-of date.
type RestatedMonth struct {
	First    cell.Day
	Measures []MonthMeasure
	Rows     []int // which of Result.Rows concern the month
}

// MonthMeasure is one sum over a month: tasks (count), hours, pay (yen, by work date), paid (yen,
// by payment date), revenue (yen).
type MonthMeasure struct {
	Name  string
	Unit  kpi.Unit
	Terms []Term
	Old   float64
	New   float64
}

// LateOnly reports that all of it is due to rows that came late and blanks that were filled in.
func (r *Restatement) LateOnly() bool {
	other := func(terms []Term) bool {
		return len(terms) == 0 || slices.ContainsFunc(terms, func(t Term) bool {
			return slices.ContainsFunc(t.Causes, func(c Cause) bool { return c != Filled && c != Late })
		})
	}
	return !slices.ContainsFunc(r.Figures, func(f RestatedFigure) bool { return other(f.Terms) }) &&
		!slices.ContainsFunc(r.Months, func(m RestatedMonth) bool {
			return slices.ContainsFunc(m.Measures, func(m MonthMeasure) bool { return other(m.Terms) })
		})
}

// Empty reports that nothing was told otherwise.
func (r *Restatement) Empty() bool { return len(r.Figures)+len(r.Months) == 0 }

// restated computes everything at the old date: what was told, the old rows under the definitions of today, the
// rows changed cause by cause, and the new settings. The targets stay those of the old side.
func (m *mixer) restated() Restatement {
	r := m.restatedFigures()
	r.Months = m.months(m.changes)
	return r
}

func (m *mixer) restatedFigures() Restatement {
	clock, pilot := m.old.Clock, m.old.Cohort.Pilot
	r := Restatement{AsOf: clock.AsOf, Closed: clock.End <= clock.AsOf}
	steps := []step{{"", measure(m.old.Cohort, clock, pilot)}}
	first := steps[0].figures
	if m.old.Sealed && !m.old.Disclosed {
		steps = []step{{"", told(m.old)}, {Definition, first}}
	}
	steps = append(steps, m.stepwise(first, clock, pilot, late)...)
	now := *m.new.Cohort.Pilot
	now.Targets = pilot.Targets
	last := steps[len(steps)-1].figures
	if !reflect.DeepEqual(counting(&now), counting(pilot)) {
		last = measure(m.new.Cohort, clock, &now)
		steps = append(steps, step{Settings, last})
	}
	var found Result
	r.Moved = map[string][]Cause{}
	for _, id := range ids(steps) {
		found.bridge(id, steps)
		for i := range steps[1:] {
			if !sameNumbers(steps[i].figures.at(id).Point, steps[i+1].figures.at(id).Point) {
				r.Moved[id] = append(r.Moved[id], steps[i+1].cause)
			}
		}
	}
	for _, b := range found.Bridges {
		if NothingYet(b.Old, b.New) {
			continue
		}
		was, is := first.at(b.ID), last.at(b.ID)
		touched := touching(m.changes, was.uses(), is.uses())
		if isPlanned(b.ID) {
			touched = inTable(m.changes, schema.Budget)
		}
		r.Figures = append(r.Figures, RestatedFigure{b, ofCauses(m.changes, touched, b.Terms)})
	}
	return r
}

// NothingYet reports that of two points one has no value and the other a 0 that rests on no record: up to that day
// nothing was written in either. A sheet that is begun later makes 0 of "no data".
func NothingYet(a, b Point) bool {
	empty := func(p Point) bool { return p.Value != nil && *p.Value == 0 && (p.N == nil || *p.N == 0) }
	return !a.Hidden && !b.Hidden && (a.Value == nil && empty(b) || b.Value == nil && empty(a))
}

// sameNumbers reports that two points tell the same numbers, but for the last bits.
func sameNumbers(a, b Point) bool {
	same := func(a, b *float64) bool { return a == b || a != nil && b != nil && snap(*a, *b) == *b }
	n := func(p Point) int {
		if p.N == nil {
			return -1
		}
		return *p.N
	}
	return same(a.Value, b.Value) && same(a.Numerator, b.Numerator) && same(a.Denominator, b.Denominator) && n(a) == n(b)
}

// counting are the settings that figures are computed by; targets are no part of them.
func counting(p *setting.Pilot) []any {
	return []any{p.Program, p.Cycle, p.TenRule, p.Settings, p.Wages}
}

// toldOtherwise holds what was told against what the new ledger gives at the old date, when the
// old rows are not there.
func toldOtherwise(old *Side, past figures) Restatement {
	r := Restatement{AsOf: old.Clock.AsOf, Closed: old.Clock.End <= old.Clock.AsOf}
	var found Result
	steps := []step{{"", told(old)}, {Rows, past}}
	for _, id := range ids(steps) {
		found.bridge(id, steps)
	}
	for _, b := range found.Bridges {
		r.Figures = append(r.Figures, RestatedFigure{Bridge: b})
	}
	return r
}

type place struct {
	file, sheet string
	row         int
}

func at(r record.Row) place { return place{r.Source.File, r.Source.Sheet, r.Number} }

// touching returns which changes are of cells that a figure rests on, before or after, or of rows
// that came into it or left it.
func touching(rows []RowChange, before, after []kpi.RowUse) []int {
	was, is := used(before), used(after)
	var out []int
	for i, c := range rows {
		hit := func(line *record.Line, places map[place][]int, col func(CellChange) int) bool {
			if line == nil {
				return false
			}
			columns, ok := places[at(line.Row)]
			return ok && (c.Old == nil || c.New == nil || c.Moved || slices.ContainsFunc(c.differ, func(cell CellChange) bool {
				return slices.Contains(columns, col(cell))
			}))
		}
		if hit(c.Old, was, func(c CellChange) int { return c.OldCol }) ||
			hit(c.New, is, func(c CellChange) int { return c.NewCol }) {
			out = append(out, i)
		}
	}
	return out
}

// inTable returns which changes are of rows of the table.
func inTable(rows []RowChange, table schema.Key) []int {
	var out []int
	for i, c := range rows {
		if c.Table == table {
			out = append(out, i)
		}
	}
	return out
}

// ofCauses keeps the rows whose kind of change is a cause of one of the terms. Without terms all
// are kept: a value came or went.
func ofCauses(rows []RowChange, indexes []int, terms []Term) []int {
	return slices.DeleteFunc(indexes, func(i int) bool {
		return len(terms) > 0 && !slices.ContainsFunc(terms, func(t Term) bool {
			return slices.Contains(t.Causes, late(rows[i].Kind))
		})
	})
}

// used are the columns that a figure uses of each row.
func used(uses []kpi.RowUse) map[place][]int {
	m := map[place][]int{}
	for _, u := range uses {
		m[at(u.Row)] = append(m[at(u.Row)], u.Columns...)
	}
	return m
}
