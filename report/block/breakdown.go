package block

import (
	"slices"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var breakdownKind = Kind{
	Name:  "breakdown",
	About: "属性別の内訳の表（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).breakdown,
}

// breakdown prints figures by group, each as a table, or the sentence that stands in place of one.
func (e *Env) breakdown(b plan.Block) []content.Block {
	var blocks []content.Block
	var sentences []string
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		if t := e.groupTable(f); t != nil {
			blocks = append(blocks, t)
		} else if text := e.Say(f.Absent); text != "" && !slices.Contains(sentences, text) {
			sentences = append(sentences, text)
		}
	}
	for _, text := range sentences {
		blocks = append(blocks, content.Paragraph{Text: text + e.Words("。", "."), Tone: content.Note})
	}
	return blocks
}
