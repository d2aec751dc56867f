package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var failuresKind = Kind{
	Name:  "failures",
	About: "うまくいかなかったことを、数字のある文で（text に改行で分けて書けば、その文になる）",
	Build: (*Env).failures,
}

// mostFailures is how many points a page that is read at one glance has room for; the rest is counted.
const mostFailures = 4

// failures says what went badly with the figures of it: targets that were missed, payments past their limit, limits
// of the checklist that do not hold, the one step that loses several people.
func (e *Env) failures(b plan.Block) []content.Block {
	items := ownPoints(e.Planned(b.Text))
	if items == nil {
		items = e.failurePoints()
	}
	return []content.Block{content.Heading{Text: e.Words("うまくいかなかったこと", "What did not go well")},
		content.Points{Items: items}}
}

// ownPoints are the sentences that the officer wrote in the plan, one a line; nil where there are none.
func ownPoints(text string) []content.Point {
	var out []content.Point
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, content.Point{Text: line})
		}
	}
	return out
}

// failed are all of them, as points; none where nothing went badly.
func (e *Env) failed() []content.Point {
	var out []content.Point
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			out = append(out, content.Point{
				Lead: e.Words(e.Say(f.Title)+" "+e.Value(f)+"（目標"+e.goal(f)+"）。",
					e.Say(f.Title)+" "+e.Value(f)+" (target "+e.goal(f)+"). "),
				Text: e.detailOf(f)})
		}
	}
	if p, late := e.latePayments(); late {
		out = append(out, p)
	}
	if years := e.yearsUnknown(); len(years) > 0 {
		out = append(out, content.Point{
			Lead: e.Words(fmt.Sprintf("売上の分からない年度が%dつある。", len(years)),
				plural(len(years), "fiscal year has", "fiscal years have")+" no known revenue. "),
			Text: e.Words("台帳に金額の記入がないのは、"+e.runOf(years)+"。", "The ledger has no amount for "+e.runOf(years)+".")})
	}
	out = append(out, e.outsideLimits()...)
	if l := e.Result.Attrition; l != nil && !l.Suppressed && l.Loop() && !e.limitTells(l) {
		from, to := e.Say(facts.StageTitle(l.From)), e.Say(facts.StageTitle(l.To))
		out = append(out, content.Point{Lead: e.Words(
			fmt.Sprintf("「%s」から「%s」までに、%sのうち%sが止まった。", from, to, e.persons(l.Reached), e.persons(l.Lost)),
			fmt.Sprintf("Between “%s” and “%s” %d of %s stopped.", from, to, l.Lost, e.persons(l.Reached)))})
	}
	return out
}

func (e *Env) failurePoints() []content.Point {
	out := e.failed()
	if len(out) == 0 {
		return []content.Point{{Text: e.nothingMissed()}}
	}
	most := mostFailures
	if e.Plan.Has(revenueYearsKind.Name) && e.revenueTitle() != "" {
		most-- // the strip of years takes the room of one
	}
	if rest := len(out) - most; rest > 1 {
		out = append(out[:most:most], content.Point{
			Lead: e.Words(fmt.Sprintf("ほかに%d件。", rest), fmt.Sprintf("And %d more.", rest))})
	}
	return out
}

// nothingMissed says that there is nothing to tell, as far as it is known.
func (e *Env) nothingMissed() string {
	known, checked := 0, 0
	for i := range e.Result.Figures {
		if judged(&e.Result.Figures[i]) {
			known++
		}
	}
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			if !c.Suppressed && !cond.Suppressed && cond.Value != nil {
				checked++
			}
		}
	}
	text := e.Words("目標に届かなかったものはない。", "No target was missed. ")
	switch {
	case known == 0 && !e.anyAims():
		text = e.Words("目標が決められていないため、届いたかどうかは比べられない。",
			"No targets were set, so nothing can be said to have reached one. ")
	case known == 0:
		text = e.Words("目標と比べられる数字はまだない。", "No figure can be held against a target yet. ")
	}
	if checked > 0 {
		text += e.Words("点検で目安の外になった項目もない。", "Nothing on the checklist is outside its limits.")
	}
	return strings.TrimSpace(text)
}

// detailOf is what is known of why a figure missed its target; "" where nothing is.
func (e *Env) detailOf(f *kpi.Figure) string {
	switch {
	case f.Topic == kpi.TopicRecurring:
		return e.contractDetail(f)
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && f.About == kpi.AboutPersons &&
		f.Better != kpi.Lower:
		return e.personDetail(f)
	case f.Unit == kpi.Ratio:
		return ""
	}
	return "" // the lead says it
}

// contractDetail tells recurring contracts that ended, and how many are one-off.
func (e *Env) contractDetail(f *kpi.Figure) string {
	text := ""
	switch over := slices.DeleteFunc(e.terms(), func(t term) bool { return !t.ended }); len(over) {
	case 0:
	case 1:
		length := e.Quantity(over[0].months, kpi.Months)
		text = e.Words("定期の契約が1件、"+length+"で終わった。", "One recurring contract ended after "+length+". ")
	default:
		text = e.Words(fmt.Sprintf("定期の契約が%d件終わった。", len(over)), fmt.Sprintf("%d recurring contracts ended. ", len(over)))
	}
	if f.Numerator == nil || f.Denominator == nil {
		return text
	}
	single := content.Round(*f.Denominator-*f.Numerator, 0)
	if single == "0" {
		return strings.TrimSpace(text)
	}
	return text + e.Words("単発の契約は"+single+"件あった。", single+" "+was(int(*f.Denominator-*f.Numerator))+" one-off.")
}

// personDetail tells how many persons did not come to it and, of those kept to the last day, at which stage they
// stopped where that adds up.
func (e *Env) personDetail(f *kpi.Figure) string {
	all, missing := int(*f.Denominator), int(*f.Denominator-*f.Numerator)
	text := e.Words(fmt.Sprintf("%sのうち%sが届かなかった。", e.persons(all), e.persons(missing)),
		fmt.Sprintf("%d of %d missed it. ", missing, all))
	if stops := e.stops(f); stops != "" {
		return text + capitalized(stops) + e.Words("。", ".")
	}
	return strings.TrimSpace(text)
}

// stops says of those who did not stay to the last day at which stage they stopped; "" where that does not add up to
// all of them, and of another figure.
func (e *Env) stops(f *kpi.Figure) string {
	if f == nil || f.Reach == nil || f.Reach.Stage != facts.Retained || f.Numerator == nil || f.Denominator == nil {
		return ""
	}
	enrolled, trained, started := e.stageCount(facts.Enrolled), e.stageCount(facts.TrainingCompleted),
		e.stageCount(facts.OJTStarted)
	if enrolled == nil || trained == nil || started == nil || *enrolled != int(*f.Denominator) {
		return ""
	}
	sum := 0
	var ja, en []string
	for _, s := range []struct {
		n      int
		ja, en string
	}{{*enrolled - *trained, "研修を終えていない人", "stopped in training"},
		{*trained - *started, "研修のあと仕事を始めていない人", "before any work"},
		{*started - int(*f.Numerator), "仕事が終わりまで続かなかった人", "later"}} {
		if s.n < 0 {
			return ""
		}
		if sum += s.n; s.n > 0 {
			ja, en = append(ja, s.ja+"が"+e.persons(s.n)), append(en, fmt.Sprintf("%d %s", s.n, s.en))
		}
	}
	if sum != int(*f.Denominator-*f.Numerator) {
		return ""
	}
	return e.Words(strings.Join(ja, "、"), strings.Join(en, ", "))
}

// latePayments tells payments past both limits, and those still unpaid then.
func (e *Env) latePayments() (content.Point, bool) {
	f := e.on(kpi.TopicPayment)
	if f == nil || f.Suppressed {
		return content.Point{}, false
	}
	late, _ := f.Get(string(facts.Over))
	open, _ := f.Get("unpaid_over")
	dues := func(n float64, ja string) string { return strings.Replace(ja, "N", content.Round(n, 0), 1) }
	payments := func(n float64, en string) string { return plural(int(n), "payment "+en, "payments "+en) }
	unpaid := e.Words(dues(open, "このほかN件がいまも未払い。"), dues(open, " Still unpaid: N."))
	switch {
	case late == 0 && open == 0:
		return content.Point{}, false
	case late == 0:
		return content.Point{
			Lead: e.Words(dues(open, "報酬のN件が、期限を過ぎても未払い。"), payments(open, "still unpaid past the limit")+". "),
			Text: e.Words("納品の翌月末と60日の両方を過ぎた。", "Past 60 days and the next month's end.")}, true
	case open == 0:
		unpaid = ""
	}
	return content.Point{
		Lead: e.Words(dues(late, "報酬の支払いがN件、期限を過ぎた。"), payments(late, "came past the limit")+". "),
		Text: e.Words("納品の翌月末と60日の両方を過ぎた支払い。", "Past 60 days and the next month's end.") + unpaid}, true
}

// outsideLimits are the conditions of the checklist that do not hold, the grave ones first; those on payments are
// told by latePayments.
func (e *Env) outsideLimits() []content.Point {
	var grave, light []content.Point
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			f := e.figure(cond.Figure)
			told := f != nil && (f.Topic == kpi.TopicPayment || e.missed(f))
			if c.Suppressed || !outside(cond) || told {
				continue
			}
			p := content.Point{Lead: strings.ReplaceAll(e.condition(cond), "　", " ") + e.Words("。", ".")}
			if l := e.Result.Attrition; f != nil && l != nil && e.limitTells(l) && ofStep(f, l) {
				p.Lead += e.Words("", " ")
				p.Text = e.Words(fmt.Sprintf("%sのうち%sが止まった。", e.persons(l.Reached), e.persons(l.Lost)),
					fmt.Sprintf("%d of %s stopped.", l.Lost, e.persons(l.Reached)))
			}
			if cond.Grave {
				grave = append(grave, p)
			} else {
				light = append(light, p)
			}
		}
	}
	return append(grave, light...)
}

// limitTells reports whether a limit that does not hold is on the very step that loses people, by the same counts.
func (e *Env) limitTells(l *state.Attrition) bool {
	if l.Suppressed || !l.Loop() {
		return false
	}
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			f := e.figure(cond.Figure)
			if !c.Suppressed && outside(cond) && f != nil && !e.missed(f) && ofStep(f, l) {
				return true
			}
		}
	}
	return false
}

// ofStep reports whether f is the share of those who reached the first stage of l and came to the second.
func ofStep(f *kpi.Figure, l *state.Attrition) bool {
	step := f.Reach != nil && !f.Reach.Newcomers && f.Reach.Stage == l.To
	return step && !f.Suppressed && f.Numerator != nil && f.Denominator != nil &&
		*f.Denominator == float64(l.Reached) && *f.Numerator == float64(l.Reached-l.Lost)
}

// outside reports whether a condition does not hold, be it told as a range all of which lies outside the limit.
func outside(c result.Condition) bool {
	if c.Suppressed && c.Coded != nil {
		c.Value = &c.Coded.Low
		if !c.Decides(c.Coded) {
			return false
		}
	}
	return c.Value != nil && !c.Holds()
}

// capitalized begins an English sentence; one that begins with a number, and Japanese, stay as they are.
func capitalized(text string) string {
	if text == "" || !('a' <= text[0] && text[0] <= 'z') {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
