package survival

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrGroups is returned by a test of fewer than two groups.
var ErrGroups = errors.New("survival: a comparison needs at least two groups")

// A Test is the outcome of a comparison of groups. Observed and Expected are per
// group, in the order given, and add up to the same total.
type Test struct {
	ChiSquare float64
	// DF is the number of groups with an expected count above 0, less one. Below 1
	// there was nothing to compare (-1: no event at all) and P is NaN.
	DF       int
	P        float64 // upper tail of chi-square with DF degrees of freedom
	Observed []float64
	Expected []float64
}

// LogRank tests whether groups share one survival curve. With d_t events among
// the n_t at risk at time t, n_gt of them in group g,
//
//	E_g  = Σ_t d_t n_gt/n_t,
//	V_gh = Σ_t d_t (n_t - d_t)/(n_t - 1) · n_gt/n_t · (1{g=h} - n_ht/n_t),
//	χ²   = (O - E)ᵀ V⁻¹ (O - E), the first group left out.
//
// Left truncation enters through the numbers at risk. A group that was never at
// risk when an event happened, an empty one for instance, is left out of χ² and
// DF. If no events happened, or only one group was at risk, χ² is 0 and P is NaN;
// if events happened but leave no variance (everybody at risk had the event
// together), χ² and P are NaN.
//
// The error is ErrGroups, or one that wraps a *SubjectError. Sources: Mantel,
// Cancer Chemotherapy Reports 50 (1966) 163–170; R's survdiff with rho = 0.
func LogRank(groups ...[]Subject) (Test, error) {
	return compare(groups, func(float64) float64 { return 1 })
}

// PetoPeto is LogRank with every event weighted by the pooled S just before it,
// so that early differences count for more; Observed and Expected are weighted
// sums. Sources: Peto & Peto, JRSS A 135 (1972) 185–207; Harrington & Fleming,
// Biometrika 69 (1982) 553–566; R's survdiff with rho = 1.
func PetoPeto(groups ...[]Subject) (Test, error) {
	return compare(groups, func(survival float64) float64 { return survival })
}

func compare(groups [][]Subject, weight func(survival float64) float64) (Test, error) {
	if len(groups) < 2 {
		return Test{}, ErrGroups
	}
	for g, members := range groups {
		if err := check(members); err != nil {
			return Test{}, fmt.Errorf("group %d: %w", g, err)
		}
	}
	s := newScore(groups)
	pooled := product{survival: 1}
	for _, at := range tallies(slices.Concat(groups...)) {
		if at.events > 0 {
			n := s.add(at, weight(pooled.survival))
			pooled.add(n, at.events)
		}
	}
	return s.test(), nil
}

// A score gathers observed and expected events and their covariance.
type score struct {
	risk     []riskSet
	events   []map[float64]int // per group, by time
	observed []float64
	expected []float64
	variance [][]float64
}

func newScore(groups [][]Subject) *score {
	k := len(groups)
	s := &score{observed: make([]float64, k), expected: make([]float64, k)}
	for _, members := range groups {
		events := map[float64]int{}
		for _, m := range members {
			if m.Event {
				events[m.Time]++
			}
		}
		s.events = append(s.events, events)
		s.risk = append(s.risk, newRiskSet(members))
		s.variance = append(s.variance, make([]float64, k))
	}
	return s
}

// add enters the events of one time and returns how many were at risk in all.
func (s *score) add(at tally, weight float64) int {
	atRisk := make([]float64, len(s.risk))
	total := 0
	for g, r := range s.risk {
		n := r.at(at.time)
		atRisk[g] = float64(n)
		total += n
	}
	n, d := float64(total), float64(at.events)
	for g := range s.risk {
		s.observed[g] += float64(weight * float64(s.events[g][at.time]))
		s.expected[g] += float64(weight * (d * atRisk[g] / n))
	}
	if total > 1 {
		s.addVariance(atRisk, n, weight*weight*d*(n-d)/(n-1))
	}
	return total
}

func (s *score) addVariance(atRisk []float64, n, scale float64) {
	for g, row := range s.variance {
		share := atRisk[g] / n
		for h := range row {
			if g == h {
				row[h] += float64(scale * share * ((n - atRisk[h]) / n))
			} else {
				row[h] -= float64(scale * share * (atRisk[h] / n))
			}
		}
	}
}

func (s *score) test() Test {
	t := Test{P: math.NaN(), Observed: s.observed, Expected: s.expected}
	var compared []int
	for g, e := range s.expected {
		if e > 0 {
			compared = append(compared, g)
		}
	}
	t.DF = len(compared) - 1
	if t.DF < 1 {
		return t
	}
	// The differences add up to 0, so one of them is redundant.
	t.ChiSquare = s.quadraticForm(compared[1:])
	t.P = chiSquareTail(t.ChiSquare, t.DF)
	return t
}

// quadraticForm is uᵀ V⁻¹ u over the groups named, u = O - E; NaN if V is
// singular.
func (s *score) quadraticForm(groups []int) float64 {
	u := make([]float64, len(groups))
	v := make([][]float64, len(groups))
	for i, g := range groups {
		u[i] = s.observed[g] - s.expected[g]
		for _, h := range groups {
			v[i] = append(v[i], s.variance[g][h])
		}
	}
	return eliminate(v, u)
}

// eliminate returns uᵀ V⁻¹ u by symmetric elimination without pivoting, which is
// stable because a covariance matrix is positive semidefinite; NaN if V is
// singular. It overwrites both arguments and uses the upper triangle of V.
func eliminate(v [][]float64, u []float64) float64 {
	whole := make([]float64, len(v))
	for k := range v {
		whole[k] = v[k][k]
	}
	var sum float64
	for k, row := range v {
		if !(row[k] > singular*whole[k]) {
			return math.NaN()
		}
		sum += float64(u[k] * u[k] / row[k])
		for i := k + 1; i < len(v); i++ {
			factor := row[i] / row[k]
			u[i] -= float64(factor * u[k])
			for j := i; j < len(v); j++ {
				v[i][j] -= float64(factor * row[j])
			}
		}
	}
	return sum
}

// singular is the share of a variance that must be left, after what the other
// groups explain, for it to be more than rounding.
const singular = 1e-12
