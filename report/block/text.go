package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var textKind = Kind{
	Name:  "text",
	About: "自分で書いた文章（text が必要）",
	Needs: plan.Text,
	Build: (*Env).ownText,
}

// ownText prints what the plan itself says: a municipality's own words, a paragraph each.
func (e *Env) ownText(b plan.Block) []content.Block {
	return []content.Block{content.Paragraph{Text: e.Planned(b.Text)}}
}
