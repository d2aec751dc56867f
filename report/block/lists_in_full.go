package block

import (
	"math"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var listsInFullKind = Kind{
	Name:  "lists_in_full",
	About: "今週の一覧の残り（profile = \"hub\" の版だけ）",
	Build: (*Env).listsInFull,
}

// listsInFull are those that the first page has cut.
func (e *Env) listsInFull(plan.Block) []content.Block {
	if !e.Profile.Open() {
		return nil
	}
	var blocks []content.Block
	for _, list := range []struct {
		draw func(most int) []content.Block
		most int
	}{{e.calls, mostCalls}, {e.due, mostListed}, {e.unpaid, mostListed}, {e.ending, mostListed}, {e.idle, mostListed}} {
		for _, b := range list.draw(math.MaxInt) {
			if t, ok := b.(*content.Table); ok && len(t.Rows) > list.most {
				t.ID += "_full"
				t.Caption += e.Words("：全部", ", in full")
				blocks = append(blocks, t)
			}
		}
	}
	return blocks
}
