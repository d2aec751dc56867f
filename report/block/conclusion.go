package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var conclusionKind = Kind{
	Name:  "conclusion",
	About: "結論の三つの文（期が2つ以上のときは期の比較も）と、成果1人あたりの費用（figures が必要。text に改行で分けて書けば、その文になる）",
	Needs: plan.Figures,
	Build: (*Env).conclusion,
}

// conclusion sets the sentences beside the cost per result; where no cost is known they have the whole measure.
func (e *Env) conclusion(b plan.Block) []content.Block {
	sentences := content.Points{Large: true}
	for line := range strings.Lines(e.Planned(b.Text)) {
		if line = strings.TrimSpace(line); line != "" {
			sentences.Items = append(sentences.Items, content.Point{Text: line})
		}
	}
	if len(sentences.Items) == 0 {
		money := e.moneySentence()
		if growth := e.growthSentence(); growth != "" && e.revenueAlone() {
			money = growth // with the amount of the last year
		}
		for _, text := range []string{e.courseSentence(), e.goalSentence(b.Figures), money, e.cohortLine(b.Figures)} {
			if text != "" {
				sentences.Items = append(sentences.Items, content.Point{Text: text})
			}
		}
		for _, text := range e.townLines() {
			if len(sentences.Items) < enoughSentences {
				sentences.Items = append(sentences.Items, content.Point{Text: text})
			}
		}
	}
	panel, costs := e.costPanel()
	switch {
	case len(sentences.Items) == 0 && !costs:
		return nil
	case len(sentences.Items) == 0:
		return []content.Block{panel}
	case !costs:
		return []content.Block{sentences}
	}
	return []content.Block{content.Beside{Shares: []float64{66, 34},
		Parts: [][]content.Block{{sentences}, {panel}}}}
}

// courseSentence says how many came how far on the cycle. A stage that nobody has reached yet ends it.
func (e *Env) courseSentence() string {
	all := e.stageCount(facts.Enrolled)
	switch {
	case all == nil:
		return ""
	case *all == 0:
		return e.Words("参加した人はまだいません。", "Nobody has enrolled yet.")
	}
	course := []step{
		{facts.TrainingCompleted, "が研修を終え", "が研修を終えました", "研修を終えた人", "completed the training"},
		{facts.OJTStarted, "が仕事を始め", "が仕事を始めました", "仕事を始めた人", "started work"},
		{facts.FirstIncome, "が収入を得て", "が収入を得ました", "収入を得た人", "earned"},
	}
	var told []step
	var counts []int
	stop := ""
	for _, s := range course {
		n := e.stageCount(s.stage)
		if n == nil || s.stage == facts.OJTStarted && e.stageCount(facts.FirstIncome) != nil { // those who earned say it
			continue
		}
		if *n == 0 {
			stop = e.Words(s.who+"はまだいません。", "Nobody has "+s.en+" yet.")
			break
		}
		told, counts = append(told, s), append(counts, *n)
	}
	kept, end := e.keptClause(*all)
	if stop != "" {
		kept, end = "", stop
	}
	return e.course(*all, told, counts, kept, end)
}

// step is a stage with the words that go on from it and that end a sentence with it.
type step struct {
	stage         facts.Stage
	on, last, who string
	en            string
}

// course puts the stages into a sentence; kept ends it where it is said of all who enrolled, end follows it.
func (e *Env) course(all int, told []step, counts []int, kept, end string) string {
	var ja, en []string
	whole := e.ofAll(all, all)
	for i, s := range told {
		text, who := s.on, e.ofAll(counts[i], all)
		if i == len(told)-1 && kept == "" {
			text = s.last
		}
		if i > 0 && who == whole && counts[i-1] == all { // said once
			text = strings.TrimPrefix(text, "が")
		} else {
			text = who + text
		}
		ja, en = append(ja, text), append(en, who+" "+s.en)
	}
	if kept != "" {
		if n := len(counts); n > 0 && counts[n-1] == all && all > 1 {
			kept = strings.TrimPrefix(kept, "全員が")
		}
		ja, en = append(ja, kept), append(en, kept)
	}
	if len(ja) == 0 && e.unbegun() {
		return e.rosterWords(all, true)
	}
	if len(ja) == 0 {
		return e.Words(fmt.Sprintf("%sが参加しました。", e.persons(all)), fmt.Sprintf("%s enrolled. ", e.persons(all))) + end
	}
	among := "のうち"
	if len(counts) > 0 && counts[0] == all {
		among = "は"
	}
	return strings.TrimSpace(e.Words(fmt.Sprintf("参加した%s%s、%s。", e.persons(all), among, strings.Join(ja, "、")),
		fmt.Sprintf("Of %s, %s. ", e.persons(all), strings.Join(en, ", "))) + end)
}

// ofAll is a number of persons, 全員 where it is all of them.
func (e *Env) ofAll(n, all int) string {
	if n == all && n > 1 {
		return e.Words("全員", "all")
	}
	return e.Words(e.persons(n), fmt.Sprint(n))
}

// keptClause is how many stayed to the last day: a clause where all have come to it, else a sentence of those who have.
func (e *Env) keptClause(all int) (clause, sentence string) {
	f, days := e.reaching(facts.Retained), e.Cohort.Pilot.Cycle.Length()
	if f == nil || f.Value == nil || f.Numerator == nil || f.Denominator == nil {
		return "", ""
	}
	kept, over := int(*f.Numerator), int(*f.Denominator)
	if over == all && kept > 0 {
		return e.Words(fmt.Sprintf("%sが%d日の終わりまで仕事を続けました（定着）", e.ofAll(kept, all), days),
			fmt.Sprintf("%s %s still at work on day %d (retained)", e.ofAll(kept, all), was(kept), days)), ""
	}
	if kept == 0 {
		return "", e.Words(fmt.Sprintf("%d日を終えた%sに、終わりまで仕事を続けた人はいません。", days, e.persons(over)),
			fmt.Sprintf("Of %s past the %d days none was still at work.", e.persons(over), days))
	}
	return "", e.Words(fmt.Sprintf("%d日を終えた%sのうち、%sが終わりまで仕事を続けました（定着）。", days, e.persons(over), e.persons(kept)),
		fmt.Sprintf("Of %s past the %d days, %d %s still at work (retained).", e.persons(over), days, kept, was(kept)))
}

// goalSentence says of one figure that reached its target and of one that missed it how they stand; of two alike
// where there are no others, and without targets what the figures are.
func (e *Env) goalSentence(ids []string) string {
	var met, missed, bare []*kpi.Figure
	for _, f := range e.chosen(ids) {
		switch {
		case f.Value == nil || f.Suppressed || f.Coded != nil:
		case f.Target == nil:
			if f.Unit != kpi.Yen && f.Counts != kpi.Persons && !slices.Contains(townTopics, f.Topic) ||
				f.Topic == kpi.TopicFirstIncomes { // the others are in the other sentences
				bare = append(bare, f)
			}
		case reached(f):
			met = append(met, f)
		default:
			missed = append(missed, f)
		}
	}
	if len(met)+len(missed) == 0 {
		text := ""
		for _, f := range bare[:min(len(bare), 2)] {
			text += e.Words(e.Say(f.Title)+"は"+e.Value(f)+"です。", e.Say(f.Title)+": "+e.Value(f)+". ")
		}
		if text != "" {
			text += e.Words("目標は決められていません。", "No targets have been set.")
		}
		return strings.TrimSpace(text)
	}
	chosen := met
	switch {
	case len(met) > 0 && len(missed) > 0:
		chosen = []*kpi.Figure{e.leading(met), missed[0]}
	case len(met) == 0:
		chosen = missed
	}
	text := ""
	for _, f := range chosen[:min(len(chosen), 2)] {
		text += e.goalClause(f)
	}
	return strings.TrimSpace(text)
}

// goalClause is one sentence on a figure and its target.
func (e *Env) goalClause(f *kpi.Figure) string {
	title, value, goal := e.Say(f.Title), e.Value(f), e.goal(f)
	ja, en := "目標の"+goal+"に届きました。", "the target of "+goal+" is reached. "
	switch {
	case !reached(f) && e.over():
		ja, en = "目標の"+goal+"に届きませんでした。", "the target of "+goal+" was not reached. "
	case !reached(f):
		ja, en = "目標の"+goal+"にまだ届いていません。", "the target of "+goal+" is not reached yet. "
	}
	return e.Words(title+"は"+value+"で、"+ja, title+": "+value+"; "+en)
}

// moneySentence says what was spent and what the work brought in, as far as it is known.
func (e *Env) moneySentence() string {
	spent, revenue := e.on(kpi.TopicSpent), e.on(kpi.TopicRevenue)
	var ja, en []string
	if spent != nil && spent.Value != nil && *spent.Value > 0 {
		share, shareEN := "", ""
		if planned, whole := plannedIn(groupsOf(spent, "groups")); whole && planned > 0 {
			percent := content.Percent(*spent.Value / planned)
			share, shareEN = "（予算の"+percent+"）", " ("+percent+" of the budget)"
		}
		ja = append(ja, "使った費用は"+e.Value(spent)+share)
		en = append(en, e.Value(spent)+" were spent"+shareEN)
	}
	if revenue != nil && revenue.Value != nil && !revenue.Suppressed && *revenue.Value > 0 {
		ja, en = append(ja, "仕事の売上は"+e.Value(revenue)), append(en, "work brought in "+e.Value(revenue))
		if pay := e.on(kpi.TopicPayout); pay != nil && pay.Value != nil && !pay.Suppressed && pay.Coded == nil {
			told := "うち" + e.Value(pay) + "がワーカーの報酬"
			if pay.Numerator != nil {
				told = "うちワーカーの報酬は" + e.payText(pay)
			}
			ja = append(ja, told)
			en[len(en)-1] += " (" + e.payText(pay) + " of it pay)"
		}
	}
	if len(ja) == 0 {
		return ""
	}
	text := ja[0]
	for i := 1; i < len(ja); i++ {
		text += map[bool]string{true: "で、", false: "、"}[i == 1 && len(ja) > 1 && strings.HasPrefix(ja[0], "使った")] + ja[i]
	}
	english := strings.Join(en, ", ")
	return e.Words(text+"でした。", strings.ToUpper(english[:1])+english[1:]+".")
}

// payText is the pay of the workers: the amount where it is told, else its share.
func (e *Env) payText(pay *kpi.Figure) string {
	if pay.Numerator != nil {
		return e.Quantity(*pay.Numerator, kpi.Yen)
	}
	return e.Value(pay)
}

// plannedIn is the budget of all classes, and whether each has one.
func plannedIn(groups []kpi.Group) (planned float64, whole bool) {
	whole = len(groups) > 0
	for i := range groups {
		yen, known := number(&groups[i], "planned")
		planned, whole = planned+yen, whole && known
	}
	return planned, whole
}

// costPanel is what one result cost, by each result that can be told, and without what the hub is paid.
func (e *Env) costPanel() (content.Panel, bool) {
	panel := content.Panel{Title: e.Words("成果1人あたりの費用", "Cost per result")}
	var without []string
	fee := e.on(kpi.TopicAccompaniment)
	for _, cost := range e.perResult() {
		f := cost.Figure
		if f.Value == nil || f.Suppressed || f.Coded != nil {
			continue
		}
		label := e.Words(cost.per.Panel.JA, "per "+cost.per.Panel.EN)
		if f.Denominator != nil {
			label += e.Words("（"+e.persons(int(*f.Denominator))+"）", fmt.Sprintf(" (%s)", content.Round(*f.Denominator, 0)))
			if fee != nil && fee.Numerator != nil && *fee.Numerator > 0 && *fee.Denominator == *f.Numerator {
				without = append(without, e.Quantity((*f.Numerator-*fee.Numerator) / *f.Denominator, kpi.Yen))
			}
		}
		if n := len(panel.Items); n > 0 && panel.Items[n-1].Value == e.Value(f) { // the same people, or as many
			panel.Items[n-1].Label += e.Words("、", "; ") + label
			without = without[:min(len(without), n)]
			continue
		}
		panel.Items = append(panel.Items, content.Pair{Value: e.Value(f), Label: label})
	}
	if len(without) > 0 && len(without) == len(panel.Items) {
		panel.Note = e.Words("伴走費を除くと ", "Without accompaniment ") + strings.Join(without, e.Words("、", ", "))
	}
	return panel, len(panel.Items) > 0
}
