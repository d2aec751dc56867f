package edition

import (
	"errors"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/report/block"
	"pilot90/report/bridge"
)

// Since says what was written into the ledger after the last weekly edition, and after the last grant report, that
// tells of the time before them: late entries and corrections apart, and the figures that they move. now is the ledger
// at the clock; editions of its day or later are none of it.
func Since(all []*Sealed, now *cohort.Ledger, clock setting.Clock, l Ledger, in lang.Lang) ([]block.Since, error) {
	var out []block.Since
	for _, kind := range []string{"hub", "grant"} {
		var last *Sealed
		for _, s := range all { // in order of as-of date and revision
			if s.Err == nil && s.Manifest.Edition == kind && s.Manifest.Recompute.AsOf < clock.AsOf.String() {
				last = s
			}
		}
		if last == nil {
			continue
		}
		b, err := since(last, now, l, in)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// since compares the ledger with the one that an edition was made from.
func since(s *Sealed, now *cohort.Ledger, l Ledger, in lang.Lang) (block.Since, error) {
	m := s.Manifest
	b := block.Since{Kind: m.Edition, AsOf: m.Recompute.AsOf}
	files, err := s.Files()
	if errors.Is(err, ErrNoLedger) {
		b.Unknown = true
		return b, nil
	}
	if err != nil {
		return b, err
	}
	opt, err := m.Options()
	if err != nil {
		return b, err
	}
	old, oldClock, err := l.Kept(files, opt)
	if err != nil {
		return b, err
	}
	if old.Unopened() {
		b.Unknown = true
		return b, nil
	}
	was := &bridge.Side{Cohort: old, Clock: oldClock}
	r := bridge.NewPair(old, now).Restate(was, &bridge.Side{Cohort: now, Clock: oldClock})
	for i := range r.Rows {
		switch c := &r.Rows[i]; {
		case c.After(oldClock.AsOf):
			b.New++
		case c.Kind == bridge.Added || c.Kind == bridge.Filled:
			b.Late = append(b.Late, c.Words(in))
		default:
			b.Corrected = append(b.Corrected, c.Words(in))
		}
	}
	for _, f := range r.Restated.Figures {
		moved := block.Moved{Title: f.Title, Unit: f.Unit, Old: f.Old.Value, New: f.New.Value}
		for _, t := range f.Terms {
			for _, c := range t.Causes {
				if word := c.Words(); !slices.Contains(moved.Causes, word) {
					moved.Causes = append(moved.Causes, word)
				}
			}
		}
		b.Figures = append(b.Figures, moved)
	}
	return b, nil
}
