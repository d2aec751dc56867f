package block

import (
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
)

// townTopics are what townLines tell: the share of the inhabitants who take part, women and men, and the companies that
// came to the town.
var townTopics = []kpi.Topic{kpi.TopicInhabitants, kpi.TopicGender, kpi.TopicSatellites}

// townLines are sentences on what a programme is known for where first incomes are not told; those of figures that are
// shown beside them are left out.
func (e *Env) townLines(shown ...*kpi.Figure) []string {
	var out []string
	if e.shown(e.on(kpi.TopicFirstIncomes)) != nil {
		return nil // that is the result
	}
	for i, text := range []string{e.populationSentence(), e.genderSentence(), e.officesSentence()} {
		told := func(f *kpi.Figure) bool { return f.Topic == townTopics[i] }
		if text != "" && !slices.ContainsFunc(shown, told) {
			out = append(out, text)
		}
	}
	return out
}

func (e *Env) populationSentence() string {
	f := e.shown(e.on(kpi.TopicInhabitants))
	if f == nil || f.Numerator == nil || f.Denominator == nil {
		return ""
	}
	return e.Words("登録した人は、"+e.townWord()+"の人口"+wholeNumber(*f.Denominator)+"人の"+e.Value(f)+"です。",
		"Those registered are "+e.Value(f)+" of the "+wholeNumber(*f.Denominator)+" inhabitants.")
}

// genderSentence says how many women and men are registered, where the edition may tell it exactly.
func (e *Env) genderSentence() string {
	f := e.on(kpi.TopicGender)
	if f == nil || f.Suppressed || !f.Absent.Empty() {
		return ""
	}
	var ja, en []string
	for _, g := range groupsOf(f, "groups") {
		n, known := number(&g, "registered")
		switch {
		case !known:
			return ""
		case n > 0:
			ja = append(ja, e.Say(g.Title)+content.Round(n, 0)+"人")
			en = append(en, content.Round(n, 0)+" "+strings.ToLower(e.Say(g.Title)))
		}
	}
	if len(ja) < 2 {
		return ""
	}
	return e.Words("登録した人の内訳は、"+strings.Join(ja, "、")+"です。", "Registered: "+strings.Join(en, ", ")+".")
}

func (e *Env) officesSentence() string {
	f := e.shown(e.on(kpi.TopicSatellites))
	if f == nil || *f.Value == 0 {
		return ""
	}
	return e.Words("地域にサテライトオフィスを置く発注者は、"+wholeNumber(*f.Value)+"社です。",
		plural(int(*f.Value), "client has", "clients have")+" a satellite office in the area.")
}

// plainForm ends sentences as slides do: 6社です。 becomes 6社。
func plainForm(lines []string) []string {
	var out []string
	for _, line := range lines {
		out = append(out, strings.ReplaceAll(line, "です。", "。"))
	}
	return out
}

// enoughSentences is how many sentences a conclusion has without those of the town.
const enoughSentences = 3

// revenueAlone reports whether revenue is all that is known of the money.
func (e *Env) revenueAlone() bool {
	spent := e.on(kpi.TopicSpent)
	return spent == nil || spent.Value == nil || *spent.Value == 0
}
