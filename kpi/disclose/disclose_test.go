package disclose_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// TestDisclosedHoldsNoPerson reads what is left in a closed edition: no row, no state, no id, no
// file, in the value, in the JSON and in the explanations.
func TestDisclosedHoldsNoPerson(t *testing.T) {
	person := regexp.MustCompile(`P[0-9][0-9][0-9]|台帳\.xlsx`)
	for seed := range uint64(3) {
		hub := resultOf(t, randomLedger(seed, 20), "2025-12-15")
		if got := disclose.Apply(hub, disclose.Profile{Name: "hub"}, nil); got != hub || !person.Match(editionJSON(t, hub)) {
			t.Error("the hub's edition should be the result itself, with its files")
		}
		for _, p := range editionsOutside() {
			r := disclose.Apply(hub, p, nil)
			if at := person.Find(editionJSON(t, r)); at != nil || r.States != nil {
				t.Errorf("%s: the JSON holds %q; %d states", p.Name, at, len(r.States))
			}
			if l := r.Attrition; l != nil && (l.Stuck != nil || l.Exited != nil) {
				t.Errorf("%s: the leak names people", p.Name)
			}
			for i, d := range catalog.All() {
				if d.Expand != nil {
					break
				}
				var b bytes.Buffer
				if err := result.Explain(&b, d, r.Figures[i], r.Clock, lang.JA); err != nil {
					t.Fatal(err)
				}
				if len(r.Figures[i].Evidence()) > 0 || person.Match(b.Bytes()) || r.Figures[i].Suppressed &&
					!strings.Contains(b.String(), r.Figures[i].Symbol().JA) {
					t.Errorf("%s: %s explains itself with\n%s", p.Name, d.ID, b.String())
				}
			}
		}
	}
}

// TestDisclosedLeavesTheResultAlone: the hub's edition of the same run is unchanged.
func TestDisclosedLeavesTheResultAlone(t *testing.T) {
	hub := resultOf(t, randomLedger(3, 20), "2025-12-15")
	before := editionJSON(t, hub)
	first := editionJSON(t, disclose.Apply(hub, disclose.ProfileOf("public", defaults()), nil))
	if !bytes.Equal(before, editionJSON(t, hub)) {
		t.Error("the result has changed")
	}
	if !bytes.Equal(first, editionJSON(t, disclose.Apply(hub, disclose.ProfileOf("public", defaults()), nil))) {
		t.Error("the same result gives two public editions")
	}
}

func editionsOutside() (all []disclose.Profile) {
	for _, name := range outside {
		all = append(all, disclose.ProfileOf(name, defaults()))
	}
	return all
}
