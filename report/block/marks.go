package block

import (
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Suppression explains the mark x where an edition hides small groups.
func (e *Env) Suppression() []content.Block {
	if e.Profile.Open() {
		return nil
	}
	return []content.Block{content.Paragraph{Text: e.Words(
		"x は、人が特定されないよう伏せた数です。0 のことも、数がないこともあります。",
		"x stands for a number that is not given, so that nobody can be told from it; it may be 0, or there may be none."),
		Tone: content.Note}}
}

var marksKind = Kind{
	Name:  "marks",
	About: "† の説明",
	Build: (*Env).marks,
}

// marks explains † where the edition has it, without sending the reader to another page; x is explained where it
// stands.
func (e *Env) marks(plan.Block) []content.Block {
	var text string
	for i := range e.Result.Figures {
		if !e.Result.Figures[i].Open.Empty() {
			text = e.Words("† 台帳の誤りのある行を除いた値で、直すと変わることがあります。",
				"† Rows with an error are left out; the value may change once they are put right. ")
		}
	}
	if odd := e.undrawable(); len(odd) > 0 {
		text += e.Words(" 印刷できない文字があり、PDF では〓になっています：", " The PDF has 〓 for characters that its fonts lack: ") +
			strings.Join(odd, e.Words("、", ", "))
	}
	if text == "" {
		return nil
	}
	return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
}

// coded is the range that stands in place of a number, or the mark.
func (e *Env) coded(s *kpi.Span) string {
	return e.Say((&kpi.Figure{Coded: s}).Symbol())
}
