package block

import (
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var headlinePublicKind = Kind{
	Name:  "headline_public",
	About: "公表の版の題と、はじめの一段落（text があればその文を段落に）",
	Build: (*Env).headlinePublic,
}

// headlinePublic is the title of the page for residents and the paragraph below it. A plan's own sentences stand in the
// place of the paragraph.
func (e *Env) headlinePublic(b plan.Block) []content.Block {
	h := content.Headline{Text: e.publicTitle(), Sender: e.Cohort.Pilot.Program.Department,
		Under: []string{e.periodTitle() + e.Words("（"+e.asOfWords()+"）", ", "+e.asOfWords())}}
	text := e.Planned(b.Text)
	if text == "" {
		text = e.publicWords()
	}
	if text == "" {
		return []content.Block{h}
	}
	return []content.Block{h, content.Opening{Text: text}}
}

// publicTitle says what came of the pilot for the people of the town.
func (e *Env) publicTitle() string {
	days := dayWords(e) + e.Words("日", " days")
	f := e.on(kpi.TopicFirstIncomes)
	switch first := e.firstInFront(); {
	case first != nil && first.Topic == kpi.TopicStudentsWorked && first.Numerator != nil:
		n, all := wholeNumber(*first.Numerator), wholeNumber(*first.Denominator)
		if n == "0" {
			return e.Words(days+"の取り組みに、学生"+all+"人が登録しています", plural(int(*first.Denominator), "student is", "students are")+
				" registered for "+days+" of work")
		}
		return e.Words(days+"で、学生"+all+"人のうち"+n+"人が地元の仕事をしました", n+" of "+all+" students did local work in "+days)
	case first != nil:
		return e.Words(days+"の取り組みで、"+e.Say(first.Title)+"は"+e.briefValue(first)+"になりました",
			e.Say(first.Title)+" came to "+e.briefValue(first)+" in "+days+" of work")
	case f != nil && f.Value != nil && *f.Value > 0:
		n, residents := wholeNumber(*f.Value), plural(int(*f.Value), "resident", "residents")
		if len(e.front()) > 0 {
			return e.Words(days+"の取り組みで、"+n+"人が初めて収入を得ました", residents+" earned for the first time in "+days)
		}
		return e.Words("在宅ワークの"+days+"で、"+n+"人が初めて収入を得ました", residents+" earned for the first time in "+days+" of telework")
	case e.stageNumber(facts.Enrolled) != nil && *e.stageNumber(facts.Enrolled) > 0:
		n := wholeNumber(*e.stageNumber(facts.Enrolled))
		if e.unbegun() {
			return e.Words("在宅ワークの"+days+"の名簿に、"+n+"人がいます", n+" on the roster of "+days+" of telework")
		}
		return e.Words(n+"人が在宅ワークの"+days+"に参加しました", n+" took part in "+days+" of telework")
	case e.revenueTitle() != "":
		return e.Words("仕事の"+strings.TrimSuffix(e.revenueTitle(), "になった")+"になりました", e.revenueTitle())
	}
	return e.Planned(e.Plan.Title)
}

// dayWords is the length of the cycle in days.
func dayWords(e *Env) string { return wholeNumber(float64(e.Cohort.Pilot.Cycle.Length())) }

// publicWords is the paragraph: what the town did, who came how far, what is still to be done.
func (e *Env) publicWords() string {
	all := e.stageNumber(facts.Enrolled)
	if all == nil || *all == 0 {
		return strings.Join(append([]string{e.growthSentence()}, e.townLines()...), e.Words("", " "))
	}
	if e.unbegun() {
		return e.rosterWords(int(*all), true)
	}
	times := ""
	if c := e.Result.ByCohort; c != nil && len(c.Cohorts) > 1 {
		times = e.Words(wholeNumber(float64(len(c.Cohorts)))+"回", ", "+wholeNumber(float64(len(c.Cohorts)))+" times over")
	}
	ja, en := "自宅でできる仕事を学び、実際に受けてみる", "People learned work that can be done at home and tried it"
	switch e.model() {
	case industryModel:
		ja, en = "地元の店や産地のネット販売と発信を、仕事として受けてみる", "People worked on selling and showing local goods online"
	case educationModel:
		ja, en = "学生が地元の会社の仕事を、実際に受けてみる", "Students tried work for local companies"
	}
	done := "行いました。"
	if !e.over() {
		done = "行っています。これまでに"
	}
	ja += dayWords(e) + "日の取り組みを" + times + done + wholeNumber(*all) + "人が参加し"
	en += " for " + dayWords(e) + " days" + times + ". " + wholeNumber(*all) + " took part"
	if p := e.Cohort.Pilot.Program.Municipality; p != "" {
		ja = p + "では、" + ja
	}
	if n := e.stageNumber(facts.FirstIncome); n != nil && *n > 0 {
		ja, en = ja+"、"+wholeNumber(*n)+"人が収入を得ました。", en+" and "+wholeNumber(*n)+" earned."
	} else {
		ja, en = ja+"ました。", en+"."
	}
	if worked := e.stageNumber(facts.OJTStarted); e.stageNumber(facts.FirstIncome) == nil && worked != nil && *worked > 0 {
		ja, en = strings.TrimSuffix(ja, "ました。")+"、"+wholeNumber(*worked)+"人が仕事を始めました。",
			strings.TrimSuffix(en, ".")+" and "+wholeNumber(*worked)+" started work."
	}
	if !e.anyAims() {
		ja, en = ja+strings.Join(e.townLines(), ""), en+" "+strings.Join(e.townLines(), " ")
	}
	if f := e.on(kpi.TopicRecurring); f != nil && f.Value != nil && f.Target != nil && !reached(f) {
		ja, en = ja+"長く続く仕事を増やすことが、次の課題です。", en+" The next task is to find more work that lasts."
	}
	return e.Words(ja, en)
}

// anyAims reports whether a figure that the programme is judged by has a target.
func (e *Env) anyAims() bool {
	return slices.ContainsFunc(e.Result.Figures, func(f kpi.Figure) bool { return f.Target != nil })
}
