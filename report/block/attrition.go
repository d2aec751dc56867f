package block

import (
	"slices"
	"strings"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var attritionKind = Kind{
	Name:  "attrition",
	Was:   "leak",
	About: "いちばん人が減っている段階",
	Build: (*Env).attrition,
}

// attrition names the step of the funnel that loses the most people, and who is stuck there.
func (e *Env) attrition(plan.Block) []content.Block {
	l := e.Result.Attrition
	if l == nil && (e.nobodyYet() || len(e.Result.States) == 0) { // nobody yet, or nobody's day of the cycle is known
		return nil
	}
	if l == nil {
		return []content.Block{content.Paragraph{Text: e.Words("止まっているところ：いま止まっている段階は見当たりません。",
			"No step of the funnel is losing people."), Tone: content.Good}}
	}
	head, mark := e.Words("止まっているところ：", "Leak: "), content.Watch
	if !l.Suppressed && !l.Loop() {
		head, mark = "", content.Note
	}
	text := head + e.Say(l.Text) + e.Words("。", ".")
	var ids []string
	for _, p := range l.Stuck {
		ids = append(ids, e.person(p))
	}
	for i := range l.Ties {
		for _, p := range l.Ties[i].Stuck {
			if name := e.person(p); !slices.Contains(ids, name) {
				ids = append(ids, name)
			}
		}
	}
	if len(ids) > 0 {
		text += e.Words("離脱していない人：", " Have not left: ") + strings.Join(ids, e.Words("、", ", "))
	}
	return []content.Block{content.Paragraph{Text: text, Tone: mark}}
}
