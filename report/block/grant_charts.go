package block

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var grantChartsKind = Kind{
	Name:  "grant_charts",
	About: "交付金の指標ごとの図（目標と事業開始前の値つき）",
	Build: (*Env).grantCharts,
}

// grantCharts draws one chart an indicator, two side by side. One that has its figure in the ledger is drawn by month;
// another one by year, where two years are known.
func (e *Env) grantCharts(plan.Block) []content.Block {
	var charts []*content.Chart
	months := e.monthEnds()
	for n := range e.Result.Grants {
		g := &e.Result.Grants[n]
		for k := range g.Indicators {
			c := e.monthChart(&g.Indicators[k], months)
			if c == nil {
				c = e.yearChart(g, &g.Indicators[k])
			}
			if c != nil {
				c.ID = fmt.Sprintf("kpi_%d_%d", n+1, k+1)
				charts = append(charts, c)
			}
		}
	}
	if len(e.Result.Grants) > 0 && !slices.ContainsFunc(e.Result.Grants, anyActual) {
		return nil // nothing of a grant is known
	}
	if c := e.ofSlide(e.slideMoney); c != nil {
		c.Title, c.Source = e.spentTitle(e.figure(c.Figures[0])),
			e.Words("棒は使った額、太い縦線は予算。", "Bars are what was spent, ticks what was planned.")
		charts = append(charts, c)
	}
	var blocks []content.Block
	for pair := range slices.Chunk(charts, 2) {
		if len(pair) < 2 { // one alone has the whole width
			blocks = append(blocks, drawnUnder(pair[0])...)
			continue
		}
		blocks = append(blocks, content.Beside{Parts: [][]content.Block{drawnUnder(pair[0]), drawnUnder(pair[1])}})
	}
	return append(blocks, e.outcomes()...)
}

func anyActual(g grant.Report) bool {
	return slices.ContainsFunc(g.Indicators, func(i grant.Indicator) bool { return i.Actual != nil })
}

// spentTitle says how much of the budget was spent.
func (e *Env) spentTitle(f *kpi.Figure) string {
	classes, whole := e.spentClasses(f)
	planned := 0.0
	for _, c := range classes {
		if c.planned != nil {
			planned += *c.planned
		}
	}
	spent := e.million(*f.Value)
	if !whole || planned == 0 {
		return e.Words("使った費用は"+spent, "Spent: "+spent)
	}
	return e.Words("執行は予算の"+content.Percent(*f.Value/planned)+"（"+spent+"）", content.Percent(*f.Value/planned)+
		" of the budget was spent ("+spent+")")
}

// outcomes sets how far people came beside how long contracts lasted.
func (e *Env) outcomes() []content.Block {
	var parts [][]content.Block
	for _, build := range []func(plan.Block) []content.Block{e.slideStages, e.slideLengths} {
		if c := e.ofSlide(build); c != nil {
			if c.Kind == content.Lengths { // the work of each has no room here
				c.Categories = kindNames(longest(e.terms(), mostOnSlide))
				c.Series = slices.Clone(c.Series)
				c.Series[0].Labels = shortLabels(c.Series[0].Labels)
			}
			parts = append(parts, drawnUnder(c))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []content.Block{content.Beside{Parts: parts, Shares: []float64{54, 46}[:len(parts)]}}
}

// shortLabels leave out what a chart of half the width has no room for.
func shortLabels(labels []string) []string {
	out := make([]string, len(labels))
	for i, l := range labels {
		out[i] = strings.NewReplacer(" months,", " mo.").Replace(l)
	}
	return out
}

// kindNames are the kinds of work of contracts.
func kindNames(terms []term) []string {
	var names []string
	for _, t := range terms {
		names = append(names, t.name)
	}
	return names
}

// ofSlide is the chart of a slide for a page: what the slide says above and below it stands at the chart. nil where the
// slide has nothing to show.
func (e *Env) ofSlide(build func(plan.Block) []content.Block) *content.Chart {
	for _, b := range build(plan.Block{}) {
		s, ok := b.(*content.SlideParts)
		if !ok || s.Chart == nil {
			continue
		}
		c := *s.Chart
		c.Title = strings.NewReplacer("の仕事に進んだ", "の仕事へ", "が、いまも続いている", "が継続",
			"が、"+e.era(e.Window.Clock.At())+"に続いていた", "が継続").Replace(
			strings.TrimSuffix(s.Title, "。")) // a heading has less room than a slide
		c.Source = joined(e.Words("。", ". "), strings.TrimRight(s.Subtitle, "。."), strings.TrimRight(s.Foot, "。."))
		if c.Source != "" {
			c.Source += e.Words("。", ".")
		}
		return &c
	}
	return nil
}

// monthEnd is the ledger as it stood at the end of a month of the period, or at the as-of date.
type monthEnd struct {
	name   string
	day    cell.Day
	window *kpi.Window
}

// mostMonths is how many months a chart shows, the last ones of a longer period.
const mostMonths = 24

// monthEnds are those of the period up to the evaluation date; none without a grant.
func (e *Env) monthEnds() []monthEnd {
	clock := e.Window.Clock
	var out []monthEnd
	for d := clock.From; d <= clock.At() && len(e.Result.Grants) > 0; d = d.LastOfMonth() + 1 {
		end := min(d.LastOfMonth(), clock.At())
		_, m, _ := end.YMD()
		out = append(out, monthEnd{name: e.Words(fmt.Sprintf("%d月", m), m.String()[:3]), day: end})
	}
	out = out[max(0, len(out)-mostMonths):]
	for i := range out {
		c := clock
		c.AsOf, c.To = out[i].day, out[i].day
		if i == len(out)-1 {
			c = clock
		}
		out[i].window = kpi.NewWindow(e.Window.Cohort, c)
		out[i].window.Only = e.Window.Only
	}
	return out
}

// monthChart draws an indicator by month: what adds up in steps, a count of people or things as columns, anything else
// as a line. nil where its figure is not of this ledger, or may not be shown as it is.
func (e *Env) monthChart(i *grant.Indicator, months []monthEnd) *content.Chart {
	f := e.figure(i.Figure)
	at := slices.IndexFunc(e.Definitions, func(d kpi.Definition) bool { return d.ID == i.Figure })
	if f == nil || f.Value == nil || f.Step > 0 || f.Suppressed || i.Actual == nil || i.ByHand || at < 0 ||
		f.Class != kpi.Accountability && !e.Profile.Open() {
		return nil
	}
	c := e.kpiChart(i)
	switch {
	case i.Flow:
		c.Kind, c.Steps = content.Trend, true
	case f.Unit != kpi.Count:
		c.Kind = content.Trend
	}
	earlier := 0.0 // what the years before the period brought
	if i.Flow {
		earlier = exactly(*i.Actual, *grant.InUnit(f, i.Unit))
	}
	for _, m := range months {
		one := kpi.Run(e.Definitions[at:at+1], m.window)[0]
		if m.day == e.Window.Clock.At() {
			one = *f
		}
		v := grant.InUnit(&one, i.Unit)
		if v != nil {
			v = new(grant.Sum(*v, earlier))
		}
		e.addKPI(c, i, m.name, v)
	}
	return e.finishKPI(c, i, months[len(months)-1].name)
}

// yearChart draws an indicator by fiscal year; nil where fewer than two years are known.
func (e *Env) yearChart(g *grant.Report, i *grant.Indicator) *content.Chart {
	c, known := e.kpiChart(i), 0
	for _, y := range i.Years {
		if y.FiscalYear > g.FiscalYear || y.Suppressed {
			continue
		}
		if y.Actual != nil {
			known++
		}
		e.addKPI(c, i, e.yearName(y.FiscalYear), y.Actual)
	}
	if known < 2 {
		return nil
	}
	return e.finishKPI(c, i, e.yearName(g.FiscalYear))
}

// kpiChart begins the chart of an indicator, with the lines of its target and its baseline.
func (e *Env) kpiChart(i *grant.Indicator) *content.Chart {
	c := &content.Chart{Kind: content.Columns, Unit: e.unitOf(*i), Series: []content.Series{{Name: e.Say(i.Title)}},
		Twin: &content.Table{Caption: e.Say(i.Title), Columns: []content.Column{{Head: e.Words("時期", "When")},
			{Head: e.Words("実績", "Actual"), Align: content.Right}}}}
	if i.Target != nil {
		c.Marks = append(c.Marks, content.Mark{Axis: "y", Value: *e.drawn(i, i.Target),
			Label: e.Words("目標 ", "target ") + e.charted(*i, i.Target)})
		if i.Baseline != nil && *i.Baseline != 0 {
			c.Marks = append(c.Marks, content.Mark{Axis: "y", Value: *e.drawn(i, i.Baseline),
				Label: e.Words("開始前 ", "baseline ") + e.charted(*i, i.Baseline)})
		}
	}
	return c
}

// charted prints a value of an indicator for a title or a chart: large amounts of money in 10,000 yen.
func (e *Env) charted(i grant.Indicator, v *float64) string {
	if v != nil && i.Unit == "円" && math.Abs(*v) >= manyYen {
		return content.TenThousands(*v, string(e.Lang))
	}
	return e.withUnit(i, v)
}

// drawn is a value of an indicator in the unit of its chart: a share as per cent.
func (e *Env) drawn(i *grant.Indicator, v *float64) *float64 {
	if v == nil || !e.isShare(*i) {
		return v
	}
	return new(float64(*v * 100))
}

func (e *Env) addKPI(c *content.Chart, i *grant.Indicator, name string, v *float64) {
	s, label := &c.Series[0], ""
	if c.Categories = append(c.Categories, name); v != nil {
		if label = e.bare(*i, v); c.Kind == content.Trend {
			label = e.charted(*i, v)
		}
		c.Twin.Rows = append(c.Twin.Rows, []string{name, e.withUnit(*i, v)})
	}
	s.Values, s.Labels = append(s.Values, e.drawn(i, v)), append(s.Labels, label)
}

// finishKPI gives the chart room above, a title that says no more than the values, and what is counted.
func (e *Env) finishKPI(c *content.Chart, i *grant.Indicator, last string) *content.Chart {
	top := 0.0
	for _, v := range c.Series[0].Values {
		if v != nil {
			top = max(top, *v)
		}
	}
	for _, m := range c.Marks {
		top = max(top, m.Value)
	}
	if top == 0 {
		return nil // nothing but zeros, which the table has
	}
	c.Top = float64(top * 1.25)
	c.Title = e.kpiTitle(c, i, last)
	f := e.figure(i.Figure)
	switch {
	case c.Steps:
		c.Source = e.Words("月ごとの累計。", "Cumulative by month. ")
	case f != nil && f.Unit == kpi.Ratio:
		c.Source = e.Words("期間の初めからの割合。", "Share since the period began. ")
	case f != nil:
		c.Source = e.Words("月の終わりの値。", "As of the end of each month. ")
	}
	if c.Kind == content.Columns && len(c.Marks) > 0 && e.anyShort(c) {
		c.Source += e.Words("斜線は目標に届かない時期。", "Hatched where below the target.")
	}
	return c
}

func (e *Env) anyShort(c *content.Chart) bool {
	return slices.ContainsFunc(c.Series[0].Values, func(v *float64) bool {
		return v != nil && *v > 0 && *v < c.Marks[0].Value
	})
}

// kpiTitle says since when the target is reached, or how far the last value is from it; † where a row to be mended may
// change that.
func (e *Env) kpiTitle(c *content.Chart, i *grant.Indicator, last string) string {
	name, sign := e.Say(i.Title), ""
	if f := e.figure(i.Figure); f != nil && !f.Open.Empty() {
		sign = Dagger(f)
	}
	now := e.charted(*i, i.Actual)
	if i.Target == nil || i.Lower {
		return e.Words(name+"は、"+last+"に"+now, name+": "+now+" in "+last) + sign
	}
	since := -1 // from there on no known value is below the target
	for k := len(c.Categories) - 1; k >= 0; k-- {
		if v := c.Series[0].Values[k]; v != nil && *v < c.Marks[0].Value {
			break
		} else if v != nil {
			since = k
		}
	}
	if since >= 0 {
		month := c.Categories[since]
		if i.Flow {
			return e.Words(name+"は"+month+"に目標へ届いた", name+" reached the target in "+month) + sign
		}
		return e.Words(name+"は"+month+"から目標以上", name+": at the target or above since "+month) + sign
	}
	gap := e.charted(*i, new(exactly(*i.Target, *i.Actual)))
	if e.unitOf(*i) == "%" {
		gap = e.Words(strings.TrimSuffix(gap, "%")+"ポイント", strings.TrimSuffix(gap, "%")+" points")
	}
	_, peak := highestOf(c.Series[0].Values)
	if peak >= 0 && peak < len(c.Categories)-1 && c.Kind == content.Trend && !c.Steps {
		if was := c.Series[0].Labels[peak]; was != now {
			return e.Words(name+"は"+was+"から"+now+"に下がった",
				name+" fell from "+was+" in "+c.Categories[peak]+" to "+now) + sign
		}
	}
	return e.Words(name+"は"+now+"で、目標に"+gap+"足りない", name+": "+now+", "+gap+" short of the target") + sign
}

// highestOf are the highest value and the first place that has it; −1 without any.
func highestOf(values []*float64) (top float64, at int) {
	at = -1
	for k, v := range values {
		if v != nil && (at < 0 || *v > top) {
			top, at = *v, k
		}
	}
	return top, at
}
