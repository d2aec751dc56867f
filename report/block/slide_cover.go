package block

import (
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideCoverKind = Kind{
	Name:  "slide_cover",
	About: "スライドの表紙：結果と、次に求めること",
	Build: (*Env).slideCover,
}

// slideCover is the first slide: the result and what comes next, how many came how far, what it cost.
func (e *Env) slideCover(b plan.Block) []content.Block {
	p := e.Cohort.Pilot.Program
	name := strings.TrimSpace(strings.TrimPrefix(p.Name, p.Municipality))
	unnamed := name == ""
	if unnamed {
		name = capitalized(e.Planned(e.Plan.Title))
	}
	s := &content.SlideParts{Cover: true, Kicker: name, Title: e.coverTitle(), Lead: e.coverLead()}
	if year := e.fiscalPeriod(); year != "" && !unnamed { // the plan's title has the year
		s.Kicker += e.Words("　"+year+"の結果", ": results of "+year)
	}
	if owner := strings.TrimSpace(p.Municipality + "　" + p.Department); owner != "" {
		s.Small = append(s.Small, owner)
	}
	clock := e.Window.Clock
	s.Small = append(s.Small, e.Words("対象 "+e.era(clock.From)+"〜"+e.era(clock.End)+"（"+e.era(clock.AsOf)+"現在）",
		"Period "+e.era(clock.From)+" to "+e.era(clock.End)+" (as of "+e.era(clock.AsOf)+")"))
	s.Notes = e.sources(e.on(kpi.TopicFirstIncomes), e.on(kpi.TopicSpent), e.on(kpi.TopicCostOfIncome))
	return e.slide(b, s)
}

// coverTitle is the result in one sentence, and what is asked for next in another where a target was missed.
func (e *Env) coverTitle() string {
	f := e.on(kpi.TopicFirstIncomes)
	enrolled := e.stageCount(facts.Enrolled)
	title := ""
	switch first := e.firstInFront(); {
	case first != nil:
		title = e.told(first) + e.Words("。", ".")
	case f != nil && f.Value != nil && *f.Value > 0:
		title = e.Words(e.whole(*f.Value, "人")+"が初めて収入を得た。",
			plural(int(*f.Value), "resident", "residents")+" earned for the first time.")
	case enrolled != nil && e.unbegun():
		title = e.rosterWords(*enrolled, false)
	case f != nil && f.Value != nil && enrolled != nil:
		title = e.Words(e.persons(*enrolled)+"が参加した。初めて収入を得た住民は、まだいない。",
			e.persons(*enrolled)+" took part. No resident has earned for the first time yet.")
	case enrolled != nil:
		title = e.stagesTitle(*enrolled)
	case len(e.resultLines(idsOf(e.on(kpi.TopicRevenue)))) > 0:
		title = e.resultLines(idsOf(e.on(kpi.TopicRevenue)))[0]
	default:
		return e.Planned(e.Plan.Title)
	}
	return title + e.coverNext()
}

// coverNext says what is to be done about the first of the main targets that was missed.
func (e *Env) coverNext() string {
	for _, id := range e.front() {
		if f := e.figure(id); f != nil && e.missed(f) {
			return e.Words("\n次は、"+e.Say(f.Title)+"を目標の"+e.aim(f)+"へ。", "\nNext: "+e.Say(f.Title)+" to "+e.aim(f)+".")
		}
	}
	for _, next := range []struct {
		f      *kpi.Figure
		ja, en string
	}{
		{e.on(kpi.TopicRecurring), "\n次は、定期の仕事を増やす。", "\nNext: more recurring work."},
		{e.reaching(facts.Retained), "\n次は、定着する人を増やす。", "\nNext: more people who stay."},
		{e.on(kpi.TopicFirstIncomes), "\n次は、収入を得る人を増やす。", "\nNext: more people who earn."},
		{e.on(kpi.TopicContractLength), "\n次は、契約を長く続ける。", "\nNext: contracts that last."},
	} {
		if next.f != nil && e.missed(next.f) {
			return e.Words(next.ja, next.en)
		}
	}
	return ""
}

// coverLead is how many came how far, and what it cost.
func (e *Env) coverLead() []string {
	var steps, lines []string
	for _, step := range []struct {
		stage  facts.Stage
		ja, en string
	}{{facts.Enrolled, "参加", "enrolled"}, {facts.TrainingCompleted, "研修修了", "trained"},
		{facts.OJTStarted, "仕事開始", "started work"}, {facts.FirstIncome, "収入", "earned"},
		{facts.Retained, "定着", "stayed"}} {
		n := e.stageCount(step.stage)
		if step.stage == facts.Retained && e.stayed() == nil ||
			step.stage == facts.OJTStarted && e.stageCount(facts.FirstIncome) != nil {
			n = nil // not known yet; said by those who earned
		}
		if n != nil {
			steps = append(steps, e.Words(step.ja+e.persons(*n), content.Round(float64(*n), 0)+" "+step.en))
		}
	}
	if len(steps) > 1 {
		lines = append(lines, strings.Join(steps, e.Words("　→　", " → ")))
	}
	spent, each := e.on(kpi.TopicSpent), e.on(kpi.TopicCostOfIncome)
	if spent == nil || spent.Value == nil || *spent.Value <= 0 {
		return lines
	}
	text := e.Words("費用 ", "Cost ") + e.Quantity(*spent.Value, kpi.Yen)
	if each != nil && each.Value != nil {
		text += e.Words("（初めて収入を得た住民1人あたり "+e.Value(each)+"）", " ("+e.Value(each)+" for each first income)")
	}
	return append(lines, text)
}
