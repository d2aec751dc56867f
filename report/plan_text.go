package report

import "pilot90/report/content"

// ownText prints what the plan itself says: a municipality's own words, a paragraph each.
func (e *edition) ownText(b PlanBlock) []content.Block {
	return []content.Block{content.Paragraph{Text: e.say(b.Text.text())}}
}
