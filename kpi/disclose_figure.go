package kpi

import (
	"slices"
	"strings"

	"pilot90/cohort/finding"
)

// figure returns the copy of a figure that may be shown.
func (v *veil) figure(f *Figure) Figure {
	out := *f
	out.Rows, out.RangeReason = nil, finding.Text{}
	out.Warnings = v.warnings(f)
	if !f.Open.Empty() {
		out.Open = someLeftOut
	}
	switch v.from.subject(f.ID) {
	case AboutContracts, AboutClients, AboutPublicFunds:
		out.Parts, out.RangeReason = v.contractParts(f), f.RangeReason
		return out
	case AboutRevenue:
		return v.revenue(f, out)
	}
	v.persons(f, &out)
	return out
}

// persons shows of a figure about people what the cells and the rules on amounts allow.
func (v *veil) persons(f *Figure, out *Figure) {
	out.Interval, out.Range, out.Arithmetic = nil, nil, finding.Text{}
	out.Parts = v.personParts(f)
	if f.Excluded > 0 {
		out.hide("excluded")
		out.Excluded = 0
	}
	if !v.cells.allows(f.ID+".n") && f.N > 0 {
		out.hide("n")
		out.N = 0
	}
	if f.Value == nil {
		out.Reason = noFigures(f.Reason)
		return
	}
	if !v.value(f) {
		v.hideValue(f, out)
		return
	}
	if f.Unit == Ratio && f.Numerator != nil && out.Denominator != nil && v.from.subject(f.ID) != AboutPay &&
		f.ID != "population_share" {
		out.Interval = f.Interval
	}
	if !out.Hides("n") {
		out.Arithmetic = f.Arithmetic
	}
	if bound := f.Interval; bound != nil && out.Interval == nil {
		out.hide("interval")
	}
	if f.Range != nil {
		out.hide("range")
	}
}

// value reports whether the value of a figure about people may be shown. A ratio gives its
// numerator away as soon as the denominator is known, so it takes both.
func (v *veil) value(f *Figure) bool {
	n := v.cells.allows(f.ID + ".n")
	switch v.from.subject(f.ID) {
	case AboutOnePerson:
		return false
	case AboutPay, AboutMargin, AboutSupport:
		return v.money[f.ID] && (n || v.from.subject(f.ID) == AboutMargin)
	case AboutAnswers:
		return n
	}
	switch f.ID {
	case "days_to_first_income", "worker_continuation_months":
		return n && v.cells.allows(f.ID+".events") && v.cells.allows(f.ID+".censored")
	case "worker_survival_180", "worker_survival_365":
		return n && v.cells.allows(f.ID+".events") && v.cells.allows(f.ID+".at_risk_n")
	case "payment_days":
		return n && v.money[f.ID]
	case "population_share", "cost_per_first_income_resident", "cost_per_retained":
		return n
	}
	if f.Unit == Ratio {
		return n && v.cells.allows(f.ID+".numerator") && v.workers(f)
	}
	return v.cells.allows(f.ID+".value") && v.workers(f)
}

// workers reports whether enough people stand behind a count of what they did.
func (v *veil) workers(f *Figure) bool {
	return v.from.subject(f.ID) != AboutWork || v.money[f.ID]
}

// hideValue marks the value, and of numerator and denominator what is no printed cell. Either may
// be one by itself: it is then printed elsewhere as well.
func (v *veil) hideValue(f *Figure, out *Figure) {
	out.Suppressed, out.Value, out.Reason = true, nil, Withheld
	out.hide("value")
	if f.Interval != nil {
		out.hide("interval")
	}
	if f.Numerator != nil && !v.cells.allows(f.ID+".numerator") {
		out.hide("numerator")
		out.Numerator = nil
	}
	if f.Denominator != nil {
		keep := f.Unit == Ratio && v.cells.allows(f.ID+".n") && peopleOf[f.ID].hit != "" && f.ID != "population_share"
		if !keep {
			out.hide("denominator")
			out.Denominator = nil
		}
	}
}

func (f *Figure) hide(field string) {
	if !f.Hides(field) {
		f.Hidden = append(slices.Clip(f.Hidden), field)
	}
}

// personParts shows the counts that are printed cells and the amounts that pass, and hides every
// other part: a curve is a list of single persons.
func (v *veil) personParts(f *Figure) Parts {
	parts := slices.Clone(f.Parts)
	for i, p := range parts {
		switch value := p.Value.(type) {
		case nil:
		case []Group:
			parts[i].Value = v.groups(f.ID, value)
		default:
			if !v.part(f, p) {
				parts[i].Value = Hidden
			}
		}
	}
	return parts
}

// part reports whether a single part of a figure about people may be shown.
func (v *veil) part(f *Figure, p Part) bool {
	_, number := p.Value.(float64)
	switch {
	case !number:
		return false
	case p.Unit == Count:
		return v.cells.allows(f.ID+"."+p.Key) && v.workers(f)
	case p.Key == "share_4_5":
		return v.cells.allows(f.ID+".n") && v.cells.allows(f.ID+".high")
	case strings.HasPrefix(f.ID, "cost_per_"):
		return p.Key == "spent" || p.Key == "spent_on_staff" || v.cells.allows(f.ID+".n")
	case p.Key == "mean", p.Key == "hours", p.Key == "pay", p.Key == "paid", p.Key == "paid_in_settlement",
		p.Key == "known_pay_only":
		return v.money[f.ID+"."+p.Key]
	}
	return false
}

// groups shows the cells of a table, and amounts of a group that enough people contribute to.
func (v *veil) groups(id string, groups []Group) []Group {
	shown := slices.Clone(groups)
	for i, g := range shown {
		shown[i].Parts, shown[i].Shares = slices.Clone(g.Parts), nil
		for j, p := range shown[i].Parts {
			place := id + ".groups." + g.Key + "." + p.Key
			switch {
			case p.Value == nil:
			case p.Unit == Count && !v.cells.allows(place),
				p.Unit != Count && g.Shares == nil && !v.money[id],
				p.Unit != Count && g.Shares != nil &&
					!(v.amount(g.Shares, v.Contributors) && v.cells.allows(id+".groups."+g.Key+".registered")):
				shown[i].Parts[j].Value = Hidden
			}
		}
	}
	return shown
}

// contractParts are the parts of a figure that counts contracts or clients; of the money of a
// group only what passes is kept.
func (v *veil) contractParts(f *Figure) Parts {
	parts := slices.Clone(f.Parts)
	for i, p := range parts {
		groups, ok := p.Value.([]Group)
		if !ok || v.from.subject(f.ID) != AboutContracts {
			continue
		}
		parts[i].Value = v.moneyGroups(f.ID, groups)
	}
	return parts
}

// moneyGroups hides the amounts of the groups that may not be shown.
func (v *veil) moneyGroups(id string, groups []Group) []Group {
	shown := slices.Clone(groups)
	for i, g := range shown {
		if v.money[id+"."+g.Key] {
			continue
		}
		shown[i].Parts = slices.Clone(g.Parts)
		for j, p := range g.Parts {
			if p.Value != nil && (p.Key == "revenue" || p.Key == "revenue_share") {
				shown[i].Parts[j].Value = Hidden
			}
		}
	}
	return shown
}

// revenue shows money of clients when enough of them stand behind it.
func (v *veil) revenue(f *Figure, out Figure) Figure {
	out.Parts = slices.Clone(f.Parts)
	for i, p := range out.Parts {
		if groups, ok := p.Value.([]Group); ok {
			out.Parts[i].Value = v.moneyGroups(f.ID, groups)
		}
	}
	if f.Range != nil && v.Clients > 0 {
		out.Range = nil // as wide as the amount of the one row in doubt
		out.hide("range")
	}
	if f.Value != nil && !v.money[f.ID] {
		out.Arithmetic, out.Interval = finding.Text{}, nil
		v.hideValue(f, &out)
	}
	return out
}

var (
	someLeftOut = finding.Text{JA: "誤りのある行を除いた値です。直すと値が変わることがあります",
		EN: "rows with errors are left out; the value may change once they are put right"}
	someFew    = finding.Text{JA: "件数が少なく、値は1件で大きく動きます", EN: "rests on few records: one record moves it a lot"}
	noteHeld   = finding.Text{JA: "注記の一部は、少人数の保護のため省いています", EN: "some notes are left out to protect small groups"}
	reasonHeld = finding.Text{JA: "値がありません（理由に含まれる数は公表していません）",
		EN: "no value (the numbers of the reason are not published)"}
)

// warnings keeps the warnings; those with a count of people in them lose it or go.
func (v *veil) warnings(f *Figure) []finding.Text {
	var kept []finding.Text
	add := func(t finding.Text) {
		if !slices.Contains(kept, t) {
			kept = append(kept, t)
		}
	}
	subject := v.from.subject(f.ID)
	for _, w := range f.Warnings {
		switch {
		case subject == AboutContracts, subject == AboutClients, subject == AboutPublicFunds, subject == AboutRevenue, !counts(w):
			add(w)
		case strings.HasPrefix(w.EN, "rests on "):
			add(someFew)
		default:
			add(noteHeld)
		}
	}
	return kept
}

// noFigures is a reason without the numbers that it may hold.
func noFigures(reason finding.Text) finding.Text {
	if counts(reason) {
		return reasonHeld
	}
	return reason
}

func counts(t finding.Text) bool { return strings.ContainsAny(t.JA+t.EN, "0123456789") }
