package block

import (
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var publicCardsKind = Kind{
	Name:  "public_cards",
	About: "指標を大きな数字で、住民に話す言葉で（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).publicCards,
}

// publicCards shows figures large in the words in which a town speaks to its people: of how many, and whether the
// target
// was reached.
func (e *Env) publicCards(b plan.Block) []content.Block {
	var cards content.Cards
	for _, f := range e.chosen(b.Figures) {
		if f.Value != nil || f.Suppressed {
			cards.Cards = append(cards.Cards, e.publicCard(f))
		}
	}
	if len(cards.Cards) == 0 {
		return nil
	}
	return []content.Block{cards}
}

func (e *Env) publicCard(f *kpi.Figure) content.Card {
	c := e.card(f)
	c.Title, c.Note = e.residentWords(f), ""
	if f.Value == nil {
		if c.Detail != "" {
			c.Detail += e.Words("。", ".")
		}
		return c
	}
	c.Value, c.Detail, c.Target, c.Tone = e.briefValue(f), e.publicDetail(f), "", content.Plain
	if f.Target == nil {
		return c
	}
	aim := e.aimWords(f)
	if reached(f) {
		c.Tone, c.Verdict = content.Good, e.Words("目標の"+aim+"に届きました", "the target of "+aim+" is reached")
	} else {
		c.Tone, c.Verdict = content.Watch, e.Words("目標の"+aim+"に、まだ届いていません", "the target of "+aim+" is not reached yet")
		switch {
		case f.Better == kpi.Lower:
			c.Verdict = e.Words("目標の"+aim+"より多い値です", "over the target of "+aim)
		case e.over():
			c.Verdict = e.Words("目標の"+aim+"に届きません", "the target of "+aim+" was not reached")
		}
	}
	c.Verdict += closeDagger(f)
	return c
}

// residentWords is the title of a figure as residents would say it.
func (e *Env) residentWords(f *kpi.Figure) string {
	switch d := e.definition(f.ID); {
	case d != nil && !d.PlainTitle.Empty():
		return e.Say(d.PlainTitle)
	case d != nil && !d.Spoken.Empty():
		return e.Say(d.Spoken)
	}
	return e.Say(f.Title)
}

// publicDetail says in words what a value rests on.
func (e *Env) publicDetail(f *kpi.Figure) string {
	switch {
	case f.Topic == kpi.TopicFirstIncomes:
		if n := e.stageNumber(facts.Enrolled); n != nil {
			return e.Words("参加した"+wholeNumber(*n)+"人のうち", "of "+wholeNumber(*n)+" who took part")
		}
	case f.Topic == kpi.TopicRecurring && f.Numerator != nil && f.Denominator != nil:
		return e.Words(wholeNumber(*f.Denominator)+"件の契約のうち"+wholeNumber(*f.Numerator)+"件",
			wholeNumber(*f.Numerator)+" of "+plural(int(*f.Denominator), "contract", "contracts"))
	case f.Topic == kpi.TopicContractLength && f.N > 0 && !f.Hides("n"):
		return e.lengthDetail(f)
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil:
		unit := e.countWord(f)
		return e.Words(sumText(*f.Denominator)+unit+"のうち"+sumText(*f.Numerator)+unit,
			sumText(*f.Numerator)+" of "+sumText(*f.Denominator))
	}
	return e.besides(f)
}

// lengthDetail says over how many contracts a mean length is, and how many of them go on.
func (e *Env) lengthDetail(f *kpi.Figure) string {
	text := e.Words(wholeNumber(float64(f.N))+"件の平均", "mean of "+wholeNumber(float64(f.N)))
	on, ok := numberPart(f, "censored")
	now, nowEN := "いまも続いています", sIf(int(on), "goes on", "go on")
	if e.bygone() {
		now, nowEN = "期間の終わりにも続いていました", "ran on at the end"
	}
	switch {
	case !ok || on == 0:
		return text
	case f.N == 1:
		return text + e.Words("。"+now, "; the one "+nowEN)
	case int(on) == f.N:
		return text + e.Words("。どれも"+now, "; all "+nowEN)
	}
	return text + e.Words("。"+wholeNumber(on)+"件は"+now, "; "+wholeNumber(on)+" "+nowEN)
}

// ownLines are the facts that an officer wrote in the place of ours: one a line, its name before a colon.
func (e *Env) ownLines(b plan.Block) []content.Pair {
	var out []content.Pair
	for line := range strings.SplitSeq(e.Planned(b.Text), "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		name, text, both := strings.Cut(line, "：")
		if !both {
			name, text, both = strings.Cut(line, ": ")
		}
		if !both {
			name, text = "", line
		}
		out = append(out, content.Pair{Label: strings.TrimSpace(name), Value: strings.TrimSpace(text)})
	}
	return out
}
