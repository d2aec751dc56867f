package block

import (
	"math"
	"slices"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var allListsKind = Kind{
	Name:  "all_lists",
	About: "今週の一覧をすべて（profile = \"hub\" の版だけ）",
	Build: (*Env).allLists,
}

// allLists are the hub's lists, none of them cut: a page of a browser can be scrolled.
func (e *Env) allLists(plan.Block) []content.Block {
	switch {
	case !e.Profile.Open():
		return nil
	case e.nobodyYet():
		return e.beforeTheFirst()
	}
	return slices.Concat(e.graver(), e.calls(math.MaxInt), e.due(math.MaxInt), e.unpaid(math.MaxInt),
		e.ending(math.MaxInt),
		e.idle(math.MaxInt))
}
