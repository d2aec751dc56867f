package edition

import (
	"errors"

	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Before is the ledger as the last weekly edition had it: one of an earlier day, or one of the same day since which the
// ledger has changed. Where the ledger of then is not kept, it is that of now as of the edition's day. nil is that
// there
// is no such edition.
func Before(all []*Sealed, now *cohort.Ledger, clock setting.Clock, l Ledger) (*kpi.Window, error) {
	for i := len(all) - 1; i >= 0; i-- { // in order of as-of date and revision
		s := all[i]
		if s.Err != nil || s.Manifest.Edition != "hub" || s.Manifest.Recompute.AsOf > clock.AsOf.String() {
			continue
		}
		today := s.Manifest.Recompute.AsOf == clock.AsOf.String()
		opt, err := s.Manifest.Options()
		if err != nil {
			return nil, err
		}
		files, err := s.Files()
		switch {
		case errors.Is(err, ErrNoLedger) && !today:
			return kpi.NewWindow(now, setting.NewClock(asked(opt), now.Pilot.Period)), nil
		case errors.Is(err, ErrNoLedger), err == nil && today && sameFiles(files, now):
			continue // it is the week that is made again
		case err != nil:
			return nil, err
		}
		old, then, err := l.Kept(files, opt)
		if err != nil {
			return nil, err
		}
		if old.Unopened() {
			return kpi.NewWindow(now, setting.NewClock(asked(opt), now.Pilot.Period)), nil
		}
		return kpi.NewWindow(old, then), nil
	}
	return nil, nil
}

// sameFiles reports whether the ledger was read from these files.
func sameFiles(files map[string][]byte, c *cohort.Ledger) bool {
	for _, in := range c.Inputs {
		if hash(files[in.File]) != in.SHA256 {
			return false
		}
	}
	return true
}
