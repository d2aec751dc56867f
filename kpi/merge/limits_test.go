package merge_test

import (
	"math"
	"testing"

	"pilot90/kpi/merge"
)

// TestLimits: of 4 with p = 0.5 the counts have the probabilities 1, 4, 6, 4, 1 of 16. P(X ≤ 0) = 0.0625 > 0.025: r
// = 0, a = (0.0625 − 0.025) ÷ 0.0625 = 0.6, low = −0.6 ÷ 4 → 0. Of 10: P(X ≤ 1) = 11 ÷ 1024 = 0.01074, P(X ≤ 2) = 56
// ÷ 1024 = 0.05469 > 0.025: r = 2, a = (0.0546875 − 0.025) ÷ (45 ÷ 1024) = 0.67556, low = 1.32444 ÷ 10.
func TestLimits(t *testing.T) {
	for _, tt := range []struct {
		p         float64
		n         int
		low, high float64
	}{
		{0.5, 4, 0, 1},
		{0.5, 10, 0.132444444444444, 0.867555555555556},
		{0, 10, 0, 0}, {1, 10, 1, 1}, {0.5, 0, 0, 1}, {math.NaN(), 5, 0, 1},
		// the normal distribution: 0.5 ± 1.959964 × √(0.25 ÷ 40,000) = 0.5 ± 0.0048999
		{0.5, 40_000, 0.495100090038650, 0.504899909961350},
	} {
		low, high := merge.Limits(tt.p, tt.n, merge.Inner)
		if math.Abs(low-tt.low) > 1e-12 || math.Abs(high-tt.high) > 1e-12 {
			t.Errorf("p %v of %d: %v to %v, want %v to %v", tt.p, tt.n, low, high, tt.low, tt.high)
		}
	}
}

// TestLimitsNarrow: the limits hold the share of all, the outer ones hold the inner ones, and they narrow towards
// those of the normal distribution: at 20,000 the two agree to a thousandth.
func TestLimitsNarrow(t *testing.T) {
	for _, p := range []float64{0.02, 0.3, 0.75, 0.99} {
		width := math.Inf(1)
		for _, n := range []int{1, 5, 20, 100, 1000, 20_000} {
			low, high := merge.Limits(p, n, merge.Inner)
			wideLow, wideHigh := merge.Limits(p, n, merge.Outer)
			if !(0 <= wideLow && wideLow <= low && low <= p && p <= high && high <= wideHigh && wideHigh <= 1) {
				t.Errorf("p %v of %d: %v %v %v %v", p, n, wideLow, low, high, wideHigh)
			}
			if n > 5 && high-low >= width {
				t.Errorf("p %v: of %d the limits are %v wide, of fewer %v", p, n, high-low, width)
			}
			width = high - low
		}
		exact, _ := merge.Limits(p, 20_000, merge.Inner)
		normal, _ := merge.Limits(p, 20_001, merge.Inner)
		if math.Abs(exact-normal) > 1e-3 {
			t.Errorf("p %v: %v exactly and %v by the normal distribution", p, exact, normal)
		}
	}
}
