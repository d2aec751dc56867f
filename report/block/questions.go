package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var questionsKind = Kind{
	Name:  "questions",
	About: "想定問答（答えは指標から作った文。text に1行に1つ「問い：答え」と書けば、その文になる）",
	Build: (*Env).questions,
}

// questions answers in sentences what assembly members ask, from the figures alone. Questions without a figure
// that can be told are named together at the end.
func (e *Env) questions(b plan.Block) []content.Block {
	var list content.Points
	for _, line := range e.ownLines(b) {
		list.Items = append(list.Items, content.Point{Lead: line.Label + "\n", Text: line.Value})
	}
	if len(list.Items) > 0 {
		return []content.Block{list}
	}
	var without, withoutEN []string
	for _, q := range e.asked() {
		if answer := strings.TrimSpace(q.answer); answer != "" {
			list.Items = append(list.Items, content.Point{Lead: e.Words(q.ja, q.en) + "\n", Text: answer})
		} else if q.topic != "" {
			without, withoutEN = append(without, q.topic), append(withoutEN, q.topicEN)
		}
	}
	if len(without) > 0 {
		list.Items = append(list.Items, content.Point{
			Lead: e.Words("まだ答えられないことはありますか。", "What cannot be answered yet?") + "\n",
			Text: e.Words(strings.Join(without, "、")+"は、示せる数字がありません。",
				"There is no figure to show on "+strings.Join(withoutEN, ", ")+".")})
	}
	return []content.Block{list}
}

// question is what a member may ask; topic is what it is about, for those that no figure answers.
type question struct{ ja, en, answer, topic, topicEN string }

// asked are the questions in the order of weight: what it cost, what was missed, what became of people, what lasts,
// what else could be behind it, and whether the figures hold.
func (e *Env) asked() []question {
	out := e.townWord() + "の外"
	return []question{
		{"何人が登録し、何人が働いていますか。", "How many are registered, and how many at work?", e.workersAnswer(), "", ""},
		{"売上はどう変わりましたか。", "How did revenue change?", e.growthAnswer(), "", ""},
		{"いくら使って、何人が収入を得たのですか。", "How much was spent, and how many earned?", e.costAnswer(),
			"費用と収入を得た人数", "cost and how many earned"},
		{"目標に届かなかったものは何ですか。なぜですか。", "Which targets were missed, and why?", e.missedAnswer(), "", ""},
		e.modelQuestion(),
		{"途中で止まった人はいますか。", "Did anybody stop on the way?", e.stoppedAnswer(), "", ""},
		{"国の先行事業と比べて、どうですか。", "How does it stand beside the national programmes?", e.precedentAnswer(), "", ""},
		{"事業がなければ、どうなっていましたか。", "What would have happened without the pilot?", e.withoutAnswer(), "", ""},
		{"続いているのですか。補助金が切れたら終わりませんか。", "Does it last when the grant ends?", e.lastAnswer(),
			"契約の続いた長さ", "how long contracts last"},
		{"月にいくらの収入になるのですか。", "What do people earn a month?", e.incomeAnswer(), "月の収入", "monthly income"},
		{"最低賃金を下回っていませんか。", "Is pay below the minimum wage?", e.fairAnswer(), "1時間あたりの報酬", "pay for an hour"},
		{"研修だけで終わっていませんか。", "Is it more than training?", e.workAnswer(), "研修と仕事の開始", "training and the start of work"},
		{"前の期と比べて、どうですか。", "How do the cohorts compare?", e.cohortAnswer(), "", ""},
		{out + "のお金は入っているのですか。", "Does money come from outside?", e.outsideAnswer(), out + "からの売上", "money from outside"},
		{"数字は確かですか。変わることはありませんか。", "Are the figures settled?", e.settledAnswer(), "", ""},
		{"個人が分かってしまいませんか。", "Can persons be told from this?", e.privacyAnswer(), "", ""},
		{"来年度に続けるとき、いつまでに始めればよいですか。", "When must a cycle start next year?", e.startAnswer(), "", ""},
	}
}

// shown returns the figure when the edition tells its value, else nil.
func (e *Env) shown(f *kpi.Figure) *kpi.Figure {
	if f != nil && f.Value != nil && !f.Suppressed && f.Coded == nil {
		return f
	}
	return nil
}

// is states a figure: 定着率は75.0%（12人のうち9人）です。
func (e *Env) is(f *kpi.Figure) string {
	if f = e.shown(f); f == nil {
		return ""
	}
	rests := ""
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil {
		rests = e.Words("（"+e.restsOn(f)+"）", " ("+e.restsOn(f)+")")
	}
	return e.Words(e.Say(f.Title)+"は"+e.Value(f)+rests+"です。", e.Say(f.Title)+": "+e.Value(f)+rests+". ")
}

// workersAnswer is asked where no first incomes are told, which say more.
func (e *Env) workersAnswer() string {
	registered, active := e.shown(e.on(kpi.TopicRegistered)), e.shown(e.on(kpi.TopicAtWork))
	if e.shown(e.on(kpi.TopicFirstIncomes)) != nil || registered == nil || *registered.Value == 0 {
		return ""
	}
	text := e.Words("登録した人は"+e.Value(registered)+"です。", "Registered: "+e.Value(registered)+". ")
	if active != nil {
		text = e.Words("登録した人は"+e.Value(registered)+"、働いている人は"+e.Value(active)+"です。",
			"Registered: "+e.Value(registered)+"; at work: "+e.Value(active)+". ")
	}
	return text + strings.Join(e.townLines(), e.Words("", " "))
}

// growthAnswer tells the revenue of the years, and which are not known.
func (e *Env) growthAnswer() string {
	text := e.growthSentence()
	if years := e.yearsUnknown(); text != "" && len(years) > 0 {
		text += e.Words("台帳に金額の記入がないのは、"+e.runOf(years)+"です。", " The ledger has no amount for "+e.runOf(years)+".")
	}
	return text
}

func (e *Env) costAnswer() string {
	text := ""
	if f := e.shown(e.on(kpi.TopicSpent)); f != nil {
		text = e.Words("使った費用は"+e.Quantity(*f.Value, kpi.Yen)+"です。", "Spent in all: "+e.Quantity(*f.Value, kpi.Yen)+". ")
	} else if e.shown(e.on(kpi.TopicFirstIncomes)) != nil {
		text = e.Words("使った費用は、示せる数字がありません。", "There is no figure to show on what was spent. ")
	}
	text += e.is(e.on(kpi.TopicFirstIncomes))
	for _, cost := range e.perResult() {
		if f := e.shown(cost.Figure); f != nil {
			text += e.Words(cost.per.Person.JA+"1人あたりでは"+e.Value(f), "For each "+cost.per.Person.EN+": "+e.Value(f))
			if bare, known := f.Get("without_staff"); known {
				text += e.Words("（伴走費を除くと"+e.Quantity(bare, kpi.Yen)+"）", " ("+e.Quantity(bare, kpi.Yen)+" without accompaniment)")
			}
			text += e.Words("です。", ". ")
		}
	}
	return text
}

// missedAnswer names the targets that were missed and what is known of why; without targets the question is not asked.
func (e *Env) missedAnswer() string {
	text := ""
	for _, f := range e.held() {
		if reached(f) {
			continue
		}
		away := e.Words("に"+e.distance(f)+"足りません。", e.distance(f)+" short of ")
		switch {
		case e.exact(f):
			away = e.Words("にわずかに届きません。", "a hair off ")
		case f.Better == kpi.Lower:
			away = e.Words("より"+e.distance(f)+"多い値です。", e.distance(f)+" over ")
		}
		text += e.Words(e.Say(f.Title)+"は"+e.Value(f)+"で、目標の"+e.goal(f)+away,
			e.Say(f.Title)+": "+e.Value(f)+", "+away+"the target of "+e.goal(f)+". ") + e.whyAnswer(f)
	}
	untold := ""
	if e.anyHidden() {
		untold = e.Words("人数が少なく数字を示せない目標は、ここに入っていません。",
			" Targets on so few people that no number may be shown are not among them.")
	}
	switch {
	case text != "" && !e.over():
		return strings.TrimSpace(text+e.Words("対象期間はまだ終わっていません。", "The period is not over yet.")) + untold
	case text == "" && len(e.held()) > 0:
		return e.Words("数字を示せる目標には、すべて届いています。", "All targets that can be shown are reached.") + untold
	}
	return strings.TrimSpace(text) + untold
}

// whyAnswer is what the ledger knows of why a target was missed.
func (e *Env) whyAnswer(f *kpi.Figure) string {
	if f.Numerator == nil || f.Denominator == nil {
		return ""
	}
	single := int(*f.Denominator - *f.Numerator)
	switch over := ended(e.terms()); {
	case f.Topic == kpi.TopicRecurring && over > 0:
		return e.Words(fmt.Sprintf("単発の契約が%d件あり、定期の契約は%d件が終わりました。", single, over),
			fmt.Sprintf("%d %s one-off, and %s. ", single, was(single),
				plural(over, "recurring contract ended", "recurring contracts ended")))
	case f.Topic == kpi.TopicRecurring:
		return e.Words(fmt.Sprintf("単発の契約が%d件ありました。", single), fmt.Sprintf("%d %s one-off. ", single, was(single)))
	}
	return ""
}

func (e *Env) lastAnswer() string {
	terms := e.terms()
	f := e.shown(e.on(kpi.TopicContractLength))
	if f == nil || len(terms) != f.N {
		return ""
	}
	text := e.termsAnswer(f, terms)
	return text + e.is(e.on(kpi.TopicRecurring)) + e.grantEnds()
}

// termsAnswer says how many recurring contracts go on and how long they have lasted.
func (e *Env) termsAnswer(f *kpi.Figure, terms []term) string {
	n, going := len(terms), len(terms)-ended(terms)
	length := e.Words("続いた長さの平均は"+e.Value(f)+"です。", "their mean length is "+e.Value(f)+". ")
	if n == 1 {
		length = e.Words("長さは"+e.Value(f)+"です。", "its length is "+e.Value(f)+". ")
	}
	least := e.Words("続いている契約はこの先も伸びるため、少なくともの値です。", "Running ones go on, so it is the least it can be. ")
	switch {
	case n == 1 && going == 1:
		return e.Words("定期の契約1件が続いており、", "The one recurring contract goes on; ") + length + least
	case n == 1:
		return e.Words("定期の契約1件は終わり、", "The one recurring contract has ended; ") + length
	case going == n:
		return e.Words(fmt.Sprintf("定期の契約は%d件すべてが続いており、", n), fmt.Sprintf("All %d recurring contracts go on; ", n)) +
			length + least
	case going == 0:
		return e.Words(fmt.Sprintf("定期の契約%d件は、どれも終わりました。", n), fmt.Sprintf("All %d recurring contracts have ended; ", n)) +
			length
	}
	return e.Words(fmt.Sprintf("定期の契約は%d件中%d件が続いており、", n, going),
		fmt.Sprintf("%d of %d recurring contracts %s; ", going, n, map[bool]string{true: "goes on",
			false: "go on"}[going == 1])) +
		length + least
}

func (e *Env) incomeAnswer() string {
	text := e.is(e.on(kpi.TopicMonthlyIncome))
	if text == "" {
		return ""
	}
	if share := e.lowIncome(); share != "" {
		text += e.Words("月5,000円以下は"+share+"です。", "5,000 yen or less: "+share+".")
	}
	return text
}

func (e *Env) fairAnswer() string {
	text := e.is(e.on(kpi.TopicHourlyPay)) + e.is(e.on(kpi.TopicBelowReference))
	if text == "" {
		return ""
	}
	return text + e.Words("雇用でないテレワークに最低賃金は適用されないため、参考としての比較です。",
		"A comparison for reference: the minimum wage does not apply to non-employed telework.")
}

func (e *Env) workAnswer() string {
	trained, started := e.stageCount(facts.TrainingCompleted), e.stageCount(facts.OJTStarted)
	text := ""
	if trained != nil && started != nil && *trained > 0 {
		text = e.Words(fmt.Sprintf("研修を終えた人は%s、仕事を始めた人は%sです。", e.persons(*trained), e.persons(*started)),
			fmt.Sprintf("%s completed the training and %d started work. ", e.persons(*trained), *started))
	}
	return text + e.is(e.reaching(facts.RecurringWork))
}

func (e *Env) outsideAnswer() string {
	f := e.shown(e.on(kpi.TopicOutside))
	switch {
	case f == nil:
		return ""
	case f.Numerator == nil || f.Denominator == nil:
		return e.is(f)
	}
	return e.Words("仕事の売上"+e.Quantity(*f.Denominator, kpi.Yen)+"のうち、"+e.townWord()+"の外からは"+e.Quantity(*f.Numerator,
		kpi.Yen)+"（"+
		e.Value(f)+"）です。", "Of "+e.Quantity(*f.Denominator, kpi.Yen)+" of revenue "+e.Quantity(*f.Numerator, kpi.Yen)+" ("+
		e.Value(f)+") came from outside.")
}

// settledAnswer says what rows to be mended may still change, and what the first incomes take for granted.
func (e *Env) settledAnswer() string {
	return strings.TrimSpace(e.openAnswer() + e.Words("", " ") + e.assumedWords(2))
}

func (e *Env) openAnswer() string {
	var ids []string
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; judged(f) || f.Topic == kpi.TopicFirstIncomes {
			ids = append(ids, e.Result.Figures[i].ID)
		}
	}
	if ranges, rows := e.ranges(ids); rows > 0 {
		text := e.Words(fmt.Sprintf("台帳に直すところが%d件あり、その行を計算から除いています。", rows),
			plural(rows, "row", "rows")+" of the ledger "+
				sIf(rows, "has an error and is", "have an error and are")+" left out. ")
		if len(ranges) == 0 {
			return text + e.Words("直すと、数字が変わることがあります。", "Figures may change once "+sIf(rows, "it is", "they are")+" put right.")
		}
		return text + e.Words("直すと、"+strings.Join(ranges, "、")+"の間で変わることがあります。",
			"Once "+sIf(rows, "it is", "they are")+" put right: "+strings.Join(ranges, "; ")+".")
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		return e.Words(fmt.Sprintf("台帳に直すところが%d件あります。", errors),
			fmt.Sprintf("%s to be mended in the ledger.", plural(errors, "thing is", "things are")))
	}
	return e.Words("台帳の点検で、計算に入れられなかった行はありません。", "No row of the ledger had to be left out.")
}

func (e *Env) privacyAnswer() string {
	if e.Profile.Open() {
		return ""
	}
	return e.Words("人数の少ない内訳と、1人の金額が分かる数字は載せていません。",
		"Breakdowns of few people and amounts that tell of one person are not in it.")
}

// startAnswer is the last day on which a cycle of the next fiscal year can begin: of the year after the period, or
// after the paper where that was made later.
func (e *Env) startAnswer() string {
	if !e.hasPeople() {
		return ""
	}
	clock, last := e.Window.Clock, facts.LatestStart(e.Cohort.Pilot.Cycle, e.Window.Clock.To.FiscalYear()+1)
	for year := clock.To.FiscalYear() + 2; clock.AsOf >= last; year++ {
		last = facts.LatestStart(e.Cohort.Pilot.Cycle, year)
	}
	day, days := e.Day(last), e.Cohort.Pilot.Cycle.Length()
	return e.Words(fmt.Sprintf("その年度のうちに%d日を終えるには、遅くとも%sに始めます。", days, day),
		fmt.Sprintf("To end within that fiscal year its %d days begin on %s at the latest.", days, day))
}
