package block

import (
	"slices"

	"pilot90/report/content"
	"pilot90/report/plan"
)

// The hub's first page holds so many people to call, and so many lines of each other list; the rest
// is counted below the list and stands at the end of the edition.
const mostCalls, mostListed = 10, 5

// nobodyYet reports a ledger that has neither participants nor tasks: nothing in it is late, and
// nothing is well either.
func (e *Env) nobodyYet() bool {
	return len(e.Cohort.Participants.Rows) == 0 && len(e.Cohort.Tasks.Rows) == 0
}

// beforeTheFirst is what can be listed without anybody: contracts that end.
func (e *Env) beforeTheFirst() []content.Block {
	if len(e.Cohort.Contracts.Rows) == 0 {
		return nil
	}
	return e.ending(mostListed)
}

var listsKind = Kind{
	Name:  "lists",
	About: "今週の一覧（1ページ目に入る分。profile = \"hub\" の版だけ）",
	Build: (*Env).lists,
}

// lists are the hub's lists one below the other, as far as its first page holds them.
func (e *Env) lists(plan.Block) []content.Block {
	switch {
	case !e.Profile.Open():
		return nil
	case e.nobodyYet():
		return e.beforeTheFirst()
	}
	blocks := slices.Concat(e.graver(), e.calls(mostCalls), e.due(mostListed), e.unpaid(mostListed))
	return append(blocks, e.endingAndIdle()...)
}

// graver says before the lists what cannot wait: pay below the reference, and payments past their limit.
func (e *Env) graver() []content.Block {
	var blocks []content.Block
	for _, text := range e.graveFailures() {
		blocks = append(blocks, content.Paragraph{Text: text, Tone: content.Bad})
	}
	return blocks
}

// endingAndIdle sets both lists side by side.
func (e *Env) endingAndIdle() []content.Block {
	return []content.Block{content.Beside{Parts: [][]content.Block{e.ending(mostListed), e.idle(mostListed)}}}
}
