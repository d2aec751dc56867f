package kpi

import (
	"math"
	"testing"

	"pilot90/cohort/lang"
)

func TestTallyRatio(t *testing.T) {
	empty := lang.Text{JA: "空", EN: "empty"}
	if f := (&Tally{}).Ratio(empty); f.Value != nil || f.Reason != empty || f.Interval != nil {
		t.Errorf("nothing counted: got %+v, want the reason and no number", f)
	}
	tests := []struct {
		hits, all int
		low, high float64 // Wilson, worked out below
	}{
		// The two p with |7/12 − p| = z·√(p(1−p)/12), found by bisection; the design's example
		// rounds them to 0.32 and 0.807.
		{7, 12, 0.3195113125, 0.8067396863},
		// n = 1, x = 1: low = (1 + z²/2 − z·√(z²/4))/(1 + z²) = 1/(1 + z²) = 0.20654931
		{1, 1, 0.20654931, 1},
		{0, 1, 0, 0.79345069},
	}
	for _, tt := range tests {
		f := (&Tally{Hits: tt.hits, All: tt.all}).Ratio(empty)
		if *f.Value != float64(tt.hits)/float64(tt.all) || f.N != tt.all {
			t.Errorf("%d of %d: value %v, n %d", tt.hits, tt.all, *f.Value, f.N)
		}
		if math.Abs(f.Interval[0]-tt.low) > 1e-7 || math.Abs(f.Interval[1]-tt.high) > 1e-7 {
			t.Errorf("%d of %d: interval %v, want [%v %v]", tt.hits, tt.all, *f.Interval, tt.low, tt.high)
		}
	}
}

func TestSumDoesNotDependOnOrder(t *testing.T) {
	a := []float64{0.1, 0.2, 0.3, 1e15, -1e15, 0.7}
	b := []float64{1e15, 0.7, 0.3, 0.2, -1e15, 0.1}
	if Sum(a) != Sum(b) {
		t.Errorf("%v and %v for the same numbers in another order", Sum(a), Sum(b))
	}
}

func TestReaches(t *testing.T) {
	thirds := make([]float64, 30) // 30 tasks of 20 minutes are 10 hours
	for i := range thirds {
		thirds[i] = 20.0 / 60
	}
	if s := Sum(thirds); !Reaches(s, 10) {
		t.Errorf("30 × 20 minutes = %v hours should reach 10", s)
	}
	if Reaches(10-1.0/60, 10) {
		t.Error("a minute short of 10 hours should not reach 10")
	}
}

// TestSumOfWholeParts: what is summed as it comes is, to the bit, what is summed from the least to the greatest.
func TestSumOfWholeParts(t *testing.T) {
	quarters := []float64{12_000, 0.25, -3.5, 1_250_000, 0.75, 1.0 / 1024}
	want := 1_262_000 - 2.5 + 1.0/1024 // 12,000 + 1,250,000; 0.25 + 0.75 − 3.5
	if s, exact := exactSum(quarters); !exact || s != want {
		t.Errorf("got %v, exact %v", s, exact)
	}
	for _, values := range [][]float64{{1, 0.1}, {1, 1.0 / 2048}, {1 << 41, 1 << 41}, {1, math.Inf(1)}, {math.NaN()}} {
		if _, exact := exactSum(values); exact {
			t.Errorf("%v may have another sum in another order", values)
		}
	}
}
