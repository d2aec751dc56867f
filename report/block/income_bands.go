package block

import (
	"fmt"
	"strings"

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

// incomeBands shows how many participant-months fell into each band of monthly income; outside the hub how many
// persons, each in the band of the own median.
func (e *Env) incomeBands(plan.Block) []content.Block {
	f := e.figure(incomeFigure)
	if f == nil || !e.Cohort.Tasks.Has("pay") {
		return nil
	}
	bands, persons := bandParts(f)
	switch {
	case f.Suppressed:
		return []content.Block{content.Paragraph{Text: e.Words("人数が少ないか記録がないため、月収とその分布は載せません。",
			"With so few persons, or none on record, monthly income is not given."), Tone: content.Note}}
	case !f.Absent.Empty():
		return []content.Block{content.Paragraph{Text: e.Say(f.Absent) + e.Words("。", "."), Tone: content.Note}}
	}
	unit, title := e.Words("人月", "participant-months"), e.Words("延べ人月", "Participant-months")
	if persons {
		unit, title = e.Words("人", "persons"), e.Words("人数（各人の月収の中央値）", "Persons, by their median")
	}
	c := &content.Chart{ID: "income_bands", Kind: content.Bands, Unit: unit, YTitle: title, Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.Words("月収の分布", "Monthly income"), Columns: []content.Column{
			{Head: e.Words("月収", "Monthly income")}, {Head: title, Align: content.Right}}}}
	s := content.Series{Name: title}
	most, where, total := -1.0, "", 0.0
	for _, b := range bands {
		n := b.count
		total += n
		if n > most {
			most, where = n, e.Say(b.title)
		}
		c.Categories = append(c.Categories, e.Say(b.title))
		s.Values = append(s.Values, new(n))
		s.Labels = append(s.Labels, content.Round(n, 0))
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Say(b.title), content.Round(n, 0)})
	}
	if total == 0 {
		return nil
	}
	c.Series = []content.Series{s}
	c.Title = e.bandsTitle(where, most, total, persons)
	return []content.Block{c}
}

func (e *Env) bandsTitle(where string, most, total float64, persons bool) string {
	if persons {
		return e.Words(fmt.Sprintf("月収は「%s」の人がもっとも多く、%s人のうち%s人です", where, content.Round(total, 0),
			content.Round(most, 0)),
			fmt.Sprintf("most persons earn %q a month: %s of %s", where, content.Round(most, 0), content.Round(total, 0)))
	}
	return e.Words(fmt.Sprintf("月収は「%s」がもっとも多く、延べ%s人月のうち%s人月です", where, content.Round(total, 0),
		content.Round(most, 0)),
		fmt.Sprintf("the most frequent monthly income is %q: %s of %s participant-months", where, content.Round(most, 0),
			content.Round(total, 0)))
}

// band is one band of monthly income, or several in one, with its participant-months or persons.
type band struct {
	keys  []string
	title lang.Text
	count float64
}

// bandParts takes the bands out of the parts of incomeFigure; persons reports that they count those.
func bandParts(f *kpi.Figure) (bands []band, persons bool) {
	for _, g := range groupsOf(f, "bands") {
		for _, p := range g.Parts {
			if n, ok := p.Value.(float64); ok {
				bands, persons = append(bands, band{strings.Split(g.Key, "+"), g.Title, n}), p.Key == "persons"
			}
		}
	}
	return bands, persons
}
