package disclose

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// figure returns the copy of a figure that may be shown.
func (v *suppression) figure(f *kpi.Figure) kpi.Figure {
	out := *f
	out.Disclosure = kpi.Disclosure{} // it tells what each contributor adds
	out.Rows, out.RangeReason = nil, lang.Text{}
	out.Warnings = v.warnings(f)
	if !f.Open.Empty() {
		out.Open = someLeftOut
	}
	switch f.Subject {
	case kpi.AboutContracts, kpi.AboutClients, kpi.AboutPublicFunds:
		out.Parts, out.RangeReason = v.contractParts(f), f.RangeReason
		return out
	case kpi.AboutRevenue:
		return v.revenue(f, out)
	}
	v.persons(f, &out)
	return out
}

// persons shows of a figure about people what the cells and the rules on amounts allow.
func (v *suppression) persons(f *kpi.Figure, out *kpi.Figure) {
	out.Interval, out.Range, out.Arithmetic = nil, nil, lang.Text{}
	out.Parts = v.personParts(f)
	if f.Excluded > 0 {
		hide(out, "excluded")
		out.Excluded = 0
	}
	if !v.cells.allows(f.ID+".n") && f.N > 0 {
		hide(out, "n")
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
	if f.Unit == kpi.Ratio && f.Numerator != nil && out.Denominator != nil && f.Subject != kpi.AboutPay {
		out.Interval = f.Interval
	}
	if !out.Hides("n") {
		out.Arithmetic = f.Arithmetic
	}
	if bound := f.Interval; bound != nil && out.Interval == nil {
		hide(out, "interval")
	}
	if f.Range != nil {
		hide(out, "range")
	}
}

// value reports whether the value of a figure about people may be shown. A ratio gives its
// numerator away as soon as the denominator is known, so it takes both.
func (v *suppression) value(f *kpi.Figure) bool {
	n := v.cells.allows(f.ID + ".n")
	switch f.Subject {
	case kpi.AboutOnePerson, "":
		return false
	case kpi.AboutPay, kpi.AboutMargin, kpi.AboutSupport:
		return v.money[f.ID] && (n || f.Subject == kpi.AboutMargin)
	case kpi.AboutAnswers:
		return n
	}
	return v.prints(f, rests(f)) && v.workers(f)
}

// rests are the counts that the value tells or follows from.
func rests(f *kpi.Figure) []string {
	if counts, set := f.Disclosure.People.Rests[""]; set {
		return counts
	}
	switch f.Unit {
	case kpi.Ratio:
		return []string{"n", "numerator"}
	case kpi.Count:
		return []string{"value"}
	}
	return []string{"n"}
}

// prints reports whether all these counts of a figure are printed.
func (v *suppression) prints(f *kpi.Figure, counts []string) bool {
	return !slices.ContainsFunc(counts, func(c string) bool { return !v.cells.allows(f.ID + "." + c) })
}

// workers reports whether enough people stand behind a count of what they did.
func (v *suppression) workers(f *kpi.Figure) bool {
	return f.Subject != kpi.AboutWork || v.money[f.ID]
}

// hideValue marks the value, and of numerator and denominator what is no printed cell. Either may
// be one by itself: it is then printed elsewhere as well.
func (v *suppression) hideValue(f *kpi.Figure, out *kpi.Figure) {
	out.Suppressed, out.Value, out.Reason = true, nil, kpi.Withheld
	hide(out, "value")
	if f.Interval != nil {
		hide(out, "interval")
	}
	if f.Numerator != nil && !v.cells.allows(f.ID+".numerator") {
		hide(out, "numerator")
		out.Numerator = nil
	}
	if f.Denominator != nil {
		keep := f.Unit == kpi.Ratio && v.cells.allows(f.ID+".n") && f.Disclosure.People.Hit != ""
		if !keep {
			hide(out, "denominator")
			out.Denominator = nil
		}
	}
}

// hide marks a field of the figure as one that may not be shown.
func hide(f *kpi.Figure, field string) {
	if !f.Hides(field) {
		f.Hidden = append(slices.Clip(f.Hidden), field)
	}
}

// personParts shows the counts that are printed cells and the amounts that pass, and hides every
// other part: a curve is a list of single persons.
func (v *suppression) personParts(f *kpi.Figure) kpi.Parts {
	parts := slices.Clone(f.Parts)
	for i, p := range parts {
		switch value := p.Value.(type) {
		case nil:
		case []kpi.Group:
			parts[i].Value = v.groups(f, value)
		default:
			if !v.part(f, p) {
				parts[i].Value = kpi.Hidden
			}
		}
	}
	return parts
}

// part reports whether a single part of a figure about people may be shown.
func (v *suppression) part(f *kpi.Figure, p kpi.Part) bool {
	_, number := p.Value.(float64)
	switch {
	case !number:
		return false
	case p.Unit == kpi.Count:
		return v.cells.allows(f.ID+"."+p.Key) && v.workers(f)
	}
	if counts, set := f.Disclosure.People.Rests[p.Key]; set {
		return v.prints(f, counts)
	}
	return v.money[f.ID+"."+p.Key]
}

// groups shows the cells of a table, and amounts of a group that enough people contribute to.
func (v *suppression) groups(f *kpi.Figure, groups []kpi.Group) []kpi.Group {
	shown := slices.Clone(groups)
	for i, g := range shown {
		shown[i].Parts, shown[i].Shares = slices.Clone(g.Parts), nil
		for j, p := range shown[i].Parts {
			if p.Value != nil && !v.inGroup(f, &g, p) {
				shown[i].Parts[j].Value = kpi.Hidden
			}
		}
	}
	return shown
}

// inGroup reports whether a part of a group may be shown. Of an amount by person everybody in the line
// must be a printed count too.
func (v *suppression) inGroup(f *kpi.Figure, g *kpi.Group, p kpi.Part) bool {
	at := f.ID + ".groups." + g.Key + "."
	switch table := f.Disclosure.People.Table; {
	case p.Unit == kpi.Count:
		return v.cells.allows(at + p.Key)
	case g.Shares == nil:
		return v.money[f.ID]
	case table == nil:
		return false
	default:
		return v.amount(g.Shares, v.Contributors) && v.cells.allows(at+table.Columns[0].Key)
	}
}

// contractParts are the parts of a figure that counts contracts or clients; of the money of a
// group only what passes is kept.
func (v *suppression) contractParts(f *kpi.Figure) kpi.Parts {
	parts := slices.Clone(f.Parts)
	for i, p := range parts {
		groups, ok := p.Value.([]kpi.Group)
		if !ok || f.Subject != kpi.AboutContracts {
			continue
		}
		parts[i].Value = v.moneyGroups(f.ID, groups)
	}
	return parts
}

// moneyGroups hides the amounts, and shares of them, of the groups that may not be shown.
func (v *suppression) moneyGroups(id string, groups []kpi.Group) []kpi.Group {
	shown := slices.Clone(groups)
	for i, g := range shown {
		if v.money[id+"."+g.Key] {
			continue
		}
		shown[i].Parts = slices.Clone(g.Parts)
		for j, p := range g.Parts {
			if _, number := p.Value.(float64); number && p.Unit != kpi.Count {
				shown[i].Parts[j].Value = kpi.Hidden
			}
		}
	}
	return shown
}

// revenue shows money of clients when enough of them stand behind it.
func (v *suppression) revenue(f *kpi.Figure, out kpi.Figure) kpi.Figure {
	out.Parts = slices.Clone(f.Parts)
	for i, p := range out.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok {
			out.Parts[i].Value = v.moneyGroups(f.ID, groups)
		}
	}
	if f.Range != nil && v.Clients > 0 {
		out.Range = nil // as wide as the amount of the one row in doubt
		hide(&out, "range")
	}
	if f.Value != nil && !v.money[f.ID] {
		out.Arithmetic, out.Interval = lang.Text{}, nil
		v.hideValue(f, &out)
	}
	return out
}

// ofPeople reports whether a figure is about people, or may be.
func ofPeople(f *kpi.Figure) bool {
	switch f.Subject {
	case kpi.AboutContracts, kpi.AboutClients, kpi.AboutPublicFunds, kpi.AboutRevenue:
		return false
	}
	return true
}

var (
	someLeftOut = lang.Text{JA: "誤りのある行を除いた値です。直すと値が変わることがあります",
		EN: "rows with errors are left out; the value may change once they are put right"}
	someFew    = lang.Text{JA: "件数が少なく、値は1件で大きく動きます", EN: "rests on few records: one record moves it a lot"}
	noteHeld   = lang.Text{JA: "注記の一部は、少人数の保護のため省いています", EN: "some notes are left out to protect small groups"}
	reasonHeld = lang.Text{JA: "値がありません（理由に含まれる数は公表していません）",
		EN: "no value (the numbers of the reason are not published)"}
)

// warnings keeps the warnings; those with a count of people in them lose it or go.
func (v *suppression) warnings(f *kpi.Figure) []lang.Text {
	var kept []lang.Text
	add := func(t lang.Text) {
		if !slices.Contains(kept, t) {
			kept = append(kept, t)
		}
	}
	for _, w := range f.Warnings {
		switch {
		case !ofPeople(f), !counts(w):
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
func noFigures(reason lang.Text) lang.Text {
	if counts(reason) {
		return reasonHeld
	}
	return reason
}

func counts(t lang.Text) bool { return strings.ContainsAny(t.JA+t.EN, "0123456789") }
