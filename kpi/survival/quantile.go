package survival

import (
	"math"
	"slices"
)

// SampleQuantile is the quantile of complete (uncensored) values at p in [0, 1]
// by linear interpolation of the order statistics x_1 <= … <= x_n,
//
//	h = (n-1)p + 1,  Q = x_⌊h⌋ + (h - ⌊h⌋)(x_⌊h⌋+1 - x_⌊h⌋),
//
// type 7 of Hyndman & Fan, The American Statistician 50 (1996) 361–365, R's and
// most spreadsheets' default; p = 0.5 is the usual median. The unit is that of
// the values, which are not modified. n = 0, a NaN value and p outside [0, 1] or
// NaN give NaN; n = 1 gives the value itself.
func SampleQuantile(values []float64, p float64) float64 {
	if len(values) == 0 || !(p >= 0 && p <= 1) || slices.ContainsFunc(values, math.IsNaN) {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	floor, fraction := math.Modf(float64(float64(len(sorted)-1) * p))
	at := int(floor)
	if fraction == 0 {
		return sorted[at] // no neighbour is needed, and x·0 would spoil an infinity
	}
	return float64((1-fraction)*sorted[at]) + float64(fraction*sorted[at+1])
}
