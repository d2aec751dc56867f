package kpi

import (
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/setting"
)

// TestKept holds that what is kept is worked out once a key and period, and anew for another period.
func TestKept(t *testing.T) {
	type key struct{}
	type other struct{}
	w := NewWindow(&cohort.Ledger{Pilot: &setting.Pilot{}}, setting.Clock{From: 1, To: 90, AsOf: 90})
	works := 0
	work := func() int { works++; return works }
	for i, step := range []struct {
		in   *Window
		key  any
		want int
	}{{w, key{}, 1}, {w, key{}, 1}, {w.Listing(), key{}, 1}, {w, other{}, 2}, {w.Over(1, 30), key{}, 3}, {w, key{}, 1}} {
		if got := Kept(step.in, step.key, work); got != step.want {
			t.Errorf("step %d: %d, want %d", i, got, step.want)
		}
	}
}
