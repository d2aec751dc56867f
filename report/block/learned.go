package block

import (
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var learnedKind = Kind{
	Name:  "learned",
	About: "わかったこと、これからすること（text があればその行を。1行に「名前：文」）",
	Build: (*Env).learned,
}

// mostLearned is how many lessons a page for residents has.
const mostLearned = 3

// learned tells what went less well and what follows from it, or what the officer wrote.
func (e *Env) learned(b plan.Block) []content.Block {
	lines := e.ownLines(b)
	if len(lines) == 0 {
		for _, l := range append(e.missedLessons(), e.lastingLesson(), e.stayingLesson(), e.payingLesson()) {
			if l.Value != "" && len(lines) < mostLearned {
				lines = append(lines, l)
			}
		}
	}
	if len(lines) == 0 && !slices.ContainsFunc(e.Result.Figures, func(f kpi.Figure) bool { return judged(&f) }) {
		return nil // nothing that was missed, and nothing that was reached
	}
	if len(lines) == 0 {
		return []content.Block{content.Paragraph{Text: e.Words("決めた目標に届かなかったものは、いまのところありません。",
			"So far no target that was set has been missed.")}}
	}
	return []content.Block{content.Lines{Lines: lines}}
}

// missedLessons are the targets that were missed, which the other lessons do not tell; those of the model first.
func (e *Env) missedLessons() []content.Pair {
	var out []content.Pair
	ids := slices.Clone(e.front())
	apart := idsOf(e.on(kpi.TopicRecurring), e.reaching(facts.Retained)) // those with lessons of their own
	for i := range e.Result.Figures {
		if id := e.Result.Figures[i].ID; !slices.Contains(ids, id) && !slices.Contains(apart, id) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		f := e.figure(id)
		if f == nil || f.Value == nil || f.Suppressed || !e.missed(f) {
			continue
		}
		away := e.Words("に"+e.distance(f)+"足りませんでした。", e.distance(f)+" short of ")
		if f.Better == kpi.Lower {
			away = e.Words("より"+e.distance(f)+"多い結果でした。", e.distance(f)+" over ")
		}
		out = append(out, content.Pair{
			Label: e.Words(e.residentWords(f)+"が目標に届かなかった", e.residentWords(f)+" missed its target"),
			Value: e.Words(e.briefValue(f)+"で、目標の"+e.aimWords(f)+away,
				e.briefValue(f)+", "+away+"the target of "+e.aimWords(f)+".")})
	}
	return out
}

func (e *Env) lastingLesson() content.Pair {
	f := e.on(kpi.TopicRecurring)
	if f == nil || f.Numerator == nil || f.Denominator == nil || !e.missed(f) {
		return content.Pair{}
	}
	long, all := *f.Numerator, *f.Denominator
	if long == 0 {
		return content.Pair{Label: e.Words("長く続く仕事がない", "No work that lasts"),
			Value: e.Words("契約は"+wholeNumber(all)+"件で、どれも1回きりでした。来年度は、定期の契約を先に決めます。",
				"None of "+plural(int(all), "contract", "contracts")+
					" was recurring. Next year recurring contracts are settled first.")}
	}
	return content.Pair{Label: e.Words("長く続く仕事が足りない", "Too little work that lasts"),
		Value: e.Words("定期の契約は"+wholeNumber(long)+"件、1回きりの契約は"+wholeNumber(all-long)+"件でした。来年度は、定期の契約を先に決めます。",
			plural(int(long), "contract was recurring", "contracts were recurring")+", "+wholeNumber(all-long)+
				" one-off. Next year recurring contracts are settled first.")}
}

func (e *Env) stayingLesson() content.Pair {
	stayed, all, known := e.retainedNumbers()
	f := e.reaching(facts.Retained)
	if !known || stayed >= all || f.Target != nil && reached(f) {
		return content.Pair{}
	}
	return content.Pair{Label: e.Words("全員は続けられなかった", "Not everybody could go on"),
		Value: e.Words(wholeNumber(all)+"人のうち"+wholeNumber(all-stayed)+"人は、"+dayWords(e)+
			"日の終わりまで仕事を続けられませんでした。一人ひとりの事情に合わせて支えます。",
			wholeNumber(all-stayed)+" of "+wholeNumber(all)+" could not go on to day "+dayWords(e)+
				". Support will follow what each needs.")}
}

func (e *Env) payingLesson() content.Pair {
	f := e.on(kpi.TopicPayment)
	if f == nil || f.Suppressed {
		return content.Pair{}
	}
	over, known := numberPart(f, "over")
	if !known || over == 0 {
		return content.Pair{}
	}
	return content.Pair{Label: e.Words("支払いが遅れたものがある", "Some payments were late"),
		Value: e.Words("報酬の支払いが"+wholeNumber(over)+"件、期限を過ぎました。毎週確かめるようにします。",
			plural(int(over), "payment was past its limit.", "payments were past their limit.")+
				" They will be checked every week.")}
}
