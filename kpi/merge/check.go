package merge

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// mostRecords is more records than a municipality has behind one figure: what says more is no part of one.
const mostRecords = 10_000_000

// Bounds of what a part may hold: numbers that no municipality reaches would make a sum that is no number, and spells
// as
// many as these would take the memory for everything else.
const (
	mostNumber   = 1e15
	mostSubjects = 200_000
	mostRows     = 1000
	mostDays     = 100_000 // 270 years
)

// Check says what does not hold together in a part that came from elsewhere: counts below zero, bins without a width,
// times out of order. A part that passes can be pooled without a panic and within bounds.
func (p *Part) Check() error {
	switch {
	case p.N < 0 || p.Exclude < 0 || p.N > mostRecords:
		return fmt.Errorf("n %d, excluded %d", p.N, p.Exclude)
	case p.Value == nil && p.Missing == "" || p.Value != nil && p.Missing != "":
		return errors.New("neither a value nor a reason, or both")
	}
	if t := p.Terms; t != nil {
		if slices.ContainsFunc(t.Known, negative) || slices.ContainsFunc(t.Claimed[:], negative) ||
			t.Trials && (t.Numerator < 0 || t.Numerator > t.Denominator || t.Denominator > mostRecords) {
			return fmt.Errorf("terms %v", *t)
		}
	}
	if err := p.Bins.check(); err != nil {
		return err
	}
	for _, v := range p.numbers() {
		if !(math.Abs(v) <= mostNumber) {
			return fmt.Errorf("the number %v", v)
		}
	}
	return p.checkParts()
}

// numbers are all of the part that are added up.
func (p *Part) numbers() []float64 {
	var all []float64
	add := func(v *float64) {
		if v != nil {
			all = append(all, *v)
		}
	}
	add(p.Value)
	add(p.Sum)
	if t := p.Terms; t != nil {
		all = append(all, t.Numerator, t.Denominator)
		for _, key := range slices.Sorted(maps.Keys(t.More)) {
			all = append(all, t.More[key])
		}
	}
	for _, b := range p.Beside {
		add(b.Value)
	}
	if p.Table != nil {
		for _, r := range p.Table.Rows {
			for _, v := range r.Values {
				add(v)
			}
		}
	}
	return all
}

func negative(n int) bool { return n < 0 }

func (p *Part) checkParts() error {
	last, subjects := -1.0, 0
	for _, t := range p.Times {
		if !(t.Days > last) || t.Days != math.Trunc(t.Days) || t.Events < 0 || t.Censored < 0 || t.Entries != 0 {
			return fmt.Errorf("event table: %v after %v days", t, last)
		}
		last, subjects = t.Days, subjects+t.Events+t.Censored
		if t.Days > mostDays || subjects > mostSubjects {
			return fmt.Errorf("event table: %v days, more than %d", t.Days, mostSubjects)
		}
	}
	if p.Table == nil {
		return nil
	}
	if len(p.Table.Rows) > mostRows || len(p.Table.Columns) > mostRows {
		return fmt.Errorf("a table of %d rows and %d columns", len(p.Table.Rows), len(p.Table.Columns))
	}
	seen := map[string]bool{}
	for _, r := range p.Table.Rows {
		if seen[r.Key] || len(r.Values) != len(p.Table.Columns) {
			return fmt.Errorf("group %q stands twice or has %d of %d columns", r.Key, len(r.Values), len(p.Table.Columns))
		}
		seen[r.Key] = true
		if err := r.Bins.check(); err != nil {
			return err
		}
	}
	return nil
}

func (b *Bins) check() error {
	if b == nil {
		return nil
	}
	last, n := math.MinInt, 0
	for _, c := range b.Counts {
		if c[0] <= last || c[0] > mostRecords || c[0] < -mostRecords || c[1] <= 0 || c[1] > mostRecords {
			return fmt.Errorf("bins: %v", c)
		}
		last, n = c[0], n+c[1]
	}
	if !(b.Width > 0) || n > mostRecords {
		return fmt.Errorf("bins of %v with %d values", b.Width, n)
	}
	return nil
}
