package kpi

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/finding"
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
func (v *suppression) funnel(f Funnel) Funnel {
	out := Funnel{Stages: slices.Clone(f.Stages), Phases: slices.Clone(f.Phases), Notes: f.Notes}
	if !f.Refused.Empty() {
		out.Refused = reasonHeld
	}
	for i, s := range out.Stages {
		if s.Count != nil && !v.cells.allows("funnel."+string(s.Stage)) {
			out.Stages[i].Count, out.Stages[i].Suppressed, out.Stages[i].Reason = nil, true, Withheld
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
func (v *suppression) attrition(l *Leak) *Leak {
	if l == nil {
		return nil
	}
	if !v.cells.allows("lost") || !v.cells.allows("lost_of") {
		return &Leak{Suppressed: true, Text: finding.Text{
			JA: "最も人数が減る段階：" + Withheld.JA, EN: "where most are lost: " + Withheld.EN}}
	}
	out := &Leak{From: l.From, To: l.To, Reached: l.Reached, Lost: l.Lost}
	out.Text = finding.Text{
		JA: fmt.Sprintf("「%s」から「%s」への間で最も多く止まっています：%d 人のうち %d 人", l.From.Title().JA, l.To.Title().JA, l.Reached, l.Lost),
		EN: fmt.Sprintf("most are lost between %q and %q: %d of %d", l.From.Title().EN, l.To.Title().EN, l.Lost, l.Reached),
	}
	return out
}

// rule takes the actuals of the 10-10-10 rule from the figures as they are shown.
func (v *suppression) rule(r TenTenTen, shown []Figure) TenTenTen {
	out := r
	for _, p := range []*Progress{&out.Candidates, &out.Hours, &out.Projects} {
		f := Find(shown, p.Figure)
		if p.Actual == nil {
			p.Reason = noFigures(p.Reason)
			continue
		}
		if f == nil || f.Value == nil {
			p.Actual, p.Suppressed, p.Reason = nil, true, Withheld
		}
	}
	return out
}

// checklist answers no point that rests on a hidden number: the answer would bound it.
func (v *suppression) checklist(checks []Check, shown []Figure) []Check {
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
			if _, known := Find(shown, cond.Figure).Get(cond.Part); !known {
				cond.Value, cond.Suppressed, cond.Reason = nil, true, Withheld
				c.Suppressed, c.Status = true, Unknown
			}
		}
	}
	return out
}

// grants hides the actuals of hidden figures, with every quotient and word that follows from one.
func (v *suppression) grants(grants []GrantReport, shown []Figure) []GrantReport {
	var out []GrantReport
	for _, g := range grants {
		g.Grant.KPIs = nil // they repeat what the indicators say, with the history
		g.Indicators = slices.Clone(g.Indicators)
		for i := range g.Indicators {
			v.indicator(&g.Indicators[i], Find(shown, g.Indicators[i].Figure), g.FiscalYear)
		}
		out = append(out, g)
	}
	return out
}

func (v *suppression) indicator(i *Indicator, f *Figure, year int) {
	i.Reason = noFigures(i.Reason)
	if f != nil {
		i.Warnings = f.Warnings
	}
	people := f == nil && strings.ContainsAny(i.Unit, "人名") || f != nil && f.Subject == AboutPersons &&
		f.Unit == Count
	hide := f != nil && f.Suppressed && !i.ByHand || i.Actual != nil && people && v.small(whole(i.Actual))
	i.Years = slices.Clone(i.Years)
	for y := range i.Years {
		at := &i.Years[y]
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
func withhold(i *Indicator) {
	i.Suppressed, i.Actual, i.Reason = true, nil, Withheld
	i.Level, i.Gain, i.Inverse, i.Rating = nil, nil, nil, Rating{}
	if i.Scale != nil {
		i.Scale = &ScaleWord{Name: i.Scale.Name, Basis: i.Scale.Basis, Reason: Withheld}
	}
}
