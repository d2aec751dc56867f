package block

import (
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var publicStepsKind = Kind{
	Name:  "public_steps",
	About: "住民に話す言葉で、参加した人がどこまで進んだか（印1つが1人）",
	Build: (*Env).publicSteps,
}

// publicStep is a row of the chart in the words of residents.
type publicStep struct {
	stage  facts.Stage
	ja, en string
}

// publicSteps shows of everybody who took part how many came how far, a place a person. Where numbers are told as
// ranges, they are bars of ranges.
func (e *Env) publicSteps(plan.Block) []content.Block {
	all, stages := e.stageNumber(facts.Enrolled), e.Result.Funnel.Stages
	switch {
	case len(stages) > 0 && stages[0].Coded != nil:
		return []content.Block{e.stageRanges(stages)}
	case all == nil || *all == 0:
		return nil
	}
	days := dayWords(e)
	c := &content.Chart{ID: "public_steps", Kind: content.Squares, Unit: e.Words("人", ""), Whole: int(*all),
		Twin: &content.Table{Caption: e.Words("段階ごとの人数", "People by stage"), Columns: []content.Column{
			{Head: e.Words("段階", "Stage")}, {Head: e.Words("人数", "People"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("人数", "people")}
	for _, step := range []publicStep{
		{facts.Enrolled, "参加した", "took part"},
		{facts.TrainingCompleted, "研修を終えた", "finished the training"},
		{facts.OJTStarted, "仕事を始めた", "started work"},
		{facts.FirstIncome, "仕事をして収入を得た", "earned by work"},
		{facts.Retained, days + "日の終わりまで続けた", "went on to day " + days},
	} {
		n := e.stageNumber(step.stage)
		switch {
		case step.stage == facts.Retained:
			n = e.stayed()
		case step.stage == facts.OJTStarted && e.stageNumber(facts.FirstIncome) != nil:
			n = nil // those who earned say it
		}
		if n == nil {
			continue
		}
		label := wholeNumber(*n) + e.Words("人", "")
		if first := e.on(kpi.TopicFirstIncomes); step.stage == facts.FirstIncome && first != nil &&
			first.Value != nil &&
			*first.Value < *n {
			label += e.Words("　うち"+e.townWord()+"で初めて "+wholeNumber(*first.Value)+"人", "　"+wholeNumber(*first.Value)+
				" for the first time")
		}
		c.Categories = append(c.Categories, e.Words(step.ja, step.en))
		s.Values, s.Labels = append(s.Values, n), append(s.Labels, label)
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Words(step.ja, step.en), label})
	}
	c.Series = []content.Series{s}
	c.Title = e.publicStepsTitle(*all)
	c.Source = e.publicStepsNote()
	return []content.Block{c}
}

func (e *Env) publicStepsTitle(all float64) string {
	stayed := e.stayed()
	if stayed != nil && *stayed == all && all > 1 {
		return e.Words(wholeNumber(all)+"人全員が、"+dayWords(e)+"日の終わりまで仕事を続けました",
			"All "+wholeNumber(all)+" went on working to day "+dayWords(e))
	}
	if stayed != nil && *stayed > 0 {
		return e.Words(wholeNumber(all)+"人のうち、"+wholeNumber(*stayed)+"人が"+dayWords(e)+"日の終わりまで仕事を続けました",
			wholeNumber(*stayed)+" of "+wholeNumber(all)+" went on working to day "+dayWords(e))
	}
	if earned := e.stageNumber(facts.FirstIncome); earned != nil && *earned > 0 {
		return e.Words(wholeNumber(all)+"人のうち、"+wholeNumber(*earned)+"人が収入を得ました",
			wholeNumber(*earned)+" of "+wholeNumber(all)+" earned")
	}
	if n := e.stageNumber(facts.OJTStarted); n != nil && *n > 0 {
		return e.Words(wholeNumber(all)+"人が参加し、"+wholeNumber(*n)+"人が仕事を始めました",
			wholeNumber(all)+" took part and "+wholeNumber(*n)+" started work")
	}
	if e.unbegun() {
		return e.Words(wholeNumber(all)+"人が名簿にいます", wholeNumber(all)+" on the roster")
	}
	return e.Words(wholeNumber(all)+"人が参加しました", wholeNumber(all)+" took part")
}

// publicStepsNote says how the first incomes of residents differ from all, where they do.
func (e *Env) publicStepsNote() string {
	text := ""
	if *e.stageNumber(facts.Enrolled) <= mostPlaces {
		text = e.Words("印1つが1人です。", "One mark is one person.")
	}
	earned, first := e.stageNumber(facts.FirstIncome), e.on(kpi.TopicFirstIncomes)
	if earned != nil && first != nil && first.Value != nil && *first.Value < *earned {
		text += e.Words("「"+e.townWord()+"で初めて」は、"+e.townWord()+"外の人と、以前に在宅の仕事で収入のあった人を除いた人数です。",
			" For the first time: without people from elsewhere and those who had earned by work at home before.")
	}
	return text
}

// mostPlaces is how many people a row of places has room for.
const mostPlaces = 20
