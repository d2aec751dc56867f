package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/report/content"
)

// effects are the proposed words of each indicator as boxes to tick; where the wording leaves it open, none is ticked.
func (e *Env) effects(g *grant.Report) content.Choices {
	var c content.Choices
	for _, i := range g.Indicators {
		one := content.Choice{Lead: e.Say(i.Title), Text: e.outcome(i)}
		if against(i, i.Actual) == onTarget {
			one.Warning = e.Words("要判断", "to be decided")
			one.Rest = e.Words("：「目標値を上回った」とするかを選ぶ。", ": is that above it?")
		} else if open := e.Say(i.Rating.Open); open != "" {
			one.Warning, one.Rest = open, ""
			for _, between := range []string{"：", ": "} {
				if before, after, ok := strings.Cut(open, between); ok {
					one.Warning, one.Rest = before, between+after
					break
				}
			}
		}
		if one.Warning != "" {
			one.Text += e.Words("", " ")
		}
		for _, word := range e.offered(i.Rating) {
			proposed := len(i.Rating.Proposed) == 1 && word == i.Rating.Proposed[0]
			text := e.Say(word.Words())
			if proposed {
				text += e.Words("（案）", " (proposed)")
			}
			one.Options = append(one.Options, content.Option{Text: text, Proposed: proposed})
		}
		if i.Scale != nil && i.Scale.Word != "" {
			one.Text += e.Words("自治体の尺度では「"+i.Scale.Word+"」。", " On the own scale: "+i.Scale.Word+".")
		}
		c.Items = append(c.Items, one)
	}
	return c
}

// offered are the words to tick: those between which the wording leaves the choice, or the proposed one and its
// neighbour below.
func (e *Env) offered(r grant.Rating) []grant.Effect {
	if len(r.Proposed) != 1 {
		return r.Proposed
	}
	all := []grant.Effect{grant.VeryEffective, grant.Considerable, grant.SomeEffect, grant.NoEffect}
	at := slices.Index(all, r.Proposed[0])
	return all[min(at, len(all)-2):min(at+2, len(all))]
}

// outcome says how the actual lies to the target and to the baseline.
func (e *Env) outcome(i grant.Indicator) string {
	if i.Suppressed {
		return e.Words("実績は、人が特定されないよう載せていない。", "the actual is not given, so that nobody can be told from it.")
	}
	v := against(i, i.Actual)
	if v == unrated {
		return e.Words("実績か目標がないため、案はない。", "there is no actual or no target, and so no proposal.")
	}
	a, t := e.withUnit(i, i.Actual)+e.counts(i), e.withUnit(i, i.Target)
	switch {
	case v == onTarget:
		return e.Words("実績"+a+"は目標"+t+"と同じ。", a+", equal to the target of "+t+".")
	case v == above && i.Lower:
		return e.Words("実績"+a+"は目標"+t+"より少なく、目標に届いた。", a+", below the target of "+t+", as wanted.")
	case v == above:
		return e.Words("実績"+a+"は目標"+t+"を上回った。", a+", above the target of "+t+".")
	}
	return e.Words("実績"+a+"は目標"+t+"に届かず、", a+", short of the target of "+t+", ") + e.sinceStart(i)
}

// sinceStart says how the actual lies to the baseline.
func (e *Env) sinceStart(i grant.Indicator) string {
	b := e.withUnit(i, i.Baseline)
	switch {
	case *i.Actual == *i.Baseline:
		return e.Words("開始前の"+b+"と同じ。", "as the baseline of "+b+".")
	case *i.Actual > *i.Baseline:
		return e.Words("開始前の"+b+"からは増えた。", "above the baseline of "+b+".")
	}
	return e.Words("開始前の"+b+"からは減った。", "below the baseline of "+b+".")
}

// counts are what a share rests on, in brackets: （11件中6件）.
func (e *Env) counts(i grant.Indicator) string {
	f := e.figure(i.Figure)
	if f == nil || f.Unit != kpi.Ratio || f.Numerator == nil || f.Denominator == nil || i.ByHand {
		return ""
	}
	word := e.thing(f)
	if word == "" && e.Lang != "en" {
		return ""
	}
	return e.Words(fmt.Sprintf("（%s%s中%s%s）", sumText(*f.Denominator), word, sumText(*f.Numerator), word),
		fmt.Sprintf(" (%s of %s)", sumText(*f.Numerator), sumText(*f.Denominator)))
}

// thing is the counting word of what a share counts; "" where it does not count.
func (e *Env) thing(f *kpi.Figure) string {
	switch f.About {
	case kpi.AboutPersons:
		return e.Words("人", "")
	case kpi.AboutContracts, kpi.AboutWork, kpi.AboutClients:
		return e.Words("件", "")
	}
	return ""
}

// planAndCost sets the plan by year beside the cost, as far as there are both.
func (e *Env) planAndCost(g *grant.Report) content.Block {
	var parts [][]content.Block
	var shares []float64
	if t := e.yearPlan(g); t != nil {
		parts, shares = append(parts, headed(t)), append(shares, 55)
	}
	if blocks := e.costs(); len(blocks) > 0 {
		parts, shares = append(parts, blocks), append(shares, 42)
	}
	if len(parts) == 0 {
		return content.Paragraph{Tone: content.Note, Text: e.Words("年度ごとの計画も予算の記録もない。",
			"There is neither a plan by year nor a budget.")}
	}
	return content.Beside{Parts: parts, Shares: shares}
}

// yearPlan has for each year the planned increment and the cumulative target, and of years that are over the actual;
// nil where no indicator has a plan.
func (e *Env) yearPlan(g *grant.Report) *content.Table {
	var years []int
	for k := range g.Indicators {
		for _, y := range g.Indicators[k].Years {
			if at, found := slices.BinarySearch(years, y.FiscalYear); !found && (y.Increment != nil || y.Actual != nil) {
				years = slices.Insert(years, at, y.FiscalYear)
			}
		}
	}
	if len(years) == 0 {
		return nil
	}
	t := &content.Table{ID: "grant_plan", Caption: e.Words("年度ごとの計画", "Plan by year"), Columns: []content.Column{
		{Head: e.Words("指標", "Indicator")}}, Dress: &content.Dressing{}}
	for _, y := range years {
		t.Columns = append(t.Columns, content.Column{Head: e.yearName(y), Align: content.Right})
	}
	for k := range g.Indicators {
		i := e.roomy(&g.Indicators[k])
		row, dress := []string{e.Say(i.Title)}, []content.Dress{{}}
		for _, y := range years {
			row, dress = append(row, e.planCell(*i, planYear(i, y), y < g.FiscalYear)),
				append(dress, content.Dress{Below: content.Note})
		}
		t.Rows, t.Dress.Cells = append(t.Rows, row), append(t.Dress.Cells, dress)
	}
	return t
}

// planCell is one year of the plan: the increment, the cumulative target, and the actual of a year that is over.
func (e *Env) planCell(i grant.Indicator, y *grant.YearOf, over bool) string {
	if y == nil || y.Increment == nil && y.Actual == nil {
		return None
	}
	text := e.gainOf(i, y.Increment)
	if y.Target != nil {
		text += "\n" + e.Words("累計 ", "total ") + e.withUnit(i, y.Target)
	}
	switch {
	case over && y.Suppressed:
		text += "\n" + e.Words("実績 ", "actual ") + kpi.Symbol
	case over && y.Actual != nil:
		text += "\n" + e.Words("実績 ", "actual ") + e.withUnit(i, y.Actual)
	}
	return text
}

// costs are what was planned and spent by fund, and what a result cost; nothing without a budget.
func (e *Env) costs() []content.Block {
	var blocks []content.Block
	if t := e.fundTable(); t != nil {
		blocks = headed(t)
	}
	for _, c := range e.perResult() {
		if c.Value != nil {
			blocks = append(blocks, content.Paragraph{
				Text: e.Words(c.per.OnForm.JA+"1人あたり ", "Per "+c.per.OnForm.EN+": ") + e.Value(c.Figure)})
		}
	}
	return blocks
}

// fundTable is planned, spent and their ratio by fund, with the sum; nil where the budget names no funds.
func (e *Env) fundTable() *content.Table {
	groups := groupsOf(e.on(kpi.TopicFunds), "groups")
	if len(groups) == 0 {
		return nil
	}
	num := content.Right
	t := &content.Table{ID: "grant_cost", Caption: e.Words("費用（円）", "Cost (yen)"), Total: len(groups) > 1,
		Columns: []content.Column{
			{Head: e.Words("財源", "Fund")}, {Head: e.Words("予算額", "Planned"), Align: num},
			{Head: e.Words("執行額", "Spent"), Align: num}, {Head: e.Words("執行率", "Rate"), Align: num}}, Dress: &content.Dressing{}}
	add := func(name string, planned, spent *float64) {
		rate := None
		if planned != nil && spent != nil && *planned > 0 {
			rate = content.Percent(*spent / *planned)
		}
		t.Rows = append(t.Rows, []string{name, yenOf(planned), yenOf(spent), rate})
		t.Dress.Cells = append(t.Dress.Cells, []content.Dress{{}, {}, {Strong: true}, {}})
	}
	var planned, spent kpi.Amounts
	allPlanned, allSpent := true, true
	for i := range groups {
		p, knownP := number(&groups[i], "planned")
		s, knownS := number(&groups[i], "spent")
		allPlanned, allSpent = allPlanned && knownP, allSpent && knownS
		planned.Add(p, kpi.RowUse{})
		spent.Add(s, kpi.RowUse{})
		add(e.Say(groups[i].Title), ifKnown(p, knownP), ifKnown(s, knownS))
	}
	if t.Total {
		add(e.Words("合計", "Total"), ifKnown(planned.Sum(), allPlanned), ifKnown(spent.Sum(), allSpent))
	}
	return t
}

func ifKnown(v float64, known bool) *float64 {
	if !known {
		return nil
	}
	return &v
}

func yenOf(v *float64) string {
	if v == nil {
		return None
	}
	return content.Round(*v, 0)
}

// officerBoxes are the boxes of the form that only people fill in, with what the settings already say.
func (e *Env) officerBoxes(g *grant.Report) content.Blanks {
	return content.Blanks{Fields: []content.Pair{
		{Label: e.Words("外部有識者の評価", "External rating"), Value: g.Grant.ExternalRating},
		{Label: e.Words("外部有識者の意見", "External opinion"), Value: g.Grant.ExternalOpinion},
		{Label: e.Words("今後の方針", "Next step"), Value: g.Grant.NextStep},
		{Label: e.Words("方針の理由", "Reason"), Value: g.Grant.NextStepReason},
	}}
}
