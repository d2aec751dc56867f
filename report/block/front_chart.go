package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var frontChartKind = Kind{
	Name:  "front_chart",
	About: "事業の型ごとの図（産業×デジタル：実績値の月ごとの線、教育接続：学生の歩み。ほかの型では出ない）",
	Build: (*Env).frontChart,
}

// frontChart is the chart of the model: a metric by month, or how far the students came.
func (e *Env) frontChart(plan.Block) []content.Block {
	c := e.chartOfModel()
	if c == nil {
		return nil
	}
	if c.Source == "" {
		return []content.Block{content.Heading{Text: c.Title}, c}
	}
	note := content.Paragraph{Text: c.Source, Tone: content.Note}
	c.Source = ""
	return []content.Block{content.Heading{Text: c.Title}, c, note}
}

// chartOfModel is nil for a model without one, and where there is too little to draw.
func (e *Env) chartOfModel() *content.Chart {
	switch e.model() {
	case industryModel:
		for _, id := range e.front() {
			if c := e.metricMonths(id); c != nil {
				return c
			}
		}
	case educationModel:
		return e.studentSquares()
	}
	return nil
}

// leastMonths is how many months a line has at least.
const leastMonths = 3

// metricMonths draws a metric by month; nil where it may not be told, or has too few months.
func (e *Env) metricMonths(id string) *content.Chart {
	f := e.figure(id)
	if f == nil || f.Value == nil || f.Suppressed || f.Step > 0 || !strings.HasPrefix(id, catalog.MetricPrefix) {
		return nil
	}
	months := e.metricByMonth(f)
	if len(months) < leastMonths {
		return nil
	}
	c := &content.Chart{ID: "metric_months", Kind: content.Trend, Unit: strings.TrimSpace(e.countingWord(f)),
		Source: e.Words("月ごとの値。合計は"+e.Value(f)+"。", "By month; "+e.Value(f)+" in all."),
		Twin: &content.Table{Caption: e.Words(e.Say(f.Title)+"（月ごと）", e.Say(f.Title)+" by month"),
			Columns: []content.Column{{Head: e.Words("月", "Month")}, {Head: e.Say(f.Title), Align: content.Right}}}}
	s, most, tied := content.Series{Name: e.Say(f.Title)}, 0, false
	for i, m := range months {
		c.Categories = append(c.Categories, e.shortMonth(m.first))
		s.Values, s.Labels = append(s.Values, m.value), append(s.Labels, "")
		if m.value == nil {
			continue
		}
		s.Labels[i] = e.brief(f, *m.value)
		c.Twin.Rows = append(c.Twin.Rows, []string{e.monthOf(m.first), e.counted(f, *m.value)})
		switch {
		case months[most].value == nil || *m.value > *months[most].value:
			most, tied = i, false
		case i != most && *m.value == *months[most].value:
			tied = true
		}
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(e.Say(f.Title)+"は"+e.shortMonth(months[most].first)+"が最も多く、"+s.Labels[most],
		e.Say(f.Title)+" was highest in "+e.shortMonth(months[most].first)+": "+s.Labels[most])
	if tied { // no month is the highest
		c.Title = e.Words(e.Say(f.Title)+"は、多い月で"+s.Labels[most], e.Say(f.Title)+": "+s.Labels[most]+" in the highest months")
	}
	if said := e.besides(f); said != "" {
		c.Title = e.Words(e.Say(f.Title)+"は、"+said, e.Say(f.Title)+": "+said)
	}
	return c
}

// metricMonth is the sum of a metric in a month; nil where nothing is on record.
type metricMonth struct {
	first cell.Day
	value *float64
}

// metricByMonth are the months of the period from the first to the last with a record.
func (e *Env) metricByMonth(f *kpi.Figure) []metricMonth {
	name := strings.TrimPrefix(f.ID, catalog.MetricPrefix)
	var out []metricMonth
	for d := e.Window.Clock.From.FirstOfMonth(); d <= e.Window.Clock.At(); d = d.LastOfMonth() + 1 {
		m := metricMonth{first: d}
		for _, row := range e.Window.Metrics {
			at := row.Date.Value
			if row.Name.Value != name || at < max(d, e.Window.Clock.From) || at > min(d.LastOfMonth(), e.Window.Clock.To) {
				continue
			}
			if m.value == nil {
				m.value = new(0.0)
			}
			*m.value += row.Value.Value
		}
		if m.value != nil || len(out) > 0 {
			out = append(out, m)
		}
	}
	for len(out) > 0 && out[len(out)-1].value == nil {
		out = out[:len(out)-1]
	}
	return out
}

// studentSquares shows of all students how many worked, and of those whose outcome is known how many stayed near.
func (e *Env) studentSquares() *content.Chart {
	worked, stayed := e.on(kpi.TopicStudentsWorked), e.on(kpi.TopicStudentsStayed)
	if worked == nil || worked.Numerator == nil || worked.Denominator == nil || *worked.Denominator == 0 {
		return nil
	}
	c := &content.Chart{ID: "students", Kind: content.Squares, Unit: e.Words("人", ""), Whole: int(*worked.Denominator),
		Figures: []string{worked.ID},
		Twin: &content.Table{Caption: e.Words("学生の人数", "Students"), Columns: []content.Column{
			{Head: e.Words("段階", "Stage")}, {Head: e.Words("人数", "People"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("学生", "students")}
	add := func(name string, n float64) {
		label := wholeNumber(n) + e.Words("人", "")
		c.Categories = append(c.Categories, name)
		s.Values, s.Labels = append(s.Values, new(n)), append(s.Labels, label)
		c.Twin.Rows = append(c.Twin.Rows, []string{name, label})
	}
	add(e.Words("学生", "students"), *worked.Denominator)
	add(e.Words("仕事をした", "worked"), *worked.Numerator)
	told := stayed != nil && stayed.Numerator != nil && stayed.Denominator != nil && *stayed.Denominator > 0 &&
		*stayed.Denominator <= *worked.Denominator
	if told {
		c.Figures = append(c.Figures, stayed.ID)
		add(e.Words("進路が分かる", "outcome known"), *stayed.Denominator)
		add(e.Words("地元に就職", "work near home"), *stayed.Numerator)
	}
	c.Series = []content.Series{s}
	c.Title = e.studentTitle(worked, stayed, told)
	if *worked.Denominator <= mostPlaces {
		c.Source = e.Words("1マスが1人。", "One square is one person.")
	}
	return c
}

func (e *Env) studentTitle(worked, stayed *kpi.Figure, told bool) string {
	all, did := wholeNumber(*worked.Denominator), wholeNumber(*worked.Numerator)
	switch {
	case *worked.Numerator == 0:
		return e.Words("学生"+all+"人のうち、仕事をした人はまだいない",
			"Nobody of "+plural(int(*worked.Denominator), "student", "students")+" has worked yet")
	case !told:
		return e.Words("学生"+all+"人のうち"+did+"人が仕事をした", fmt.Sprintf("%s of %s students worked", did, all))
	case *stayed.Numerator == 0:
		return e.Words("学生"+all+"人のうち"+did+"人が仕事をした。進路の分かる"+wholeNumber(*stayed.Denominator)+"人に、地元に就職した人はいない",
			fmt.Sprintf("%s of %s students worked; none of %s found work near home", did, all, wholeNumber(*stayed.Denominator)))
	}
	known, near := wholeNumber(*stayed.Denominator), wholeNumber(*stayed.Numerator)
	return e.Words("学生"+all+"人のうち"+did+"人が仕事をし、進路の分かる"+known+"人のうち"+near+"人が地元に就職",
		fmt.Sprintf("%s of %s students worked; %s of %s found work near home", did, all, near, known))
}
