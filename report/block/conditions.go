package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// condition prints one comparison: 定期案件への接続率 72.7%（目安50%以上）.
func (e *Env) condition(c result.Condition) string {
	name, unit, counter := c.Figure, kpi.Ratio, ""
	if f := e.figure(c.Figure); f != nil {
		name, unit = e.Say(f.Title), f.Unit
		counter = e.counter(f.Counts)
		for _, p := range f.Parts {
			if p.Key == c.Part {
				name, unit = name+e.Words("：", ": ")+e.Say(p.Title), p.Unit
			}
		}
	}
	if unit != kpi.Count {
		counter = ""
	}
	asked := strings.Replace(e.Quantity(c.Limit, unit), ".0", "", 1) + counter
	limit := asked + e.Words("以下", " or less")
	if c.Least {
		limit = asked + e.Words("以上", " or more")
	}
	if c.Limit == 0 && !c.Least {
		limit = e.Quantity(0, unit) + counter
	}
	value := None
	switch {
	case c.Suppressed:
		value = e.coded(c.Coded)
	case c.Value != nil:
		value = e.Quantity(*c.Value, unit) + counter
	case !c.Reason.Empty():
		value = e.Say(c.Reason)
	}
	return fmt.Sprintf("%s　%s%s", name, value, e.Words("（目安"+limit+"）", " (asked for: "+limit+")"))
}

func verdictTone(v result.Verdict) content.Tone {
	return map[result.Verdict]content.Tone{result.OK: content.Good, result.Warn: content.Watch, result.Fail: content.Bad,
		result.Unknown: content.Note}[v]
}

// graveFailures are the grave conditions of the checklist that do not hold, as sentences.
func (e *Env) graveFailures() []string {
	var failures []string
	for _, c := range e.Result.Checklist {
		for _, cond := range c.Conditions {
			if cond.Grave && !c.Suppressed && !cond.Suppressed && cond.Value != nil && !cond.Holds() {
				failures = append(failures, e.Words("「"+e.Say(c.Title)+"」ができていません：", e.Say(c.Title)+", not so: ")+e.condition(cond))
			}
		}
	}
	return failures
}

// Answer is the verdict on a point, or the mark where it rests on something hidden.
func (e *Env) Answer(c result.Check) string {
	if c.Suppressed {
		return kpi.Symbol
	}
	return e.verdict(c.Status)
}

func (e *Env) verdict(v result.Verdict) string {
	return e.Say(map[result.Verdict]lang.Text{
		result.OK: {JA: "できている", EN: "ok"}, result.Warn: {JA: "目安の外", EN: "warn"},
		result.Fail: {JA: "できていない", EN: "fail"}, result.Unknown: {JA: "データなし", EN: "no data"},
	}[v])
}
