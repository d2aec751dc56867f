package block

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var weakAndNextKind = Kind{
	Name:  "weak_and_next",
	About: "うまくいかなかったことと、次にすること",
	Build: (*Env).weakAndNext,
}

// weakAndNext sets both side by side.
func (e *Env) weakAndNext(plan.Block) []content.Block {
	weak, next := e.weakTable(), e.nextTable()
	e.cut(weak)
	e.cut(next)
	return []content.Block{content.Beside{Parts: [][]content.Block{{weak}, {next}}}}
}

func (e *Env) cut(t *content.Table) {
	if rest := len(t.Rows) - mostPoints; rest > 0 {
		t.Rows = append(t.Rows[:mostPoints:mostPoints],
			[]string{e.Words(fmt.Sprintf("ほか%d件", rest), fmt.Sprintf("and %d more", rest))})
	}
}

// mostPoints is how many weak points and next steps a page that is read at one glance holds; the
// rest is counted.
const mostPoints = 5
