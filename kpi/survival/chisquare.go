package survival

import "math"

// chiSquareTail is P(X > x) for a chi-square variable with df >= 1 degrees of
// freedom: the regularised upper incomplete gamma function Q(df/2, x/2).
//
// For whole and half arguments Q is a finite sum of positive terms,
//
//	Q(a+1, y) = Q(a, y) + y^a e^-y / Γ(a+1),  Q(1/2, y) = erfc(√y),  Q(1, y) = e^-y,
//
// so that nothing cancels and the relative error stays near 1e-13 far into the
// tail. Source: Abramowitz & Stegun (1964) 6.5.21, 26.4.4 and 26.4.5. It is NaN
// for df < 1 and for x negative or NaN.
func chiSquareTail(x float64, df int) float64 {
	if df < 1 || math.IsNaN(x) || x < 0 {
		return math.NaN()
	}
	if x == 0 {
		return 1
	}
	if math.IsInf(x, 1) {
		return 0
	}
	y := x / 2
	a, q := 0.5, math.Erfc(math.Sqrt(y))
	if df%2 == 0 {
		a, q = 1, math.Exp(-y)
	}
	for ; a < float64(df)/2; a++ {
		logGamma, _ := math.Lgamma(a + 1)
		q += math.Exp(float64(a*math.Log(y)) - y - logGamma)
	}
	return min(q, 1) // rounding may leave the sum an ulp above 1
}
