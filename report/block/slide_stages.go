package block

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideStagesKind = Kind{
	Name:  "slide_stages",
	About: "スライド：参加した人がどこまで進んだか",
	Build: (*Env).slideStages,
}

// slideStep is a row of the slide: a stage, its words, and whether a figure says how many came to it within the cycle.
type slideStep struct {
	stage  facts.Stage
	ja, en string
	within bool
}

var slideSteps = []slideStep{
	{facts.Enrolled, "参加", "enrolled", false},
	{facts.TrainingCompleted, "研修を終えた", "trained", false},
	{facts.OJTStarted, "仕事を始めた", "started work", false},
	{facts.FirstIncome, "収入を得た", "earned", true},
	{facts.RecurringWork, "定期の仕事", "recurring work", true},
}

// slideStages shows of everybody who enrolled how many came how far.
func (e *Env) slideStages(b plan.Block) []content.Block {
	all := e.stageCount(facts.Enrolled)
	if all == nil || *all == 0 {
		return nil
	}
	enrolled := *all
	c := &content.Chart{ID: "stage_squares", Kind: content.Squares, Unit: e.Words("人", ""), Whole: enrolled,
		Figures: idsOf(e.reaching(facts.FirstIncome), e.reaching(facts.RecurringWork)),
		Twin: &content.Table{Caption: e.Words("段階ごとの人数", "People by stage"), Columns: []content.Column{
			{Head: e.Words("段階", "Stage")}, {Head: e.Words("人数", "People"), Align: content.Right},
			{Head: e.Words("参加者に対する割合", "Share of enrolled"), Align: content.Right}}}}
	days := e.Cohort.Pilot.Cycle.Length()
	soon := content.Series{Name: e.Words(fmt.Sprintf("%d日以内に", days), fmt.Sprintf("within %d days", days))}
	later := content.Series{Name: e.Words(fmt.Sprintf("%d日のあとに", days), fmt.Sprintf("after %d days", days))}
	split := false
	for _, step := range slideSteps {
		count := e.stageCount(step.stage)
		if count == nil {
			continue
		}
		n := *count
		within, apart := e.withinCycle(step, n, enrolled)
		split = split || apart
		label, share := e.whole(float64(n), "人"), ""
		if step.stage != facts.Enrolled {
			share = content.Round(100*float64(n)/float64(enrolled), 0) + "%"
			label += "　" + share
		}
		c.Categories = append(c.Categories, e.Words(step.ja, step.en))
		soon.Values, later.Values = append(soon.Values, new(float64(within))), append(later.Values, new(float64(n-within)))
		soon.Labels = append(soon.Labels, label)
		c.Twin.Rows = append(c.Twin.Rows, []string{e.Words(step.ja, step.en), fmt.Sprint(n), share})
	}
	c.Series = []content.Series{soon}
	if split {
		c.Series = append(c.Series, later)
	}
	s := &content.SlideParts{Title: e.stagesTitle(enrolled), Chart: c, Lead: e.retainedLead(), Foot: e.firstOnly(),
		Notes: e.sources(e.reaching(facts.FirstIncome), e.reaching(facts.RecurringWork), e.reaching(facts.Retained))}
	if places := float64(enrolled); places <= 20 {
		s.Subtitle = e.Words("1マスが1人", "One square is one person")
	}
	return e.slide(b, s)
}

// withinCycle is how many of a stage came to it within the cycle, where that is known of everybody.
func (e *Env) withinCycle(step slideStep, n, enrolled int) (within int, apart bool) {
	f := e.reaching(step.stage)
	if !step.within || f == nil || f.Numerator == nil || f.Denominator == nil || int(*f.Denominator) != enrolled ||
		int(*f.Numerator) > n {
		return n, false
	}
	return int(*f.Numerator), int(*f.Numerator) < n
}

// stagesTitle says how many of those enrolled earned and came to recurring work.
func (e *Env) stagesTitle(enrolled int) string {
	earned, steady := e.stageCount(facts.FirstIncome), e.stageCount(facts.RecurringWork)
	all := e.whole(float64(enrolled), "人")
	switch {
	case e.unbegun():
		return e.rosterWords(enrolled, false)
	case earned != nil && *earned == 0:
		return e.Words(all+"が参加し、収入を得た人はまだいない。", fmt.Sprintf("%d enrolled; nobody has earned yet.", enrolled))
	case earned != nil && steady != nil && *earned == enrolled && *steady == enrolled && enrolled > 1:
		return e.Words(all+"全員が収入を得て、定期の仕事に進んだ。",
			fmt.Sprintf("All %d enrolled earned and came to recurring work.", enrolled))
	case earned != nil && steady != nil && *earned == enrolled && *steady > 0 && enrolled > 1:
		return e.Words(all+"全員が収入を得て、"+e.persons(*steady)+"が定期の仕事に進んだ。",
			fmt.Sprintf("All %d enrolled earned and %d came to recurring work.", enrolled, *steady))
	case earned != nil && steady != nil && *steady > 0:
		return e.Words(all+"のうち"+e.persons(*earned)+"が収入を得て、"+e.persons(*steady)+"が定期の仕事に進んだ。",
			fmt.Sprintf("Of %d enrolled, %d earned and %d came to recurring work.", enrolled, *earned, *steady))
	case earned != nil && steady != nil:
		return e.Words(all+"のうち"+e.persons(*earned)+"が収入を得た。定期の仕事に進んだ人はまだいない。",
			fmt.Sprintf("Of %d enrolled, %d earned; nobody came to recurring work yet.", enrolled, *earned))
	case earned != nil:
		return e.Words(all+"のうち"+e.persons(*earned)+"が収入を得た。",
			fmt.Sprintf("Of %d enrolled, %d earned.", enrolled, *earned))
	}
	if n := e.stageCount(facts.OJTStarted); n != nil && *n > 0 {
		return e.Words(all+"が参加し、"+e.persons(*n)+"が仕事を始めた。", fmt.Sprintf("%d enrolled and %d started work.", enrolled, *n))
	}
	return e.Words(all+"が参加した。", fmt.Sprintf("%d enrolled.", enrolled))
}

// retainedLead states how many stayed, against the target.
func (e *Env) retainedLead() []string {
	f := e.reaching(facts.Retained)
	if f == nil || f.Value == nil || f.Numerator == nil || f.Denominator == nil {
		return nil
	}
	value := e.Value(f)
	if f.Target != nil {
		value += e.Words("、目標"+e.aim(f), ", target "+e.aim(f))
	}
	return []string{e.Words("定着は"+e.whole(*f.Denominator, "人")+"のうち"+e.whole(*f.Numerator, "人")+"（"+value+"）。",
		content.Round(*f.Numerator, 0)+" of "+content.Round(*f.Denominator, 0)+" stayed ("+value+").")}
}

// firstOnly tells apart those who earned and the residents who earned for the first time.
func (e *Env) firstOnly() string {
	f := e.on(kpi.TopicFirstIncomes)
	earned := e.stageCount(facts.FirstIncome)
	if f == nil || f.Value == nil || earned == nil || f.Suppressed || float64(*earned) <= *f.Value || f.Unit != kpi.Count {
		return ""
	}
	apart := content.Round(float64(*earned)-*f.Value, 0)
	out := e.townWord() + "外"
	if *f.Value == 0 {
		return e.Words(fmt.Sprintf("収入を得た%d人は、"+out+"の人、以前に収入のあった人などで、初めての住民はまだいない。", *earned),
			plural(*earned, "person",
				"people")+" earned, from elsewhere or having earned before: no resident for the first time yet.")
	}
	return strings.TrimSpace(e.Words(
		fmt.Sprintf("収入を得た%d人のうち、"+out+"の人、以前に収入のあった人など（あわせて%s人）を除くと、初めての住民は%s。", *earned, apart, e.whole(*f.Value, "人")),
		fmt.Sprintf(
			"Of the %d who earned, %s came from elsewhere or had earned before: %s earned for the first time.",
			*earned, apart, plural(int(*f.Value), "resident", "residents"))))
}
