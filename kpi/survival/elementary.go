package survival

import "math"

// exp and log give the same bits on every machine. The standard library's are assembly on some
// processors and may use fused multiply-add where there is one, which changes the last bit of an
// interval and with it the bytes of a report. Every product here is rounded by float64() before
// it is added. Errors stay within a few units in the last place.

const (
	ln2High = 0x1.62e42feep-1       // leading bits of ln 2; k·ln2High is exact for |k| < 2^20
	ln2Low  = 0x1.a39ef35793c76p-33 // ln 2 − ln2High
)

// exp returns e^x for finite x; beyond ±700 the standard library's overflow and underflow apply.
func exp(x float64) float64 {
	if math.Abs(x) > 700 || math.IsNaN(x) {
		return math.Exp(x)
	}
	k := math.Round(x / math.Ln2)
	r := x - float64(k*ln2High)
	r -= float64(k * ln2Low)
	sum := 1.0 // Taylor series in Horner form; |r| ≤ ln 2 / 2, so 16 terms reach 1e-20
	for n := 16.0; n >= 1; n-- {
		sum = 1 + float64(float64(r*sum)/n)
	}
	return math.Ldexp(sum, int(k))
}

// log returns the natural logarithm of x > 0 by ln m = 2 artanh((m−1)/(m+1)) with m in
// [√½, √2]; for other x it is as math.Log.
func log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log(x)
	}
	m, k := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, k = 2*m, k-1
	}
	s := (m - 1) / (m + 1)
	square, sum := float64(s*s), 0.0
	for n := 25.0; n >= 1; n -= 2 {
		sum = float64(square*sum) + 1/n
	}
	return float64(float64(k)*ln2High) + (float64(float64(2*s)*sum) + float64(float64(k)*ln2Low))
}

// Ln is the natural logarithm with the same bits on every machine, for other packages that draw
// or compute with it; for x that is not above 0 it is as math.Log.
func Ln(x float64) float64 { return log(x) }
