package facts

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// MeanSpell is the figure "mean observed length of the spells in months" with the parts of a
// duration. While spells are still running (censored) the mean is a lower bound, and a
// warning says so, in Japanese with the counting word of what lasts.
//
// Value = Σ months ÷ n over all spells. n = 0: no value, empty is the reason; n = 1: the one
// length, and no interval. Parts as DurationParts.
func MeanSpell(spells []Spell, left []kpi.RowUse, empty lang.Text, counter string) kpi.Figure {
	f := kpi.Figure{N: len(spells), Excluded: len(left)}
	var months []float64
	for _, s := range spells {
		months = append(months, s.Months())
		f.List(s.Rows...)
	}
	f.List(left...)
	if len(spells) == 0 {
		f.Reason = empty
		return f
	}
	curve, err := survival.Fit(Subjects(spells, Spell.Months))
	if err != nil {
		f.Reason = Unfit(err)
		return f
	}
	kpi.Divide(&f, kpi.Sum(months), float64(len(months)))
	f.Parts = append(endedParts(spells, curve.Events), DurationParts(curve, kpi.Months)...)
	if running := len(spells) - curve.Events; running > 0 {
		f.Warnings = append(f.Warnings, lang.Text{
			JA: fmt.Sprintf("下限値です：%d%[3]s中%[2]d%[3]sは継続中で、基準日時点までの長さを数えています", len(spells), running, counter),
			EN: fmt.Sprintf("a lower bound: %d of %d still running, counted with the length up to the as-of date",
				running, len(spells)),
		})
	}
	return f
}

// endedParts are events, censored and ended_mean.
func endedParts(spells []Spell, events int) kpi.Parts {
	return kpi.Parts{
		{Key: "events", Title: lang.Text{JA: "終了", EN: "ended"}, Unit: kpi.Count,
			Value: float64(events)},
		{Key: "censored", Title: lang.Text{JA: "続いている（途中までの長さ）", EN: "still running (censored)"}, Unit: kpi.Count,
			Value: float64(len(spells) - events)},
		EndedMean(spells, lang.Text{JA: "終了分だけの平均", EN: "mean of the ended alone"}, kpi.Months, Spell.Months),
	}
}

// EndedMean is the part ended_mean: Σ length ÷ n over the ended spells alone, none when no spell has
// ended. It leans to the short ones and is shown only beside the rest.
func EndedMean(spells []Spell, title lang.Text, unit kpi.Unit, length func(Spell) float64) kpi.Part {
	var ended []float64
	for _, s := range spells {
		if s.Ended {
			ended = append(ended, length(s))
		}
	}
	p := kpi.Part{Key: "ended_mean", Title: title, Unit: unit}
	if len(ended) > 0 {
		p.Value = kpi.Sum(ended) / float64(len(ended))
	}
	return p
}

// DurationParts are what a Kaplan–Meier curve says: median (nil = not reached) with its
// log–log interval, the restricted mean to tau = the longest observed time with its 95 %
// interval (nil where no spread was seen), numbers at risk and the curve. Times are in unit.
func DurationParts(c *survival.Curve, unit kpi.Unit) kpi.Parts {
	tau := c.Last()
	mean, _ := c.RestrictedMean(tau)
	median := c.Median(survival.LogLog)
	return kpi.Parts{
		{Key: "median", Title: lang.Text{JA: "中央値（カプラン・マイヤー法）", EN: "median (Kaplan–Meier)"}, Unit: unit,
			Value: number(median.Estimate)},
		{Key: "median_interval", Title: lang.Text{JA: "中央値の95％区間", EN: "95% interval of the median"}, Unit: unit,
			Value: kpi.Parts{
				{Key: "low", Title: lang.Text{JA: "下限", EN: "low"}, Unit: unit,
					Value: number(median.Lower)},
				{Key: "high", Title: lang.Text{JA: "上限", EN: "high"}, Unit: unit,
					Value: number(median.Upper)}}},
		{Key: "rmst", Title: lang.Text{JA: "観察期間内の平均（RMST）", EN: "restricted mean (RMST)"}, Unit: unit,
			Value: number(mean)},
		{Key: "rmst_interval", Title: lang.Text{JA: "RMSTの95％区間", EN: "95% interval of RMST"}, Unit: unit,
			Value: interval(c.RestrictedMeanInterval(tau))},
		{Key: "tau", Title: lang.Text{JA: "観察期間（tau）", EN: "tau, longest observed time"}, Unit: unit,
			Value: number(tau)},
		{Key: "at_risk", Title: lang.Text{JA: "観察中の数", EN: "number at risk"}, Unit: unit,
			Value: atRisk(c, unit)},
		{Key: "curve", Title: lang.Text{JA: "継続曲線", EN: "continuation curve"}, Unit: unit,
			Value: curvePoints(c)},
	}
}

// atRisk is the table at 0, 3, 6 … months (0, 30, 60 … days) up to the longest observed
// time; the step doubles until the table has at most 13 lines.
func atRisk(c *survival.Curve, unit kpi.Unit) []kpi.Risk {
	step := 3.0
	if unit == kpi.Days {
		step = 30
	}
	for c.Last() > 12*step {
		step *= 2
	}
	var table []kpi.Risk
	for t := 0.0; t <= c.Last(); t += step {
		table = append(table, kpi.Risk{Time: t, N: c.AtRisk(t)})
	}
	return table
}

func curvePoints(c *survival.Curve) []kpi.Point {
	points := []kpi.Point{{Time: 0, N: c.Subjects, S: 1, Low: new(1.0), High: new(1.0)}}
	for _, s := range c.Steps {
		p := kpi.Point{Time: s.Time, N: s.AtRisk, Events: s.Events, Censored: s.Censored, S: s.Survival}
		if ci := s.Interval(survival.LogLog); ci.Defined() {
			p.Low, p.High = &ci.Lower, &ci.Upper
		}
		points = append(points, p)
	}
	return points
}

// SpellAt is the Kaplan–Meier share of spells that last longer than the given number of days,
// S(days), with its log–log 95 % interval. n = 0: no value, empty is the reason. Beyond the
// longest observed time there is no value either, unless the curve has come down to 0:
// nobody was watched that long.
func SpellAt(spells []Spell, left []kpi.RowUse, days float64, empty lang.Text) kpi.Figure {
	f := kpi.Figure{N: len(spells), Excluded: len(left)}
	for _, s := range spells {
		f.List(s.Rows...)
	}
	f.List(left...)
	if len(spells) == 0 {
		f.Reason = empty
		return f
	}
	curve, err := survival.Fit(Subjects(spells, Spell.Days))
	if err != nil {
		f.Reason = Unfit(err)
		return f
	}
	at := curve.At(days)
	f.Parts = spellAtParts(spells, curve, days)
	if days > curve.Last() && at.Survival > 0 {
		f.Reason = lang.Text{
			JA: fmt.Sprintf("まだ%g日続けて観察できた人がいません（最長 %g日）", days, curve.Last()),
			EN: fmt.Sprintf("nobody has been observed for %g days yet (longest: %g)", days, curve.Last()),
		}
		return f
	}
	f.Value = &at.Survival
	if ci := at.Interval(survival.LogLog); ci.Defined() {
		f.Interval = &[2]float64{ci.Lower, ci.Upper}
	}
	line := fmt.Sprintf("S(%g) = %s", days, lang.Plain(at.Survival))
	f.Arithmetic = lang.Text{JA: line, EN: line}
	return f
}

// spellAtParts are events and censored by the given day, the number at risk on it, and what the
// whole curve says in days. n = events + censored + those seen for longer.
func spellAtParts(spells []Spell, curve *survival.Curve, days float64) kpi.Parts {
	censored := 0
	for _, s := range spells {
		if !s.Ended && s.Days() <= days {
			censored++
		}
	}
	parts := kpi.Parts{
		{Key: "events", Title: lang.Text{JA: "それまでの終了", EN: "ended by then"}, Unit: kpi.Count,
			Value: float64(curve.At(days).Events)},
		{Key: "censored", Title: lang.Text{JA: "それまでに続いていて長さが途中までのもの", EN: "censored by then"}, Unit: kpi.Count,
			Value: float64(censored)},
		{Key: "at_risk_n", Title: lang.Text{JA: "その日に観察中の数", EN: "at risk on that day"}, Unit: kpi.Count,
			Value: float64(curve.AtRisk(days))},
		EndedMean(spells, lang.Text{JA: "終了分だけの平均（全期間）", EN: "mean of all that ended"}, kpi.Days, Spell.Days),
	}
	return append(parts, DurationParts(curve, kpi.Days)...)
}

// Unfit is the reason when a survival curve refuses the times it was given.
func Unfit(err error) lang.Text {
	return lang.Text{JA: "継続期間を計算できません（" + err.Error() + "）", EN: "the durations cannot be used: " + err.Error()}
}

// number is x as a part's value: nil where it is not determined.
func number(x float64) any {
	if !survival.Defined(x) {
		return nil
	}
	return x
}

func interval(i survival.Interval) any {
	if !i.Defined() {
		return nil
	}
	return [2]float64{i.Lower, i.Upper}
}
