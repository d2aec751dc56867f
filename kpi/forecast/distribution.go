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

// kpi.upTo is the distribution given that no more than x records come.
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

// interval80 is the interval of whole numbers whose probability is nearest to 80 %, of those between the quantiles of
// 10 and 90 % and of the same with one end less: where few records come, either end may be a tenth and more. It is
// never less than leastMass.
func (p distribution) interval80() (low, high int) {
	low, high = p.quantile(0.1), p.quantile(0.9)
	mass := kpi.Sum(p[low : high+1])
	if low == high {
		return low, high
	}
	without, at := high, p[high]
	if p[low] < p[high] {
		without, at = low, p[low]
	}
	if mass-at >= leastMass && math.Abs(mass-at-0.8) < math.Abs(mass-0.8) {
		if without == low {
			return low + 1, high
		}
		return low, high - 1
	}
	return low, high
}

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
