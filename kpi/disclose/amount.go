package disclose

import (
	"fmt"
	"math"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// amount shows a figure of class C: what persons earn, work, last and answer.
func (v *view) amount(f, out *kpi.Figure) {
	switch {
	case f.Lacking:
	case v.smallPilot(), f.Value == nil:
		withhold(out, nil)
	case f.About == kpi.AboutAnswers:
		v.scores(f, out)
	case f.About == kpi.AboutPersons && f.Unit == kpi.Count:
		if withhold(out, v.fewSpan(int(*f.Value))); *f.Value == 0 {
			bare(out)
			out.Suppressed, out.Coded, out.Value, out.Reason = false, nil, f.Value, lang.Text{}
		}
	case f.About == kpi.AboutPersons:
		v.duration(f, out)
	default:
		v.behind(f, out)
	}
}

// enough reports whether nobody's amount can be told from the sum: enough persons contribute to it, the two largest
// have not nearly all of it (the dominance rule), and the second largest, who knows the own amount, does not know the
// largest one to p % (the p% rule).
func (e *editions) enough(c kpi.Contributions, least int) bool {
	all := c.Amounts()
	if len(all) < least {
		return false
	}
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	rest := sum - all[0] - all[1]
	return all[0]+all[1] <= e.rules.PayTop2*sum && rest >= e.rules.PayP/100*all[0]
}

// rests reports whether the amounts that a value or a part rests on may be told, by themselves and beside what any
// sealed edition told of a period that overlaps: what the two differ by is somebody's too.
func (v *view) rests(f *kpi.Figure, part string) bool {
	least := v.rules.PayContributors.Of(v.strict(v.name))
	all := f.Disclosure.Behind[part]
	if len(all) == 0 || slices.ContainsFunc(all, func(c kpi.Contributions) bool { return !v.enough(c, least) }) {
		return false
	}
	for i := range v.earlier {
		p := &v.earlier[i]
		if !v.overlaps(p) || !p.tells(f.ID, part) {
			continue
		}
		then := kpi.Find(p.then, f.ID)
		if then == nil || len(then.Disclosure.Behind[part]) == 0 {
			return false
		}
		change := all[0].Less(then.Disclosure.Behind[part][0])
		if len(change.Amounts()) > 0 && !v.enough(change, least) {
			return false
		}
	}
	return true
}

// tells reports whether the edition told the value of a figure, or a part of it.
func (p *Published) tells(id, part string) bool {
	f := p.figures[id]
	if part == "" {
		return f.Value != nil
	}
	raw, ok := f.Parts[part]
	return ok && len(raw) > 0 && raw[0] != '"' && string(raw) != "null"
}

// behind shows money and hours of persons, rounded, without what would give the exact ones back.
func (v *view) behind(f, out *kpi.Figure) {
	if !v.rests(f, "") || f.Unit == kpi.Yen && f.N < v.rules.RecordsMin {
		withhold(out, nil)
		return
	}
	bare(out)
	out.Step = v.step(f.Unit)
	out.Value = new(roundTo(*f.Value, out.Step))
	for _, p := range f.Parts {
		switch x := p.Value.(type) {
		case float64:
			if v.rests(f, p.Key) {
				p.Value = roundTo(x, v.step(p.Unit))
				out.Parts = append(out.Parts, p)
			}
		case []kpi.Group:
			if p.Value, out.Absent = v.bands(f, x); out.Absent.Empty() {
				out.Parts = append(out.Parts, p)
			}
		}
	}
}

// step is what an amount of a unit is rounded to. A share of an amount is rounded to whole percents: beside a public
// total it would tell the amount.
func (v *view) step(u kpi.Unit) float64 {
	switch u {
	case kpi.YenPerHour:
		return 10
	case kpi.Hours:
		return 10
	case kpi.Ratio:
		return 0.01
	}
	return float64(v.rules.PayRound)
}

// roundTo rounds half up to a multiple of a step.
func roundTo(x, step float64) float64 {
	n := math.Floor(x/step + 0.5 + 1e-9)
	if step < 1 {
		return n / math.Round(1/step)
	}
	return n * step
}

// fewSpan is the range in which a number of persons is told that says something of each of them: nobody, fewer than
// k, then the fixed grid.
func (v *view) fewSpan(n int) *kpi.Span {
	k := v.rules.K.Of(v.strict(v.name))
	s := kpi.Span{Low: 1, High: float64(k - 1), Text: lang.Text{JA: fmt.Sprintf("1〜%d人", k-1),
		EN: fmt.Sprintf("1–%d", k-1)}}
	switch {
	case n == 0:
		s = *countSpan(0, kpi.Persons)
	case n >= k:
		s = *countSpan(n, kpi.Persons)
		if s.Low < float64(k) {
			s.Low = float64(k)
			s.Text = lang.Text{JA: fmt.Sprintf("%d〜%.0f人", k, s.High), EN: fmt.Sprintf("%d–%.0f", k, s.High)}
		}
	}
	return &s
}

// Days and months of persons are told in half months.
const halfMonth, halfMonthDays, survivalStep = 0.5, 15, 0.1

// duration shows a time of persons, or the share that lasts, in half months and tenths: k or more have come to the
// end of it, and of a share k or more are watched still.
func (v *view) duration(f, out *kpi.Figure) {
	k := v.rules.K.Of(v.strict(v.name))
	events, ok := f.Get("events")
	at, share := f.Get("at_risk_n")
	if !ok || int(events) < k || share && int(at) < k || f.N < v.rules.PayContributors.Of(v.strict(v.name)) {
		withhold(out, nil)
		return
	}
	bare(out)
	out.Step = map[kpi.Unit]float64{kpi.Days: halfMonthDays, kpi.Months: halfMonth, kpi.Ratio: survivalStep}[f.Unit]
	out.Value = new(roundTo(*f.Value, out.Step))
}

// bands gives the bands of monthly income by persons, each in the band of the median of the own months. Neighbours
// are merged until each has nobody or k persons; with all of them in one there is nothing to show but a sentence.
func (v *view) bands(f *kpi.Figure, groups []kpi.Group) (any, lang.Text) {
	t := &table{figure: f, k: v.rules.K.Of(v.strict(v.name))}
	for i := range groups {
		g := &groups[i]
		t.lines = append(t.lines, line{[]string{g.Key}, []lang.Text{g.Title},
			[]*kpi.Group{{Key: g.Key, Members: map[string][]string{"registered": g.Members["count"]}}}})
	}
	if then, ok := v.lastLines(f.ID); !ok || len(then[0]) == 0 || !t.group(then) {
		t.fill()
	}
	var shown []kpi.Group
	filled := 0
	for i := range t.lines {
		n := t.lines[i].size()
		if 0 < n && n < t.k || !v.bandSteady(f, &t.lines[i], t.k) {
			return nil, noBands
		}
		if n > 0 {
			filled++
		}
		shown = append(shown, kpi.Group{Key: t.lines[i].key(), Title: bandTitle(t.lines[i].titles), Parts: kpi.Parts{
			{Key: "persons", Title: lang.Text{JA: "人数（各人の月収の中央値）", EN: "persons, by their median"}, Unit: kpi.Count,
				Value: float64(n)}}})
	}
	if filled < 2 {
		return nil, noBands
	}
	return shown, lang.Text{}
}

var noBands = lang.Text{JA: "人数が少ないため、月収の分布は載せません",
	EN: "with so few persons the bands of monthly income are not given"}

// fill merges each band of 1 to k − 1 persons with the next one that has somebody, or the last with the one before.
func (t *table) fill() {
	for i := 0; i < len(t.lines); i++ {
		if n := t.lines[i].size(); 0 < n && n < t.k && i+1 < len(t.lines) {
			t.lines[i] = join(t.lines[i], t.lines[i+1])
			t.lines = slices.Delete(t.lines, i+1, i+2)
			i--
		}
	}
	for last := len(t.lines) - 1; last > 0 && 0 < t.lines[last].size() && t.lines[last].size() < t.k; last-- {
		t.lines[last-1] = join(t.lines[last-1], t.lines[last])
		t.lines = t.lines[:last]
	}
}

func bandTitle(titles []lang.Text) lang.Text {
	t := titles[0]
	for _, more := range titles[1:] {
		t.JA, t.EN = t.JA+"・"+more.JA, t.EN+"; "+more.EN
	}
	return t
}

// bandSteady reports whether a band tells of no small group beside that of any sealed edition of an overlapping period.
func (v *view) bandSteady(f *kpi.Figure, l *line, k int) bool {
	for i := range v.earlier {
		p := &v.earlier[i]
		then := p.figures[f.ID].lines
		if len(then) == 0 || !v.overlaps(p) {
			continue
		}
		was := find(then, l.keys)
		if was == nil || !unseen([]int{l.size() - int(was.counts["persons"].Low)}, k) {
			return false
		}
	}
	return true
}
