package survival

import (
	"math"
	"slices"
	"testing"
)

func TestSampleQuantile(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		values []float64
		p      float64
		want   float64
		why    string
	}{
		{[]float64{4, 1, 3, 2}, 0.25, 1.75, "h = 3·0.25 + 1 = 1.75; 1 + 0.75·(2 - 1)"},
		{[]float64{4, 1, 3, 2}, 0.5, 2.5, "mean of the two in the middle"},
		{[]float64{4, 1, 3, 2}, 0.75, 3.25, "h = 3.25; 3 + 0.25·(4 - 3)"},
		{[]float64{10, 20, 40}, 0.5, 20, "h = 2 falls on a value"},
		{[]float64{10, 20, 40}, 0.9, 36, "h = 2.8; 20 + 0.8·20"},
		{[]float64{10, 20, 40}, 0, 10, "smallest"},
		{[]float64{10, 20, 40}, 1, 40, "largest"},
		{[]float64{5}, 0.3, 5, "n = 1"},
		{nil, 0.5, nan, "n = 0"},
		{[]float64{1, nan}, 0.5, nan, "a value is missing"},
		{[]float64{1, 2}, -0.1, nan, "p below 0"},
		{[]float64{1, 2}, 1.1, nan, "p above 1"},
		{[]float64{1, 2}, nan, nan, "p missing"},
		{[]float64{1, 2, inf}, 0.5, 2, "the infinite neighbour is not touched"},
	}
	for _, tt := range tests {
		before := slices.Clone(tt.values)
		if got := SampleQuantile(tt.values, tt.p); !near(got, tt.want, 1e-15) {
			t.Errorf("SampleQuantile(%v, %v) = %v, want %v (%s)", tt.values, tt.p, got, tt.want, tt.why)
		}
		if !slices.EqualFunc(before, tt.values, func(a, b float64) bool { return near(a, b, 0) }) {
			t.Errorf("SampleQuantile changed its argument from %v to %v", before, tt.values)
		}
	}
}
