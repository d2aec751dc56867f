package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var budgetKind = Kind{
	Name:  "budget",
	About: "予算の費目ごとの表",
	Build: (*Env).budget,
}

// budget prints what was planned and spent, by class and by fund.
func (e *Env) budget(plan.Block) []content.Block {
	if !e.Cohort.Budget.Present {
		return []content.Block{content.Paragraph{Text: e.Words("予算のシートがないため、予算と費用の表はありません。", "There is no budget sheet."),
			Tone: content.Note}}
	}
	class, fund := e.figure("budget_by_class"), e.figure("budget_by_fund")
	var blocks []content.Block
	for _, f := range []*kpi.Figure{class, fund} {
		if t := e.groupTable(f); t != nil {
			blocks = append(blocks, t)
		}
	}
	return blocks
}
