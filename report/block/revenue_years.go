package block

import (
	"fmt"
	"strconv"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var revenueYearsKind = Kind{
	Name:  "revenue_years",
	About: "年度ごとの売上",
	Build: (*Env).revenueYears,
}

// revenueYears draws the revenue of each fiscal year as a column, when there are two or more of them; a year whose
// revenue is not known has none.
func (e *Env) revenueYears(plan.Block) []content.Block {
	f := e.on(kpi.TopicRevenueYears)
	groups := groupsOf(f, "years")
	if len(groups) < 2 {
		return nil
	}
	c := &content.Chart{ID: "revenue_years", Kind: content.Columns, Low: true, Unit: e.Words("万円", "10,000 yen"),
		Twin: &content.Table{Caption: e.Words("年度別の売上", "Revenue by fiscal year"), Columns: []content.Column{
			{Head: e.Words("年度", "Fiscal year")}, {Head: e.Words("売上", "Revenue"), Align: content.Right},
			{Head: e.Words("案件", "Contracts"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("売上", "revenue")}
	unknown := 0
	var first, last *kpi.Group
	for i := range groups {
		g := &groups[i]
		yen, known := number(g, "revenue")
		c.Categories = append(c.Categories, e.yearOf(g))
		row := []string{e.yearOf(g), None, e.part(g, "contracts")}
		switch {
		case known:
			s.Values = append(s.Values, new(float64(yen/10000)))
			s.Labels = append(s.Labels, content.TenThousands(yen, string(e.Lang)))
			row[1] = e.Quantity(yen, kpi.Yen)
			if first == nil {
				first = g
			}
			last = g
		default:
			s.Values, s.Labels = append(s.Values, nil), append(s.Labels, "")
			unknown++
			row[1] = e.part(g, "revenue")
		}
		c.Twin.Rows = append(c.Twin.Rows, row)
	}
	if first == nil || first == last {
		return nil
	}
	c.Series = []content.Series{s}
	asOf := e.Window.Clock.AsOf
	running := last.Key == fmt.Sprint(asOf.FiscalYear()) && (asOf+1).FiscalYear() == asOf.FiscalYear()
	c.Title = e.yearsTitle(first, last, running)
	c.Running = running
	if running {
		c.Categories[len(c.Categories)-1] += e.Words("（途中）", " so far") // names the empty column
	}
	if unknown > 0 {
		c.Source = e.Words(fmt.Sprintf("棒のない%dつの年度は、売上が分からない（0円ではない）。", unknown),
			plural(unknown, "year without a column has", "years without a column have")+" no known revenue (which is not 0).")
	}
	return drawnUnder(c)
}

// revenueTitle is what the chart of revenue by fiscal year says; "" where there is none.
func (e *Env) revenueTitle() string {
	for _, b := range e.revenueYears(plan.Block{}) {
		if c, ok := b.(*content.Chart); ok {
			return c.Title
		}
	}
	return ""
}

// yearOf is the fiscal year of a group by its era: 令和7年度.
func (e *Env) yearOf(g *kpi.Group) string {
	if year, err := strconv.Atoi(g.Key); err == nil {
		return e.yearName(year)
	}
	return e.Say(g.Title)
}

// yearsTitle sets the last known year beside the first; a year that is still running is said to be,
// as its sum is not to be held against a whole one.
func (e *Env) yearsTitle(first, last *kpi.Group, running bool) string {
	from, _ := number(first, "revenue")
	to, _ := number(last, "revenue")
	lang := string(e.Lang)
	then, now := content.TenThousands(from, lang), content.TenThousands(to, lang)
	if running {
		return e.Words(fmt.Sprintf("売上は%sに%s、%sは途中までで%s", e.yearOf(first), then, e.yearOf(last), now),
			fmt.Sprintf("Revenue was %s in %s and is %s so far in %s", then, e.yearOf(first), now, e.yearOf(last)))
	}
	return e.Words(fmt.Sprintf("売上は%sの%sから、%sの%sになった", e.yearOf(first), then, e.yearOf(last), now),
		fmt.Sprintf("Revenue went from %s in %s to %s in %s", then, e.yearOf(first), now, e.yearOf(last)))
}

// yearsUnknown are the fiscal years between known ones whose revenue is not known, where the chart of years is drawn.
func (e *Env) yearsUnknown() []string {
	if e.revenueTitle() == "" {
		return nil
	}
	var out []string
	for _, g := range groupsOf(e.on(kpi.TopicRevenueYears), "years") {
		if _, known := number(&g, "revenue"); !known {
			out = append(out, e.yearOf(&g))
		}
	}
	return out
}

// runOf names years: each of two, of more the first and the last with their number.
func (e *Env) runOf(years []string) string {
	if len(years) <= 2 {
		return strings.Join(years, e.Words("と", " and "))
	}
	return e.Words(fmt.Sprintf("%sから%sまでの%dつ", years[0], years[len(years)-1], len(years)),
		fmt.Sprintf("%d years from %s to %s", len(years), years[0], years[len(years)-1]))
}

// growthSentence sets the last known year beside the first: by how many times it is, from twice on. "" where the chart
// of years is not drawn, and while the last year runs.
func (e *Env) growthSentence() string {
	var known []kpi.Group
	for _, g := range groupsOf(e.on(kpi.TopicRevenueYears), "years") {
		if _, is := number(&g, "revenue"); is {
			known = append(known, g)
		}
	}
	asOf := e.Window.Clock.AsOf
	if e.revenueTitle() == "" || known[len(known)-1].Key == fmt.Sprint(asOf.FiscalYear()) &&
		(asOf+1).FiscalYear() == asOf.FiscalYear() {
		return ""
	}
	first, last := &known[0], &known[len(known)-1]
	from, _ := number(first, "revenue")
	to, _ := number(last, "revenue")
	if from <= 0 {
		return ""
	}
	times := to / from
	if times < 2 {
		return e.Words(fmt.Sprintf("仕事の売上は、%sが%s、%sが%sでした。", e.yearOf(first), e.Quantity(from, kpi.Yen),
			e.yearOf(last), e.Quantity(to, kpi.Yen)),
			fmt.Sprintf("Work brought in %s in %s and %s in %s.", e.Quantity(from, kpi.Yen), e.yearOf(first),
				e.Quantity(to, kpi.Yen), e.yearOf(last)))
	}
	many := wholeText(content.Round(times, 1))
	return e.Words(fmt.Sprintf("%sの仕事の売上は%sで、%sの%sの%s倍です。", e.yearOf(last), e.Quantity(to, kpi.Yen),
		e.yearOf(first), e.Quantity(from, kpi.Yen), many),
		fmt.Sprintf("In %s work brought in %s, %s times the %s of %s.", e.yearOf(last), e.Quantity(to, kpi.Yen), many,
			e.Quantity(from, kpi.Yen), e.yearOf(first)))
}
