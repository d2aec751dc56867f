package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Suppression explains the mark x where an edition hides small groups.
func (e *Env) Suppression() []content.Block {
	if e.Profile.Open() {
		return nil
	}
	return []content.Block{content.Paragraph{Text: e.Words(
		fmt.Sprintf("x は、%d 人に満たない人数や、それが分かってしまう数を伏せたことを示します。0 ではありません。", e.Profile.K),
		fmt.Sprintf("x stands for a count below %d, or a number that would give one away; it is not 0.",
			e.Profile.K)), Tone: content.Note}}
}

var marksKind = Kind{
	Name:  "marks",
	About: "† と x の説明",
	Build: (*Env).marks,
}

// marks explains † and x where the edition has them, without sending the reader to another page.
func (e *Env) marks(plan.Block) []content.Block {
	var text string
	for i := range e.Result.Figures {
		if !e.Result.Figures[i].Open.Empty() {
			text = e.Words("† 台帳の誤りのある行を除いた値で、直すと変わることがあります。",
				"† Rows with an error are left out; the value may change once they are put right. ")
		}
	}
	if e.hidesAnything() {
		for _, b := range e.Suppression() {
			if p, ok := b.(content.Paragraph); ok {
				text += p.Text
			}
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

// hidesAnything reports that the edition withholds a figure, a stage or a point of the checklist.
func (e *Env) hidesAnything() bool {
	return slices.ContainsFunc(e.Result.Figures, func(f kpi.Figure) bool {
		return f.Suppressed || f.Hides("n") || f.Hides("numerator") || f.Hides("denominator")
	}) || slices.ContainsFunc(e.Result.Funnel.Stages, func(s state.StageCount) bool { return s.Suppressed }) ||
		slices.ContainsFunc(e.Result.Checklist, func(c result.Check) bool { return c.Suppressed })
}
