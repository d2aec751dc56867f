package catalog

import (
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
)

// MetricPrefix begins the ids of metrics: metric.<name>.
const MetricPrefix = "metric."

// metric stands for one figure metric.<name> for each name in the metrics sheet. A name that the
// model shows in front, or that has a target, gets its figure even when the sheet has no such
// row, so that its absence is said.
var metric = func() kpi.Definition {
	d := metricShape
	d.Expand = expandMetrics
	return d
}()

// metricShape is what all metrics have in common.
var metricShape = kpi.Definition{
	ID:      "metric",
	Title:   lang.Text{JA: "実績値", EN: "Metric"},
	Unit:    kpi.Count,
	Measure: kpi.Flow,
	Law:     metricLaw,
	Formula: lang.Text{
		JA: "対象期間の実績値（指標名ごと）の合計。1年前の同じ期間の合計との差と増減率を並べる",
		EN: "sum of the metric's rows in the period, with the change on the same days a year before",
	},
	Plain: lang.Text{
		JA: "期間中に記録した値の合計です。1年前の同じ期間の合計と比べています。",
		EN: "What was recorded in the period, in all; it is held against the same days a year before.",
	},
	Needs:   []schema.Key{schema.Metrics},
	Assumes: []kpi.Column{{Table: schema.Metrics, Key: "unit"}},
	Origin:  lang.Text{JA: "実績値シート（EC売上、SNS反響など）", EN: "the metrics sheet"},
	Counts:  kpi.Number,
	Class:   kpi.Accountability,
	About:   kpi.AboutPublicFunds,
}

func expandMetrics(w *kpi.Window) []kpi.Definition {
	var defs []kpi.Definition
	for _, name := range metricNames(w) {
		d := metricOf(name)
		d.Unit, _ = metricUnit(w, name)
		defs = append(defs, d)
	}
	return defs
}

// frontMetrics are the metrics that the model industry_digital shows in front.
var frontMetrics = []string{"EC売上", "SNS反響"}

// FrontMetric reports whether the id is that of a metric that a model shows in front.
func FrontMetric(id string) bool {
	name, ok := strings.CutPrefix(id, MetricPrefix)
	return ok && slices.Contains(frontMetrics, name)
}

// MetricNamed is the definition of the metric with the id; false where it is none of a metric.
func MetricNamed(id string) (kpi.Definition, bool) {
	name, ok := strings.CutPrefix(id, MetricPrefix)
	if !ok || name == "" {
		return kpi.Definition{}, false
	}
	return metricOf(name), true
}

func metricNames(w *kpi.Window) []string {
	names := map[string]bool{}
	for _, m := range slices.Concat(w.Metrics, w.Cohort.Metrics.Excluded) {
		if m.Name.Known {
			names[m.Name.Value] = true
		}
	}
	if w.Pilot.Program.Model == "industry_digital" {
		for _, n := range frontMetrics {
			names[n] = true
		}
	}
	targets, _ := w.Pilot.TargetsOf(w.Clock)
	for id := range targets {
		if name, ok := strings.CutPrefix(id, MetricPrefix); ok {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func metricOf(name string) kpi.Definition {
	d := metricShape
	d.ID = MetricPrefix + name
	d.Title, d.Entitled = lang.Text{JA: name, EN: name}, !FrontMetric(d.ID)
	d.Bearing = bound.Summed(func(w *kpi.Window) []bound.Addend { return bound.OpenMetric(w, name) })
	d.Outlook = forecast.Accruing{}
	d.Compute = func(w *kpi.Window) kpi.Figure { return computeMetric(w, name) }
	return d
}

// metricUnit is what the figure of a metric counts: yen where its rows say so, else things. It is false where some rows
// have one unit and some another, such as 円 and 件, which do not add up.
func metricUnit(w *kpi.Window, name string) (kpi.Unit, bool) {
	unit, first := kpi.Count, ""
	for _, m := range w.Metrics {
		if m.Name.Value != name || !m.Unit.Known {
			continue
		}
		if first == "" {
			first = m.Unit.Value
		}
		if m.Unit.Value != first {
			return kpi.Count, false
		}
		if m.Unit.Value == "円" {
			unit = kpi.Yen
		}
	}
	return unit, true
}

func computeMetric(w *kpi.Window, name string) kpi.Figure {
	now := metricRows(w, name, w.Clock.From, w.Clock.To)
	for _, m := range w.Cohort.Metrics.Excluded {
		if w.MayBeIn(m.Date) && (!m.Name.Known || m.Name.Value == name) {
			now.DropFaulty(useMetric(w, m))
		}
	}
	f := now.Total(lang.Text{JA: "対象期間の「" + name + "」の値がわかりません", EN: "the values of " + name + " are not known"})
	if !slices.ContainsFunc(w.Cohort.Metrics.Rows, func(m *record.Metric) bool { return m.Name.Value == name }) {
		f.Value, f.Arithmetic = nil, lang.Text{}
		f.Reason = lang.Text{JA: "「" + name + "」の記入がありません", EN: "the sheet has no row of " + name}
	}
	before := metricRows(w, name, facts.YearsAfter(w.Clock.From, -1), facts.YearsAfter(w.Clock.To+1, -1)-1)
	for i := range before.Rows {
		before.Rows[i].Note = lang.Text{JA: "1年前", EN: "a year before"}
	}
	f.List(before.Rows...)
	unit, alike := metricUnit(w, name)
	if !alike {
		f.Value, f.Arithmetic = nil, lang.Text{}
		f.Reason = lang.Text{JA: "「" + name + "」の行の単位がそろっていません", EN: "the rows of " + name + " have different units"}
	}
	f.Parts = kpi.Parts{
		{Key: "year_before", Title: lang.Text{JA: "1年前の同じ期間", EN: "same days a year before"}, Unit: unit},
		{Key: "change", Title: lang.Text{JA: "前年差", EN: "change on the year before"}, Unit: unit},
		{Key: "change_ratio", Title: lang.Text{JA: "前年比の増減率", EN: "relative change"}, Unit: kpi.Ratio},
	}
	if before.N() == 0 || !alike {
		return f
	}
	was := before.Sum()
	f.Parts[0].Value = was
	if f.Value != nil {
		f.Parts[1].Value = *f.Value - was
		if was != 0 {
			f.Parts[2].Value = (*f.Value - was) / was
		}
	}
	return f
}

func metricRows(w *kpi.Window, name string, from, to cell.Day) *kpi.Amounts {
	a := &kpi.Amounts{}
	for _, m := range w.Metrics {
		if m.Name.Value == name && from <= m.Date.Value && m.Date.Value <= to {
			a.Add(m.Value.Value, useMetric(w, m))
		}
	}
	return a
}

func useMetric(w *kpi.Window, m *record.Metric) kpi.RowUse {
	return w.Use(m.Row, m.Name.Value, kpi.CellOf(m.Date), kpi.CellOf(m.Name), kpi.CellOf(m.Value))
}

// metricLaw adds up the metrics of one name, this year and the year before.
var metricLaw = kpi.Law{Kind: kpi.Added, Adds: []string{"year_before"}, Derived: []kpi.Derived{
	{Key: "change", Of: func(sum, _ kpi.Sums) (float64, bool) {
		now, before, both := thenAndNow(sum)
		return now - before, both
	}},
	{Key: "change_ratio", Of: func(sum, _ kpi.Sums) (float64, bool) {
		now, before, both := thenAndNow(sum)
		if !both || before == 0 {
			return 0, false
		}
		return (now - before) / before, true
	}},
}}

func thenAndNow(sum kpi.Sums) (now, before float64, both bool) {
	now, known := sum("value")
	before, told := sum("year_before")
	return now, before, known && told
}
