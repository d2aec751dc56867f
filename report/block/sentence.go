package block

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var sentenceKind = Kind{
	Name:  "sentence",
	About: "はじめの数字の意味を一文で",
	Build: (*Env).sentence,
}

// sentence says what the first headline figure means, in one sentence without its full stop.
func (e *Env) sentence(plan.Block) []content.Block {
	f := e.figure("first_income_residents")
	if f == nil || f.Value == nil {
		return nil
	}
	n := int(*f.Value)
	if n == 0 {
		return []content.Block{content.Paragraph{Text: e.Words("この期間に、テレワークで初めて収入を得た住民はまだいません",
			"No resident has earned by telework for the first time in this period yet")}}
	}
	return []content.Block{content.Paragraph{Text: e.Words(
		fmt.Sprintf("この期間に、%s人の住民がテレワークで初めて収入を得ました", content.Round(*f.Value, 0)),
		plural(n, "resident", "residents")+" earned by telework for the first time in this period")}}
}
