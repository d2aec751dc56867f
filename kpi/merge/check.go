package merge

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// mostRecords is more records than a municipality has behind one figure: what says more is no part of one.
const mostRecords = 10_000_000

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
	return p.checkParts()
}

func negative(n int) bool { return n < 0 }

func (p *Part) checkParts() error {
	last, subjects := -1.0, 0
	for _, t := range p.Times {
		if !(t.Days > last) || t.Days != math.Trunc(t.Days) || t.Events < 0 || t.Censored < 0 || t.Entries != 0 {
			return fmt.Errorf("event table: %v after %v days", t, last)
		}
		last, subjects = t.Days, subjects+t.Events+t.Censored
		if subjects > mostRecords {
			return fmt.Errorf("event table: more than %d", mostRecords)
		}
	}
	if p.Table == nil {
		return nil
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
		if c[0] <= last || c[1] <= 0 || c[1] > mostRecords {
			return fmt.Errorf("bins: %v", c)
		}
		last, n = c[0], n+c[1]
	}
	if !(b.Width > 0) || n > mostRecords {
		return fmt.Errorf("bins of %v with %d values", b.Width, n)
	}
	return nil
}
