package merge

import "math"

// The tails of the limits of a share that are drawn: 95 % and 99.8 % of what chance alone gives lie between them.
const (
	Inner = 0.025
	Outer = 0.001
)

// Limits are the limits of a share of n where each of them counts with probability p, so that a share is below the
// lower one, or above the upper one, with at most the probability tail: from the exact binomial distribution,
// interpolated between whole counts.
//
//	r = the smallest count with P(X ≤ r) > tail,  a = (P(X ≤ r) − tail) ÷ P(X = r),  low = (r − a) ÷ n, at least 0
//
// and likewise from above. n < 1, and p outside 0–1, give 0 and 1. Above 20,000 the normal distribution is used,
// p ± z·√(p(1−p)÷n). Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
func Limits(p float64, n int, tail float64) (low, high float64) {
	switch {
	case n < 1 || !(p >= 0 && p <= 1):
		return 0, 1
	case p == 0 || p == 1:
		return p, p
	case n > mostExact:
		half := float64(zOf(tail) * math.Sqrt(float64(p*(1-p))/float64(n)))
		return max(p-half, 0), min(p+half, 1)
	}
	probability := binomial(p, n)
	low = lowest(probability, tail, func(i int) int { return i })
	high = float64(n) - lowest(probability, tail, func(i int) int { return n - i })
	return max(low/float64(n), 0), min(high/float64(n), 1)
}

// mostExact is the largest n of which the exact distribution is computed.
const mostExact = 20_000

// zOf is the point of the standard normal distribution with the tail above it, of the two tails used.
func zOf(tail float64) float64 {
	if tail == Outer {
		return 3.090232306167813
	}
	return 1.959963984540054
}

// lowest is the interpolated count with the tail below it, counting from the end that at gives.
func lowest(probability []float64, tail float64, at func(int) int) float64 {
	sum := 0.0
	for i := range probability {
		p := probability[at(i)]
		if sum += p; sum > tail {
			return float64(i) - (sum-tail)/p
		}
	}
	return float64(len(probability) - 1)
}

// binomial are the probabilities of 0 … n, 0 < p < 1: worked out from the likeliest count outwards, so that nothing
// is lost where the ends are too small for a number.
func binomial(p float64, n int) []float64 {
	all := make([]float64, n+1)
	mode := min(int(float64(float64(n+1)*p)), n)
	all[mode] = 1
	odds := p / (1 - p)
	for i := mode; i > 0; i-- {
		all[i-1] = all[i] * (float64(i) / float64(float64(n-i+1)*odds))
	}
	for i := mode; i < n; i++ {
		all[i+1] = all[i] * (float64(float64(n-i)*odds) / float64(i+1))
	}
	sum := 0.0
	for _, w := range all {
		sum += w
	}
	for i := range all {
		all[i] /= sum
	}
	return all
}
