package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var stagesKind = Kind{
	Name:  "stages",
	About: "参加から定期案件までの図だけ",
	Build: (*Env).stages,
}

// stages shows the funnel alone.
func (e *Env) stages(b plan.Block) []content.Block {
	for _, block := range e.funnel(b) {
		if c, ok := block.(*content.Chart); ok {
			return []content.Block{c}
		}
	}
	return nil
}
