package edition

import (
	"errors"
	"testing"

	"pilot90/kpi/result"
)

// TestEveryNumberIsCompared: of two editions whose figure differs in one number, that number is told, with
// what it was and what it is.
func TestEveryNumberIsCompared(t *testing.T) {
	figure := func() Figure {
		return Figure{PrintedFigure: result.PrintedFigure{ID: "a", Value: new(0.5), Numerator: new(2.0),
			Denominator: new(4.0), N: new(4)}}
	}
	for field, change := range map[string]func(f *Figure){
		"value":       func(f *Figure) { f.Value = new(7.0) },
		"numerator":   func(f *Figure) { f.Numerator = new(7.0) },
		"denominator": func(f *Figure) { f.Denominator = new(7.0) },
		"n":           func(f *Figure) { f.N = new(7) },
	} {
		now := figure()
		change(&now)
		var v Verdict
		v.compare([]Figure{figure()}, []Figure{now})
		if len(v.Figures) != 1 || v.Figures[0].Field != field || v.Figures[0].Now == nil || *v.Figures[0].Now != 7 ||
			v.Figures[0].Sealed == nil || *v.Figures[0].Sealed == 7 {
			t.Errorf("%s changed to 7: told %+v", field, v.Figures)
		}
	}
	var ranges Verdict
	one, two := figure(), figure()
	one.Coded, two.Coded = &result.Ends{Low: 0, High: 3}, &result.Ends{Low: 0, High: 4}
	if ranges.compare([]Figure{one}, []Figure{two}); len(ranges.Figures) != 1 || ranges.Figures[0].Field != "high" {
		t.Errorf("a range that grew: told %+v", ranges.Figures)
	}
	var v Verdict
	if v.compare([]Figure{figure()}, []Figure{figure()}); len(v.Figures) != 0 || v.Compared != 1 {
		t.Errorf("nothing changed: told %+v of %d compared", v.Figures, v.Compared)
	}
}

// TestNothingPrintedIsContradicted: no alarm is raised by a figure or a planned amount that the edition did not have,
// above all where an older pilot90 made it, nor by a number that is only hidden today; a number that moved behind its x
// raises one.
func TestNothingPrintedIsContradicted(t *testing.T) {
	figure := func(id string, value float64, hidden bool) Figure {
		f := Figure{PrintedFigure: result.PrintedFigure{ID: id, Value: &value, N: new(8), Suppressed: hidden}}
		if hidden {
			f.Value, f.Hidden = nil, []string{"value"}
		}
		return f
	}
	a, zero, none := figure("a", 8, false), figure("a", 0, false), figure("a", 0, false)
	zero.N, none.N, none.Value = new(0), new(0), nil
	others := none
	others.N = new(13)
	for name, c := range map[string]struct {
		elsewhere          bool
		sealed, now, open  []Figure
		planned, planned2  []Figure
		differences, alarm bool
	}{
		"a figure that the older one did not know": {elsewhere: true, sealed: []Figure{a},
			now: []Figure{a, figure("b", 1, false)}},
		"a new metric":          {sealed: []Figure{a}, now: []Figure{a, figure("metric.x", 1, false)}, differences: true},
		"a figure that is gone": {sealed: []Figure{a}, differences: true, alarm: true},
		"a value hidden today": {sealed: []Figure{a}, now: []Figure{figure("a", 8, true)}, open: []Figure{a},
			differences: true},
		"a value shown today": {sealed: []Figure{figure("a", 8, true)}, now: []Figure{a}, differences: true},
		"a value that moved and is hidden": {sealed: []Figure{a}, now: []Figure{figure("a", 9, true)},
			open: []Figure{figure("a", 9, false)}, differences: true, alarm: true},
		"a first row of later days": {sealed: []Figure{none}, now: []Figure{zero}},
		"a first row of later days behind an x": {sealed: []Figure{none}, now: []Figure{figure("a", 0, true)},
			open: []Figure{zero}},
		"no value then and now, with others looked at": {sealed: []Figure{none}, now: []Figure{others}},
		"a first row that came late": {sealed: []Figure{none}, now: []Figure{a}, differences: true,
			alarm: true},
		"a plan by group that the older one did not tell": {elsewhere: true, planned: []Figure{a},
			planned2: []Figure{a, figure("b", 1, false)}},
		"a plan for a new group": {planned: []Figure{a}, planned2: []Figure{a, figure("b", 1, false)}, differences: true},
		"a plan hidden today":    {planned: []Figure{a}, open: []Figure{a}, differences: true},
		"a plan that is another": {planned: []Figure{a}, planned2: []Figure{figure("a", 9, false)},
			differences: true, alarm: true},
		"a plan that is taken out": {planned: []Figure{a}, differences: true, alarm: true},
	} {
		v := Verdict{outer: true, Recomputed: true}
		if c.elsewhere {
			v.Tool = &Change{"0.1.0", "0.2.0"}
		}
		v.compare(c.sealed, c.now)
		v.comparePlanned(c.planned, c.planned2)
		v.onlyHidden(c.sealed, func() []Figure { return c.open })
		if got := len(v.Figures) > 0; got != c.differences || v.Alarm() != c.alarm {
			t.Errorf("%s: differs %v, alarm %v; want %v, %v: %+v", name, got, v.Alarm(), c.differences, c.alarm, v.Figures)
		}
	}
}

// TestOuterByAnySign: the name of the folder, the edition or a profile that is not the hub's is enough
// by itself for an edition to be taken for one that left the hub; so is not being able to tell.
func TestOuterByAnySign(t *testing.T) {
	for _, tt := range []struct {
		name, edition, profile string
		want                   bool
	}{
		{"2026-01-31-public", "hub", "hub", true},
		{"2026-01-31-council-2", "hub", "hub", true},
		{"renamed", "public", "hub", true},
		{"renamed", "town", "public", true},
		{"renamed", "town", "", true},
		{"renamed", "hub", "public", true}, // a hub's plan that somebody made closer
		{"2026-01-31-hub", "hub", "hub", false},
		{"2026-01-31-town", "town", "grant", true},
		{"2026-01-31-council", "council", "council", true},
	} {
		s := &Sealed{Name: tt.name, Manifest: &Manifest{}}
		s.Manifest.Edition, s.Manifest.Profile = tt.edition, tt.profile
		if got := s.outer(); got != tt.want {
			t.Errorf("%s with edition %q and profile %q: outer %v, want %v", tt.name, tt.edition, tt.profile, got, tt.want)
		}
	}
	for name, want := range map[string]bool{"2026-01-31-public": true, "renamed": true, "2026-01-31-hub": false,
		"2026-01-31-grant": true, "2026-01-31-council-2": true} {
		if got := (&Sealed{Name: name, Err: errors.New("unreadable")}).outer(); got != want {
			t.Errorf("%s without a manifest: outer %v, want %v", name, got, want)
		}
	}
}
