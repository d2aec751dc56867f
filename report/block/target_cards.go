package block

import (
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var targetCardsKind = Kind{
	Name:  "target_cards",
	About: "指標を大きな数字と目標の棒で（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).targetCards,
}

// targetCards shows the first figures that have something to tell large with what they rest on, a bar with a tick
// at the target, and a verdict in words.
func (e *Env) targetCards(b plan.Block) []content.Block {
	var cards content.Cards
	for _, f := range e.chosen(b.Figures) {
		cards.Cards = append(cards.Cards, e.targetCard(f))
	}
	if len(cards.Cards) == 0 {
		return e.untoldNote()
	}
	return append([]content.Block{cards}, e.untoldNote()...)
}

func (e *Env) targetCard(f *kpi.Figure) content.Card {
	c := content.Card{Figure: f.ID, Title: e.onCard(f), Value: None, Detail: e.Say(f.Reason)}
	if f.Suppressed {
		c.Value = e.Say(f.Symbol())
	}
	if f.Value == nil {
		return c
	}
	c.Known, c.Value, c.Detail = true, e.briefValue(f), e.restsOn(f)
	c.Level = e.level(f)
	switch {
	case f.Target == nil:
		c.Level = nil
	case reached(f):
		c.Tone, c.Verdict = content.Good, e.verdictOn(f)
	default:
		c.Tone, c.Verdict = content.Watch, e.verdictOn(f)
	}
	return c
}

// onCard is the title of a figure in the room of a card, a third of the measure.
func (e *Env) onCard(f *kpi.Figure) string {
	if f.Topic == kpi.TopicContractLength {
		return e.Words(f.Title.JA, "Months of continuation")
	}
	return e.Say(f.Title)
}

// level is the bar of a figure: a share of the whole, a count of persons of those enrolled, else half as much again
// as the target.
func (e *Env) level(f *kpi.Figure) *content.Level {
	if f.Target == nil || *f.Value < 0 {
		return nil
	}
	most := max(*f.Target*1.5, *f.Value*1.1)
	all := e.stageCount(facts.Enrolled)
	switch {
	case f.Unit == kpi.Ratio:
		most = 1
	case f.Unit == kpi.Score:
		most = 5
	case f.Counts == kpi.Persons && f.Unit == kpi.Count && all != nil && float64(*all) >= max(*f.Value, *f.Target):
		most = float64(*all)
	}
	return &content.Level{Value: *f.Value, Target: f.Target, Most: most}
}

// restsOn says in words what a value rests on: 11件のうち6件, 6件の平均, 参加12人のうち.
func (e *Env) restsOn(f *kpi.Figure) string {
	word := e.counter(f.Counts)
	if f.About == kpi.AboutPersons {
		word = e.Words("人", "")
	}
	switch {
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && decimals(*f.Numerator+*f.Denominator) == 0 &&
		f.About != kpi.AboutRevenue:
		hits, all := content.Round(*f.Numerator, 0), content.Round(*f.Denominator, 0)
		return e.Words(all+word+"のうち"+hits+word, hits+" of "+all)
	case f.Unit == kpi.Count && f.Counts == kpi.Persons:
		if all := e.stageCount(facts.Enrolled); all != nil && f.Topic != kpi.TopicRegistered {
			return e.Words("参加"+e.persons(*all)+"のうち", "of "+content.Round(float64(*all), 0)+" enrolled")
		}
		return ""
	case f.Unit == kpi.Months && !f.Hides("n"):
		return e.Words(content.Round(float64(f.N), 0)+word+"の平均", "mean of "+content.Round(float64(f.N), 0))
	}
	return e.besides(f)
}
