package forecast

import (
	"math"

	"pilot90/kpi"
)

// A distribution gives the probability of each number of records to come, 0, 1, 2 …; they add up to 1.
type distribution []float64

// betaBinomial is the distribution of the successes among m trials whose chance of success has the Beta
// distribution with parameters a and b:
//
//	p(x) = C(m, x) B(a + x, b + m − x) ÷ B(a, b)
//
// It is computed from its highest value outwards by p(x+1) ÷ p(x) = (m−x)/(x+1) · (a+x)/(b+m−x−1),
// so that it takes no special function and gives the same bits on every machine.
func betaBinomial(m int, a, b float64) distribution {
	p := make(distribution, m+1)
	mode := int(float64(m) * a / (a + b))
	p[mode] = 1
	for x := mode; x < m; x++ {
		p[x+1] = p[x] * float64(m-x) / float64(x+1) * (a + float64(x)) / (b + float64(m-x-1))
	}
	for x := mode; x > 0; x-- {
		p[x-1] = p[x] * float64(x) / float64(m-x+1) * (b + float64(m-x)) / (a + float64(x-1))
	}
	return p.normal()
}

// negativeBinomial is the distribution of the events in a time ahead when their rate has the Gamma
// distribution with the given shape after the time watched; next = ahead ÷ (watched + ahead):
//
//	p(x) = Γ(shape + x) ÷ (Γ(shape) x!) · (1 − next)^shape · next^x
//
// It is cut off where what follows is less than 1e-16 of its highest value.
func negativeBinomial(shape, next float64) distribution {
	mode := 0
	if shape > 1 {
		mode = int((shape - 1) * next / (1 - next))
	}
	p := make(distribution, mode+1, 2*mode+64)
	p[mode] = 1
	for x := mode; x > 0; x-- {
		p[x-1] = p[x] * float64(x) / (shape + float64(x-1)) / next
	}
	for x := mode; p[x] > 1e-16*(1-next); x++ {
		p = append(p, p[x]*(shape+float64(x))/float64(x+1)*next)
	}
	return p.normal()
}

// normal divides by the sum, smallest first.
func (p distribution) normal() distribution {
	total := kpi.Sum(p)
	for x := range p {
		p[x] /= total
	}
	return p
}

// from is the distribution given that at least x records come; a distribution that rules this out stays as it is.
func (p distribution) from(x int) distribution {
	if x <= 0 || x >= len(p) || kpi.Sum(p[x:]) == 0 {
		return p
	}
	clear(p[:x])
	return p.normal()
}

// upTo is the distribution given that no more than x records come.
func (p distribution) upTo(x int) distribution {
	if x+1 >= len(p) || kpi.Sum(p[:x+1]) == 0 {
		return p
	}
	return p[:x+1].normal()
}

// quantile is the smallest number of records up to which the distribution has the probability q, of that of
// the number itself one half (mid-P).
func (p distribution) quantile(q float64) int {
	var sum float64
	for x, at := range p {
		if sum += at; sum-float64(at/2) >= q {
			return x
		}
	}
	return len(p) - 1
}

// leastMass is the least probability of an interval that is called one of 80 %.
const leastMass = 0.7

// interval80 is the interval of whole numbers whose probability is nearest to 80 %, of those whose ends are the
// quantiles of 10 and 90 % or one beside them: where few records come, one number has a tenth and more. Of two that are
// as near it is the shorter one. It is never less than leastMass.
func (p distribution) interval80() (low, high int) {
	from, to := p.quantile(0.1), p.quantile(0.9)
	low, high = from, to
	best := math.Inf(1)
	for l := max(from-1, 0); l <= min(from+1, len(p)-1); l++ {
		for h := max(to-1, l); h <= min(to+1, len(p)-1); h++ {
			mass := kpi.Sum(p[l : h+1])
			off := math.Abs(mass - 0.8)
			if mass >= leastMass && (off < best-sameMass || off < best+sameMass && h-l < high-low) {
				low, high, best = l, h, off
			}
		}
	}
	return low, high
}

// sameMass is by how much two probabilities differ that are the same but for their rounding.
const sameMass = 1e-12

// chance is the probability of the numbers of records for which holds holds.
func (p distribution) chance(holds func(x int) bool) float64 {
	var in []float64
	for x, at := range p {
		if holds(x) {
			in = append(in, at)
		}
	}
	return min(kpi.Sum(in), 1)
}

// fill sets probability and interval from the distribution of the records to come and the value they lead to.
func fill(out *kpi.Forecast, h *kpi.Horizon, p distribution, value func(x int) float64) {
	out.Probability = new(p.chance(func(x int) bool { return h.Definition.Better.Meets(value(x), out.Target) }))
	low, high := p.interval80()
	out.Interval80 = &[2]float64{value(low), value(high)}
}
