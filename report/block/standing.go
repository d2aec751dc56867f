package block

import (
	"fmt"
	"math"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
)

// How a figure stands to its target, in words that every block uses alike.

// goal prints the target of a figure; a share in whole percent has no decimals.
func (e *Env) goal(f *kpi.Figure) string { return e.asGoal(f, *f.Target) }

func (e *Env) asGoal(f *kpi.Figure, target float64) string {
	if percent := float64(target * 100); f.Unit == kpi.Ratio && math.Abs(percent-math.Round(percent)) < 1e-9 {
		return content.WholePercent(target)
	}
	text := e.brief(f, target)
	if f.Unit == kpi.Score || e.inYen(f) {
		number, unit := splitNumber(text)
		return wholeText(number) + unit
	}
	return text
}

// distance prints how far a figure is from its target, as the difference of the two as they are printed.
func (e *Env) distance(f *kpi.Figure) string {
	from, to := *f.Target, *f.Value
	if to < from {
		from, to = to, from
	}
	text := content.Difference(from, to, string(f.Unit))
	if f.Unit == kpi.Score && f.Step > 0 { // told with one decimal
		text = content.Difference(from, to, string(kpi.Months))
	}
	if e.inYen(f) {
		return e.brief(f, to-from)
	}
	switch f.Unit {
	case kpi.Ratio:
		return text + e.Words("ポイント", " points")
	case kpi.Count:
		return text + e.countingWord(f)
	}
	return text + content.Suffix(string(f.Unit), string(e.Lang))
}

// judged reports whether a figure has a value and a target to hold it against.
func judged(f *kpi.Figure) bool { return f != nil && f.Target != nil && f.Value != nil }

// exact reports whether a figure is printed as its target is.
func (e *Env) exact(f *kpi.Figure) bool { return e.counted(f, *f.Value) == e.counted(f, *f.Target) }

// tips reports whether rows to be mended could turn the verdict on a figure.
func tips(f *kpi.Figure) bool {
	if !judged(f) || f.Range == nil {
		return false
	}
	now := reached(f)
	return f.Better.Meets(f.Range[0], *f.Target) != now || f.Better.Meets(f.Range[1], *f.Target) != now
}

// short says by how much a figure misses its target: 5.5ポイント足りない; a hair where both print alike.
func (e *Env) short(f *kpi.Figure) string {
	if e.exact(f) {
		return e.Words("わずかに届かない", "a hair off")
	}
	if f.Better == kpi.Lower {
		return e.Words(e.distance(f)+"多い", e.distance(f)+" over")
	}
	return e.Words(e.distance(f)+"足りない", e.distance(f)+" short")
}

// verdictOn says how a figure stands to its target: 目標60%に5.5ポイント足りない.
func (e *Env) verdictOn(f *kpi.Figure) string {
	goal, away := e.goal(f), e.distance(f)
	if e.Lang == lang.EN && f.Unit == kpi.Months { // the distance says the unit
		goal = content.Round(*f.Target, 1)
	}
	mark := ""
	if tips(f) {
		mark = "†"
	}
	switch {
	case !reached(f) && e.exact(f):
		return e.Words("目標"+goal+"に、わずかに届かない", "a hair off "+goal) + mark
	case reached(f) && e.exact(f):
		return e.Words("目標"+goal+"に、ちょうど届いた", "exactly on target ("+goal+")") + mark
	case reached(f) && f.Better == kpi.Lower:
		return e.Words("目標"+goal+"より"+away+"少ない", away+" below "+goal) + mark
	case reached(f):
		return e.Words("目標"+goal+"を"+away+"上回る", away+" over "+goal) + mark
	case f.Better == kpi.Lower:
		return e.Words("目標"+goal+"より"+away+"多い", away+" over "+goal) + mark
	}
	return e.Words("目標"+goal+"に"+away+"足りない", away+" short of "+goal) + mark
}

// bygone reports whether the as-of date lies after the period: its figures say nothing of what is now.
func (e *Env) bygone() bool { return e.Window.Clock.AsOf > e.Window.Clock.At() }

// over reports whether the period has come to its end.
func (e *Env) over() bool { return e.Window.Clock.End <= e.Window.Clock.AsOf }

// stageCount is how many came as far as a stage; nil where that is not told.
func (e *Env) stageCount(stage facts.Stage) *int {
	for _, s := range e.Result.Funnel.Stages {
		if s.Stage == stage && !s.Suppressed && s.Coded == nil {
			return s.Count
		}
	}
	return nil
}

// persons is a number of persons in words.
func (e *Env) persons(n int) string {
	return e.Words(fmt.Sprintf("%s人", content.Round(float64(n), 0)), plural(n, "person", "people"))
}
