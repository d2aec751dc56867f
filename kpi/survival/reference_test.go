package survival

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// The reference holds the answers of R 4.2.2, survival 3.5-3, to 15 digits, for 30
// data sets, real and degenerate. Its "conventions" entry says what each field is.
const (
	referenceFolder = "../../../shared/data/kpi"
	// What the file held when the test was written: cases, and answers (numbers,
	// nulls and "Inf") below n, overall and groups.
	referenceCases   = 30
	referenceAnswers = 36377
	relativeError    = 1e-9
)

func TestReference(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(referenceFolder, "reference.json"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the reference answers of R are not beside the repository (../shared/data/kpi)")
	}
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		GeneratedWith map[string]string `json:"generated_with"`
		Conventions   map[string]string `json:"conventions"`
		Cases         []refCase         `json:"cases"`
	}
	strict := json.NewDecoder(bytes.NewReader(text))
	strict.DisallowUnknownFields() // a field that this test does not know is not compared
	if err := strict.Decode(&file); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, c := range file.Cases {
		t.Run(c.ID, func(t *testing.T) {
			w := &walk{t: t}
			w.caseOf(c)
			compared += w.compared
		})
	}
	if len(file.Cases) < referenceCases {
		t.Errorf("%d cases in the reference, want at least %d", len(file.Cases), referenceCases)
	}
	if held := countAnswers(t, text); compared != held || compared < referenceAnswers {
		t.Errorf("compared %d answers; the reference holds %d, at least %d expected", compared, held, referenceAnswers)
	}
	t.Logf("compared %d answers of %d cases", compared, len(file.Cases))
}

// A walk compares one case and counts what it has compared.
type walk struct {
	t        *testing.T
	compared int
}

func (w *walk) number(what string, got float64, want answer) {
	w.t.Helper()
	w.compared++
	if !near(got, float64(want), relativeError) {
		w.t.Errorf("%s = %v, R has %v", what, got, want)
	}
}

// near is relative; NaN equals NaN, an infinity equals itself, and 0 is only 0.
func near(got, want, tolerance float64) bool {
	if math.IsNaN(want) || math.IsInf(want, 0) || want == 0 {
		return got == want || math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}

func (w *walk) interval(what string, got Interval, want [2]answer) {
	w.t.Helper()
	w.number(what+" lower", got.Lower, want[0])
	w.number(what+" upper", got.Upper, want[1])
}

func (w *walk) caseOf(c refCase) {
	all, byGroup := readSubjects(w.t, c.File)
	w.number("n", float64(len(all)), answer(c.N))
	w.curve("overall", all, c.Overall)
	for _, g := range c.Groups {
		w.curve(g.Group, byGroup[g.Group], g)
	}
}

func (w *walk) curve(name string, subjects []Subject, want refCurve) {
	c, err := Fit(subjects)
	if err != nil {
		w.t.Fatal(err)
	}
	w.number(name+" n", float64(c.Subjects), answer(want.N))
	w.number(name+" events", float64(c.Events), answer(want.Events))
	w.table(name, c, want)
	w.points(name, c, want.At)
	for label, on := range map[string]Scale{"log": Log, "loglog": LogLog, "plain": Plain} {
		for _, q := range want.Quantiles[label] {
			what := name + " " + label + " quantile " + strconv.FormatFloat(float64(q.P), 'g', -1, 64)
			got := c.Quantile(float64(q.P), on)
			w.number(what, got.P, q.P)
			w.number(what, got.Estimate, q.Est)
			w.number(what+" lower", got.Lower, q.Lower)
			w.number(what+" upper", got.Upper, q.Upper)
		}
	}
	w.means(name, c, want.RMean)
}

func (w *walk) table(name string, c *Curve, want refCurve) {
	rows := len(want.Table)
	if want.Thinned {
		rows = want.RowsTotal
	}
	if len(c.Steps) != rows {
		w.t.Errorf("%s: %d steps, R has %d", name, len(c.Steps), rows)
	}
	if want.RowsTotal > 0 {
		w.compared++ // held against len(c.Steps) just above
	}
	for _, row := range want.Table {
		i := slices.IndexFunc(c.Steps, func(s Step) bool { return s.Time == float64(row.Time) })
		if i < 0 {
			w.t.Errorf("%s: no step at %v", name, row.Time)
			continue
		}
		s, what := c.Steps[i], name+" step "+strconv.FormatFloat(float64(row.Time), 'g', -1, 64)
		w.number(what, s.Time, row.Time)
		w.number(what+" at risk", float64(s.AtRisk), row.Risk)
		w.number(what+" events", float64(s.Events), row.Event)
		w.number(what+" censored", float64(s.Censored), row.Censor)
		w.number(what+" S", s.Survival, row.Surv)
		w.number(what+" se", s.StdErr, row.SE)
		w.number(what+" se log", s.LogStdErr, row.SELog)
		w.number(what+" H", s.CumHazard, row.CumHaz)
		w.number(what+" se H", s.CumHazardStdErr, row.SECumHaz)
		w.interval(what+" log", s.Interval(Log), row.Log)
		w.interval(what+" log-log", s.Interval(LogLog), row.LogLog)
		w.interval(what+" plain", s.Interval(Plain), row.Plain)
	}
}

func (w *walk) points(name string, c *Curve, want []refPoint) {
	before := 0
	for _, p := range want {
		got, what := c.At(float64(p.T)), name+" at "+strconv.FormatFloat(float64(p.T), 'g', -1, 64)
		w.number(what, got.Time, p.T)
		w.number(what+" at risk", float64(got.AtRisk), p.Risk)
		w.number(what+" events", float64(got.Events-before), p.Events)
		before = got.Events
		w.number(what+" S", got.Survival, p.Surv)
		w.number(what+" se", got.StdErr, p.SE)
		w.interval(what+" log", got.Interval(Log), p.Log)
		w.interval(what+" log-log", got.Interval(LogLog), p.LogLog)
		w.interval(what+" plain", got.Interval(Plain), p.Plain)
	}
}

func (w *walk) means(name string, c *Curve, want []refMean) {
	for _, m := range want {
		what := name + " restricted mean to " + string(m.Tau)
		tau, err := strconv.ParseFloat(string(m.Tau), 64)
		if err != nil { // "individual(last time of curve)"
			tau = c.Last()
			w.number(what, tau, m.Value)
		} else {
			w.compared++ // the argument itself
		}
		mean, se := c.RestrictedMean(tau)
		w.number(what, mean, m.RMean)
		w.number(what+" se", se, m.SE)
	}
}
