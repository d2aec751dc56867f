package block

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
	"pilot90/report/content"
)

// Answers to the hard questions of an assembly: what became of those who stopped, how the pilot stands beside others,
// what it would have been without it, and what remains when the grant ends. Each says what the ledger can tell, and
// what it cannot.

// stoppedAnswer says how many did not stay to the last day and where they stopped; never why, nor who.
func (e *Env) stoppedAnswer() string {
	f, days := e.shown(e.reaching(facts.Retained)), e.Cohort.Pilot.Cycle.Length()
	if f == nil || f.Numerator == nil || f.Denominator == nil || *f.Denominator == 0 {
		return ""
	}
	all, stopped := int(*f.Denominator), int(*f.Denominator-*f.Numerator)
	if stopped == 0 {
		return e.Words(fmt.Sprintf("%d日を終えた%sに、途中で止まった人はいません。", days, e.persons(all)),
			fmt.Sprintf("Of %s past the %d days nobody stopped.", e.persons(all), days))
	}
	text := e.Words(fmt.Sprintf("%d日を終えた%sのうち、%sは終わりまで仕事を続けていません。", days, e.persons(all), e.persons(stopped)),
		fmt.Sprintf("Of %s past the %d days, %d did not work to the end. ", e.persons(all), days, stopped))
	if stops := e.stops(f); stops != "" {
		text += capitalized(stops) + e.Words("です。", ". ")
	}
	if e.Profile.Open() {
		return strings.TrimSpace(text)
	}
	return text + e.Words("理由は一人ひとりのことなので、載せていません。", "Their reasons are their own and are not told.")
}

// precedentAnswer sets the pilot's shares beside the national ones; that they differ is claimed only where the interval
// of the pilot's leaves the national one out.
func (e *Env) precedentAnswer() string {
	rows := e.pairRows()
	all := e.stageCount(facts.Enrolled)
	if e.model() == educationModel || len(rows) == 0 || all == nil || e.stillGoing() == *all {
		return "" // as on the page
	}
	var ja, en []string
	var same, sameEN []string // those whose interval holds the nation's
	counted := 0
	for _, r := range rows {
		if r.all == 0 {
			continue
		}
		counted++
		within := survival.Wilson(r.hits, r.all)
		if r.there >= within.Lower && (r.there <= within.Upper || e.stillGoing() > 0) {
			same, sameEN = append(same, r.of+r.name), append(sameEN, r.name+" "+r.of)
		}
		here, there := content.WholePercent(r.here), content.WholePercent(r.there)
		ja = append(ja, r.of+r.name+"の割合は"+here+"（国は約"+there+"）")
		en = append(en, r.name+" "+r.of+": "+here+" (nationally about "+there+")")
	}
	if counted == 0 {
		return ""
	}
	text := e.Words(strings.Join(ja, "、")+"です。", capitalized(strings.Join(en, "; "))+". ")
	switch {
	case len(same) == counted:
		text += e.Words("この人数では、差があるとは言えません。", "Of so few people no difference can be claimed.")
	case len(same) > 0:
		text += e.Words(strings.Join(same, "と、")+"の割合は、この人数では差があるとは言えません。",
			"Of so few people no difference can be claimed for "+strings.Join(sameEN, " and ")+".")
	}
	return text + e.Words("国の事業は2009〜13年度で、時期も対象も違います。",
		" The national programmes were of fiscal 2009–13, of other people.")
}

// withoutAnswer says what the ledger cannot tell, and what is known of those who count as results.
func (e *Env) withoutAnswer() string {
	f := e.shown(e.on(kpi.TopicFirstIncomes))
	if f == nil || *f.Value == 0 {
		return ""
	}
	return e.Words("参加しなかった人の記録がないため、事業がなければどうだったかは、この数字からは分かりません。初めて収入を得た住民"+
		e.Value(f)+"は、以前に在宅の仕事の収入があったという記録のない人です。",
		"There is no record of people who took no part, so these figures cannot tell. The "+
			plural(int(*f.Value), "resident who counts is", "residents who count are")+
			" without any record of earlier income from telework.")
}

// grantEnds says how much of the cost the grant carried, and how far the work could carry accompaniment.
func (e *Env) grantEnds() string {
	text := ""
	spent, granted := e.shown(e.on(kpi.TopicSpent)), e.grantSpent()
	if spent != nil && *spent.Value > 0 && granted > 0 {
		text = e.Words("使った費用のうち、交付金は"+content.Percent(granted / *spent.Value)+"です。",
			"The grant carried "+content.Percent(granted / *spent.Value)+" of the cost. ")
	}
	self := e.shown(e.on(kpi.TopicSelfSustaining))
	if self == nil {
		return text
	}
	share := e.Value(self)
	text += e.Words("仕事の売上から報酬を引いた額は、伴走費の"+share+"です（自走率）。",
		"Revenue less pay is "+share+" of what accompaniment cost. ")
	if *self.Value < 1 {
		text += e.Words("伴走を同じように続けるには、残りの財源が要ります。", "To go on in the same way the rest has to be found.")
	}
	return text
}

// modelQuestion is the one that a model invites: whether the work raised what the town counts, whether students stay.
func (e *Env) modelQuestion() question {
	switch e.model() {
	case industryModel:
		for _, id := range e.front() {
			if f := e.shown(e.figure(id)); f != nil && e.metricUnit(f) != "" {
				return question{ja: e.Say(f.Title) + "は、事業によって増えたのですか。",
					en: "Is it the pilot that raised " + e.Say(f.Title) + "?", answer: e.raisedAnswer(f)}
			}
		}
	case educationModel:
		return question{ja: "学生は、仕事をして、地元に残りましたか。", en: "Did students work, and did they stay?",
			answer: e.studentsAnswer()}
	}
	return question{}
}

// raisedAnswer tells a metric beside the year before, and that the rest of the world is in it too.
func (e *Env) raisedAnswer(f *kpi.Figure) string {
	text := e.Words(e.Say(f.Title)+"は"+e.Value(f), e.Say(f.Title)+": "+e.Value(f))
	said := e.besides(f)
	if said == "" {
		return text + e.Words("です。1年前の記録がないため、増えたかどうかは分かりません。",
			". There is no record of the year before, so a rise cannot be told.")
	}
	return text + e.Words("で、"+said+"値です。事業のほかの理由で変わった分は、分けられません。",
		", "+said+". What other causes changed cannot be told apart.")
}

// studentsAnswer tells how many students worked and stayed near, or that this may not be told.
func (e *Env) studentsAnswer() string {
	worked, stayed := e.on(kpi.TopicStudentsWorked), e.on(kpi.TopicStudentsStayed)
	text := e.is(worked) + e.is(stayed)
	for _, f := range []*kpi.Figure{worked, stayed} {
		if f != nil && (f.Suppressed || f.Coded != nil) {
			return strings.TrimSpace(text + e.Words("学生の人数が少なく、個人が分かるおそれがあるため、くわしい数は載せていません。",
				"So that nobody can be told from so few students, exact numbers are not given."))
		}
	}
	return text
}
