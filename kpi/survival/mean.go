package survival

import "math"

// RestrictedMean is the mean time up to tau, the area under the curve, with its
// standard error, both in the unit of the times:
//
//	μ(τ) = ∫ from 0 to τ of S,
//	se²  = Σ over events t_i <= τ of A_i² · d_i/(n_i (n_i - d_i)),  A_i = ∫ from t_i to τ of S;
//
// a term with n_i = d_i is 0, since nothing of the area is left. Beyond the last
// observed time the last value of the curve is carried on (R's summary(fit,
// rmean = tau)): 0 if the last subject had the event, an extrapolation otherwise,
// so tau is best kept at or below Last. Before the first step the mean is tau and
// the error 0.
//
// The error is 0, not unknown, with n = 1 and with censored subjects only: no
// spread was seen. n = 0, and tau negative, NaN or infinite, give NaN.
//
// Source: Irwin, Journal of Hygiene 47 (1949) 188–189; variance as in Miller,
// Survival Analysis (1981) 71.
func (c *Curve) RestrictedMean(tau float64) (mean, se float64) {
	if c.Subjects == 0 || !finite(tau) || tau < 0 {
		return math.NaN(), math.NaN()
	}
	// Backwards from tau, the area gathered so far is what lies ahead of a step.
	var area, variance float64
	right := tau
	for i := c.stepsUpTo(tau) - 1; i >= 0; i-- {
		s := c.Steps[i]
		area += float64(s.Survival * (right - s.Time))
		if left := s.AtRisk - s.Events; left > 0 {
			weight := float64(s.Events) / (float64(s.AtRisk) * float64(left))
			variance += float64(area * area * weight)
		}
		right = s.Time
	}
	return area + right, math.Sqrt(variance)
}

// RestrictedMeanInterval is RestrictedMean ± z·se, within [0, tau], the values a
// restricted mean can take. It is NaN where RestrictedMean is, and no interval is
// claimed (NaN) where the error is 0, that is, where the data show no spread.
func (c *Curve) RestrictedMeanInterval(tau float64) Interval {
	mean, se := c.RestrictedMean(tau)
	if !Defined(mean) || se == 0 {
		return noInterval
	}
	half := float64(z975 * se)
	return Interval{max(mean-half, 0), min(mean+half, tau)}
}
