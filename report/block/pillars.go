package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var pillarsKind = Kind{
	Name:  "pillars",
	About: "目標と結果と、そのもとの図",
	Build: (*Env).pillars,
}

// pillars sets each of the three headline figures beside the one chart it rests on.
func (e *Env) pillars(b plan.Block) []content.Block {
	charts := map[string]func(*Env, plan.Block) []content.Block{
		"recurring_contract_ratio":    (*Env).recurringMonths,
		"average_continuation_months": (*Env).contractCurve,
		"first_income_residents":      (*Env).people,
	}
	var blocks []content.Block
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		row := content.Beside{NarrowFirst: true,
			Parts: [][]content.Block{{content.Cards{Cards: []content.Card{e.card(f)}}}, nil}}
		if draw := charts[id]; draw != nil {
			row.Parts[1] = e.lowered(e.sourced(draw(e, b)))
		}
		if len(row.Parts[1]) == 0 {
			row.Parts[1] = []content.Block{content.Paragraph{Text: e.Words("この数字のグラフは、もとになる記録がそろうと表示されます。",
				"The chart appears once there are records to draw."), Tone: content.Note}}
		}
		blocks = append(blocks, row)
	}
	return blocks
}

// lowered makes charts fit beside a figure: low, and without what the full one has below it.
func (e *Env) lowered(blocks []content.Block) []content.Block {
	for _, b := range blocks {
		c, ok := b.(*content.Chart)
		if !ok {
			continue
		}
		c.ID, c.Low, c.Source, c.YTitle = c.ID+"_low", true, "", ""
		for i := range c.Curves {
			c.Curves[i].AtRisk = nil
		}
		for i, month := range c.Categories {
			if _, short, ok := strings.Cut(month, "/"); ok {
				c.Categories[i] = short + e.Words("月", "")
			}
		}
	}
	return blocks
}

// people shows how many came how far, and how many residents earned for the first time against
// the target for them.
func (e *Env) people(plan.Block) []content.Block {
	f := e.figure("first_income_residents")
	stages := e.Result.Funnel.Stages
	switch {
	case f == nil || len(stages) == 0:
		return nil
	case stages[0].Coded != nil:
		return []content.Block{e.stageRanges(stages)}
	case stages[0].Suppressed:
		return []content.Block{content.Paragraph{Text: e.Words("人数は載せていません。", "Numbers of people are not given."),
			Tone: content.Note}}
	case stages[0].Count == nil || *stages[0].Count == 0:
		return nil
	}
	c := &content.Chart{ID: "people", Kind: content.TargetBar, Unit: e.Words("人", ""), Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.Words("人数", "People"), Columns: []content.Column{
			{Head: e.Words("段階", "Stage")}, {Head: e.Words("人数", "People"), Align: content.Right},
			{Head: e.Words("目標", "Target"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("人数", "people")}
	add := func(title string, value *float64, hidden bool, coded *kpi.Span, target *float64) {
		label, goal := e.Words("データなし", "no data"), None
		cell := None
		switch {
		case hidden:
			cell = e.coded(coded)
			label, value = cell, nil
		case value != nil:
			label, cell = content.Round(*value, 0)+e.Words("人", ""), content.Round(*value, 0)
		}
		if target != nil {
			goal = content.Round(*target, 0)
			label += e.Words("（目標 "+goal+" 人）", " (target "+goal+")")
		}
		c.Categories, s.Values, s.Labels, s.Target = append(c.Categories, title), append(s.Values, value),
			append(s.Labels, label), append(s.Target, target)
		c.Twin.Rows = append(c.Twin.Rows, []string{title, cell, goal})
	}
	for _, st := range stages {
		if !slices.Contains([]facts.Stage{facts.Enrolled, facts.Retained}, st.Stage) {
			continue
		}
		if st.Stage == facts.Retained {
			add(e.Say(f.Title), f.Value, f.Suppressed, f.Coded, f.Target)
		}
		add(e.Say(st.Title), float(st.Count), st.Suppressed, st.Coded, nil)
	}
	c.Series = []content.Series{s}
	c.Title = e.peopleTitle(f, *stages[0].Count)
	return []content.Block{c}
}

func (e *Env) peopleTitle(f *kpi.Figure, enrolled int) string {
	switch {
	case f.Value == nil:
		return e.Words(fmt.Sprintf("参加した人は%d人です", enrolled), fmt.Sprintf("%d people enrolled", enrolled))
	case f.Target == nil:
		return e.Words(fmt.Sprintf("初めて収入を得た住民は%s人です", content.Round(*f.Value, 0)),
			fmt.Sprintf("%s residents earned for the first time", content.Round(*f.Value, 0)))
	case reached(f):
		return e.Words(fmt.Sprintf("初めて収入を得た住民は%s人で、目標の%s人に届きました", content.Round(*f.Value, 0),
			content.Round(*f.Target, 0)),
			fmt.Sprintf("%s residents earned for the first time: the target of %s is reached", content.Round(*f.Value, 0),
				content.Round(*f.Target, 0)))
	}
	return e.Words(fmt.Sprintf("初めて収入を得た住民は%s人で、目標の%s人まであと%s人です", content.Round(*f.Value, 0),
		content.Round(*f.Target, 0), content.Round(*f.Target-*f.Value, 0)),
		fmt.Sprintf("%s residents earned for the first time: %s short of the target of %s", content.Round(*f.Value, 0),
			content.Round(*f.Target-*f.Value, 0), content.Round(*f.Target, 0)))
}

// float is a count as a value of a chart; no count is no value.
func float(n *int) *float64 {
	if n == nil {
		return nil
	}
	return new(float64(*n))
}
