package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

var contentsKind = Kind{
	Name:  "contents",
	About: "この報告の中身とページ（紙だけ）",
	Build: (*Env).contents,
}

// contents lists the sections that follow, with their pages.
func (e *Env) contents(plan.Block) []content.Block {
	return []content.Block{content.Contents{Title: e.Words("この報告の中身", "In this report")}}
}
