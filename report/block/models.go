package block

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/report/content"
)

// The models of a program that have figures of their own in front.
const (
	industryModel  = "industry_digital"
	educationModel = "education"
)

// model is that of the program.
func (e *Env) model() string { return e.Cohort.Pilot.Program.Model }

// front are the figures that the model shows before the three main ones.
func (e *Env) front() []string { return catalog.Front(e.model()) }

// inFront reports whether the figure is one of those.
func (e *Env) inFront(f *kpi.Figure) bool { return slices.Contains(e.front(), f.ID) }

// tellsAll is how many figures of a model, from the first, can stand for all that came of it.
const tellsAll = 2

// firstInFront is the one that stands for all that came of the program; nil where it has no value to tell.
func (e *Env) firstInFront() *kpi.Figure {
	front := e.front()
	for _, id := range front[:min(len(front), tellsAll)] {
		if f := e.figure(id); f != nil && f.Value != nil && !f.Suppressed && f.Coded == nil {
			return f
		}
	}
	return nil
}

// metricUnit is the unit that the ledger gives a metric, as typed; "" for another figure, and where its rows do not
// agree.
func (e *Env) metricUnit(f *kpi.Figure) string {
	name, is := strings.CutPrefix(f.ID, catalog.MetricPrefix)
	unit := ""
	if !is {
		return unit
	}
	for _, m := range e.Window.Metrics {
		if m.Name.Value != name || !m.Unit.Known || m.Unit.Value == unit {
			continue
		}
		if unit != "" {
			return ""
		}
		unit = m.Unit.Value
	}
	return unit
}

// inYen reports whether a figure is an amount of money.
func (e *Env) inYen(f *kpi.Figure) bool { return f.Unit == kpi.Yen || e.metricUnit(f) == "円" }

// countingWord is what stands behind the number of a count: 人, 件, or the unit of a metric.
func (e *Env) countingWord(f *kpi.Figure) string {
	if f.Counts != kpi.Number {
		return e.counter(f.Counts)
	}
	switch unit := e.metricUnit(f); {
	case unit == "円":
		return content.Suffix(string(kpi.Yen), string(e.Lang))
	case e.Lang == lang.EN && slices.Contains([]string{"件", "人", "回"}, unit):
		return ""
	case e.Lang == lang.EN && unit != "":
		return " " + unit
	default:
		return unit
	}
}

// brief prints a value where there is little room: amounts of money in 10,000 yen.
func (e *Env) brief(f *kpi.Figure, v float64) string {
	if e.inYen(f) && f.Step == 0 {
		return strings.Replace(content.TenThousands(v, string(e.Lang)), " million yen", "m yen", 1)
	}
	return e.counted(f, v)
}

// briefValue is the value of a figure in little room.
func (e *Env) briefValue(f *kpi.Figure) string {
	if f.Value != nil && !f.Suppressed && f.Step == 0 && e.inYen(f) {
		return e.brief(f, *f.Value)
	}
	return e.Value(f)
}

// sinceLastYear is the difference of a metric from the year before, with its sign; "" where that is not known.
func (e *Env) sinceLastYear(f *kpi.Figure) string {
	change, known := numberPart(f, "change")
	if !known {
		return ""
	}
	return e.Words("前年差 ", "") + signed(e.brief(f, change)) + e.Words("", " in a year")
}

// besides says what stands beside the value of a metric or of answers: the year before, how many answered.
func (e *Env) besides(f *kpi.Figure) string {
	if f.Unit == kpi.Score && f.N > 0 && !f.Hides("n") {
		return e.Words(wholeNumber(float64(f.N))+"件の回答の平均", "mean of "+plural(f.N, "answer", "answers"))
	}
	change, known := numberPart(f, "change")
	if !known || !strings.HasPrefix(f.ID, catalog.MetricPrefix) {
		return ""
	}
	switch size := e.brief(f, max(change, -change)); {
	case change > 0:
		return e.Words("1年前より"+size+"多い", "+"+size+" on last year")
	case change < 0:
		return e.Words("1年前より"+size+"少ない", "−"+size+" on last year")
	}
	return e.Words("1年前と同じ", "as the year before")
}
