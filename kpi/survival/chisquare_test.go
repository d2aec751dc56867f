package survival

import (
	"math"
	"testing"
)

func TestChiSquareTail(t *testing.T) {
	// Expected: Q(df/2, x/2) in 50-digit arithmetic (mpmath 1.3.0, gammainc
	// regularised), rounded to 17 digits.
	tests := []struct {
		x    float64
		df   int
		want float64
	}{
		{0.001, 1, 0.97477287936996039},
		{1, 1, 0.3173105078629141},
		{3.841458820694124, 1, 0.050000000000000057},
		{40, 1, 2.539628589470865e-10},
		{700, 1, 2.9902269751246203e-154},
		{5.991464547107979, 2, 0.050000000000000074},
		{0.5, 3, 0.91889141165467586},
		{7.814727903251179, 3, 0.050000000000000018},
		{100, 4, 9.8366242246159807e-21},
		{1e-6, 5, 0.99999999999999995},
		{2, 7, 0.95984036873010156},
		{30, 7, 9.4959725081341838e-5},
		{1400, 9, 7.7309942439991564e-296},
		{18.307038053275146, 10, 0.050000000000000007},
		{1300, 40, 1.2070055271621478e-246},
		{60, 61, 0.51218524431174012},
		{250, 300, 0.983802950207645},
		{2000, 300, 1.5656593867276731e-248}, // e^-1000 alone would be 0
	}
	for _, tt := range tests {
		if got := chiSquareTail(tt.x, tt.df); !near(got, tt.want, 1e-12) {
			t.Errorf("chiSquareTail(%v, %d) = %v, want %v", tt.x, tt.df, got, tt.want)
		}
	}
}

func TestChiSquareTailEdges(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		x    float64
		df   int
		want float64
	}{
		{0, 1, 1}, {0, 2, 1}, // nothing lies below 0
		{math.Inf(1), 3, 0},
		{1, 0, nan}, {1, -1, nan}, {-1, 1, nan}, {nan, 1, nan},
	}
	for _, tt := range tests {
		if got := chiSquareTail(tt.x, tt.df); !near(got, tt.want, 0) {
			t.Errorf("chiSquareTail(%v, %d) = %v, want %v", tt.x, tt.df, got, tt.want)
		}
	}
}
