package disclose

import (
	"fmt"
	"math"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// accountable shows a figure of class A as it is, without parts of one person or record. In a very small pilot, and
// where the settings say so, what counts persons is hidden or given as a range.
func (v *view) accountable(f, out *kpi.Figure) {
	inner := f.Disclosure.Inner
	out.Parts = slices.DeleteFunc(slices.Clone(f.Parts), func(p kpi.Part) bool { return slices.Contains(inner, p.Key) })
	mixes(f, out)
	switch {
	case !ofPersons(f) || f.Value == nil:
	case v.smallPilot():
		if f.Topic != kpi.TopicRegistered {
			withhold(out, nil)
		}
	case v.rules.Accountability == "hide":
		withhold(out, nil)
	case v.rules.Accountability == "range":
		withhold(out, gridSpan(f))
	}
}

// ofPersons reports whether a figure counts persons or what they did, or follows from such a count.
func ofPersons(f *kpi.Figure) bool {
	return f.About == kpi.AboutPersons || f.About == kpi.AboutWork
}

// gridStep is the width of the fixed grid of counts: 0, 1–4, 5–9, 10–14 …
const gridStep = 5

// gridSpan is the range of the fixed grid in which the value of a count or a share lies; nil for other units, from
// which a count would follow.
func gridSpan(f *kpi.Figure) *kpi.Span {
	switch f.Unit {
	case kpi.Count:
		return countSpan(int(math.Round(*f.Value)), f.Counts)
	case kpi.Ratio:
		return tenthSpan(*f.Value)
	}
	return nil
}

// countSpan is the range of the fixed grid in which a count lies.
func countSpan(n int, of kpi.Things) *kpi.Span {
	low := n / gridStep * gridStep
	high := low + gridStep - 1
	low = max(low, min(n, 1))
	word := lang.Text{JA: "件"}
	if of == kpi.Persons {
		word.JA = "人"
	}
	if n == 0 {
		return &kpi.Span{Text: lang.Text{JA: "0" + word.JA, EN: "0"}}
	}
	return &kpi.Span{Low: float64(low), High: float64(high),
		Text: lang.Text{JA: fmt.Sprintf("%d〜%d%s", low, high, word.JA), EN: fmt.Sprintf("%d–%d", low, high)}}
}

// tenthSpan is the tenth in which a share lies; all belongs to the uppermost.
func tenthSpan(share float64) *kpi.Span {
	tenth := min(max(int(float64(share*10)+1e-9), 0), 9)
	s := &kpi.Span{Low: float64(tenth) / 10, High: float64(tenth+1) / 10}
	s.Text = lang.Text{JA: fmt.Sprintf("%d割台", tenth), EN: fmt.Sprintf("%d–%d%%", tenth*10, tenth*10+10)}
	switch tenth {
	case 0:
		s.Text.JA = "1割未満"
	case 9:
		s.Text.JA = "9割以上"
	}
	return s
}

// funnel keeps the stages and flows, as far as the programme's totals are shown at all.
func (v *view) funnel(f state.Funnel) state.Funnel {
	out := state.Funnel{Stages: slices.Clone(f.Stages), Phases: f.Phases, Notes: f.Notes, Refused: f.Refused}
	if v.shown() {
		return out
	}
	out.Phases = nil
	for i, s := range out.Stages {
		if s.Count == nil {
			continue
		}
		out.Stages[i].Count, out.Stages[i].Suppressed, out.Stages[i].Reason = nil, true, kpi.Withheld
		if v.rules.Accountability == "range" && !v.smallPilot() {
			out.Stages[i].Coded, out.Stages[i].Reason = countSpan(*s.Count, kpi.Persons), inRange
		}
	}
	return out
}

// shown reports whether the programme's own totals are shown as they are.
func (e *editions) shown() bool { return e.rules.Accountability == "show" && !e.smallPilot() }

// rule takes the actuals of the 10-10-10 rule from the figures as they are shown.
func (v *view) rule(r result.TenTenTen, shown []kpi.Figure) result.TenTenTen {
	out := r
	for _, p := range []*result.Progress{&out.Candidates, &out.Hours, &out.Projects} {
		if f := kpi.Find(shown, p.Figure); p.Actual != nil && (f == nil || f.Value == nil) {
			p.Actual, p.Suppressed, p.Reason = nil, true, kpi.Withheld
			if f != nil {
				p.Coded = f.Coded
			}
		} else if p.Actual != nil {
			p.Actual = f.Value
		}
	}
	return out
}

// checklist answers no point that rests on a hidden number, for the answer would bound it; one that follows from
// the range that is shown is answered.
func (v *view) checklist(checks []result.Check, shown []kpi.Figure) []result.Check {
	out := slices.Clone(checks)
	for i := range out {
		c := &out[i]
		c.Conditions = slices.Clone(c.Conditions)
		for j := range c.Conditions {
			cond := &c.Conditions[j]
			f := kpi.Find(shown, cond.Figure)
			if _, known := f.Get(cond.Part); known || cond.Value == nil && (f == nil || !f.Suppressed) {
				continue
			}
			cond.Suppressed = true
			decided := f != nil && f.Coded != nil && cond.Part == "" && cond.Value != nil && cond.Decides(f.Coded)
			if cond.Reason = kpi.Withheld; decided {
				cond.Coded = f.Coded
			}
			cond.Value = nil
			if !decided {
				c.Suppressed, c.Status = true, result.Unknown
			}
		}
	}
	return out
}

// grants keeps the actuals of figures of class A as they are reported, in every edition; those of others, which a
// ministry asked for, in the edition for it.
func (v *view) grants(r *result.Result) []grant.Report {
	var out []grant.Report
	for _, g := range r.Grants {
		g.Grant.KPIs = nil // they repeat what the indicators say, with the history
		g.Indicators = slices.Clone(g.Indicators)
		for i := range g.Indicators {
			ind := &g.Indicators[i]
			f := kpi.Find(r.Figures, ind.Figure)
			switch {
			case f == nil || ind.ByHand || v.reports(f):
			case v.name == "grant" && v.reported[f.ID]:
			default:
				keepBack(ind, g.FiscalYear)
			}
		}
		out = append(out, g)
	}
	return out
}

// reportedIn are the figures that the form of some grant reports, whatever their class: a ministry asked for them. What
// is of one person or of the staff is none.
func reportedIn(r *result.Result) map[string]bool {
	told := map[string]bool{}
	for _, g := range r.Grants {
		for i := range g.Indicators {
			ind := &g.Indicators[i]
			if f := kpi.Find(r.Figures, ind.Figure); f != nil && !ind.ByHand && f.Class != kpi.Internal && f.Class != "" {
				told[f.ID] = true
			}
		}
	}
	return told
}

// reports reports whether a grant's indicator may be told wherever the grant is.
func (v *view) reports(f *kpi.Figure) bool {
	return f.Class == kpi.Accountability && (v.rules.Accountability == "show" || !ofPersons(f))
}

// keepBack hides the actual of an indicator, with every quotient and word that follows from it.
func keepBack(i *grant.Indicator, year int) {
	i.Years = slices.Clone(i.Years)
	for y := range i.Years {
		// What came together over the years of a flow gives each of them away.
		if at := &i.Years[y]; (at.Actual != nil || at.Gained != nil) && (i.Flow || at.FiscalYear == year) {
			at.Actual, at.Gained, at.Suppressed = nil, nil, true
		}
	}
	i.Warnings, i.OfYears = nil, nil
	i.Suppressed, i.Actual, i.Reason = true, nil, kpi.Withheld
	i.Level, i.Gain, i.Inverse, i.Rating = nil, nil, nil, grant.Rating{}
	if i.Scale != nil {
		i.Scale = &grant.ScaleWord{Name: i.Scale.Name, Basis: i.Scale.Basis, Reason: kpi.Withheld}
	}
}
