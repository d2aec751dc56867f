package survival

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// sample draws subjects with many ties, zero times and some left truncation. The
// times are whole numbers, so that scaling by a power of two is exact.
func sample(r *rand.Rand, n int, truncated bool) []Subject {
	out := make([]Subject, n)
	for i := range out {
		s := Subject{Time: float64(r.IntN(30)), Event: r.IntN(3) > 0}
		if truncated && s.Time > 1 && r.IntN(2) == 0 {
			s.Entry = 1 + float64(r.IntN(int(s.Time)-1))
		}
		out[i] = s
	}
	return out
}

// eachSample runs a property over samples of many sizes, small ones above all.
func eachSample(t *testing.T, property func(t *testing.T, r *rand.Rand, subjects []Subject)) {
	for _, truncated := range []bool{false, true} {
		for seed := range uint64(150) {
			r := rand.New(rand.NewPCG(seed, 90))
			n := 1 + int(seed)%12 + 40*(int(seed)%3)
			t.Run(fmt.Sprintf("n=%d/seed=%d/truncated=%t", n, seed, truncated), func(t *testing.T) {
				property(t, r, sample(r, n, truncated))
			})
		}
	}
}

var shares = []float64{0, 0.1, 0.25, 0.5, 0.75, 0.9, 1}

// readings are all numbers that the product may print from a curve, except
// counts of rows: at the given times, and quantiles and means.
func readings(c *Curve, times []float64) (levels, durations []float64) {
	for _, x := range times {
		p := c.At(x)
		levels = append(levels, p.Survival, p.StdErr, p.LogStdErr, p.CumHazard, p.CumHazardStdErr,
			float64(p.AtRisk), float64(p.Events), float64(c.AtRisk(x)))
		for _, on := range []Scale{LogLog, Log, Plain} {
			i := p.Interval(on)
			levels = append(levels, i.Lower, i.Upper)
		}
		mean, se := c.RestrictedMean(x)
		i := c.RestrictedMeanInterval(x)
		durations = append(durations, mean, se, i.Lower, i.Upper)
	}
	for _, p := range shares {
		for _, on := range []Scale{LogLog, Log, Plain} {
			q := c.Quantile(p, on)
			durations = append(durations, q.Estimate, q.Lower, q.Upper)
		}
	}
	return levels, durations
}

func grid() (times []float64) {
	for x := 0.; x < 35; x += 0.5 {
		times = append(times, x)
	}
	return times
}

func same(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) || len(got) == 0 {
		t.Fatalf("%s: %d numbers against %d", what, len(got), len(want))
	}
	for i := range got {
		if !near(got[i], want[i], tolerance) {
			t.Fatalf("%s: number %d is %v, want %v", what, i, got[i], want[i])
		}
	}
}

func TestOrderChangesNothing(t *testing.T) {
	eachSample(t, func(t *testing.T, r *rand.Rand, subjects []Subject) {
		shuffled := slices.Clone(subjects)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		before := slices.Clone(shuffled)
		a, b := mustFit(t, subjects...), mustFit(t, shuffled...)
		if !slices.Equal(shuffled, before) {
			t.Fatal("Fit changed its argument")
		}
		levelsA, durationsA := readings(a, grid())
		levelsB, durationsB := readings(b, grid())
		same(t, "levels", levelsB, levelsA, 0)
		same(t, "durations", durationsB, durationsA, 0)
	})
}

func TestUnitOfTime(t *testing.T) {
	const scale = 1024 // exact in floating point, so results must be, too
	eachSample(t, func(t *testing.T, _ *rand.Rand, subjects []Subject) {
		scaled, times := slices.Clone(subjects), grid()
		for i := range scaled {
			scaled[i].Entry *= scale
			scaled[i].Time *= scale
		}
		levels, durations := readings(mustFit(t, subjects...), times)
		for i := range times {
			times[i] *= scale
		}
		for i := range durations {
			durations[i] *= scale
		}
		scaledLevels, scaledDurations := readings(mustFit(t, scaled...), times)
		same(t, "levels", scaledLevels, levels, 0)
		same(t, "durations", scaledDurations, durations, 0)
	})
}

// Whoever is seen on (e, a] and on (a, t] has been seen on (e, t].
func TestSplittingASubject(t *testing.T) {
	eachSample(t, func(t *testing.T, r *rand.Rand, subjects []Subject) {
		whole := mustFit(t, subjects...)
		pieces := split(r, subjects)
		levels, durations := readings(whole, grid())
		splitLevels, splitDurations := readings(mustFit(t, pieces...), grid())
		truncated := slices.ContainsFunc(subjects, func(s Subject) bool { return s.Entry > 0 })
		withoutRowEffects(levels, truncated)
		withoutRowEffects(splitLevels, truncated)
		same(t, "levels", splitLevels, levels, 0)
		same(t, "durations", splitDurations, durations, 1e-12)
	})
}

// split cuts about half of the subjects in two, between whole times.
func split(r *rand.Rand, subjects []Subject) (out []Subject) {
	for _, s := range subjects {
		cut := s.Entry + 0.25 + float64(r.IntN(30))
		if cut >= s.Time {
			out = append(out, s)
			continue
		}
		out = append(out, Subject{Entry: s.Entry, Time: cut}, Subject{Entry: cut, Time: s.Time, Event: s.Event})
	}
	return out
}

// withoutRowEffects blanks the two readings that, by R's conventions, depend on
// which rows the table has, and the pieces have rows of their own: Point.AtRisk
// under left truncation, which looks ahead to the next row, and the log-log
// interval at S = 1, which is [1, 1] before the first row and none after it.
func withoutRowEffects(levels []float64, truncated bool) {
	const survival, atRisk, logLog, perTime = 0, 5, 8, 14
	for row := range slices.Chunk(levels, perTime) {
		if truncated {
			row[atRisk] = 0
		}
		if row[survival] == 1 {
			row[logLog], row[logLog+1] = 0, 0
		}
	}
}

func TestWithoutCensoringTheCurveIsTheShareLeft(t *testing.T) {
	eachSample(t, func(t *testing.T, _ *rand.Rand, subjects []Subject) {
		complete := slices.Clone(subjects)
		var sum float64
		for i := range complete {
			complete[i].Event, complete[i].Entry = true, 0
			sum += complete[i].Time
		}
		c, n := mustFit(t, complete...), float64(len(complete))
		for _, x := range grid() {
			left := 0
			for _, s := range complete {
				if s.Time > x {
					left++
				}
			}
			if got := c.At(x).Survival; math.Abs(got-float64(left)/n) > 1e-14 {
				t.Fatalf("S(%v) = %v, %d of %v are left", x, got, left, n)
			}
		}
		if mean, _ := c.RestrictedMean(c.Last()); math.Abs(mean-sum/n) > 1e-12 {
			t.Fatalf("restricted mean %v, mean %v", mean, sum/n)
		}
	})
}
