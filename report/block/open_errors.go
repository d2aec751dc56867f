package block

import (
	"pilot90/cohort/finding"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var openErrorsKind = Kind{
	Name:  "open_errors",
	About: "台帳の直すところの数",
	Build: (*Env).openErrors,
}

// openErrors says what the check of the ledger left open, and how to see it.
func (e *Env) openErrors(plan.Block) []content.Block {
	mistakes, warnings, _ := finding.Counts(e.Cohort.Findings)
	text := e.Words("台帳の点検：", "Findings: ") + e.Open()
	if mistakes+warnings == 0 {
		return []content.Block{content.Paragraph{Text: text, Tone: content.Good}}
	}
	tone := content.Watch
	if mistakes > 0 {
		tone = content.Bad
	}
	return []content.Block{content.Paragraph{Text: text +
		e.Words("。pilot90 check で、直すセルと直し方が分かります。", ". pilot90 check names the cells and how to put them right."),
		Tone: tone}}
}
