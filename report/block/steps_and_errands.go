package block

import (
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var stepsAndErrandsKind = Kind{
	Name:  "steps_and_errands",
	About: "参加した人の歩みと、いま直すことを横にならべる",
	Build: (*Env).stepsAndErrands,
}

// The widths of the two columns in millimetres (look.md §1).
const stepsWidth, errandsWidth = 100, 72

// stepsAndErrands sets how far people came beside what is to be put right now. Where one of them is missing, the other
// has
// the whole width.
func (e *Env) stepsAndErrands(plan.Block) []content.Block {
	steps, errands := e.onPaper(e.slideStages(plan.Block{})), e.errands()
	title := e.Words("参加した人の歩み", "How far they came")
	if n := e.stageNumber(facts.Enrolled); n != nil {
		title = e.Words("参加"+wholeNumber(*n)+"人の歩み", "How far the "+wholeNumber(*n)+" came")
		if *n == 1 {
			title = e.Words(title, "How far the one came")
		}
	}
	if len(steps) > 0 {
		if c, ok := steps[0].(*content.Chart); ok {
			c.Title = title
		}
		steps = append([]content.Block{content.Heading{Text: title}}, steps...)
	}
	if len(errands) > 0 {
		errands = append([]content.Block{content.Heading{Text: e.Words("いま直すこと", "To be mended now")}}, errands...)
	}
	if len(steps) == 0 || len(errands) == 0 {
		return append(steps, errands...)
	}
	return []content.Block{content.Beside{Parts: [][]content.Block{steps, errands},
		Shares: []float64{stepsWidth, errandsWidth}}}
}
