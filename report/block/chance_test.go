package block

import "testing"

// TestChance: what only rounds to 0 or 100 % says so; 99.6 % is printed as it is.
func TestChance(t *testing.T) {
	e := &Env{}
	for p, want := range map[float64]string{1: "達成済み", 0.9996: "99.9%以上", 0.996: "99.6%", 0.0004: "0.1%未満"} {
		if got := e.Chance(p); got != want {
			t.Errorf("%v is printed as %q, want %q", p, got, want)
		}
	}
}
