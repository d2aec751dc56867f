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

// outcome shows a count or share of the persons of one line: by the limits of the edition, or by those of one that
// shows less, so that nothing stands in that one alone.
func (v *view) outcome(f, out *kpi.Figure) {
	first := slices.Index(outer, v.limit())
	for _, limit := range outer[first:] {
		if v.registered < v.rules.AttributeBase.Of(limit) {
			break
		}
		if v.outcomeBy(f, out, v.rules.K.Of(limit)) {
			return
		}
	}
	withhold(out, nil)
}

// outcomeBy shows the outcome where groups of fewer than k are small; false: it may not be shown.
func (v *view) outcomeBy(f, out *kpi.Figure, k int) bool {
	hits, n := counted(f), f.N
	if !v.lineLarge(f, k) || v.dropped[f.ID] || v.mergedThen(f) || !v.lineSteady(f, k) {
		return false
	}
	if clear(hits, n, k) && !v.coarse[f.ID] && v.outcomeSteady(f, hits, k) && v.apartFrom(hits, n, k) {
		bare(out)
		out.N = n
		out.Hidden, out.Numerator, out.Denominator = nil, f.Numerator, f.Denominator
		return true
	}
	coded := spanOf(hits, n, k)
	if v.givenAway(hits, n, k, coded) {
		return false
	}
	if f.Unit == kpi.Ratio {
		coded = shareSpan(hits, n, k)
	}
	withhold(out, coded)
	out.N = n
	out.Hidden = slices.DeleteFunc(out.Hidden, func(field string) bool { return field == "n" })
	return true
}

// totals are the programme's own counts of persons, of which an outcome of a line may be a part: the rest follows.
func (e *editions) totals() []int {
	var all []int
	for _, t := range []kpi.Topic{kpi.TopicCandidates, kpi.TopicAtWork, kpi.TopicFirstIncomes} {
		if n, ok := kpi.Told(e.figures, t).Get(""); ok {
			all = append(all, int(n))
		}
	}
	for _, s := range e.funnel {
		if s.Count != nil {
			all = append(all, *s.Count)
		}
	}
	return all
}

// lineLarge reports whether k persons or more are in the line of whose persons the outcome is, and as many are not,
// where the line is an attribute itself: of whom the share is.
func (e *editions) lineLarge(f *kpi.Figure, k int) bool {
	return f.N >= k && (f.Unit != kpi.Ratio || e.registered-f.N >= k)
}

// apartFrom reports whether the exact outcome of a line gives no small outcome of the others away beside the
// programme's own counts.
func (e *editions) apartFrom(hits, n, k int) bool {
	for _, total := range e.totals() {
		if others := e.registered - n; others > 0 && hits <= total && total-hits <= others &&
			!clear(total-hits, others, k) {
			return false
		}
	}
	return true
}

// givenAway reports whether one of the programme's own counts leaves fewer than k values of the outcome, told as a
// range, to a reader who takes the outcome for a part of it.
func (v *view) givenAway(hits, n, k int, coded *kpi.Span) bool {
	for _, total := range v.totals() {
		others := v.registered - n
		if hits > total || total-hits > others || total == 0 {
			continue // not a part of that count
		}
		low, high := max(int(coded.Low), total-others), min(int(coded.High), total)
		if high-low+1 < k {
			return true
		}
	}
	return false
}

// limit is the edition whose limits hold for a line: the public one's where it shows lines at all.
func (v *view) limit() string {
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

// lineSteady reports whether the line tells of no small group beside that of any sealed edition.
func (v *view) lineSteady(f *kpi.Figure, k int) bool {
	for i := range v.earlier {
		p := &v.earlier[i]
		was, ok := p.figures[f.ID]
		before, told := v.registeredThen(p)
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
