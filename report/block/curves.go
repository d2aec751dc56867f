package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var curvesKind = Kind{
	Name:  "curves",
	About: "契約と人の、続いた長さの推定（付録に。2つを横にならべる）",
	Build: (*Env).curvesBeside,
}

// curvesBeside sets both survival curves side by side.
func (e *Env) curvesBeside(b plan.Block) []content.Block {
	contracts, workers := e.sourced(e.contractCurve(b)), e.sourced(e.workerCurve(b))
	if len(contracts) == 0 || len(workers) == 0 {
		return append(contracts, workers...)
	}
	return []content.Block{content.Beside{Parts: [][]content.Block{contracts, workers}}}
}
