package forecast

import (
	"maps"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// Groups says how the events of a count come with the people who come in groups (cohorts).
type Groups int

// Single events come by themselves. Arriving is a count of the people who come. Following events come of some of the
// people, at their own time after they came.
const (
	Single Groups = iota
	Arriving
	Following
)

// arrivingSpread: few groups say little of how far their sizes and dates spread, so that they are taken for wider than
// they were. The number is calibrated on simulated pilots (BenchmarkForecastCalibration).
const arrivingSpread = 1.5

// cohorts are the sizes of the groups that started on one day.
type cohorts []int

// cohortsOf are the groups in which the participants came from the day on, up to E.
func cohortsOf(w *kpi.Window, since cell.Day) cohorts {
	at := map[cell.Day]int{}
	for _, p := range w.Participants {
		if day := kpi.Registered(p); day >= since && day <= w.Clock.At() {
			at[day]++
		}
	}
	return slices.Sorted(maps.Values(at))
}

// together is how many come with one who comes, himself included, on average: Σ n² ÷ Σ n of the sizes; 1 for people who
// come one by one.
func (c cohorts) together() float64 {
	sum, squares := 0, 0
	for _, n := range c {
		sum, squares = sum+n, squares+n*n
	}
	if sum == 0 {
		return 1
	}
	return float64(squares) / float64(sum)
}

// size is how many events come together, when so many have come of the people of the groups. Of those who follow, the
// share that has come counts twice: fewer of a group count, and where few have come yet, they take their time after
// they came, so that the events of a group are spread out over days. If all have, it is that of the arriving.
func (c cohorts) size(g Groups, came float64) float64 {
	people := 0
	for _, n := range c {
		people += n
	}
	switch {
	case g == Single || people == 0:
		return 1
	case g == Arriving:
		return 1 + float64((c.together()-1)*arrivingSpread)
	}
	share := min(came/float64(people), 1)
	return 1 + float64((c.together()-1)*arrivingSpread*share*share)
}

// clustered is the distribution of the events in a time ahead that come in groups of size on average: the negative
// binomial with the mean of groups that come at a constant rate, and about size times the variance of single events.
// next is as for single events; a size of 1 gives theirs.
func clustered(came, size, next float64) distribution {
	ratio := next / (1 - next)
	mean := (came + float64(0.5*size)) * ratio
	spread := 1 - 1/(float64(size*(1+ratio))+(size-1)/size) // next of the wider one
	return negativeBinomial(mean*(1-spread)/spread, spread)
}

// cappedBy is the distribution given that no more events can come than room and those newly come, whose number varies.
func (p distribution) cappedBy(room int, newcomers distribution) distribution {
	if len(p)*len(newcomers) > mostCapped {
		return p.upTo(room + newcomers.quantile(0.5))
	}
	out := make(distribution, len(p))
	for n, chance := range newcomers {
		for x, q := range slices.Clone(p).upTo(room + n) {
			out[x] += float64(chance * q)
		}
	}
	return out.normal()
}

// mostCapped bounds the work of cappedBy: where numbers are that large, the cap hardly varies.
const mostCapped = 4_000_000
