package rollup

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/content"
)

// each is the table of municipalities in the order of their codes, a strip each; nothing in it is a rank.
func (p *paper) each() []content.Block {
	t := p.strips("each", p.say("自治体", "Municipality"))
	for _, m := range p.Rollup.Municipalities {
		t.Rows = append(t.Rows, append([]string{nameOf(m.Place)}, p.cells(m.Figures)...))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	var all []string
	for _, id := range shown().Each {
		if f := kpi.Find(p.Figures, id); f != nil {
			all = append(all, p.env.Value(f))
		}
	}
	t.Rows, t.Total = append(t.Rows, append([]string{p.say("合計", "all")}, all...)), true
	t.Notes = []string{p.say("団体コード順です。順位ではありません。― は、データがないか数える対象がないことを表し、0ではありません。",
		"In the order of codes, which is no ranking. ― is no data or nothing to count, and not 0.")}
	return []content.Block{t}
}

// strips is the head of a table with the figures that are shown.
func (p *paper) strips(id, head string) *content.Table {
	t := &content.Table{ID: id, Caption: p.say("主な指標", "Main figures"), Columns: []content.Column{{Head: head, Width: 21}}}
	for _, id := range shown().Each {
		if f := kpi.Find(p.Figures, id); f != nil {
			width := 12.0
			if f.Unit == kpi.Yen {
				width = 23
			}
			t.Columns = append(t.Columns, content.Column{Head: f.Title.In(p.Lang), Align: content.Right, Width: width})
		}
	}
	return t
}

// cells are the values of one row.
func (p *paper) cells(figures []result.RollupFigure) []string {
	var out []string
	for _, id := range shown().Each {
		f := kpi.Find(p.Figures, id)
		if f == nil {
			continue
		}
		i := slices.IndexFunc(figures, func(x result.RollupFigure) bool { return x.ID == id })
		switch {
		case i >= 0 && figures[i].Suppressed:
			out = append(out, kpi.Symbol)
		case i < 0 || figures[i].Value == nil:
			out = append(out, block.None)
		default:
			out = append(out, p.env.Quantity(*figures[i].Value, f.Unit))
		}
	}
	return out
}

// groups is the table of prefectures, models or years, and of years the lines.
func (p *paper) groups() []content.Block {
	if p.Rollup.By == nil || len(p.Rollup.Groups) == 0 {
		return nil
	}
	heads := map[string]string{"prefecture": p.say("都道府県", "Prefecture"), "year": p.say("年度", "Fiscal year"),
		"model": p.say("事業の型", "Model")}
	t := p.strips("groups", heads[*p.Rollup.By])
	t.Columns = slices.Insert(t.Columns, 1, content.Column{Head: p.say("自治体数", "From"), Align: content.Right, Width: 10})
	for _, g := range p.Rollup.Groups {
		t.Rows = append(t.Rows, append([]string{g.Title, fmt.Sprint(g.Municipalities)}, p.cells(g.Figures)...))
	}
	p.multiples(t)
	blocks := []content.Block{t}
	if *p.Rollup.By == "year" {
		for _, id := range shown().Years {
			blocks = append(blocks, p.years(id)...)
		}
	}
	return blocks
}

// multiples adds to the years of one town how many times the revenue of its first year each has; of several towns the
// years need not be of the same ones.
func (p *paper) multiples(t *content.Table) {
	groups := p.Rollup.Groups
	if *p.Rollup.By != "year" || len(groups) < 2 ||
		slices.ContainsFunc(groups, func(g result.RollupGroup) bool { return g.Municipalities != 1 }) ||
		len(p.Rollup.Municipalities)+len(p.Rollup.OtherYears) != 1 {
		return
	}
	t.Columns = append(t.Columns, content.Column{Head: fmt.Sprintf(p.say("売上の%s比", "Revenue, times %s"), groups[0].Title),
		Align: content.Right, Width: 12})
	first := p.revenueOf(groups[0])
	for i, g := range groups {
		text := block.None
		if v := p.revenueOf(g); first != nil && v != nil && *first > 0 {
			text = content.Round(*v / *first, 1) + p.say("倍", "×")
		}
		t.Rows[i] = append(t.Rows[i], text)
	}
}

func (p *paper) revenueOf(g result.RollupGroup) *float64 {
	return toldIn(g.Figures, kpi.Told(p.Figures, kpi.TopicRevenue)).Value
}

// goals are those of all years, of one municipality after the other, or of the year of the result.
func (p *paper) goals() []result.Goal {
	if p.Rollup.By == nil || *p.Rollup.By != "year" {
		return p.Rollup.Goals
	}
	var all []result.Goal
	for _, g := range p.Rollup.Groups {
		all = append(all, g.Goals...)
	}
	slices.SortStableFunc(all, func(a, b result.Goal) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Figure, b.Figure), cmp.Compare(a.FiscalYear, b.FiscalYear))
	})
	return all
}

// years draws one figure by fiscal year; a year without a value is a gap.
func (p *paper) years(id string) []content.Block {
	f := kpi.Find(p.Figures, id)
	if f == nil || len(p.Rollup.Groups) < 2 {
		return nil
	}
	c := &content.Chart{ID: id + "_years", Kind: content.Line, Figures: []string{id}, Title: f.Title.In(p.Lang) +
		p.say("の年度ごとの値", " by fiscal year"), XTitle: p.say("年度", "fiscal year"), YTitle: f.Title.In(p.Lang),
		Twin: &content.Table{Caption: f.Title.In(p.Lang), Columns: []content.Column{{Head: p.say("年度", "Fiscal year")},
			{Head: p.say("値", "Value"), Align: content.Right}}}}
	s := content.Series{Name: f.Title.In(p.Lang)}
	unit := 1.0
	if f.Unit == kpi.Yen {
		unit = 10000
		c.YTitle += p.say("（万円）", " (10,000 yen)")
	}
	for _, g := range p.Rollup.Groups {
		c.Categories = append(c.Categories, g.Title)
		i := slices.IndexFunc(g.Figures, func(x result.RollupFigure) bool { return x.ID == id })
		if i < 0 || g.Figures[i].Value == nil {
			s.Values, s.Labels = append(s.Values, nil), append(s.Labels, "")
			c.Twin.Rows = append(c.Twin.Rows, []string{g.Title, block.None})
			continue
		}
		v := *g.Figures[i].Value
		s.Values, s.Labels = append(s.Values, new(v/unit)), append(s.Labels, content.Round(v/unit, 0))
		c.Twin.Rows = append(c.Twin.Rows, []string{g.Title, p.env.Quantity(v, f.Unit)})
	}
	c.Series = []content.Series{s}
	return []content.Block{c}
}

// grants is the table of the grants' indicators by code.
func (p *paper) grants() []content.Block {
	goals := p.goals()
	if len(goals) == 0 {
		return nil
	}
	t := &content.Table{ID: "goals", Caption: p.say("交付金の指標", "Indicators of grants"), Columns: []content.Column{
		{Head: p.say("自治体", "Municipality"), Width: 20}, {Head: p.say("指標", "Indicator"), Width: 28},
		{Head: p.say("年度", "Year"), Width: 10}, {Head: p.say("目標", "Target"), Align: content.Right, Width: 14},
		{Head: p.say("実績", "Actual"), Align: content.Right, Width: 14},
		{Head: p.say("実績 ÷ 目標", "Actual ÷ target"), Align: content.Right, Width: 14}},
		Notes: []string{p.say("団体コード順です。目標と実績は、足し上げる指標では交付金の初年度からの累計です。",
			"In the order of codes. Of what adds up, target and actual are those of all years of the grant.")}}
	for _, g := range goals {
		row := []string{nameOf(g.Place), g.Title, fmt.Sprint(g.FiscalYear), block.None, block.None, block.None}
		if g.Target != nil {
			row[3] = p.env.Quantity(*g.Target, g.Unit)
		}
		switch {
		case g.Suppressed:
			row[4], row[5] = kpi.Symbol, kpi.Symbol
		case g.Actual != nil:
			row[4] = p.env.Quantity(*g.Actual, g.Unit)
			if g.Target != nil && *g.Target > 0 {
				row[5] = content.Percent(*g.Actual / *g.Target)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return []content.Block{t}
}
