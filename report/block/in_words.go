package block

import (
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var inWordsKind = Kind{
	Name:  "in_words",
	About: "結果を数文で（text があればその文を）",
	Build: (*Env).inWords,
}

// inWords tells the results in a few sentences: who came how far, what goes on, what it cost; or the officer's own.
func (e *Env) inWords(b plan.Block) []content.Block {
	text := e.Planned(b.Text)
	if text == "" {
		var sentences []string
		for _, s := range []string{e.peopleSentence(), e.residentsSentence(), e.runningSentence(), e.costSentence()} {
			if s != "" {
				sentences = append(sentences, s)
			}
		}
		text = strings.Join(sentences, e.Words("", " "))
	}
	if text == "" {
		return nil
	}
	return []content.Block{content.Opening{Text: text}}
}

// stageNumber is how many came to a stage, where that is known and may be told.
func (e *Env) stageNumber(stage facts.Stage) *float64 {
	for _, s := range e.Result.Funnel.Stages {
		if s.Stage == stage {
			return float(s.Count)
		}
	}
	return nil
}

// wholeNumber prints a whole number.
func wholeNumber(v float64) string { return content.Round(v, 0) }

func (e *Env) peopleSentence() string {
	all := e.stageNumber(facts.Enrolled)
	if all == nil || *all == 0 {
		return ""
	}
	if e.unbegun() {
		return e.rosterWords(int(*all), false)
	}
	trained, earned := e.stageNumber(facts.TrainingCompleted), e.stageNumber(facts.FirstIncome)
	clauses := []string{wholeNumber(*all) + "人が参加し"}
	english := []string{wholeNumber(*all) + " took part"}
	if trained != nil && *trained > 0 {
		clauses = append(clauses, e.ofAll(int(*trained), int(*all))+"が研修を終え")
		english = append(english, e.ofAll(int(*trained), int(*all))+" finished the training")
	}
	started := e.stageNumber(facts.OJTStarted)
	switch {
	case earned != nil && *earned > 0:
		clauses = append(clauses, e.ofAll(int(*earned), int(*all))+"が収入を得")
		english = append(english, e.ofAll(int(*earned), int(*all))+" earned")
	case earned == nil && started != nil && *started > 0:
		clauses = append(clauses, e.ofAll(int(*started), int(*all))+"が仕事を始め")
		english = append(english, e.ofAll(int(*started), int(*all))+" started work")
	}
	ja := strings.Join(clauses, "、") + "た。"
	if trained != nil && *trained == 0 {
		ja += "研修を終えた人はまだいない。"
		english = append(english, "nobody has finished the training yet")
	}
	if earned != nil && *earned == 0 {
		ja += "収入を得た人はまだいない。"
		english = append(english, "nobody has earned yet")
	}
	return e.Words(ja, strings.Join(english, ", ")+".")
}

func (e *Env) residentsSentence() string {
	f := e.on(kpi.TopicFirstIncomes)
	earned := e.stageNumber(facts.FirstIncome)
	if f == nil || f.Value == nil || *f.Value == 0 {
		return ""
	}
	within := ""
	if earned != nil && *earned > *f.Value {
		within = "このうち"
	}
	return e.Words(within+"初めて収入を得た住民は"+wholeNumber(*f.Value)+"人である。",
		plural(int(*f.Value), "resident", "residents")+" earned for the first time.")
}

// runningSentence says how many recurring contracts go on.
func (e *Env) runningSentence() string {
	f := e.on(kpi.TopicContractLength)
	if f == nil || f.Value == nil || f.N == 0 || f.Hides("n") {
		return ""
	}
	on, ok := numberPart(f, "censored")
	if !ok {
		return ""
	}
	all, left := wholeNumber(float64(f.N)), wholeNumber(on)
	switch {
	case f.N == 1 && on == 1:
		return e.Words("定期の契約1件が続いている。", "The one recurring contract goes on.")
	case f.N == 1:
		return e.Words("定期の契約1件は終わった。", "The one recurring contract has ended.")
	case on == float64(f.N):
		return e.Words("定期の契約は"+all+"件すべてが続いている。", "All "+all+" recurring contracts go on.")
	case on == 0:
		return e.Words("定期の契約"+all+"件は、どれも終わった。", "None of the "+all+" recurring contracts goes on.")
	}
	return e.Words("定期の契約は"+all+"件中"+left+"件が続いている。", left+" of "+all+" recurring contracts "+
		map[bool]string{true: "goes on.", false: "go on."}[on == 1])
}

// numberPart is a number among the parts of a figure.
func numberPart(f *kpi.Figure, key string) (float64, bool) {
	for _, p := range f.Parts {
		if p.Key == key {
			v, ok := p.Value.(float64)
			return v, ok
		}
	}
	return 0, false
}

func (e *Env) costSentence() string {
	cost, sales := e.on(kpi.TopicCostOfIncome), e.on(kpi.TopicRevenue)
	spent := ""
	if cost != nil && cost.Value != nil && cost.Numerator != nil {
		spent = e.Words("費用は"+e.Quantity(*cost.Numerator, kpi.Yen)+"（初めて収入を得た住民1人あたり"+e.Value(cost)+"）",
			"It cost "+e.Quantity(*cost.Numerator, kpi.Yen)+" ("+e.Value(cost)+" a resident who earned for the first time)")
	}
	earned := ""
	if sales != nil && sales.Value != nil {
		earned = e.Words("仕事の売上は"+e.Value(sales)+"だった。", "the work brought "+e.Value(sales)+".")
	}
	switch {
	case spent == "" && earned == "":
		return ""
	case spent == "":
		return e.Words(earned, strings.ToUpper(earned[:min(1, len(earned))])+earned[min(1, len(earned)):])
	case earned == "":
		return spent + e.Words("だった。", ".")
	}
	return spent + e.Words("、", "; ") + earned
}
