package survival

import (
	"cmp"
	"math"
	"slices"
)

// tolerance says when S counts as exactly p; it is R's, the square root of the
// float64 epsilon.
const tolerance = 1.0 / (1 << 26)

// A Quantile is the time by which a share P of the subjects has had the event,
// with its 95 % interval. A time that the curve, or the edge of its confidence
// band, does not reach is NaN.
type Quantile struct {
	P        float64 // in [0, 1]; the curve stands at S = 1 - P
	Estimate float64 // time
	Lower    float64 // where the lower edge of the band reaches 1 - P
	Upper    float64 // where the upper edge does; NaN: no upper bound is known
}

// Reached reports whether the curve falls far enough for an estimate.
func (q Quantile) Reached() bool { return Defined(q.Estimate) }

// Median is Quantile at P = 0.5.
func (c *Curve) Median(on Scale) Quantile { return c.Quantile(0.5, on) }

// Quantile is the smallest time t with S(t) < 1-p, and, where S equals 1-p over
// an interval (within 2⁻²⁶), the midpoint of that interval; when that is the last
// stretch of the curve, the midpoint up to the last observed time. The bounds are
// read in the same way from the edges of the confidence band on the given scale
// (Brookmeyer & Crowley, Biometrics 38 (1982) 29–41), so bounds on different
// scales differ although the estimate does not. These are the conventions of R's
// quantile.survfit. P = 0 gives time 0.
//
// n = 0, and p outside [0, 1] or NaN, give NaN; n = 1 gives the time of an event
// and no bounds; censored subjects only give NaN for every p > 0.
func (c *Curve) Quantile(p float64, on Scale) Quantile {
	nan := math.NaN()
	q := Quantile{P: p, Estimate: nan, Lower: nan, Upper: nan}
	if c.Subjects == 0 || !(p >= 0 && p <= 1) {
		return q
	}
	q.Estimate = c.fallen(func(e Estimate) float64 { return e.Survival }).crossing(p)
	q.Lower = c.fallen(func(e Estimate) float64 { return e.Interval(on).Lower }).crossing(p)
	q.Upper = c.fallen(func(e Estimate) float64 { return e.Interval(on).Upper }).crossing(p)
	return q
}

// A level is a share lost, 1 - height, and the time at which it is first met.
type level struct{ time, lost float64 }

// A descent is a curve as its distinct levels, ordered by the share lost. The
// estimate only falls, but the edge of a confidence band may rise again; ordering
// by level rather than by time is how R reads such an edge.
type descent struct {
	levels []level
	final  float64 // the level that is new last; NaN if undefined there
	last   float64 // last time of the curve
}

// fallen reads one height (S or an edge of its band) off every step.
func (c *Curve) fallen(height func(Estimate) float64) descent {
	d := descent{levels: []level{{0, 0}}, last: c.Last()}
	seen := map[float64]bool{0: true}
	sawNaN := false
	for _, s := range c.Steps {
		lost := 1 - height(s.Estimate)
		switch {
		case math.IsNaN(lost):
			if !sawNaN {
				sawNaN, d.final = true, lost
			}
		case !seen[lost]:
			seen[lost] = true
			d.levels = append(d.levels, level{s.Time, lost})
			d.final = lost
		}
	}
	slices.SortStableFunc(d.levels, func(a, b level) int { return cmp.Compare(a.lost, b.lost) })
	return d
}

// crossing is the time at which the share lost reaches p, the middle of the
// stretch if it stays there.
func (d descent) crossing(p float64) float64 {
	if p == 0 {
		return 0
	}
	reach := slices.IndexFunc(d.levels, func(l level) bool { return l.lost+tolerance >= p })
	if reach < 0 {
		return math.NaN()
	}
	if math.Abs(p-d.final) < tolerance {
		return (d.levels[reach].time + d.last) / 2
	}
	pass := slices.IndexFunc(d.levels, func(l level) bool { return l.lost-tolerance >= p })
	if pass < 0 {
		return math.NaN()
	}
	return (d.levels[reach].time + d.levels[pass].time) / 2
}
