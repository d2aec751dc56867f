package survival

import (
	"errors"
	"math"
	"testing"
)

func mustFit(t *testing.T, subjects ...Subject) *Curve {
	t.Helper()
	c, err := Fit(subjects)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFitByHand(t *testing.T) {
	// Four people: event at 2, censored at 3, event at 3, censored at 5.
	c := mustFit(t, Subject{Time: 3}, Subject{Time: 2, Event: true}, Subject{Time: 5}, Subject{Time: 3, Event: true})
	want := []struct {
		time                     float64
		atRisk, events, censored int
		survival, logVariance    float64
		hazard, hazardVariance   float64
	}{
		{2, 4, 1, 0, 3. / 4, 1. / 12, 1. / 4, 1. / 16},
		{3, 3, 1, 1, 1. / 2, 1./12 + 1./6, 1./4 + 1./3, 1./16 + 1./9}, // 3/4 · 2/3
		{5, 1, 0, 1, 1. / 2, 1./12 + 1./6, 1./4 + 1./3, 1./16 + 1./9},
	}
	if len(c.Steps) != len(want) || c.Subjects != 4 || c.Events != 2 || c.Last() != 5 {
		t.Fatalf("%d steps, %d subjects, %d events, last %v", len(c.Steps), c.Subjects, c.Events, c.Last())
	}
	for i, w := range want {
		s := c.Steps[i]
		if s.Time != w.time || s.AtRisk != w.atRisk || s.Events != w.events || s.Censored != w.censored {
			t.Errorf("step %d is %+v, want %+v", i, s, w)
		}
		for name, pair := range map[string][2]float64{
			"S": {s.Survival, w.survival}, "se log": {s.LogStdErr, math.Sqrt(w.logVariance)},
			"se": {s.StdErr, w.survival * math.Sqrt(w.logVariance)},
			"H":  {s.CumHazard, w.hazard}, "se H": {s.CumHazardStdErr, math.Sqrt(w.hazardVariance)},
		} {
			if !near(pair[0], pair[1], 1e-14) {
				t.Errorf("step %d: %s = %v, want %v", i, name, pair[0], pair[1])
			}
		}
	}
}

func TestFitRejects(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		subject Subject
		problem string
	}{
		{Subject{Time: nan}, "time is not a finite number"},
		{Subject{Time: inf}, "time is not a finite number"},
		{Subject{Time: -1}, "time is negative"},
		{Subject{Entry: nan, Time: 1}, "entry is not a finite number"},
		{Subject{Entry: -inf, Time: 1}, "entry is not a finite number"},
		{Subject{Entry: -1, Time: 1}, "entry is negative"},
		{Subject{Entry: 2, Time: 2}, "entry is not before time"},
		{Subject{Entry: 3, Time: 2}, "entry is not before time"},
	}
	fine := Subject{Time: 0}
	for _, tt := range tests {
		subjects := []Subject{fine, tt.subject}
		_, err := Fit(subjects)
		var bad *SubjectError
		if !errors.As(err, &bad) || bad.Index != 1 || bad.Why != tt.problem {
			t.Errorf("%+v: error %v, want subject 1: %s", tt.subject, err, tt.problem)
		}
	}
}

func TestNobody(t *testing.T) {
	for _, subjects := range [][]Subject{nil, {}} {
		c := mustFit(t, subjects...)
		mean, se := c.RestrictedMean(10)
		p, q := c.At(1), c.Median(LogLog)
		for name, x := range map[string]float64{
			"S": p.Survival, "se": p.StdErr, "se log": p.LogStdErr, "H": p.CumHazard, "se H": p.CumHazardStdErr,
			"mean": mean, "se mean": se, "median": q.Estimate, "lower": q.Lower, "upper": q.Upper, "last": c.Last(),
		} {
			if !math.IsNaN(x) {
				t.Errorf("n = 0: %s = %v, want NaN", name, x)
			}
		}
		if len(c.Steps) != 0 || p.AtRisk != 0 || c.AtRisk(0) != 0 || p.Interval(LogLog).Defined() {
			t.Errorf("n = 0: %d steps, %d at risk, interval %v", len(c.Steps), p.AtRisk, p.Interval(LogLog))
		}
	}
}

// n = 1 and all censored are also in the reference; these are the readings that
// are not in it.
func TestReadingBesideTheCurve(t *testing.T) {
	c := mustFit(t, Subject{Time: 5, Event: true})
	if p := c.At(-3); p.Survival != 1 || p.AtRisk != 1 || p.Interval(LogLog) != (Interval{1, 1}) {
		t.Errorf("before the origin: %+v", p)
	}
	if p := c.At(math.NaN()); !math.IsNaN(p.Survival) || c.AtRisk(math.NaN()) != 0 {
		t.Errorf("at NaN: %+v", p)
	}
	for _, tau := range []float64{-1, math.NaN(), math.Inf(1)} {
		if mean, se := c.RestrictedMean(tau); !math.IsNaN(mean) || !math.IsNaN(se) {
			t.Errorf("restricted mean to %v = %v, %v, want NaN", tau, mean, se)
		}
	}
	if mean, se := c.RestrictedMean(0); mean != 0 || se != 0 {
		t.Errorf("restricted mean to 0 = %v, %v", mean, se)
	}
	if mean, se := c.RestrictedMean(3); mean != 3 || se != 0 {
		t.Errorf("restricted mean before the first step = %v, %v, want 3, 0", mean, se)
	}
}

func TestAtRisk(t *testing.T) {
	c := mustFit(t,
		Subject{Time: 0},
		Subject{Time: 4, Event: true},
		Subject{Entry: 2, Time: 6},
		Subject{Entry: 4, Time: 6, Event: true})
	tests := []struct {
		t             float64
		atRisk, table int // counted by hand; as R prints it, from the next step on
	}{
		{0, 2, 2}, {1, 1, 2}, {2, 1, 2}, {2.5, 2, 2}, {4, 2, 2}, {4.5, 2, 2}, {6, 2, 2}, {6.5, 0, 0},
	}
	for _, tt := range tests {
		if got, table := c.AtRisk(tt.t), c.At(tt.t).AtRisk; got != tt.atRisk || table != tt.table {
			t.Errorf("at risk at %v: %d and %d, want %d and %d", tt.t, got, table, tt.atRisk, tt.table)
		}
	}
}

func TestQuantileByHand(t *testing.T) {
	events := func(times ...float64) (out []Subject) {
		for _, x := range times {
			out = append(out, Subject{Time: x, Event: true})
		}
		return out
	}
	nan := math.NaN()
	tests := []struct {
		name     string
		subjects []Subject
		p, want  float64
	}{
		{"S = 1/2 on [2, 3): its middle", events(1, 2, 3, 8), 0.5, 2.5},
		{"S passes 1/2 at 2", events(1, 2, 3), 0.5, 2},
		// 9/10 · 8/9 · 7/8 leaves a loss that is not the float64 0.3.
		{"S = 0.7 within rounding", events(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.3, 3.5},
		// 6/7 · 5/6 · 4/5 leaves a loss just below the float64 3/7.
		{"S = 4/7 within rounding", events(1, 2, 3, 4, 5, 6, 7), 3. / 7, 3.5},
		{"flat to the end: up to the last time", append(events(1, 2), Subject{Time: 3}, Subject{Time: 9}), 0.5, 5.5},
		{"not reached", append(events(1), Subject{Time: 3}, Subject{Time: 9}), 0.5, nan},
		{"p = 0", events(4), 0, 0},
		{"p = 1", events(4, 6), 1, 6},
		{"p < 0", events(4), -0.1, nan},
		{"p > 1", events(4), 1.1, nan},
		{"p NaN", events(4), nan, nan},
	}
	for _, tt := range tests {
		q := mustFit(t, tt.subjects...).Quantile(tt.p, LogLog)
		if !near(q.Estimate, tt.want, 0) || q.Reached() == math.IsNaN(tt.want) {
			t.Errorf("%s: %+v, want %v", tt.name, q, tt.want)
		}
	}
}

// The edge of a band may rise again. R orders its levels by height, so the edge
// that loses 0.6 at time 1 and only 0.4 at time 2 is read as losing 0.4 at 2.
func TestBandThatRisesAgain(t *testing.T) {
	edge := &Curve{Subjects: 3}
	for i, s := range []float64{0.4, 0.6, 0.3} {
		edge.Steps = append(edge.Steps, Step{Time: float64(i + 1), Estimate: Estimate{Survival: s}})
	}
	for p, want := range map[float64]float64{0.3: 2, 0.5: 1, 0.65: 3} {
		if got := edge.Quantile(p, Plain).Estimate; got != want {
			t.Errorf("loses %v at %v, want %v", p, got, want)
		}
	}
}

func TestIntervalByHand(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		survival, logErr float64
		on               Scale
		want             Interval
		why              string
	}{
		{0.5, 0.1 / z975, Log, Interval{0.5 * math.Exp(-0.1), 0.5 * math.Exp(0.1)}, "S·exp(±0.1)"},
		{0.5, 1 / z975, Log, Interval{0.5 / math.E, 1}, "0.5·e is cut at 1"},
		{0.5, 0.4 / z975, Plain, Interval{0.3, 0.7}, "0.5 ± 0.5·0.4"},
		{0.5, 3 / z975, Plain, Interval{0, 1}, "0.5 ± 1.5 is cut at both ends"},
		{0.25, math.Ln2 * math.Log(4) / z975, LogLog, Interval{1. / 16, 0.5}, "S² and √S"},
		{1, 0, LogLog, Interval{nan, nan}, "no log(-log 1)"},
		{1, 0, Log, Interval{1, 1}, "no error yet"},
		{0, math.Inf(1), LogLog, Interval{nan, nan}, "S = 0"},
		{0, math.Inf(1), Log, Interval{nan, nan}, "S = 0"},
		{0, math.Inf(1), Plain, Interval{nan, nan}, "S = 0"},
	}
	for _, tt := range tests {
		e := Estimate{Survival: tt.survival, LogStdErr: tt.logErr, StdErr: tt.survival * tt.logErr}
		got := e.Interval(tt.on)
		if !near(got.Lower, tt.want.Lower, 1e-14) || !near(got.Upper, tt.want.Upper, 1e-14) {
			t.Errorf("%v interval of %v ± %v = %v, want %v (%s)", tt.on, tt.survival, tt.logErr, got, tt.want, tt.why)
		}
		if got.Defined() == math.IsNaN(tt.want.Lower) {
			t.Errorf("%v.Defined() = %t", got, got.Defined())
		}
	}
}

func TestRestrictedMeanByHand(t *testing.T) {
	// S = 3/4 on [2, 3), 1/2 from 3. To 4: 2 + 3/4 + 1/2 = 13/4. What lies ahead of
	// 2 is 5/4, of 3 is 1/2: se² = (25/16)/12 + (1/4)/6.
	c := mustFit(t, Subject{Time: 2, Event: true}, Subject{Time: 3, Event: true}, Subject{Time: 3}, Subject{Time: 5})
	wantSE := math.Sqrt(25./16/12 + 1./4/6)
	mean, se := c.RestrictedMean(4)
	if !near(mean, 3.25, 1e-14) || !near(se, wantSE, 1e-14) {
		t.Errorf("to 4: %v, %v, want 3.25, %v", mean, se, wantSE)
	}
	got := c.RestrictedMeanInterval(4)
	// 3.25 + 1.96·0.4146 = 4.06 is more than the four units there are.
	if !near(got.Lower, 3.25-z975*wantSE, 1e-14) || got.Upper != 4 {
		t.Errorf("interval to 4: %v", got)
	}
	// The last event leaves nobody: S = 1/2 on [1, 2), then 0. What lies
	// ahead of 1 is 1/2: se² = (1/4)·1/(2·1).
	ended := mustFit(t, Subject{Time: 1, Event: true}, Subject{Time: 2, Event: true})
	if mean, se := ended.RestrictedMean(9); mean != 1.5 || !near(se, math.Sqrt(1./8), 1e-14) {
		t.Errorf("ended: %v, %v, want 1.5, %v", mean, se, math.Sqrt(1./8))
	}
	if got := c.RestrictedMeanInterval(1); got.Defined() {
		t.Errorf("interval where nobody has left: %v, want none", got)
	}
}
