package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var summaryKind = Kind{
	Name:  "summary",
	About: "主な数字の意味を2、3文で",
	Build: (*Env).summary,
}

// summary says in two or three sentences what the headline figures mean.
func (e *Env) summary(b plan.Block) []content.Block {
	blocks := e.sentence(b)
	for i := range blocks {
		if p, ok := blocks[i].(content.Paragraph); ok {
			p.Text += e.Words("。", ".")
			blocks[i] = p
		}
	}
	open := false
	for _, id := range []string{"recurring_contract_ratio", "average_continuation_months", "first_income_residents"} {
		f := e.figure(id)
		if f == nil {
			continue
		}
		open = open || !f.Open.Empty()
		for _, w := range f.Warnings {
			blocks = append(blocks, content.Paragraph{Text: e.Say(f.Title) + e.Words("：", ": ") + e.Say(w), Tone: content.Note})
		}
	}
	if open {
		blocks = append(blocks, content.Paragraph{Text: e.OpenNote(), Tone: content.Note})
	}
	return blocks
}
