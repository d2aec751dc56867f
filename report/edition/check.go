package edition

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/kpi/disclose"
	"pilot90/report"
	"pilot90/report/step"
)

// Ledger is where editions are recomputed from.
type Ledger struct {
	Path string
	Read func(path string, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error)
	Kept func(files map[string][]byte, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error)
	// of one municipality of a hub, or with "" of the whole ledger; may be called several times at once
	Compute func(c *cohort.Ledger, clock setting.Clock, town string) (report.Run, error)
	Plan    func(edition string) ([]byte, error) // as it is today
	Version string
	Words   func(error) string // what an error is in the user's language
}

// checker reads the ledger, and what editions have told, once for all that are checked.
type checker struct {
	Ledger
	files    []Hashed
	siblings []*Sealed // in the folder of the editions
	periods  map[span]*read
	told     map[*Sealed]*told
	lock     sync.Mutex
	pairs    map[pairKey]*pair
}

// read is the ledger as it is read for one period; the as-of date decides which of its rows are looked at.
type read struct {
	cohort *cohort.Ledger
	err    error
}

// told is what an edition that left the hub has published, and with what the ledger as it is read for a period gives
// at its time.
type told struct {
	once     sync.Once
	what     disclose.Published
	sum      string
	err      error
	lock     sync.Mutex
	recalled map[span]disclose.Published
}

// recall is what was published beside what the ledger of a run gives at its time; once for each period.
func (t *told) recall(of span, run report.Run) disclose.Published {
	t.lock.Lock()
	defer t.lock.Unlock()
	p, done := t.recalled[of]
	if !done {
		p = run.Recall([]disclose.Published{t.what})[0]
		if t.recalled == nil {
			t.recalled = map[span]disclose.Published{}
		}
		t.recalled[of] = p
	}
	return p
}

// VerifyAll checks the outputs of each edition against its manifest and its figures against what the ledger gives
// today, at the edition's own dates, and says why they differ. The ledger is read once for each period. The verdicts
// stand as the editions do. When ctx ends, the error is its own.
func VerifyAll(ctx context.Context, all []*Sealed, l Ledger) ([]*Verdict, error) {
	k := &checker{Ledger: l, periods: map[span]*read{}, told: map[*Sealed]*told{},
		pairs: map[pairKey]*pair{}}
	var unread error
	if k.files, unread = ReadInputs(l.Path); unread == nil {
		unread = k.prepare(all)
	}
	verdicts := make([]*Verdict, len(all))
	step.Expect(ctx, len(all))
	var group sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, s := range all {
		room <- struct{}{}
		group.Go(func() {
			defer func() { <-room }()
			if ctx.Err() == nil {
				verdicts[i] = k.verify(s, unread)
				step.Done(ctx)
			}
		})
	}
	group.Wait()
	return verdicts, ctx.Err()
}

// prepare reads what several editions share.
func (k *checker) prepare(all []*Sealed) (err error) {
	if len(all) > 0 {
		if k.siblings, err = keptIn(filepath.Dir(all[0].Dir)); err != nil {
			return err
		}
	}
	for _, s := range k.siblings {
		k.told[s] = &told{}
	}
	for _, s := range all {
		if s.Err != nil {
			continue
		}
		opt, err := s.Manifest.Options()
		if err != nil || k.periods[period(s.Manifest)] != nil {
			continue // one of the two is said where the edition is checked
		}
		c, _, err := k.Read(k.Path, opt)
		if err == nil {
			err = unchanged(k.files, c)
		}
		k.periods[period(s.Manifest)] = &read{c, err}
	}
	return nil
}

// span is what of an edition's dates decides how the ledger is read.
type span struct{ from, to string }

func period(m *Manifest) span { return span{m.Recompute.From, m.Recompute.To} }

func (k *checker) verify(s *Sealed, unread error) *Verdict {
	v := &Verdict{Name: s.Name, Manifest: s.Manifest, Number: s.Number, Outputs: []FileState{}, Inputs: []FileState{},
		Figures: []Difference{}, Rows: []string{}, outer: s.outer()}
	if s.Err != nil {
		v.unreadable = true
		v.Unchecked = append(v.Unchecked, k.Words(fmt.Errorf("%s: %w", filepath.Join(s.Dir, ManifestFile), s.Err)))
		return v
	}
	if err := v.outputs(s); err != nil {
		v.Unchecked = append(v.Unchecked, k.Words(err))
	}
	v.versions(s.Manifest, k.Ledger)
	err := unread
	if err == nil {
		err = k.recompute(v, s)
	}
	if err != nil {
		v.Unchecked = append(v.Unchecked, k.Words(err))
	}
	return v
}

// recompute computes the edition's figures from the ledger as it is.
func (k *checker) recompute(v *Verdict, s *Sealed) error {
	m := s.Manifest
	opt, err := m.Options()
	if err != nil {
		v.unreadable = true
		return err
	}
	read := k.periods[period(m)]
	if read.err != nil {
		return read.err
	}
	clock := setting.NewClock(asked(opt), read.cohort.Pilot.Period)
	now, targets := withTargets(read.cohort, clock, m.Targets)
	run, err := k.Compute(now, clock, m.Municipality)
	if err != nil {
		return err
	}
	profile := disclose.ProfileOf(m.Profile, run.Cohort.Pilot.Privacy)
	v.InputsTold = m.Inputs.SHA256 != ""
	v.InputsSame = together(k.files) == m.Inputs.SHA256
	v.Inputs = append(v.Inputs, compareInputs(m.Inputs.Files, inputsFor(profile, k.files).Files)...)
	names, earlier, err := k.earlier(m, run)
	if err != nil {
		return err
	}
	if !slices.Equal(names, m.Earlier) {
		v.Unchecked = append(v.Unchecked, k.Words(ErrIncomplete))
	}
	open := run
	run = disclosed(run, m, earlier)
	v.compare(m.Figures, figures(run))
	if m.Planned != nil {
		v.comparePlanned(m.Planned, planned(run))
	}
	v.onlyHidden(m.Figures, func() []Figure { return append(figures(open), planned(open)...) })
	if targets != nil {
		v.compareTargets(m.Targets, targets, run)
	}
	v.Recomputed = true
	if len(v.Figures) > 0 {
		return k.explain(v, s, now, clock, earlier)
	}
	return nil
}

func asked(opt cohort.LoadOptions) setting.Asked {
	return setting.Asked{AsOf: opt.AsOf, From: opt.From, To: opt.To, Today: opt.Today}
}

// withTargets gives the ledger the targets that an edition was made with, and returns those that it has for the year of
// the edition; without targets that were kept it stays as it is.
func withTargets(c *cohort.Ledger, clock setting.Clock, kept map[string]float64) (*cohort.Ledger, map[string]float64) {
	if kept == nil {
		return c, nil
	}
	own, pilot := *c, *c.Pilot
	pilot.Targets, pilot.YearTargets = nil, map[int]map[string]float64{clock.End.FiscalYear(): kept}
	own.Pilot = &pilot
	now, _ := c.Pilot.TargetsOf(clock)
	return &own, now
}

// disclosed is the run as the edition of a manifest may show it; earlier are recalled.
func disclosed(run report.Run, m *Manifest, earlier []disclose.Published) report.Run {
	profile := disclose.ProfileOf(m.Profile, run.Cohort.Pilot.Privacy)
	run.Lang = m.lang()
	run.Result = disclose.Apply(run.Result, profile, earlier)
	return run
}

// earlier is what the editions have told that one was compared with, beside what the ledger of its run gives then.
func (k *checker) earlier(m *Manifest, run report.Run) (names []Hashed, all []disclose.Published, err error) {
	for _, s := range among(Of(k.siblings, m.Municipality), m.Earlier) {
		if !s.outer() {
			continue
		}
		t := k.told[s]
		t.once.Do(func() { t.what, t.sum, t.err = s.published() })
		if t.err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrEarlier, t.err)
		}
		names, all = append(names, Hashed{s.Name, t.sum}), append(all, t.recall(period(m), run))
	}
	return names, all, nil
}
