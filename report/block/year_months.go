package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var yearMonthsKind = Kind{
	Name:  "year_months",
	About: "月ごとの動きを小さな図で（profile = \"hub\" の版だけ）",
	Build: (*Env).yearMonths,
}

// monthly is what the ledger has of one month.
type monthly struct {
	first                     cell.Day
	people, hours, pay, sales float64
	metrics                   map[string]float64
}

// yearMonths draws what was done in each month of the period: people at work, hours, pay, sales. It counts people by
// month and is for inside alone.
func (e *Env) yearMonths(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return nil
	}
	months := e.monthsUpToNow()
	c := &content.Chart{ID: "year_months", Kind: content.Multiples,
		Twin: &content.Table{Caption: e.Words("月ごとの動き", "Month by month"),
			Columns: []content.Column{{Head: e.Words("月", "Month")}}}}
	for _, m := range months {
		c.Categories = append(c.Categories, e.shortMonth(m.first))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.monthOf(m.first)})
	}
	for _, part := range e.monthParts() {
		e.addSmall(c, months, part)
	}
	if len(c.Small) == 0 {
		return nil
	}
	last := months[len(months)-1].first
	c.Title = e.Words("この期間の動き（月ごと。数字は"+e.shortMonth(last)+"）",
		"Month by month; the numbers are for "+e.shortMonth(last))
	return []content.Block{content.Heading{Text: c.Title}, c}
}

// monthPart is one of the small charts.
type monthPart struct {
	name   string
	of     func(monthly) float64
	print  func(float64) string
	exists bool
}

func (e *Env) monthParts() []monthPart {
	yen := func(v float64) string {
		if v < 10_000 || e.Lang == lang.EN {
			return e.Quantity(v, kpi.Yen)
		}
		return content.Round(v/10_000, 1) + "万円"
	}
	parts := []monthPart{
		{e.Words("働いた人", "At work"), func(m monthly) float64 { return m.people },
			func(v float64) string { return wholeNumber(v) + e.Words("人", "") }, e.Cohort.Tasks.Present},
		{e.Words("作業の時間", "Hours of work"), func(m monthly) float64 { return m.hours },
			func(v float64) string { return wholeNumber(v) + e.Words("時間", " h") }, e.Cohort.Tasks.Has("hours")},
		{e.Words("ワーカーの報酬", "Pay"), func(m monthly) float64 { return m.pay }, yen, e.Cohort.Tasks.Has("pay")},
		{e.Words("仕事の売上", "Sales"), func(m monthly) float64 { return m.sales }, yen, e.Cohort.Contracts.Present},
	}
	for _, id := range e.front() {
		if f := e.figure(id); f != nil && f.Value != nil && strings.HasPrefix(id, catalog.MetricPrefix) {
			parts = append(parts, monthPart{e.Say(f.Title), func(m monthly) float64 { return m.metrics[id] },
				func(v float64) string { return e.brief(f, v) }, true})
		}
	}
	if len(parts) > 4 { // a row has room for four: hours and pay give way
		return slices.Delete(parts, 1, 3)
	}
	return parts
}

// addSmall adds a small chart and its column of the table, unless nothing of it is on record.
func (e *Env) addSmall(c *content.Chart, months []monthly, part monthPart) {
	some := 0
	for _, m := range months {
		if part.of(m) != 0 {
			some++
		}
	}
	if !part.exists || some < 2 { // one column alone shows no change
		return
	}
	s := content.Multiple{Name: part.name}
	c.Twin.Columns = append(c.Twin.Columns, content.Column{Head: part.name, Align: content.Right})
	for i, m := range months {
		v := part.of(m)
		s.Values, s.Value = append(s.Values, new(v)), part.print(v)
		c.Twin.Rows[i] = append(c.Twin.Rows[i], part.print(v))
	}
	c.Small = append(c.Small, s)
	c.Series = append(c.Series, content.Series{Name: part.name, Values: s.Values})
}

// monthsUpToNow are the months of the period that have begun.
func (e *Env) monthsUpToNow() []monthly {
	var out []monthly
	at := map[cell.Day]int{}
	for _, m := range facts.MonthMixes(e.Window) {
		if m.First > e.Window.Clock.AsOf {
			break
		}
		at[m.First.FirstOfMonth()] = len(out)
		out = append(out, monthly{first: m.First,
			sales: m.RecurringYen + m.OneOffYen + m.UntoldYen, metrics: map[string]float64{}})
	}
	for _, m := range facts.MonthPays(e.Window) {
		i, ok := at[m.Month]
		if !ok {
			continue
		}
		out[i].pay += m.Pay
		if len(m.Tasks) > 0 {
			out[i].people++
		}
		for _, t := range m.Tasks {
			if t.Hours.Known {
				out[i].hours += t.Hours.Value
			}
		}
	}
	for _, m := range e.Window.Metrics {
		if i, ok := at[m.Date.Value.FirstOfMonth()]; ok {
			out[i].metrics[catalog.MetricPrefix+m.Name.Value] += m.Value.Value
		}
	}
	return out
}

// shortMonth names a month of the period on an axis: 4月, Apr.
func (e *Env) shortMonth(d cell.Day) string {
	_, month, _ := d.YMD()
	return e.Words(fmt.Sprintf("%d月", month), month.String()[:3])
}
