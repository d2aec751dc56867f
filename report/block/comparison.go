package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var comparisonKind = Kind{
	Name:  "comparison",
	About: "比較：事業の型ごとの図があればそれを、なければ国の先行事業との比較",
	Build: (*Env).comparison,
}

// comparison is the chart of the model where it has one, else the pilot beside the national programmes.
func (e *Env) comparison(b plan.Block) []content.Block {
	if blocks := e.frontChart(b); blocks != nil {
		return blocks
	}
	return e.precedentDots(b)
}
