package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var contractLengthsKind = Kind{
	Name:  "contract_lengths",
	About: "定期の契約がどれだけ続いたか",
	Build: (*Env).contractLengths,
}

// contractLengths draws how long each recurring contract has lasted.
func (e *Env) contractLengths(plan.Block) []content.Block {
	return e.onPaper(e.slideLengths(plan.Block{}))
}
