package block

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var incomeBandsKind = Kind{
	Name:  "income_bands",
	About: "月収の分布",
	Build: (*Env).incomeBands,
}

// incomeFigure is the figure that has the bands among its parts.
const incomeFigure = "monthly_income"

// incomeBands shows how many participant-months fell into each band of monthly income.
func (e *Env) incomeBands(plan.Block) []content.Block {
	f := e.figure(incomeFigure)
	groups, hidden := bandParts(f)
	if hidden {
		return []content.Block{content.Paragraph{Text: e.Words("人数が少ないため、月収の分布は伏せています（x）。",
			"Too few people: the bands of monthly income are not shown (x)."), Tone: content.Note}}
	}
	if len(groups) == 0 || !e.Cohort.Tasks.Has("pay") {
		return nil
	}
	c := &content.Chart{ID: "income_bands", Kind: content.Bands, Unit: e.Words("人月", "participant-months"),
		YTitle: e.Words("延べ人月", "participant-months"), Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.Words("月収の分布", "Monthly income"), Columns: []content.Column{
			{Head: e.Words("月収", "Monthly income")}, {Head: e.Words("延べ人月", "Participant-months"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("延べ人月", "participant-months")}
	most, title, total := -1.0, "", 0.0
	for _, g := range groups {
		n := g.count
		total += n
		if n > most {
			most, title = n, e.Say(g.title)
		}
		c.Categories = append(c.Categories, e.Say(g.title))
		s.Values = append(s.Values, new(n))
		s.Labels = append(s.Labels, content.Round(n, 0))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(g.title), content.Round(n, 0)})
	}
	if total == 0 {
		return nil
	}
	c.Series = []content.Series{s}
	c.Title = e.Words(fmt.Sprintf("月収は「%s」がもっとも多く、延べ %s 人月のうち %s 人月です", title, content.Round(total, 0),
		content.Round(most, 0)),
		fmt.Sprintf("the most frequent monthly income is %q: %s of %s participant-months", title, content.Round(most, 0),
			content.Round(total, 0)))
	return []content.Block{c}
}

// band is one band of monthly income with its participant-months.
type band struct {
	title lang.Text
	count float64
}

// bandParts takes the bands out of the parts of incomeFigure; hidden reports that one of them
// may not be shown.
func bandParts(f *kpi.Figure) (bands []band, hidden bool) {
	if f == nil {
		return nil, false
	}
	for _, p := range f.Parts {
		groups, ok := p.Value.([]kpi.Group)
		if p.Key != "bands" || !ok {
			hidden = hidden || p.Key == "bands" && kpi.IsHidden(p.Value)
			continue
		}
		for _, g := range groups {
			hidden = hidden || len(g.Parts) > 0 && kpi.IsHidden(g.Parts[0].Value)
			if n, ok := firstNumber(g.Parts); ok {
				bands = append(bands, band{g.Title, n})
			}
		}
	}
	return bands, hidden
}

func firstNumber(parts kpi.Parts) (float64, bool) {
	for _, p := range parts {
		if v, ok := p.Value.(float64); ok {
			return v, true
		}
	}
	return 0, false
}
