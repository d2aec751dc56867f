package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var cardsKind = Kind{
	Name:  "cards",
	About: "指標を大きな数字で（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).cards,
}

// cards shows figures large, each with its n/N, target and caveat.
func (e *Env) cards(b plan.Block) []content.Block {
	var cards content.Cards
	for _, id := range b.Figures {
		if f := e.figure(id); f != nil {
			cards.Cards = append(cards.Cards, e.card(f))
		}
	}
	return []content.Block{cards}
}

func (e *Env) card(f *kpi.Figure) content.Card {
	c := content.Card{Figure: f.ID, Title: e.Say(f.Title), Value: None, Detail: e.Say(f.Reason)}
	if f.Target != nil {
		c.Target = e.Words("目標 ", "target ") + e.counted(f, *f.Target)
	}
	if f.Suppressed {
		c.Value = e.Say(f.Symbol())
	}
	if f.Value == nil {
		return c
	}
	c.Known, c.Value, c.Detail = true, e.Value(f), e.Basis(f)+Dagger(f)
	c.Note = e.Caveat(f)
	if f.Target != nil {
		c.Tone = content.Watch
		if reached(f) {
			c.Tone = content.Good
		}
	}
	return c
}
