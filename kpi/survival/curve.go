package survival

import (
	"math"
	"sort"
)

// A Curve is a Kaplan–Meier estimate: a step function that is 1 from time 0 and
// falls at event times.
type Curve struct {
	Subjects int    // subjects fitted
	Events   int    // of them, how many ended by the event
	Steps    []Step // one per distinct Time, events and censorings alike, ascending

	risk riskSet
}

// An Estimate is the curve and the cumulative hazard at one time, with their
// standard errors.
type Estimate struct {
	Survival        float64 // S, in [0, 1]
	StdErr          float64 // of S; NaN once S = 0
	LogStdErr       float64 // of log S; +Inf once S = 0
	CumHazard       float64 // Nelson–Aalen, >= 0
	CumHazardStdErr float64

	beforeFirst bool // no subject has left yet: S = 1 by definition, not by data
}

// A Step is one row of the life table.
type Step struct {
	Time     float64
	AtRisk   int // subjects with Entry < Time <= their Time
	Events   int // at exactly this time
	Censored int // at exactly this time; they are counted in AtRisk
	Estimate
}

// A Point is the curve read at a time of the caller's choice.
type Point struct {
	Time float64
	// AtRisk is what R's summary(fit, times, extend = TRUE) prints: the number at
	// risk at the first step at or after Time, 0 after the last one. Without left
	// truncation it equals Curve.AtRisk; with it, subjects who enter between Time
	// and that step are included.
	AtRisk int
	Events int // in (origin, Time], the origin included
	Estimate
}

// Fit computes the Kaplan–Meier estimate
//
//	S(t) = ∏ over t_i <= t of (n_i - d_i)/n_i
//
// with d_i events among the n_i at risk at the distinct time t_i, Greenwood's
// standard errors
//
//	se(log S) = sqrt(Σ d_i/(n_i (n_i - d_i))),  se(S) = S · se(log S)
//
// and the Nelson–Aalen cumulative hazard H = Σ d_i/n_i with variance Σ d_i/n_i².
// Under left truncation the curve may reach 0 while the risk set is small and
// stays there although later subjects continue; read AtRisk beside it.
//
// n = 0 gives a curve without steps whose every reading is NaN; n = 1 gives one
// step, to 0 for an event and staying at 1 for a censoring. With censored
// subjects only, S = 1 and H = 0 with error 0 throughout. The error is a
// *SubjectError for a time or entry that is NaN, infinite or negative, or an
// entry > 0 that is not before its time.
//
// Sources: Kaplan & Meier, JASA 53 (1958) 457–481; Greenwood, Reports on Public
// Health and Medical Subjects 33 (1926); Nelson, Technometrics 14 (1972);
// Aalen, Annals of Statistics 6 (1978).
func Fit(subjects []Subject) (*Curve, error) {
	if err := check(subjects); err != nil {
		return nil, err
	}
	c := &Curve{Subjects: len(subjects), risk: newRiskSet(subjects)}
	run := product{survival: 1}
	for _, at := range tallies(subjects) {
		n := c.risk.at(at.time)
		run.add(n, at.events)
		c.Events += at.events
		c.Steps = append(c.Steps, Step{
			Time: at.time, AtRisk: n, Events: at.events, Censored: at.censored,
			Estimate: run.estimate(),
		})
	}
	return c, nil
}

// A product holds the running product and sums of Fit.
type product struct {
	survival, logVariance  float64
	hazard, hazardVariance float64
}

func (p *product) add(atRisk, events int) {
	if events == 0 {
		return
	}
	n, d := float64(atRisk), float64(events)
	p.survival *= (n - d) / n
	p.logVariance += d / (n * (n - d)) // +Inf when the last one at risk leaves
	p.hazard += d / n
	p.hazardVariance += d / (n * n)
}

func (p *product) estimate() Estimate {
	logErr := math.Sqrt(p.logVariance)
	return Estimate{
		Survival:        p.survival,
		StdErr:          p.survival * logErr, // 0 · Inf = NaN, as wanted
		LogStdErr:       logErr,
		CumHazard:       p.hazard,
		CumHazardStdErr: math.Sqrt(p.hazardVariance),
	}
}

// At reads the curve at t. Before the first step S = 1; after the last step the
// last value is carried on, however far (R's extend = TRUE), so a caller that
// must not extrapolate compares t with Last. With n = 0 or t NaN every number of
// the estimate is NaN.
func (c *Curve) At(t float64) Point {
	if c.Subjects == 0 || math.IsNaN(t) {
		nan := math.NaN()
		return Point{Time: t, Estimate: Estimate{nan, nan, nan, nan, nan, false}}
	}
	p := Point{Time: t, Estimate: Estimate{Survival: 1, beforeFirst: true}}
	passed := c.stepsUpTo(t)
	for _, s := range c.Steps[:passed] {
		p.Events += s.Events
	}
	if passed > 0 {
		p.Estimate = c.Steps[passed-1].Estimate
	}
	if next := c.firstStepFrom(t); next < len(c.Steps) {
		p.AtRisk = c.Steps[next].AtRisk
	}
	return p
}

// stepsUpTo counts the steps with Time <= t.
func (c *Curve) stepsUpTo(t float64) int {
	return sort.Search(len(c.Steps), func(i int) bool { return c.Steps[i].Time > t })
}

// firstStepFrom is the index of the first step with Time >= t, or len(Steps).
func (c *Curve) firstStepFrom(t float64) int {
	return sort.Search(len(c.Steps), func(i int) bool { return c.Steps[i].Time >= t })
}

// AtRisk counts the subjects under observation at t, those with Entry < t <= Time
// (at t = 0: all who are not left truncated). It is 0 for n = 0 and for t NaN.
func (c *Curve) AtRisk(t float64) int {
	if math.IsNaN(t) {
		return 0
	}
	return c.risk.at(t)
}

// Last is the longest observed time, event or censoring; NaN for n = 0. It is
// the natural limit for RestrictedMean.
func (c *Curve) Last() float64 {
	if len(c.Steps) == 0 {
		return math.NaN()
	}
	return c.Steps[len(c.Steps)-1].Time
}

// Defined reports whether a result of this package is a number, that is, neither
// NaN (not reached, not determined) nor infinite.
func Defined(x float64) bool { return finite(x) }
