package edition

import (
	"errors"
	"slices"
	"sync"

	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
	"pilot90/report/bridge"
)

// explain says of each difference why: it holds the ledger as the edition was made from it against the one of today.
// Where the old one is not kept, the cause is only known when the definitions alone are others.
func (k *checker) explain(v *Verdict, s *Sealed, now *cohort.Ledger, clock setting.Clock,
	earlier []disclose.Published) error {
	if v.Definitions != nil && v.InputsSame {
		v.because(func(d *Difference) { d.Causes = []bridge.Cause{bridge.Definition} })
		return nil
	}
	m := s.Manifest
	opt, err := m.Options()
	if err != nil {
		return err
	}
	p, err := k.pair(s, opt)
	if errors.Is(err, ErrNoLedger) || err == nil && m.Municipality != "" { // rows of the others would be among the causes
		v.because(func(d *Difference) { d.Causes = []bridge.Cause{bridge.Rows} })
		return nil
	}
	if err != nil {
		return err
	}
	oldClock := setting.NewClock(asked(opt), p.old.Pilot.Period)
	old, _ := withTargets(p.old, oldClock, m.Targets)
	r := p.both.Restate(&bridge.Side{Told: m.printed(), Sealed: true, Disclosed: v.outer, Cohort: old, Clock: oldClock},
		&bridge.Side{Cohort: now, Clock: clock})
	var redefined []string
	if v.outer && (v.Definitions != nil || v.Tool != nil) {
		then, err := k.Compute(old, oldClock, m.Municipality)
		if err != nil {
			return err
		}
		then = disclosed(then, m, then.Recall(earlier))
		redefined = differing(m.Figures, figures(then))
	}
	numbers := map[int]int{}
	v.because(func(d *Difference) { v.terms(d, r, redefined, numbers, m) })
	return nil
}

// pair is the ledger as some editions were made from it, held against the one of today.
type pair struct {
	once sync.Once
	old  *cohort.Ledger
	both *bridge.Pair
	err  error
}

// pair returns the pair of an edition: one for all that were made from the same files for the same period.
func (k *checker) pair(s *Sealed, opt cohort.LoadOptions) (*pair, error) {
	list, err := s.list()
	if err != nil {
		return nil, err
	}
	key := pairKey{period(s.Manifest), list}
	k.lock.Lock()
	p := k.pairs[key]
	if p == nil {
		p = &pair{}
		k.pairs[key] = p
	}
	k.lock.Unlock()
	p.once.Do(func() {
		var files map[string][]byte
		if files, p.err = s.Files(); p.err != nil {
			return
		}
		if p.old, _, p.err = k.Kept(files, opt); p.err == nil {
			p.both = bridge.NewPair(p.old, k.periods[period(s.Manifest)].cohort)
		}
	})
	return p, p.err
}

type pairKey struct {
	span
	files string
}

// because gives every difference that has no cause yet its causes.
func (v *Verdict) because(of func(*Difference)) {
	for i := range v.Figures {
		if d := &v.Figures[i]; d.Causes == nil {
			of(d)
		}
	}
}

// terms takes causes, terms and rows of a difference from the bridge of its figure. A number beside the value, or one
// that is hidden for the sake of another, has the causes of all rows up to the date.
func (v *Verdict) terms(d *Difference, r *bridge.Result, redefined []string, numbers map[int]int, m *Manifest) {
	add := func(causes ...bridge.Cause) {
		for _, c := range causes {
			if !slices.Contains(d.Causes, c) {
				d.Causes = append(d.Causes, c)
			}
		}
	}
	if slices.Contains(redefined, d.ID) {
		add(bridge.Definition)
	}
	i := slices.IndexFunc(r.Restated.Figures, func(f bridge.RestatedFigure) bool { return f.ID == d.ID })
	if i >= 0 {
		f := &r.Restated.Figures[i]
		for _, t := range f.Terms {
			if d.Field == "value" || d.Field == plannedField {
				add(t.Causes...)
				d.Terms = append(d.Terms, Term{t.Causes, t.From, t.To})
			}
		}
		for _, row := range f.Rows {
			d.Rows = append(d.Rows, v.row(r, row, numbers, m))
		}
	}
	if len(d.Terms) == 0 {
		add(r.Restated.Moved[d.ID]...)
	}
	if i < 0 && d.Hidden && d.Now == nil {
		d.Quiet = true // what is hidden today has not moved
	}
	if len(d.Causes) == 0 {
		add(r.Kinds(r.Restated.AsOf)...)
	}
	if len(d.Causes) == 0 {
		add(bridge.Settings)
	}
}

// row returns the number of a row of the bridge among those that the verdict names.
func (v *Verdict) row(r *bridge.Result, i int, numbers map[int]int, m *Manifest) int {
	n, known := numbers[i]
	if !known {
		n = len(v.Rows)
		numbers[i], v.Rows = n, append(v.Rows, r.Rows[i].Words(m.lang()))
	}
	return n
}

// printed are the figures of the manifest, planned amounts too, as an edition tells them.
func (m *Manifest) printed() *result.Printed {
	p := &result.Printed{}
	for _, f := range append(slices.Clone(m.Figures), m.Planned...) {
		p.Figures = append(p.Figures, f.PrintedFigure)
	}
	return p
}

// differing are the ids of figures of which some number differs.
func differing(was, is []Figure) []string {
	var v Verdict
	v.compare(was, is)
	var ids []string
	for _, d := range v.Figures {
		ids = append(ids, d.ID)
	}
	return ids
}
