package report

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/report/content"
)

var revenueYearsKind = Kind{
	Name:  "revenue_years",
	About: "年度ごとの売上の線",
	Build: (*Env).revenueYears,
}

// revenueYears draws the revenue of each fiscal year as a line, when there are two or more of
// them; a year whose revenue is not known is a gap.
func (e *Env) revenueYears(PlanBlock) []content.Block {
	f := e.figure("revenue_by_fiscal_year")
	groups := groupsOf(f, "years")
	if len(groups) < 2 {
		return nil
	}
	c := &content.Chart{ID: "revenue_years", Kind: content.Line, Unit: e.words("万円", "10,000 yen"),
		YTitle: e.words("売上（万円）", "revenue (10,000 yen)"), XTitle: e.words("年度", "fiscal year"), Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.words("年度別の売上", "Revenue by fiscal year"), Columns: []content.Column{
			{Head: e.words("年度", "Fiscal year")}, {Head: e.words("売上", "Revenue"), Align: content.Right},
			{Head: e.words("案件", "Contracts"), Align: content.Right}}}}
	s := content.Series{Name: e.words("売上", "revenue")}
	unknown := 0
	var first, last *kpi.Group
	for i := range groups {
		g := &groups[i]
		yen, known := number(g, "revenue")
		c.Categories = append(c.Categories, g.Key)
		row := []string{e.say(g.Title), none, e.part(g, "contracts")}
		switch {
		case known:
			s.Values, s.Labels = append(s.Values, new(float64(yen/10000))), append(s.Labels, content.Round(yen/10000, 0))
			row[1] = e.quantity(yen, kpi.Yen)
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
	blocks := []content.Block{c}
	if running {
		blocks = append(blocks, content.Paragraph{Text: e.words(
			fmt.Sprintf("%sは終わっておらず、基準日 %s までの額です。対象期間の売上の合計とは、数える期間が違います。", e.say(last.Title), e.Window.Clock.AsOf),
			fmt.Sprintf(
				"%s is not over: its revenue is that up to %s. The total revenue of the report's period counts other days.",
				e.say(last.Title), e.Window.Clock.AsOf)), Tone: content.Note})
	}
	if unknown > 0 {
		blocks = append(blocks, content.Paragraph{Text: e.words(
			fmt.Sprintf("売上が分からない年度が %d つあり、線を切っています（0 円ではありません）。", unknown),
			plural(unknown, "year has no known revenue", "years have no known revenue")+
				"; the line is broken there (it is not 0)."), Tone: content.Note})
	}
	return blocks
}

// yearsTitle sets the last known year beside the first; a year that is still running is said to be,
// as its sum is not to be held against a whole one.
func (e *Env) yearsTitle(first, last *kpi.Group, running bool) string {
	from, _ := number(first, "revenue")
	to, _ := number(last, "revenue")
	then, now := e.quantity(from, kpi.Yen), e.quantity(to, kpi.Yen)
	if running {
		return e.words(fmt.Sprintf("売上は %sに %s、%sは途中までで %s です", e.say(first.Title), then, e.say(last.Title), now),
			fmt.Sprintf("revenue was %s in %s and is %s so far in %s", then, e.say(first.Title), now, e.say(last.Title)))
	}
	return e.words(fmt.Sprintf("売上は %sの %s から、%sの %s になりました", e.say(first.Title), then, e.say(last.Title), now),
		fmt.Sprintf("revenue went from %s in %s to %s in %s", then, e.say(first.Title), now, e.say(last.Title)))
}

// groupsOf returns the groups of a figure's part.
func groupsOf(f *kpi.Figure, key string) []kpi.Group {
	if f == nil {
		return nil
	}
	for _, p := range f.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok && p.Key == key {
			return groups
		}
	}
	return nil
}

func number(g *kpi.Group, key string) (v float64, known bool) {
	for _, p := range g.Parts {
		if p.Key == key {
			v, known = p.Value.(float64)
		}
	}
	return v, known
}

// part prints a part of a group.
func (e *Env) part(g *kpi.Group, key string) string {
	for _, p := range g.Parts {
		if p.Key == key {
			return e.partValue(p)
		}
	}
	return none
}
