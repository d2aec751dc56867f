package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var councilTitleKind = Kind{
	Name:  "council_title",
	About: "題：届いた目標と届かなかった目標（figures が必要。text があれば、その文を題にする）",
	Needs: plan.Figures,
	Build: (*Env).councilTitle,
}

// councilTitle says in one or two lines which targets were reached and which were missed.
func (e *Env) councilTitle(b plan.Block) []content.Block {
	text := strings.TrimSpace(e.Planned(b.Text))
	if text == "" {
		text = strings.Join(e.resultLines(b.Figures), "\n")
	}
	if text == "" {
		return nil
	}
	return []content.Block{content.Headline{Text: text}}
}

// resultLines are the sentences of the title. Without targets they tell the figures alone, and without those nothing.
func (e *Env) resultLines(ids []string) []string {
	var met, missed, known []*kpi.Figure
	for _, f := range e.chosen(ids) {
		switch {
		case f.Value == nil || f.Suppressed || f.Coded != nil:
		case f.Target == nil:
			known = append(known, f)
		case reached(f):
			met, known = append(met, f), append(known, f)
		default:
			missed, known = append(missed, f), append(known, f)
		}
	}
	if len(met) > 0 && len(missed) == 0 { // the page tells of those that it has no card for too
		missed = e.missedBeside(known)
	}
	stop := e.Words("。", ".")
	switch {
	case len(known) == 0:
		return nil
	case len(met) == 0 && len(missed) == 0:
		return []string{e.alone(e.leading(known), known) + stop}
	case len(missed) == 0 && len(met) == 1:
		return []string{e.metClause(met[0]) + stop}
	case len(missed) == 0:
		return []string{e.allReached(len(e.held()), e.anyHidden()), e.told(e.leading(met)) + stop}
	case len(met) == 0 && len(missed) == 1:
		return []string{e.missedClause(missed) + stop}
	case len(met) == 0:
		return []string{e.missedClause(missed) + stop, e.told(missed[0]) + stop}
	}
	return []string{e.metClause(e.leading(met)) + stop, e.missedClause(missed) + stop}
}

// allReached says that so many targets were reached, two or more; hidden: of those that can be shown.
func (e *Env) allReached(n int, hidden bool) string {
	switch {
	case hidden:
		return e.Words(fmt.Sprintf("目標のうち数字を示せる%dつには、すべて届いた。", n),
			fmt.Sprintf("All %d targets that can be shown were reached.", n))
	case n == 2:
		return e.Words("2つの目標の、どちらにも届いた。", "Both targets were reached.")
	}
	return e.Words(fmt.Sprintf("%dつの目標の、すべてに届いた。", n), fmt.Sprintf("All %d targets were reached.", n))
}

// alone states the one figure that stands in for a result where there are no targets: with the number of those at work
// beside the registered ones, and the revenue of years beside that of now.
func (e *Env) alone(f *kpi.Figure, known []*kpi.Figure) string {
	if f.Topic == kpi.TopicRegistered {
		for _, other := range known {
			if other.Topic == kpi.TopicAtWork {
				return e.Words(e.Value(f)+"が登録し、"+e.Value(other)+"が働いている",
					e.Value(f)+" are registered, "+e.Value(other)+" are at work")
			}
		}
	}
	if f.Topic == kpi.TopicRevenue {
		if title := e.revenueTitle(); title != "" {
			return title
		}
	}
	return e.told(f)
}

// anyHidden reports whether a figure has a target and is not told as it is.
func (e *Env) anyHidden() bool {
	return slices.ContainsFunc(e.Result.Figures, func(f kpi.Figure) bool {
		return f.Target != nil && (f.Suppressed || f.Coded != nil)
	})
}

// held are all figures that are told as they are and have a target to be held against: what a sentence on "all
// targets" is about.
func (e *Env) held() (out []*kpi.Figure) {
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; judged(f) && !f.Suppressed && f.Coded == nil {
			out = append(out, f)
		}
	}
	return out
}

// missedBeside are the targets that were missed by other figures than those.
func (e *Env) missedBeside(those []*kpi.Figure) (out []*kpi.Figure) {
	for _, f := range e.held() {
		if !reached(f) && !slices.Contains(those, f) {
			out = append(out, f)
		}
	}
	return out
}

// leading is the figure that a title begins with: what people earned for the first time, else an amount or a count of
// persons, else the first.
func (e *Env) leading(list []*kpi.Figure) *kpi.Figure {
	if list[0] == e.firstInFront() {
		return list[0]
	}
	for _, is := range []func(*kpi.Figure) bool{
		func(f *kpi.Figure) bool { return f.Topic == kpi.TopicFirstIncomes },
		func(f *kpi.Figure) bool { return f.Unit == kpi.Yen || f.Unit == kpi.Count && f.Counts == kpi.Persons },
	} {
		if i := slices.IndexFunc(list, is); i >= 0 {
			return list[i]
		}
	}
	return list[0]
}

// mostGoals is how many figures one page shows: those of the model that can be told, and the three main ones.
func (e *Env) mostGoals() int {
	n := 3
	for _, id := range e.front() {
		if f := e.figure(id); f != nil && f.Value != nil {
			n++
		}
	}
	return n
}

// chosen are the first figures of the list that have something to tell: a value, or a target. A share of a single
// record without a target tells nothing.
func (e *Env) chosen(ids []string) []*kpi.Figure {
	var out []*kpi.Figure
	for _, id := range ids {
		f := e.figure(id)
		if f == nil || f.Value == nil && f.Target == nil || f.Suppressed && e.inFront(f) ||
			f.Unit == kpi.Ratio && f.Target == nil && f.N < 2 {
			continue
		}
		if out = append(out, f); len(out) == e.mostGoals() {
			break
		}
	}
	return out
}

// told states a figure without a verdict.
func (e *Env) told(f *kpi.Figure) string {
	switch {
	case f.Topic == kpi.TopicFirstIncomes && *f.Value > 0:
		return e.Words(e.Value(f)+"が初めて収入を得た", plural(int(*f.Value), "resident", "residents")+" earned for the first time")
	}
	return e.Words(e.Say(f.Title)+"は"+e.briefValue(f)+"だった", e.Say(f.Title)+": "+e.briefValue(f))
}

func (e *Env) metClause(f *kpi.Figure) string {
	if f.Topic == kpi.TopicFirstIncomes && *f.Value > 0 {
		return e.Words(e.Value(f)+"が初めて収入を得て、目標に届いた",
			plural(int(*f.Value), "resident", "residents")+" earned for the first time: target reached")
	}
	return e.Words(e.Say(f.Title)+"は"+e.briefValue(f)+"で、目標に届いた", e.Say(f.Title)+": "+e.briefValue(f)+", target reached")
}

// missedClause says of one figure by how much, of several that they are short.
func (e *Env) missedClause(missed []*kpi.Figure) string {
	if len(missed) == 1 {
		f := missed[0]
		if f.Better == kpi.Lower {
			return e.Words(e.Say(f.Title)+"は、目標より"+e.short(f), e.Say(f.Title)+": "+e.short(f))
		}
		return e.Words(e.Say(f.Title)+"は、目標に"+e.short(f), e.Say(f.Title)+": "+e.short(f))
	}
	and := e.Words("、", ", ")
	if len(missed) == 2 {
		and = e.Words("と", " and ")
	}
	names := make([]string, len(missed))
	for i, f := range missed {
		names[i] = e.Say(f.Title)
	}
	last := e.Words("目標に届かなかった", "targets not reached")
	if !e.over() {
		last = e.Words("目標にまだ届いていない", "targets not reached yet")
	}
	return e.Words(strings.Join(names, and)+"は、"+last, strings.Join(names, and)+": "+last)
}
