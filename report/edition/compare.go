package edition

import (
	"maps"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/bridge"
)

func (m *Manifest) lang() lang.Lang { return lang.Lang(m.Recompute.Lang) }

// compare lists every number that differs between what was sealed and what is computed now. A figure that the edition
// does not have is no difference where another pilot90 made it, which may not have known the figure.
func (v *Verdict) compare(sealed, now []Figure) {
	for i := range sealed {
		was := &sealed[i]
		j := slices.IndexFunc(now, func(f Figure) bool { return f.ID == was.ID })
		if j < 0 {
			v.Figures = append(v.Figures, Difference{ID: was.ID, Title: was.Title, Unit: was.Unit, Field: "figure",
				Sealed: was.Value, Quiet: was.Value == nil && was.Coded == nil})
			continue
		}
		v.Compared++
		v.figure(was, &now[j])
	}
	for _, f := range now {
		if !v.elsewhere() && !slices.ContainsFunc(sealed, func(s Figure) bool { return s.ID == f.ID }) {
			v.Figures = append(v.Figures, Difference{ID: f.ID, Title: f.Title, Unit: f.Unit, Field: "figure", Now: f.Value,
				Quiet: true})
		}
	}
}

// elsewhere reports that another version of pilot90 or of the definitions made the edition.
func (v *Verdict) elsewhere() bool { return v.Tool != nil || v.Definitions != nil }

func (v *Verdict) figure(was, now *Figure) {
	if was.Definition != now.Definition {
		v.Redefined = append(v.Redefined, was.ID)
	}
	if bridge.NothingYet(pointOf(was), pointOf(now)) || without(was) && without(now) {
		return
	}
	hidden := was.Suppressed || now.Suppressed
	if was.Suppressed != now.Suppressed {
		v.Figures = append(v.Figures, Difference{ID: was.ID, Title: was.Title, Unit: was.Unit, Field: "shown",
			Sealed: was.Value, Now: now.Value, Hidden: true, Quiet: was.Suppressed})
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
			v.Figures = append(v.Figures, Difference{ID: was.ID, Title: was.Title, Unit: f.unit, Field: f.name,
				Sealed: f.was, Now: f.this, Hidden: masked, Quiet: masked && f.was == nil})
		}
	}
}

// without reports that a figure has a reason in place of a value; what it would count is no number of it.
func without(f *Figure) bool { return f.Value == nil && f.Coded == nil && !f.Suppressed }

// pointOf is a figure as it was told.
func pointOf(f *Figure) bridge.Point {
	return bridge.Point{Value: f.Value, Numerator: f.Numerator, Denominator: f.Denominator, N: f.N, Hidden: f.Suppressed}
}

// Fields of differences that are of no figure.
const (
	plannedField = "planned"
	targetField  = "target"
)

// onlyHidden makes quiet what differs because a number that was printed is hidden today, while it is still the same,
// and drops what had no value and has none behind its x. everything is what the run gives, hidden or not.
func (v *Verdict) onlyHidden(sealed []Figure, everything func() []Figure) {
	hidden := slices.ContainsFunc(v.Figures, func(d Difference) bool { return d.Now == nil })
	if !hidden {
		return
	}
	all := everything()
	at := func(figures []Figure, id string) int {
		return slices.IndexFunc(figures, func(f Figure) bool { return f.ID == id })
	}
	v.Figures = slices.DeleteFunc(v.Figures, func(d Difference) bool {
		was, is := at(sealed, d.ID), at(all, d.ID)
		return d.Hidden && was >= 0 && is >= 0 && without(&sealed[was]) &&
			(without(&all[is]) || bridge.NothingYet(pointOf(&sealed[was]), pointOf(&all[is])))
	})
	for i := range v.Figures {
		d := &v.Figures[i]
		j := at(all, d.ID)
		if d.Sealed == nil || d.Now != nil || j < 0 {
			continue
		}
		is := map[string]*float64{"value": all[j].Value, "shown": all[j].Value, plannedField: all[j].Value,
			"numerator": all[j].Numerator, "denominator": all[j].Denominator, "n": whole(all[j].N)}[d.Field]
		d.Quiet = d.Quiet || (d.Hidden || d.Field == plannedField) && equal(d.Sealed, is)
	}
}

// comparePlanned compares the planned amounts like figures. A group that the edition does not tell of is no difference
// where another pilot90 made it.
func (v *Verdict) comparePlanned(sealed, now []Figure) {
	value := func(all []Figure, id string) *float64 {
		if i := slices.IndexFunc(all, func(f Figure) bool { return f.ID == id }); i >= 0 {
			return all[i].Value
		}
		return nil
	}
	for _, f := range append(slices.Clone(sealed), now...) {
		was, is := value(sealed, f.ID), value(now, f.ID)
		known := slices.ContainsFunc(v.Figures, func(d Difference) bool { return d.ID == f.ID })
		if !equal(was, is) && !known && !(was == nil && v.elsewhere()) {
			v.Figures = append(v.Figures, Difference{ID: f.ID, Title: f.Title, Unit: f.Unit, Field: plannedField, Sealed: was,
				Now: is, Quiet: was == nil})
		}
	}
}

// compareTargets lists the targets of the edition's period that read otherwise in pilot.toml now. They rewrite
// nothing: the edition keeps those it was made with.
func (v *Verdict) compareTargets(sealed, now map[string]float64, run report.Run) {
	both := maps.Clone(sealed)
	maps.Copy(both, now)
	for _, id := range slices.Sorted(maps.Keys(both)) {
		pick := func(from map[string]float64) *float64 {
			if t, ok := from[id]; ok {
				return &t
			}
			return nil
		}
		if was, is := pick(sealed), pick(now); !equal(was, is) {
			d := Difference{ID: id, Title: id, Field: targetField, Sealed: was, Now: is,
				Causes: []bridge.Cause{bridge.Corrected}}
			if f := kpi.Find(run.Result.Figures, id); f != nil {
				d.Title, d.Unit = f.Title.In(run.Lang), f.Unit
			}
			v.Figures = append(v.Figures, d)
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
