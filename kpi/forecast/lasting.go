package forecast

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
)

// Lasting is the outlook of how long something lasts: the mean months of the spells, or, with Days,
// the Kaplan–Meier share that lasts longer than so many days. The running spells are carried on
// to the period's end along their Kaplan–Meier curve, and new ones begin at the pace so far, many
// times over; the values these runs give are the forecast.
//
// Each run weighs the spells anew (Bayesian bootstrap), so that the runs differ by as much as the
// curve is uncertain. Past the last end that was seen, spells end at the constant rate (ends + ½) ÷
// days watched. Source: Rubin, Annals of Statistics 9 (1981); Lo, Annals of Statistics 21 (1993).
type Lasting struct {
	Spells func(w *kpi.Window) ([]facts.Spell, []kpi.RowUse)
	Days   float64 // 0: the mean in months
}

// Foresee carries the running spells on and lets new ones begin.
func (l Lasting) Foresee(h *kpi.Horizon, f *kpi.Figure, out *kpi.Forecast) {
	spells, _ := l.Spells(h.Window)
	if l.wait(h, spells, out) || tooFewDays(h, out, leastDays) {
		return
	}
	p := newProjection(h, spells)
	var values []float64
	met := 0
	for range p.runs() {
		v, ok := l.value(p.run())
		if !ok {
			continue
		}
		values = append(values, v)
		if h.Definition.Better.Meets(v, out.Target) {
			met++
		}
	}
	if len(values) == 0 {
		out.Reason = f.Reason
		return
	}
	out.Probability = new(float64(met) / float64(len(values)))
	out.Interval80 = &[2]float64{survival.SampleQuantile(values, 0.1), survival.SampleQuantile(values, 0.9)}
	out.Model = lang.Text{
		JA: fmt.Sprintf("カプラン・マイヤー曲線に沿った延長：継続中の%d件を残り%g日のばし、これまでと同じペース（%g日で%d件）で新しく始まるとして%d回試算", p.running, h.Days(),
			p.watched, p.came, len(values)),
		EN: fmt.Sprintf(
			"carried on along the Kaplan–Meier curve: %d running for the %g days left, new ones begin at the pace so far (%d "+
				"in %g days); %d runs", p.running, h.Days(), p.came, p.watched, len(values)),
	}
}

// wait says from when on there will be a forecast, if there is none yet.
func (l Lasting) wait(h *kpi.Horizon, spells []facts.Spell, out *kpi.Forecast) bool {
	why := lang.Text{JA: fmt.Sprintf("%d件に満たないため", leastRecords), EN: fmt.Sprintf("under %d records", leastRecords)}
	if len(spells) < leastRecords {
		out.Reason = lang.Text{JA: "まだ見込めません（" + why.JA + "）", EN: "too early to say (" + why.EN + ")"}
		return true
	}
	if l.Days == 0 || slices.ContainsFunc(spells, func(s facts.Spell) bool { return s.Days() >= l.Days }) {
		return false
	}
	first := slices.MinFunc(spells, func(s, o facts.Spell) int { return cmp.Compare(s.From, o.From) })
	day := first.From + cell.Day(l.Days) - 1
	why = lang.Text{JA: fmt.Sprintf("%g日続けて観察できた人がまだいないため", l.Days),
		EN: fmt.Sprintf("nobody has been observed for %g days", l.Days)}
	if day > h.End {
		out.Reason = lang.Text{JA: "期間の終わりまで見込めません（" + why.JA + "）",
			EN: "nothing can be said before the end of the period (" + why.EN + ")"}
		return true
	}
	tooEarly(out, max(day, h.Clock.AsOf+1), why)
	return true
}

// value reads the figure off one run; false when the run does not determine it.
func (l Lasting) value(run []survival.Subject) (float64, bool) {
	if l.Days == 0 {
		var sum float64
		for _, s := range run {
			sum += s.Time
		}
		return sum / float64(len(run)) / daysAMonth, true
	}
	return shareBeyond(run, l.Days)
}

// shareBeyond is the Kaplan–Meier share of the run that lasts longer than so many days; false when
// nobody is watched that long and somebody might. It sorts the run.
func shareBeyond(run []survival.Subject, days float64) (float64, bool) {
	slices.SortFunc(run, byTime)
	share := 1.0
	for i := 0; i < len(run) && run[i].Time <= days; {
		atRisk, ended, at := float64(len(run)-i), 0.0, run[i].Time
		for ; i < len(run) && run[i].Time == at; i++ {
			if run[i].Event {
				ended++
			}
		}
		share *= (atRisk - ended) / atRisk
	}
	return share, share == 0 || days <= run[len(run)-1].Time
}

// byTime orders by length; of equal ones the ended come first.
func byTime(s, o survival.Subject) int {
	switch {
	case s.Time != o.Time:
		return cmp.Compare(s.Time, o.Time)
	case s.Event == o.Event:
		return 0
	case s.Event:
		return -1
	}
	return 1
}

// projection carries spells on to the end of the period.
type projection struct {
	spells  []survival.Subject // times in days, ascending
	running int
	ahead   float64 // days to carry on
	watched float64 // days watched so far
	came    int     // spells begun in them
	random  *rand.Rand

	// Of one run:
	all     []survival.Subject
	weights []float64
	ends    []float64 // distinct times at which spells ended, ascending
	hazards []float64 // at ends
	rate    float64   // per day, past the longest spell
}

func newProjection(h *kpi.Horizon, spells []facts.Spell) *projection {
	p := &projection{spells: facts.Subjects(spells, facts.Spell.Days), ahead: h.Days(), watched: h.Watched(),
		random: rand.New(rand.NewPCG(90, 30))}
	slices.SortFunc(p.spells, byTime)
	for _, s := range spells {
		if s.From > h.Since {
			p.came++
		}
	}
	for _, s := range p.spells {
		if !s.Event {
			p.running++
		}
	}
	p.weights = make([]float64, len(p.spells), len(p.spells)+1)
	return p
}

// runs is how many runs are made: fewer of many spells, whose forecast needs them less.
func (p *projection) runs() int { return max(100, min(1000, 20_000/len(p.spells))) }

// run carries every running spell on once and lets new ones begin.
func (p *projection) run() []survival.Subject {
	p.weigh()
	after := make([]survival.Subject, 0, 2*len(p.spells))
	for _, s := range p.spells {
		if !s.Event {
			s = p.carry(s.Time, s.Time+p.ahead)
		}
		after = append(after, s)
	}
	gap := p.gap()
	for left := p.ahead - float64(gap*p.exponential()); left >= 1; left -= float64(gap * p.exponential()) {
		after = append(after, p.carry(0, math.Floor(left)))
	}
	return after
}

// gap draws the mean days between two beginnings: those watched over a Gamma number whose shape
// is the beginnings seen and one half.
func (p *projection) gap() float64 {
	shape := p.exponential() / 2
	for range p.came {
		shape += p.exponential()
	}
	return p.watched / shape
}

// carry draws how long a spell lasts that has lasted from days, watched until the day to.
func (p *projection) carry(from, to float64) survival.Subject {
	for i := sort.SearchFloat64s(p.ends, from+0.5); i < len(p.ends) && p.ends[i] <= to; i++ {
		if p.random.Float64() < p.hazards[i] {
			return survival.Subject{Time: p.ends[i], Event: true}
		}
	}
	last := p.spells[len(p.spells)-1].Time
	if end := last + p.exponential()/p.rate; last < to && end < to {
		return survival.Subject{Time: end, Event: true}
	}
	return survival.Subject{Time: to}
}

// weigh draws the weights of one run, and from them the hazard at each end and the rate past the
// longest spell. Among the spells of the run is one that nobody had: as long as the rate lets it
// last, so that spells may end after other times than those that were seen. A running spell is at
// risk at an end of the same day.
func (p *projection) weigh() {
	ended, watched := p.exponential()/2, 0.0
	weights := p.weights[:len(p.spells)]
	for i, s := range p.spells {
		weights[i] = p.exponential()
		watched += float64(weights[i] * s.Time)
		if s.Event {
			ended += weights[i]
		}
	}
	p.rate = ended / watched
	extra := survival.Subject{Time: math.Ceil(p.exponential() / p.rate), Event: true}
	at, _ := slices.BinarySearchFunc(p.spells, extra, byTime)
	p.all = slices.Insert(append(p.all[:0], p.spells...), at, extra)
	p.weights = slices.Insert(weights, at, 2*p.exponential())
	p.ends, p.hazards = p.ends[:0], p.hazards[:0]
	atRisk := kpi.Sum(p.weights)
	for i := 0; i < len(p.all); {
		gone, here, time := 0.0, 0.0, p.all[i].Time
		for ; i < len(p.all) && p.all[i].Time == time; i++ {
			here += p.weights[i]
			if p.all[i].Event {
				gone += p.weights[i]
			}
		}
		if gone > 0 {
			p.ends, p.hazards = append(p.ends, time), append(p.hazards, min(gone/atRisk, 1))
		}
		atRisk -= here
	}
}

// exponential draws from the exponential distribution with mean 1.
func (p *projection) exponential() float64 { return -survival.Ln(1 - float64(p.random.Float64())) }
