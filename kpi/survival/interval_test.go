package survival

import (
	"math"
	"testing"
)

func TestWilson(t *testing.T) {
	// Expected: the two roots in p of n(p - x/n)² = z² p(1-p), in 50-digit
	// arithmetic. To four places, rows 2–5 are also the score intervals printed by
	// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
	tests := []struct {
		x, n int
		want Interval
	}{
		{7, 12, Interval{0.31951131254954975, 0.80673968634124344}},
		{81, 263, Interval{0.25528851987827423, 0.36620957698280006}},
		{15, 148, Interval{0.062386399530736283, 0.16048724172330803}},
		{0, 20, Interval{0, 0.16112515805281935}},
		{1, 29, Interval{0.0061132142927626615, 0.17175521879320286}},
		{0, 1, Interval{0, 0.79345068562276257}},
		{1, 1, Interval{0.20654931437723743, 1}},
		{0, 0, noInterval},
		{3, 2, noInterval},
		{-1, 2, noInterval},
		{0, -1, noInterval},
	}
	for _, tt := range tests {
		got := Wilson(tt.x, tt.n)
		if !near(got.Lower, tt.want.Lower, 1e-12) || !near(got.Upper, tt.want.Upper, 1e-12) {
			t.Errorf("Wilson(%d, %d) = %v, want %v", tt.x, tt.n, got, tt.want)
		}
	}
}

// Successes and failures are two names for one thing: the interval of the failures
// is the mirror image. It holds the ratio and stays in [0, 1].
func TestWilsonMirror(t *testing.T) {
	for n := 1; n <= 200; n++ {
		for x := 0; x <= n; x++ {
			a, b := Wilson(x, n), Wilson(n-x, n)
			if math.Abs(a.Lower+b.Upper-1) > 1e-14 || math.Abs(a.Upper+b.Lower-1) > 1e-14 {
				t.Fatalf("Wilson(%d, %d) = %v is not the mirror image of %v", x, n, a, b)
			}
			ratio := float64(x) / float64(n)
			if a.Lower < 0 || a.Lower > ratio || a.Upper < ratio || a.Upper > 1 {
				t.Fatalf("Wilson(%d, %d) = %v does not hold %v within [0, 1]", x, n, a, ratio)
			}
		}
	}
}

func TestNormalPoint(t *testing.T) {
	// The definition: 2.5 % of the standard normal lie above z.
	if got := math.Erfc(z975/math.Sqrt2) / 2; !near(got, 0.025, 1e-15) {
		t.Errorf("above z lies %v, want 0.025", got)
	}
}

func TestIntervalOfUnknownScale(t *testing.T) {
	e := Estimate{Survival: 0.5, StdErr: 0.1, LogStdErr: 0.2}
	if got := e.Interval(Scale(9)); got.Defined() {
		t.Errorf("interval on an unknown scale = %v, want none", got)
	}
}
