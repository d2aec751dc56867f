package disclose

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// inputs lists the files by number: a file, or a sheet, for each worker would name the workers
// and count them, so under a profile without Inputs there are none.
func (v *suppression) inputs(inputs []cohort.Input) []cohort.Input {
	if !v.Inputs {
		return nil
	}
	var shown []cohort.Input
	for i, in := range inputs {
		shown = append(shown, cohort.Input{File: fmt.Sprintf("台帳 %d", i+1), SHA256: in.SHA256})
	}
	return shown
}

// funnel keeps the stages and flows that are printed cells.
func (v *suppression) funnel(f state.Funnel) state.Funnel {
	out := state.Funnel{Stages: slices.Clone(f.Stages), Phases: slices.Clone(f.Phases), Notes: f.Notes}
	if !f.Refused.Empty() {
		out.Refused = reasonHeld
	}
	for i, s := range out.Stages {
		if s.Count != nil && !v.cells.allows("funnel."+string(s.Stage)) {
			out.Stages[i].Count, out.Stages[i].Suppressed, out.Stages[i].Reason = nil, true, kpi.Withheld
		}
	}
	for i := range out.Phases {
		p := &out.Phases[i]
		for field, n := range map[string]*int{"entered": &p.Entered, "moved_on": &p.MovedOn, "left": &p.Left, "now": &p.Now} {
			if !v.cells.allows(phasePlace(*p) + "." + field) {
				p.Hidden, *n = append(p.Hidden, field), 0
			}
		}
		slices.Sort(p.Hidden)
	}
	return out
}

// attrition keeps where people are lost when their number may be shown, and who they are never.
func (v *suppression) attrition(l *state.Attrition) *state.Attrition {
	if l == nil {
		return nil
	}
	if !v.cells.allows("lost") || !v.cells.allows("lost_of") {
		return &state.Attrition{Suppressed: true, Text: lang.Text{
			JA: "人が止まっている段階：" + kpi.Withheld.JA, EN: "where people are lost: " + kpi.Withheld.EN}}
	}
	out := &state.Attrition{From: l.From, To: l.To, Reached: l.Reached, Lost: l.Lost}
	out.Text = lang.Text{
		JA: fmt.Sprintf("「%s」から「%s」への間で止まっている人：%d 人のうち %d 人", l.From.Title().JA, l.To.Title().JA, l.Reached, l.Lost),
		EN: fmt.Sprintf("lost between %q and %q: %d of %d", l.From.Title().EN, l.To.Title().EN, l.Lost, l.Reached),
	}
	return out
}

// rule takes the actuals of the 10-10-10 rule from the figures as they are shown.
func (v *suppression) rule(r result.TenTenTen, shown []kpi.Figure) result.TenTenTen {
	out := r
	for _, p := range []*result.Progress{&out.Candidates, &out.Hours, &out.Projects} {
		f := kpi.Find(shown, p.Figure)
		if p.Actual == nil {
			p.Reason = noFigures(p.Reason)
			continue
		}
		if f == nil || f.Value == nil {
			p.Actual, p.Suppressed, p.Reason = nil, true, kpi.Withheld
		}
	}
	return out
}

// checklist answers no point that rests on a hidden number: the answer would bound it.
func (v *suppression) checklist(checks []result.Check, shown []kpi.Figure) []result.Check {
	out := slices.Clone(checks)
	for i := range out {
		c := &out[i]
		c.Conditions = slices.Clone(c.Conditions)
		for j := range c.Conditions {
			cond := &c.Conditions[j]
			if cond.Value == nil {
				cond.Reason = noFigures(cond.Reason)
				continue
			}
			if _, known := kpi.Find(shown, cond.Figure).Get(cond.Part); !known {
				cond.Value, cond.Suppressed, cond.Reason = nil, true, kpi.Withheld
				c.Suppressed, c.Status = true, result.Unknown
			}
		}
	}
	return out
}

// grants hides the actuals of hidden figures, with every quotient and word that follows from one.
func (v *suppression) grants(grants []grant.Report, shown []kpi.Figure) []grant.Report {
	var out []grant.Report
	for _, g := range grants {
		g.Grant.KPIs = nil // they repeat what the indicators say, with the history
		g.Indicators = slices.Clone(g.Indicators)
		for i := range g.Indicators {
			v.indicator(&g.Indicators[i], kpi.Find(shown, g.Indicators[i].Figure), g.FiscalYear)
		}
		out = append(out, g)
	}
	return out
}

func (v *suppression) indicator(i *grant.Indicator, f *kpi.Figure, year int) {
	i.Reason = noFigures(i.Reason)
	if f != nil {
		i.Warnings = f.Warnings
	}
	people := f == nil && strings.ContainsAny(i.Unit, "人名") || f != nil && f.Subject == kpi.AboutPersons &&
		f.Unit == kpi.Count
	hide := f != nil && f.Suppressed && !i.ByHand || i.Actual != nil && people && v.small(whole(i.Actual))
	i.Years = slices.Clone(i.Years)
	// What came together over the years gives each of them away: one that is small hides the sum.
	hide = hide || i.Flow && people && slices.ContainsFunc(i.Years, func(y grant.PlanYear) bool {
		return y.Gained != nil && v.small(whole(y.Gained))
	})
	for y := range i.Years {
		at := &i.Years[y]
		if i.Flow {
			if hide && (at.Actual != nil || at.Gained != nil) {
				at.Actual, at.Gained, at.Suppressed = nil, nil, true
			}
			continue
		}
		if at.Actual != nil && (at.FiscalYear == year && hide || people && v.small(whole(at.Actual)) || people &&
			v.near(at.Actual, i.Actual)) {
			at.Actual, at.Suppressed = nil, true
		}
	}
	if hide {
		withhold(i)
	}
}

// near reports whether an actual of another year differs from that of this one by a small group.
func (v *suppression) near(a, b *float64) bool {
	return a != nil && b != nil && a != b && v.small(whole(new(max(*a-*b, *b-*a))))
}

// withhold hides the actual of an indicator.
func withhold(i *grant.Indicator) {
	i.Suppressed, i.Actual, i.Reason = true, nil, kpi.Withheld
	i.Level, i.Gain, i.Inverse, i.Rating = nil, nil, nil, grant.Rating{}
	if i.Scale != nil {
		i.Scale = &grant.ScaleWord{Name: i.Scale.Name, Basis: i.Scale.Basis, Reason: kpi.Withheld}
	}
}
