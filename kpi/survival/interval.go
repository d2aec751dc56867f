package survival

import "math"

// z975 is the 97.5 % point of the standard normal distribution, for two-sided
// 95 % intervals: the float64 nearest to 1.95996398454005423552…, which is what
// R's qnorm(0.975) returns.
const z975 = 1.959963984540054

// An Interval is a two-sided 95 % confidence interval. Both ends are NaN where
// the data determine none.
type Interval struct {
	Lower, Upper float64
}

// Defined reports whether both ends are numbers.
func (i Interval) Defined() bool { return Defined(i.Lower) && Defined(i.Upper) }

var noInterval = Interval{math.NaN(), math.NaN()}

// A Scale is the scale on which a confidence interval for S is symmetric.
type Scale uint8

const (
	LogLog Scale = iota // log(-log S); stays within (0, 1), best for small n
	Log                 // log S, cut at 1; the default of R's survfit
	Plain               // S itself, cut to [0, 1]
)

// Interval is the pointwise 95 % confidence interval for S:
//
//	LogLog  S^exp(± z·se(log S)/log S)
//	Log     S·exp(± z·se(log S)), at most 1
//	Plain   S ± z·se(S), within [0, 1]
//
// There is none (NaN) once S = 0, on any scale, nor on the LogLog scale while
// S = 1 after somebody has left. Before the first step it is [1, 1]. These are
// R's conventions (conf.type). Source of LogLog: Kalbfleisch & Prentice, The
// Statistical Analysis of Failure Time Data (1980).
func (e Estimate) Interval(on Scale) Interval {
	switch {
	case math.IsNaN(e.Survival) || e.Survival == 0:
		return noInterval
	case e.beforeFirst:
		return Interval{1, 1}
	}
	switch on {
	case LogLog:
		return e.logLogInterval()
	case Log:
		factor := exp(z975 * e.LogStdErr)
		return Interval{e.Survival / factor, min(e.Survival*factor, 1)}
	case Plain:
		half := float64(z975 * e.StdErr)
		return Interval{max(e.Survival-half, 0), min(e.Survival+half, 1)}
	}
	return noInterval
}

func (e Estimate) logLogInterval() Interval {
	if e.Survival == 1 {
		return noInterval
	}
	// log S < 0, so the positive exponent gives the lower end.
	power := exp(z975 * e.LogStdErr / -log(e.Survival))
	return Interval{exp(power * log(e.Survival)), exp(log(e.Survival) / power)}
}

// Wilson is the 95 % score interval for a ratio of successes among n,
//
//	(x + z²/2 ± z·sqrt(x(n-x)/n + z²/4)) / (n + z²),
//
// the ratios p with |x/n - p| <= z·sqrt(p(1-p)/n). It lies within [0, 1], touches
// 0 only for x = 0 and 1 only for x = n, and is meaningful for small n: for n = 1
// it is [0, 0.793…] or [0.206…, 1]. For n <= 0, or x outside [0, n], there is none
// (NaN). Source: Wilson, JASA 22 (1927) 209–212.
func Wilson(successes, n int) Interval {
	if n <= 0 || successes < 0 || successes > n {
		return noInterval
	}
	const zz = z975 * z975
	x, total := float64(successes), float64(n)
	centre := (x + zz/2) / (total + zz)
	half := z975 * math.Sqrt(float64(x*((total-x)/total))+zz/4) / (total + zz)
	out := Interval{centre - half, centre + half}
	// The ends that are exact in arithmetic are made exact in floating point.
	if successes == 0 {
		out.Lower = 0
	}
	if successes == n {
		out.Upper = 1
	}
	return out
}
