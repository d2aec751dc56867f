package disclose

import (
	"math"
	"slices"

	"pilot90/kpi"
)

// attribute shows a figure of class B: a table or the sentence in its place; a count or share of persons exactly, as a
// range, or not at all; a share of hours by the rules on amounts.
func (v *view) attribute(f, out *kpi.Figure) {
	switch {
	case f.Lacking:
	case f.Disclosure.Table != nil:
		v.breakdown(f, out)
	case !v.based(), f.Value == nil:
		withhold(out, nil)
	case f.Disclosure.Behind != nil:
		v.behind(f, out)
	default:
		v.outcome(f, out)
	}
}

// based reports whether there are enough persons to break anything down by what they are.
func (v *view) based() bool {
	return v.shown() && v.registered >= v.rules.AttributeBase.Of(v.name)
}

// breakdown shows the table that was chosen for the edition. The value is the number registered, which is known.
func (v *view) breakdown(f, out *kpi.Figure) {
	t := v.tables[f.ID][v.name]
	bare(out)
	out.Hidden = nil
	if out.N = f.N; !v.shown() {
		withhold(out, nil)
	}
	if t == nil {
		out.Absent = v.noTable(f, v.name)
		return
	}
	out.Parts = t.parts(v.rules.PayRound)
}

// outcome shows a count or share of the persons of one line.
func (v *view) outcome(f, out *kpi.Figure) {
	limit := v.limit(f)
	k := v.rules.K.Of(limit)
	hits, n := counted(f), f.N
	line := f.Unit == kpi.Ratio // the line itself is an attribute: of whom the share is
	if n < k || line && v.registered-n < k || !v.lineTold(f, k) || !v.lineSteady(f, k) {
		withhold(out, nil)
		return
	}
	bare(out)
	out.N = n
	if clear(hits, n, k) && v.outcomeSteady(f, hits, k) {
		out.Hidden, out.Numerator, out.Denominator = nil, f.Numerator, f.Denominator
		return
	}
	coded := spanOf(hits, n, k)
	if f.Unit == kpi.Ratio {
		coded = shareSpan(hits, n, k)
	}
	withhold(out, coded)
	out.N = n
	out.Hidden = slices.DeleteFunc(out.Hidden, func(field string) bool { return field == "n" })
}

// limit is the edition whose limits hold for a line: the public one's where it shows lines at all.
func (v *view) limit(f *kpi.Figure) string {
	if v.rules.CouncilIsPublic && v.registered >= v.rules.AttributeBase.Public {
		return "public"
	}
	return v.name
}

// counted is how many persons a count or a share of class B counts.
func counted(f *kpi.Figure) int {
	if f.Unit == kpi.Ratio {
		return int(math.Round(*f.Numerator))
	}
	return int(math.Round(*f.Value))
}

// lineTold reports whether nobody can be told from the line beside the table that has it: the table must show the
// line by itself, or not be there; and of two figures of one line the second leaves out nobody or k persons.
func (v *view) lineTold(f *kpi.Figure, k int) bool {
	at := f.Disclosure.Line
	if at.Figure == "" {
		return true
	}
	for _, t := range v.tables[at.Figure] {
		if t != nil && !slices.ContainsFunc(t.lines, func(l line) bool { return l.key() == at.Key }) {
			return false
		}
	}
	for i := range v.figures {
		other := &v.figures[i]
		if other.ID == f.ID {
			return true
		}
		if other.Disclosure.Line == at && !unseen([]int{other.N - f.N}, k) {
			return false
		}
	}
	return true
}

// lineSteady reports whether the line tells of no small group beside that of any sealed edition.
func (v *view) lineSteady(f *kpi.Figure, k int) bool {
	for i := range v.earlier {
		p := &v.earlier[i]
		was, ok := p.figures[f.ID]
		before, told := p.registeredThen()
		if !ok || was.N == nil || f.Unit != kpi.Ratio { // a count is of all registered
			continue
		}
		changes := []int{f.N - *was.N}
		if told {
			changes = append(changes, v.registered-before, v.registered-before-changes[0])
		}
		if !unseen(changes, k) {
			return false
		}
	}
	return true
}

// outcomeSteady reports whether an exact outcome tells of no small group beside that of any sealed edition.
func (v *view) outcomeSteady(f *kpi.Figure, hits, k int) bool {
	for i := range v.earlier {
		was, ok := v.earlier[i].figures[f.ID]
		if !ok || was.Value == nil || was.N == nil {
			continue
		}
		before := int(math.Round(*was.Value))
		if f.Unit == kpi.Ratio {
			before = int(math.Round(*was.Value * float64(*was.N)))
		}
		if !unseen([]int{hits - before}, k) || !unseen([]int{f.N - hits - *was.N + before}, k) {
			return false
		}
	}
	return true
}
