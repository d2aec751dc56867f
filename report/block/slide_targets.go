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

var slideTargetsKind = Kind{
	Name:  "slide_targets",
	About: "スライド：目標と結果（figures の3つまで）",
	Needs: plan.Figures,
	Build: (*Env).slideTargets,
}

// mostGauges is how many figures one slide shows.
const mostGauges = 3

// slideTargets shows each figure large, against its target.
func (e *Env) slideTargets(b plan.Block) []content.Block {
	s := &content.SlideParts{}
	var shown []*kpi.Figure
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil || f.Value == nil && f.Coded == nil || f.Coded != nil && e.inFront(f) || len(shown) == mostGauges ||
			f.Unit == kpi.Ratio && f.Target == nil && f.N < 2 { // a share of a single record tells nothing
			continue
		}
		shown = append(shown, f)
		s.Gauges = append(s.Gauges, e.gauge(f))
		s.Notes = append(s.Notes, e.sources(f)...)
	}
	if len(shown) == 0 || len(shown) < mostGauges && !e.anyAims() && (len(shown) == 1 || e.revenueTitle() != "") {
		return nil // other slides tell it
	}
	s.Title, s.Foot = e.targetsTitle(shown), strings.TrimSpace(e.mayTip(shown)+e.Words("", " ")+e.assumedWords(1))
	if !e.anyAims() {
		s.Lead = append(plainForm(e.townLines(shown...)), e.Words("目標は決められていない。", "No targets have been set."))
	}
	return e.slide(b, s)
}

func (e *Env) gauge(f *kpi.Figure) content.Gauge {
	g := content.Gauge{Figure: f.ID, Title: e.spoken(f), Detail: e.outOf(f)}
	g.Number, g.Unit = numberAndUnit(e.briefValue(f))
	if f.Value == nil {
		g.Number, g.Unit = e.Value(f), ""
		return g
	}
	scale := 1.0
	if f.Unit == kpi.Ratio {
		scale = 100
	}
	g.Measured, g.Value = true, *f.Value*scale
	if f.Target == nil {
		return g
	}
	goal := e.aim(f)
	g.Aims, g.Target = true, *f.Target*scale
	switch {
	case reached(f):
		g.Tone, g.Verdict = content.Good, e.Words("目標"+goal+"に届いた", "target "+goal+" reached")
	case f.Better == kpi.Lower:
		g.Tone, g.Verdict = content.Watch, e.Words("目標"+goal+"より多い", "over the target of "+goal)
	default:
		g.Tone, g.Verdict = content.Watch, e.Words("目標"+goal+"に足りない", "target "+goal+" not reached")
	}
	if tips(f) {
		g.Verdict += "†"
	}
	return g
}

// spoken is a figure's title in the words of a hall.
func (e *Env) spoken(f *kpi.Figure) string {
	if d := e.definition(f.ID); d != nil && !d.Spoken.Empty() {
		return e.Say(d.Spoken)
	}
	return e.Say(f.Title)
}

// aim prints a target without decimals that say nothing: 60%, 6か月.
func (e *Env) aim(f *kpi.Figure) string {
	number, unit := splitNumber(e.goal(f))
	if number = wholeText(number); number == "1" {
		unit = strings.TrimSuffix(unit, "s") // 1 month
	}
	return number + unit
}

// outOf is what a value rests on, in words.
func (e *Env) outOf(f *kpi.Figure) string {
	persons := f.About == kpi.AboutPersons || f.Counts == kpi.Persons
	switch {
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil:
		n, all := *f.Numerator, *f.Denominator
		if persons {
			return e.Words(e.whole(all, "人")+"のうち"+e.whole(n, "人"), content.Round(n, 0)+" of "+content.Round(all, 0))
		}
		return e.Words(e.whole(all, "件")+"のうち"+e.whole(n, "件"), content.Round(n, 0)+" of "+content.Round(all, 0))
	case f.Topic == kpi.TopicFirstIncomes:
		if n := e.stageCount(facts.Enrolled); n != nil {
			return e.Words("参加"+e.persons(*n)+"のうち", "of "+content.Round(float64(*n), 0)+" enrolled")
		}
	case f.Unit == kpi.Months && f.N > 0 && !f.Hides("n"):
		if persons {
			return e.Words(e.whole(float64(f.N), "人")+"の平均", "mean of "+content.Round(float64(f.N), 0))
		}
		return e.Words(e.whole(float64(f.N), "件")+"の平均", "mean of "+content.Round(float64(f.N), 0))
	}
	return e.besides(f)
}

// mayTip explains the dagger of the first figure that has one.
func (e *Env) mayTip(shown []*kpi.Figure) string {
	errors, _, _ := finding.Counts(e.Cohort.Findings)
	for _, f := range shown {
		if tips(f) {
			low, high := e.counted(f, f.Range[0]), e.counted(f, f.Range[1])
			number, _ := numberAndUnit(low)
			return e.Words(fmt.Sprintf("† 台帳の直すところ%d件で、%s〜%sの間で変わることがある。", errors, number, high),
				fmt.Sprintf("† Mending %s of the ledger may make it %s to %s.", plural(errors, "row", "rows"), low, high))
		}
	}
	return ""
}

// targetsTitle says how many of the targets that the slide shows were reached, and by how much one was missed that was
// the only one. Where there are more targets than the slide shows, these are the main ones.
func (e *Env) targetsTitle(shown []*kpi.Figure) string {
	var aims, missed []*kpi.Figure
	for _, f := range shown {
		if f.Value == nil || f.Target == nil {
			continue
		}
		aims = append(aims, f)
		if !reached(f) {
			missed = append(missed, f)
		}
	}
	n, short := len(aims), len(missed)
	beside := e.missedBeside(shown)
	switch {
	case n == 0:
		return e.valuesTitle(shown)
	case n == 1 && short == 0:
		return e.Words(e.spoken(aims[0])+"は、目標の"+e.aim(aims[0])+"に届いた。",
			e.Say(aims[0].Title)+": the target of "+e.aim(aims[0])+" is reached.")
	case n == 1:
		return e.missedTitle(missed[0])
	case short == 0 && len(beside) == 0:
		return e.allReached(len(e.held()), e.anyHidden())
	}
	these, theseEN := fmt.Sprintf("%dつの目標", n), fmt.Sprintf("%d targets", n)
	if len(e.held()) > n {
		these, theseEN = fmt.Sprintf("主な%dつの目標", n), fmt.Sprintf("%d main targets", n)
	}
	switch {
	case short == 0:
		return e.Words(these+"には届いた。\n", "The "+theseEN+" are reached.\n") + e.alsoMissed(beside)
	case short == n && e.over():
		return e.Words(these+"のどれにも届かなかった。", "None of the "+theseEN+" was reached.")
	case short == n:
		return e.Words(these+"のどれにも、まだ届いていない。", "None of the "+theseEN+" is reached yet.")
	}
	title := e.Words(fmt.Sprintf("%sのうち%dつに届いた。\n", these, n-short), fmt.Sprintf("%d of the %s are reached.\n",
		n-short, theseEN))
	if n-short == 1 {
		title = e.Words(title, fmt.Sprintf("1 of the %s is reached.\n", theseEN))
	}
	if short == 1 {
		return title + e.Words(e.spoken(missed[0])+"だけが、"+e.short(missed[0])+"。",
			"Only this one is not, by "+e.distance(missed[0])+": "+uncapital(e.Say(missed[0].Title))+".")
	}
	return title + e.Words(fmt.Sprintf("%dつは届いていない。", short), fmt.Sprintf("%d are not.", short))
}

// missedTitle says of one figure how far it is from its target.
func (e *Env) missedTitle(f *kpi.Figure) string {
	to := e.Words("に", "")
	if f.Better == kpi.Lower && !e.exact(f) {
		to = e.Words("より", "")
	}
	return e.Words(e.spoken(f)+"は、目標"+to+e.short(f)+"。", e.Say(f.Title)+": "+e.distance(f)+" from the target.")
}

// alsoMissed names the targets that were missed by figures that a slide does not show, or their number.
func (e *Env) alsoMissed(missed []*kpi.Figure) string {
	if len(missed) == 1 {
		return e.Words("ほかに、"+e.spoken(missed[0])+"が"+e.short(missed[0])+"。",
			"Another is not, by "+e.distance(missed[0])+": "+uncapital(e.Say(missed[0].Title))+".")
	}
	return e.Words(fmt.Sprintf("ほかに、%dつが届いていない。", len(missed)), fmt.Sprintf("%d others are not.", len(missed)))
}

// uncapital begins a title with a small letter, unless it begins with an abbreviation.
func uncapital(title string) string {
	if len(title) < 2 || strings.ToLower(title[1:2]) != title[1:2] {
		return title
	}
	return strings.ToLower(title[:1]) + title[1:]
}

// valuesTitle states figures that have no target.
func (e *Env) valuesTitle(shown []*kpi.Figure) string {
	var parts []string
	for _, f := range shown {
		value := e.Value(f)
		if f.Value != nil {
			value = e.briefValue(f)
		}
		name := e.spoken(f)
		if len(parts) > 0 {
			name = uncapital(name)
		}
		parts = append(parts, e.Words(name+"は"+value, name+": "+value))
	}
	return strings.Join(parts, e.Words("、", "; ")) + e.Words("だった。", ".")
}
