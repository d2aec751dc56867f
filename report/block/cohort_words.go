package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// answeredFigures are so many figures as an answer names, the first that all cohorts have.
const answeredFigures = 3

// saidCohorts are so many cohorts as a sentence has room for, the latest ones.
const saidCohorts = 3

// reachedBy says in words who has come to a stage; a sentence takes the first whose share every cohort has.
var reachedBy = []struct {
	stage  facts.Stage
	ja, en string
}{
	{facts.FirstIncome, "収入を得た人", "earned"},
	{facts.Retained, "仕事を続けた人（定着）", "still at work (retained)"},
	{facts.RecurringWork, "定期の仕事についた人", "with recurring work"},
	{facts.OJTStarted, "研修のあと仕事を始めた人", "started work after the training"},
	{facts.TrainingCompleted, "研修を終えた人", "completed the training"},
}

// roomyCards are so many cards as leave a line for the cohorts on a page.
const roomyCards = 4

// cohortLine is cohortSentence on a page with the cards of some figures; where these leave no room for it, as two rows
// of three do, the questions to expect alone have it.
func (e *Env) cohortLine(ids []string) string {
	if len(e.chosen(ids)) > roomyCards {
		return ""
	}
	return e.cohortSentence()
}

// cohortSentence sets the latest cohorts side by side by one figure, at the same day of the cycle of each, in one line
// where cohorts are small; "" where fewer than two may be told, or they have no figure in common.
func (e *Env) cohortSentence() string {
	clauses := e.cohortClauses()
	if len(clauses) == 0 {
		return ""
	}
	by, day := clauses[0], e.Result.ByCohort.Day
	among, amongEN := "", ""
	if len(e.Result.ByCohort.Cohorts) > saidCohorts {
		among, amongEN = fmt.Sprintf("新しい%d期で見ると、", saidCohorts), fmt.Sprintf(" (latest %d cohorts)", saidCohorts)
	}
	return e.Words(fmt.Sprintf("%s%d日目までに%sは、%sです。", among, day, by.who, by.cohorts),
		fmt.Sprintf("%s by day %d%s: %s.", capitalized(by.who), day, amongEN, by.cohorts))
}

// cohortClause says who is counted, 収入を得た人, and how many they are of how many: 第1期6人中4人、第2期6人中3人.
type cohortClause struct {
	stage        facts.Stage
	who, cohorts string
}

func (e *Env) inClause(c cohortClause) string { return c.who + e.Words("は、", ": ") + c.cohorts }

// cohortClauses say of each figure that the latest cohorts have in common how many of whom reached it.
func (e *Env) cohortClauses() []cohortClause {
	c := e.Result.ByCohort
	if c == nil {
		return nil
	}
	var all []cohortClause
	shown := c.Cohorts[max(0, len(c.Cohorts)-saidCohorts):]
	for _, by := range reachedBy {
		share := kpi.DefinitionReaching(e.Definitions, by.stage)
		if share == nil {
			continue
		}
		var ja, en []string
		some := false
		for i := range shown {
			f := shown[i].Figure(share.ID)
			if f == nil || f.Numerator == nil || f.Denominator == nil {
				break
			}
			hits, of := content.Round(*f.Numerator, 0), content.Round(*f.Denominator, 0)
			ja = append(ja, shown[i].Name+of+"人中"+hits+"人")
			en = append(en, shown[i].Name+" "+hits+" of "+of)
			some = some || *f.Numerator > 0
		}
		if len(ja) == len(shown) && some { // where nobody has come to it nothing is compared
			all = append(all, cohortClause{by.stage, e.Words(by.ja, by.en),
				e.Words(strings.Join(ja, "、"), strings.Join(en, ", "))})
		}
	}
	return all
}

// cohortAnswer tells an assembly whether later cohorts came further, by the first figures that they have in common.
func (e *Env) cohortAnswer() string {
	clauses := e.cohortClauses()
	if len(clauses) == 0 {
		return e.cohortsWithheld()
	}
	c, told := e.Result.ByCohort, []string{}
	for _, one := range clauses[:min(len(clauses), answeredFigures)] {
		told = append(told, e.inClause(one))
	}
	which, whichEN := "それぞれの期", "each cohort's"
	if len(c.Cohorts) > saidCohorts {
		which, whichEN = fmt.Sprintf("新しい%d期", saidCohorts), fmt.Sprintf("each of the latest %d cohorts'", saidCohorts)
	}
	text := e.Words(fmt.Sprintf("%sを開始から%d日目までで比べると、次のとおりです。%s。", which, c.Day, strings.Join(told, "。")),
		fmt.Sprintf("By day %d of %s cycle: %s. ", c.Day, whichEN, strings.Join(told, "; ")))
	if later := e.afterDay(clauses[0].stage); later > 0 {
		text += e.Words(fmt.Sprintf("このあと%sは%d人で、ここには入っていません。", clauses[0].who, later),
			plural(later, "person", "people")+" came to it later and "+was(later)+" not counted here. ")
	}
	if slices.ContainsFunc(c.Cohorts, func(at state.CohortAt) bool { return at.People < fewInCohort }) {
		text += e.Words("人数が少ない期は、1人の違いで割合が大きく動きます。", "In a small cohort one person moves a share a lot.")
	}
	return text
}

// afterDay is how many have come to a stage after the day at which all cohorts are compared; 0 where that is not told.
func (e *Env) afterDay(stage facts.Stage) int {
	all, c := e.stageCount(stage), e.Result.ByCohort
	share := kpi.DefinitionReaching(e.Definitions, stage)
	if all == nil || share == nil || len(c.Cohorts) > saidCohorts || stage == facts.Retained {
		return 0
	}
	by, people := 0, 0
	for i := range c.Cohorts {
		if f := c.Cohorts[i].Figure(share.ID); f != nil && f.Numerator != nil && f.Denominator != nil {
			by, people = by+int(*f.Numerator), people+int(*f.Denominator)
		}
	}
	if enrolled := e.stageCount(facts.Enrolled); enrolled == nil || *enrolled != people { // others than those compared
		return 0
	}
	return *all - by
}

// cohortsWithheld says that there are cohorts which the edition may not set side by side; "" where there is nothing to
// compare, and at the hub.
func (e *Env) cohortsWithheld() string {
	if e.Result.ByCohort != nil || e.Profile.Open() || state.CompareCohorts(e.Definitions, e.Window) == nil {
		return ""
	}
	return e.Words("期ごとの比較は、個人が分かることのないよう、この版には載せていません。",
		"The cohorts are not set side by side in this edition, so that nobody can be told from it.")
}
