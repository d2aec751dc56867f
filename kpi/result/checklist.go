package result

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
)

// Verdict is the answer to one point of the checklist.
type Verdict string

// OK: every condition is known and holds. Warn: some condition fails, some other holds or is
// unknown. Fail: every condition fails, or a grave one does. Unknown: none is known to fail, but there is no data
// for at least one.
const (
	OK      Verdict = "ok"
	Warn    Verdict = "warn"
	Fail    Verdict = "fail"
	Unknown Verdict = "unknown"
)

// Check is one computed point of the checklist. It is never ticked by hand.
type Check struct {
	ID         string
	Title      lang.Text
	Status     Verdict
	Figures    []string // ids, each once, in order
	Conditions []Condition
	Suppressed bool // it rests on a number that may not be shown; Status is then Unknown
}

// Condition is one comparison of a figure, or of a part of it, with a limit.
type Condition struct {
	Figure string
	Part   string // "" = the figure's value
	Least  bool   // true: value ≥ Limit; false: value ≤ Limit
	Limit  float64
	Grave  bool      // one that fails alone makes the point fail: pay below the reference, payments past their limit
	Slack  float64   // let pass beyond Limit: 0, but for sums of hours (see Reaches)
	Value  *float64  // nil: no data
	Reason lang.Text // why Value is nil

	Suppressed bool      // the value may not be shown
	Coded      *kpi.Span // the range that is shown in its place, from which the answer follows; nil: none
}

// Decides reports whether all of a range is on the same side of the limit.
func (c Condition) Decides(s *kpi.Span) bool {
	low, high := c, c
	low.Value, high.Value = &s.Low, &s.High
	return low.Holds() == high.Holds()
}

// Holds reports whether the value is known and within the limit.
func (c Condition) Holds() bool {
	switch {
	case c.Value == nil:
		return false
	case c.Least:
		return *c.Value >= c.Limit-c.Slack
	}
	return *c.Value <= c.Limit+c.Slack
}

// Text is the comparison with its numbers: "ojt_transition_ratio 0.75 ≥ 0.8".
func (c Condition) Text() string {
	name, sign, value := c.Figure, "≤", "―"
	if c.Part != "" {
		name += "." + c.Part
	}
	if c.Least {
		sign = "≥"
	}
	if c.Value != nil {
		value = lang.Plain(*c.Value)
	}
	return fmt.Sprintf("%s %s %s %s", name, value, sign, lang.Plain(c.Limit))
}

// points are those of the checklist in their order, with what is asked of a pilot.
var points = []struct {
	is    kpi.Asked
	title lang.Text
}{
	{kpi.PointTraining, lang.Text{JA: "研修だけで終わっていない", EN: "more than training"}},
	{kpi.PointHub, lang.Text{JA: "拠点に負担が偏っていない", EN: "the hub is not overloaded"}},
	{kpi.PointVolunteer, lang.Text{JA: "ただ働きになっていない", EN: "nobody works for nothing"}},
	{kpi.PointQuality, lang.Text{JA: "品質を確かめている", EN: "quality is checked"}},
	{kpi.PointSecurity, lang.Text{JA: "情報の扱いを取り決めている", EN: "confidentiality is agreed"}},
	{kpi.PointVisibility, lang.Text{JA: "成果を公開している", EN: "results are published"}},
}

// Checklist answers every point from the computed figures: by the limits that the definitions set to themselves, in
// their order, what is no matter of degree last.
func Checklist(defs []kpi.Definition, figures []kpi.Figure, t setting.Thresholds) []Check {
	checks := make([]Check, 0, len(points))
	for _, p := range points {
		c := Check{ID: string(p.is), Title: p.title, Conditions: conditions(defs, p.is, t)}
		for i := range c.Conditions {
			c.Conditions[i].fill(figures)
			c.cite(c.Conditions[i].Figure)
		}
		c.Status = verdict(c.Conditions)
		checks = append(checks, c)
	}
	return checks
}

// conditions are those of a point.
func conditions(defs []kpi.Definition, p kpi.Asked, t setting.Thresholds) []Condition {
	var degrees, grave []Condition
	for _, d := range defs {
		for _, l := range d.Limits {
			c := Condition{Figure: d.ID, Part: l.Part, Least: l.Least, Slack: l.Slack, Grave: l.Grave}
			if l.Of != nil {
				c.Limit = l.Of(t)
			}
			switch {
			case l.Point != p:
			case l.Grave:
				grave = append(grave, c)
			default:
				degrees = append(degrees, c)
			}
		}
	}
	return append(degrees, grave...)
}

func (c *Check) cite(id string) {
	if len(c.Figures) == 0 || c.Figures[len(c.Figures)-1] != id {
		c.Figures = append(c.Figures, id)
	}
}

func (c *Condition) fill(figures []kpi.Figure) {
	f := kpi.Find(figures, c.Figure)
	if v, ok := f.Get(c.Part); ok {
		c.Value = &v
		return
	}
	c.Reason = lang.Text{JA: "この指標は計算していません", EN: "this figure was not computed"}
	if f != nil {
		c.Reason = lang.Text{JA: "データなし", EN: "no data"}
		if !f.Reason.Empty() {
			c.Reason = f.Reason
		}
	}
}

func verdict(conditions []Condition) Verdict {
	unknown, failed, graver := 0, 0, false
	for _, c := range conditions {
		switch {
		case c.Value == nil:
			unknown++
		case !c.Holds():
			failed++
			graver = graver || c.Grave
		}
	}
	switch {
	case len(conditions) == 0:
		return Unknown
	case graver || failed == len(conditions):
		return Fail
	case failed > 0:
		return Warn
	case unknown > 0:
		return Unknown
	}
	return OK
}
