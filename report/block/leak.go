package block

import (
	"strings"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var leakKind = Kind{
	Name:  "leak",
	About: "いちばん人が減っている段階",
	Build: (*Env).leak,
}

// leak names the step of the funnel that loses the most people, and who is stuck there.
func (e *Env) leak(plan.Block) []content.Block {
	l := e.Result.Attrition
	if l == nil && e.nobodyYet() {
		return nil
	}
	if l == nil {
		return []content.Block{content.Paragraph{Text: e.Words("もったいないループ：いま止まっている段階は見当たりません。",
			"No step of the funnel is losing people."), Tone: content.Good}}
	}
	text := e.Words("もったいないループ：", "Leak: ") + e.Say(l.Text) + e.Words("。", ".")
	if len(l.Stuck) > 0 {
		var ids []string
		for _, p := range l.Stuck {
			ids = append(ids, e.person(p))
		}
		text += e.Words("止まっている人：", " Stuck: ") + strings.Join(ids, e.Words("、", ", "))
	}
	return []content.Block{content.Paragraph{Text: text, Tone: content.Watch}}
}
