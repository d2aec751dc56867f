package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var incomeDotsKind = Kind{
	Name:  "income_dots",
	About: "月収の分布（丸1つが1人の1か月）",
	Build: (*Env).incomeSpread,
}

// incomeSpread draws how monthly incomes are spread: by bins that suit them where the edition stays inside, else by
// the bands that may be shown.
func (e *Env) incomeSpread(plan.Block) []content.Block {
	if f := e.on(kpi.TopicMonthlyIncome); e.Profile.Open() && f != nil && f.Value != nil {
		if c := e.spreadChart(); c != nil {
			note := e.Words("月の収入（点1つが、1人の1か月）。", "A dot is a month of a person. ")
			if f.N > mostDrawn {
				note = e.Words("月の収入（1人の1か月を1と数える）。", "Each month of each person. ")
			}
			note += e.Words("中央値は"+e.Value(f)+Dagger(f)+"。", "The median is "+e.Value(f)+Dagger(f)+". ") + e.wageNote()
			return []content.Block{c, content.Paragraph{Text: note, Tone: content.Note}}
		}
	}
	return e.onPaper(e.slideIncome(plan.Block{}))
}
