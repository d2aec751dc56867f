package report

import "pilot90/report/content"

var textKind = Kind{
	Name:  "text",
	About: "自分で書いた文章（text が必要）",
	Needs: Text,
	Build: (*Env).ownText,
}

// ownText prints what the plan itself says: a municipality's own words, a paragraph each.
func (e *Env) ownText(b PlanBlock) []content.Block {
	return []content.Block{content.Paragraph{Text: e.say(b.Text.text())}}
}
