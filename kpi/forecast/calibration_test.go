package forecast

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
)

// A foretold is one simulated ledger: what the forecast said on a day, and what came of it.
type foretold struct {
	in   bool    // the value at the end lay in the 80 % interval
	mass float64 // the probability that the distribution gave to the interval: 0.8, or a little more of counts
}

// models are the models of the forecasts, each with a simulation of its own assumptions.
var models = []struct {
	name     string
	simulate func(*rand.Rand) (foretold, bool)
	ledgers  int
}{
	{"beta-binomial", simulateRatio, 4000},
	{"gamma-Poisson", simulateCount, 4000},
	{"registered, in cohorts", inCohorts(Arriving, 1, 0), 4000},
	{"candidates, in cohorts", inCohorts(Following, 0.85, 20), 4000},
	{"projects, in cohorts", inCohorts(Following, 0.6, 40), 4000},
	{"first income, in cohorts", inCohorts(Following, 0.7, 60), 4000},
	{"leaders, in cohorts", inCohorts(Following, 0.2, 100), 4000},
	{"Kaplan–Meier, mean months", func(r *rand.Rand) (foretold, bool) { return simulateSpells(r, 0) }, 250},
	{"Kaplan–Meier, share at 180 days", func(r *rand.Rand) (foretold, bool) { return simulateSpells(r, 180) }, 250},
}

// coverage simulates n ledgers and returns the share of intervals that held the value, and the
// share that the distributions said would.
func coverage(seed uint64, n int, simulate func(*rand.Rand) (foretold, bool)) (held, said float64) {
	random := rand.New(rand.NewPCG(seed, 80))
	for done := 0; done < n; {
		f, ok := simulate(random)
		if !ok {
			continue // the value at the end was not determined
		}
		if f.in {
			held++
		}
		said += f.mass
		done++
	}
	return held / float64(n), said / float64(n)
}

// TestForecastCoverage holds the coverage of the 80 % intervals against the probability they were
// said to have. The coverage of n independent intervals is binomial: it lies within 2.576 standard
// errors √(p(1−p)/n) of p in 99 of 100 cases (normal approximation). Intervals of counts hold
// whole numbers, so that few say just 80 %.
func TestForecastCoverage(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates hundreds of ledgers")
	}
	for _, m := range models {
		if strings.HasSuffix(m.name, "in cohorts") {
			continue // the model is a simplification there; see TestCoverageInCohorts
		}
		held, said := coverage(90, m.ledgers, m.simulate)
		if limit := 2.576 * math.Sqrt(said*(1-said)/float64(m.ledgers)); math.Abs(held-said) > limit {
			t.Errorf("%s: %.3f of the intervals held the value, %.3f ± %.3f were to", m.name, held, said, limit)
		}
		if said < 0.8-1e-9 || said > 0.92 {
			t.Errorf("%s: the intervals claim %.3f, want about 0.8", m.name, said)
		}
	}
}

// TestCoverageInCohorts: where people come in cohorts, the 80 % intervals of registered, candidates, projects, leaders
// and first income cover 75 to 85 %. Of 40,000 pilots each, of the seeds 1 to 10, they cover 78.0 to 84.1 %, give or
// take 0.2, and no 4,000 of them leave 75 to 85 %.
func TestCoverageInCohorts(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates thousands of pilots")
	}
	for _, m := range models {
		if !strings.HasSuffix(m.name, "in cohorts") {
			continue
		}
		held, _ := coverage(90, m.ledgers, m.simulate)
		if held < 0.75 || held > 0.85 {
			t.Errorf("%s: %.3f of the intervals held the value, want 0.75 to 0.85", m.name, held)
		}
	}
}

// BenchmarkForecastCalibration times the simulation of each model and reports the coverage of the
// 80 % intervals in per cent, beside what the distributions said. The seed is fixed: the numbers are the
// same on every run.
func BenchmarkForecastCalibration(b *testing.B) {
	for _, m := range models {
		b.Run(m.name, func(b *testing.B) {
			var held, said float64
			for b.Loop() {
				held, said = coverage(30, m.ledgers, m.simulate)
			}
			b.ReportMetric(100*held, "%coverage")
			b.ReportMetric(100*said, "%said")
		})
	}
}

// simulateRatio draws a chance of success, n results, and m more.
func simulateRatio(random *rand.Rand) (foretold, bool) {
	n, m := 10+random.IntN(60), 10+random.IntN(60)
	chance := 0.1 + 0.8*random.Float64()
	hits, come := binomial(random, n, chance), binomial(random, m, chance)
	return compare(betaBinomial(m, float64(hits)+0.5, float64(n-hits)+0.5), come)
}

// simulateCount draws a rate around 1 in 10 days, the events of the days watched, and those to come.
func simulateCount(random *rand.Rand) (foretold, bool) {
	watched, ahead := 30+random.Float64()*200, 10+random.Float64()*200
	rate := 0.02 + random.Float64()*0.2
	seen, come := poisson(random, rate*watched), poisson(random, rate*ahead)
	return compare(negativeBinomial(float64(seen)+0.5, ahead/(watched+ahead)), come)
}

// inCohorts is simulateCohorts for one kind of count.
func inCohorts(g Groups, share, lag float64) func(*rand.Rand) (foretold, bool) {
	return func(r *rand.Rand) (foretold, bool) { return simulateCohorts(r, g, share, lag) }
}

// simulateCohorts lets groups of 3 to 10 people come every 40 to 100 days on average through a year; a share of them
// counts, a time of lag days on average after they came. The forecast is made on a day between 150 and 280.
func simulateCohorts(random *rand.Rand, g Groups, share, lag float64) (foretold, bool) {
	const end = 365.0
	asOf, gap := 150+random.Float64()*130, 40+random.Float64()*60
	var groups cohorts
	seen, come := 0, 0
	for at := 0.0; at < end; at += gap * random.ExpFloat64() {
		n := 3 + random.IntN(8)
		if at <= asOf {
			groups = append(groups, n)
		}
		for range n {
			if random.Float64() >= share {
				continue
			}
			switch t := at + lag*random.ExpFloat64(); {
			case t == 0: // those of the first day are not counted as having come since
			case t <= asOf:
				seen++
			case t <= end:
				come++
			}
		}
	}
	return compare(clustered(float64(seen), groups.size(g, float64(seen)), (end-asOf)/end), come)
}

func compare(p distribution, x int) (foretold, bool) {
	low, high := p.interval80()
	return foretold{low <= x && x <= high, p.chance(func(x int) bool { return low <= x && x <= high })}, true
}

func binomial(random *rand.Rand, n int, chance float64) int {
	hits := 0
	for range n {
		if random.Float64() < chance {
			hits++
		}
	}
	return hits
}

func poisson(random *rand.Rand, mean float64) int {
	n := 0
	for t := random.ExpFloat64(); t < mean; t += random.ExpFloat64() {
		n++
	}
	return n
}

// simulateSpells lets spells begin at a constant rate through a year of 365 days, about 50 of them, and
// last an exponential time of 100 to 600 days on average; the forecast is made on day 270.
func simulateSpells(random *rand.Rand, days float64) (foretold, bool) {
	const asOf, end, beginnings = cell.Day(270), cell.Day(365), 50
	mean := 100 + 500*random.Float64()
	var now, then []facts.Spell
	for at := random.ExpFloat64() * 365 / beginnings; at < 365; at += random.ExpFloat64() * 365 / beginnings {
		from := 1 + cell.Day(at)
		last := from + cell.Day(mean*random.ExpFloat64())
		if from <= asOf {
			now = append(now, facts.Spell{From: from, To: min(last, asOf), Ended: last <= asOf})
		}
		then = append(then, facts.Spell{From: from, To: min(last, end), Ended: last <= end})
	}
	l := Lasting{Days: days, Spells: func(*kpi.Window) ([]facts.Spell, []kpi.RowUse) { return now, nil }}
	truth, ok := l.value(facts.Subjects(then, facts.Spell.Days))
	var out kpi.Forecast
	l.Foresee(&kpi.Horizon{Window: &kpi.Window{Clock: setting.Clock{AsOf: asOf}}, End: end, Since: 1}, &kpi.Figure{}, &out)
	if !ok || out.Interval80 == nil {
		return foretold{}, false
	}
	return foretold{out.Interval80[0] <= truth && truth <= out.Interval80[1], 0.8}, true
}

// TestRunsAreThoseOfTheCurve: carried on from the same spells, as many end by a day as the curve says.
func TestRunsAreThoseOfTheCurve(t *testing.T) {
	var spells []facts.Spell
	for i := range 200 {
		spells = append(spells, facts.Spell{From: 1, To: cell.Day(1 + i), Ended: i%2 == 0})
	}
	h := &kpi.Horizon{Window: &kpi.Window{Clock: setting.Clock{AsOf: 200}}, End: 250, Since: 1}
	p := newProjection(h, spells)
	curve, err := survival.Fit(facts.Subjects(spells, facts.Spell.Days))
	if err != nil {
		t.Fatal(err)
	}
	const runs = 400
	var at100 float64
	for range runs {
		p.weigh()
		for range 20 {
			if s := p.carry(50, 100); !s.Event {
				at100++
			}
		}
	}
	// S(100) ÷ S(50), the share of those there after 50 days that is there after 100. A run has its own
	// weights, whose spread is that of the curve; over 400 of them it averages to within 1 %.
	want := curve.At(100).Survival / curve.At(50).Survival
	if got := at100 / (runs * 20); math.Abs(got-want) > 0.02 {
		t.Errorf("%.3f go on from day 50 to day 100, the curve says %.3f", got, want)
	}
}
