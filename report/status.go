package report

import (
	"math"
	"slices"

	"pilot90/cohort/finding"
	"pilot90/report/content"
)

// statusPlan is the hub's first page without its charts of the cycle, for a terminal. Its blocks
// are those of the hub edition, so the two say the same.
var statusPlan = Plan{
	Edition: "status", Profile: "hub", Names: true,
	Title:   words{"推進ハブ 今週の確認", "The hub's week"},
	Marking: words{"内部限り", "internal"},
	Sections: []PlanSection{{ID: "today", Blocks: []PlanBlock{
		{Kind: "glance"}, {Kind: "lists"}, {Kind: "rule"}, {Kind: "open_errors"},
	}}},
}

// Status is the hub's week on one screen: whom to call, what is late or due, unpaid and ageing,
// which contracts end, who is idle, what is left of the 10-10-10 rule, open errors. It names
// persons.
func Status(run Run) *content.Report {
	r, _ := Build(&statusPlan, run)
	return r
}

var allListsKind = Kind{
	Name:  "all_lists",
	About: "今週の一覧をすべて（profile = \"hub\" の版だけ）",
	Build: (*Env).allLists,
}

// allLists are the hub's lists, none of them cut: a page of a browser can be scrolled.
func (e *Env) allLists(PlanBlock) []content.Block {
	switch {
	case !e.Profile.Open():
		return nil
	case e.nobodyYet():
		return e.beforeTheFirst()
	}
	return slices.Concat(e.calls(math.MaxInt), e.due(math.MaxInt), e.unpaid(math.MaxInt), e.ending(math.MaxInt),
		e.idle(math.MaxInt))
}

var openErrorsKind = Kind{
	Name:  "open_errors",
	About: "台帳の直すところの数",
	Build: (*Env).openErrors,
}

// openErrors says what the check of the ledger left open, and how to see it.
func (e *Env) openErrors(PlanBlock) []content.Block {
	mistakes, warnings, _ := finding.Counts(e.Cohort.Findings)
	text := e.words("台帳の点検：", "Findings: ") + e.open()
	if mistakes+warnings == 0 {
		return []content.Block{content.Paragraph{Text: text, Tone: content.Good}}
	}
	tone := content.Watch
	if mistakes > 0 {
		tone = content.Bad
	}
	return []content.Block{content.Paragraph{Text: text +
		e.words("。pilot90 check で、直すセルと直し方が分かります。", ". pilot90 check names the cells and how to put them right."),
		Tone: tone}}
}
