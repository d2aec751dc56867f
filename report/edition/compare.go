package edition

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

func (m *Manifest) lang() lang.Lang { return lang.Lang(m.Recompute.Lang) }

// compare lists every number that differs between what was sealed and what is computed now.
func (v *Verdict) compare(sealed, now []Figure) {
	for i := range sealed {
		was := &sealed[i]
		j := slices.IndexFunc(now, func(f Figure) bool { return f.ID == was.ID })
		if j < 0 {
			v.Figures = append(v.Figures, Difference{ID: was.ID, Title: was.Title, Unit: was.Unit, Field: "figure",
				Sealed: was.Value})
			continue
		}
		v.Compared++
		v.figure(was, &now[j])
	}
	for _, f := range now {
		if !slices.ContainsFunc(sealed, func(s Figure) bool { return s.ID == f.ID }) {
			v.Figures = append(v.Figures, Difference{ID: f.ID, Title: f.Title, Unit: f.Unit, Field: "figure", Now: f.Value})
		}
	}
}

func (v *Verdict) figure(was, now *Figure) {
	if was.Definition != now.Definition {
		v.Redefined = append(v.Redefined, was.ID)
	}
	hidden := was.Suppressed || now.Suppressed
	if was.Suppressed != now.Suppressed {
		v.Figures = append(v.Figures, Difference{ID: was.ID, Title: was.Title, Unit: was.Unit, Field: "shown",
			Sealed: was.Value, Now: now.Value, Hidden: true})
	}
	for _, f := range []struct {
		name      string
		unit      kpi.Unit
		was, this *float64
	}{
		{"value", was.Unit, was.Value, now.Value},
		{"numerator", "", was.Numerator, now.Numerator},
		{"denominator", "", was.Denominator, now.Denominator},
		{"n", kpi.Count, whole(was.N), whole(now.N)},
		{"low", was.Unit, end(was.Coded, false), end(now.Coded, false)},
		{"high", was.Unit, end(was.Coded, true), end(now.Coded, true)},
	} {
		if f.name == "value" && was.Suppressed != now.Suppressed {
			continue
		}
		if !equal(f.was, f.this) {
			masked := hidden || slices.Contains(was.Hidden, f.name) || slices.Contains(now.Hidden, f.name)
			v.Figures = append(v.Figures, Difference{was.ID, was.Title, f.unit, f.name, f.was, f.this, masked})
		}
	}
}

// end is an end of a range that stands in place of a value.
func end(e *result.Ends, high bool) *float64 {
	switch {
	case e == nil:
		return nil
	case high:
		return &e.High
	}
	return &e.Low
}

func whole(n *int) *float64 {
	if n == nil {
		return nil
	}
	return new(float64(*n))
}

func equal(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
