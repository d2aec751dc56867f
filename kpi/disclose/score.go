package disclose

import (
	"math"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// The lowest and the highest score of an answer, and the least answers of which the share of 4 and 5 is told.
const lowScore, highScore, shareFrom = 1, 5, 10

// scores shows a mean score with one decimal, and how many answered. Where the mean and n would tell how many gave 4
// or 5, the mean is a range; of the answers that came since a sealed edition the same holds.
func (v *view) scores(f, out *kpi.Figure) {
	sum := int(math.Round(*f.Numerator))
	if f.N < v.rules.ScoresMin || !v.scoresSteady(f, sum) {
		withhold(out, nil)
		return
	}
	bare(out)
	out.N = f.N
	out.Hidden = slices.DeleteFunc(out.Hidden, func(field string) bool { return field == "n" })
	if coded := extreme(sum, f.N); coded != nil {
		n := out.N
		withhold(out, coded)
		out.N = n
		out.Hidden = slices.DeleteFunc(out.Hidden, func(field string) bool { return field == "n" })
	} else {
		out.Step = 0.1
		out.Value = new(roundTo(*f.Value, out.Step))
	}
	k := v.rules.K.Of(v.strict(v.name))
	for _, p := range f.Parts {
		share, number := p.Value.(float64)
		switch {
		case p.Key == "n":
			out.Parts = append(out.Parts, p)
		case p.Key == "share_4_5" && number && f.N >= shareFrom && out.Coded == nil &&
			clear(int(math.Round(share*float64(f.N))), f.N, k):
			p.Value = roundTo(share, 0.01)
			out.Parts = append(out.Parts, p)
		}
	}
}

// extreme is the range of a sum of scores so high or so low that it tells, or nearly tells, how many gave 4 or 5:
// two points from the highest sum somebody may have given 3, one point from it nobody can. The range begins one step
// before, so that it tells no more than itself; nil: the sum is not so.
func extreme(sum, n int) *kpi.Span {
	switch {
	case sum >= highScore*n-2:
		return &kpi.Span{Low: highScore - 1, High: highScore, Text: lang.Text{JA: "4点台以上", EN: "4 or more"}}
	case sum <= lowScore*n+3:
		return &kpi.Span{Low: lowScore, High: lowScore + 1, Text: lang.Text{JA: "1点台", EN: "under 2"}}
	}
	return nil
}

// scoresSteady reports whether the answers that came since any sealed edition of an overlapping period are none, or
// so many and so mixed that they might be told by themselves.
func (v *view) scoresSteady(f *kpi.Figure, sum int) bool {
	for i := range v.earlier {
		p := &v.earlier[i]
		if told := p.figures[f.ID]; !v.overlaps(p) || told.N == nil || *told.N == 0 {
			continue
		}
		then := kpi.Find(p.then, f.ID)
		if then == nil || then.Numerator == nil {
			return false
		}
		n, points := f.N-then.N, sum-int(math.Round(*then.Numerator))
		if n < 0 {
			n, points = -n, -points
		}
		if n == 0 && points == 0 {
			continue
		}
		if n < v.rules.ScoresMin || extreme(points, n) != nil {
			return false
		}
	}
	return true
}
