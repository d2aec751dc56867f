package block

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/report/content"
)

// verdict is how an actual lies to its target; for what should fall, below is above.
type verdict int

const (
	unrated verdict = iota
	above
	onTarget
	short
)

// against compares an actual with the target, exactly.
func against(i grant.Indicator, actual *float64) verdict {
	switch {
	case actual == nil || i.Target == nil:
		return unrated
	case *actual == *i.Target:
		return onTarget
	case (*actual > *i.Target) != i.Lower:
		return above
	}
	return short
}

// isShare reports whether an indicator's values are parts of 1, which are printed as per cent.
func (e *Env) isShare(i grant.Indicator) bool {
	f := e.figure(i.Figure)
	return f != nil && f.Unit == kpi.Ratio && !strings.ContainsAny(i.Unit, "%％") && i.Unit != "パーセント"
}

// bare prints a value of an indicator without its unit, a share as per cent.
func (e *Env) bare(i grant.Indicator, v *float64) string {
	switch f := e.figure(i.Figure); {
	case v == nil:
		return None
	case e.isShare(i):
		return strings.TrimRight(content.Percent(*v), " %")
	case f != nil && f.Unit == kpi.Ratio:
		return content.Round(*v, 1)
	}
	return content.Round(*v, decimals(*v))
}

// manyYen is the amount from which a table of many columns tells money in larger units.
const manyYen = 1_000_000

// roomy is an indicator as a table of many columns tells it: large amounts of money in 10,000 yen, in English in 1,000.
func (e *Env) roomy(i *grant.Indicator) *grant.Indicator {
	if i.Unit != "円" || i.Target == nil || math.Abs(*i.Target) < manyYen {
		return i
	}
	out, scale := *i, map[bool]float64{true: 1_000, false: 10_000}[e.Lang == lang.EN]
	less := func(v *float64) *float64 {
		if v == nil {
			return nil
		}
		return new(math.Round(float64(*v / scale)))
	}
	out.Unit = e.Words("万円", "thousand yen")
	out.Baseline, out.Target, out.Actual = less(i.Baseline), less(i.Target), less(i.Actual)
	out.Years = slices.Clone(i.Years)
	for k := range out.Years {
		y := &out.Years[k]
		y.Increment, y.Target, y.Actual, y.Gained = less(y.Increment), less(y.Target), less(y.Actual), less(y.Gained)
	}
	return &out
}

// unitOf is the unit of an indicator as people write it.
func (e *Env) unitOf(i grant.Indicator) string {
	f := e.figure(i.Figure)
	switch {
	case e.isShare(i):
		return "%"
	case f != nil && i.Unit == string(f.Unit) && f.Unit == kpi.Count:
		return strings.TrimSpace(e.counter(f.Counts))
	case f != nil && i.Unit == string(f.Unit):
		return e.Say(f.Unit.Word())
	}
	if e.Lang == lang.EN {
		return cmp.Or(englishUnits[i.Unit], i.Unit)
	}
	return i.Unit
}

// englishUnits are the units that forms have, as an English paper says them. Any other is printed as it is set.
var englishUnits = map[string]string{"人": "people", "名": "people", "件": "contracts", "社": "firms", "円": "yen",
	"万円": "× 10,000 yen", "千円": "thousand yen", "時間": "hours", "回": "times", "か月": "months"}

// withUnit prints a value of an indicator with its unit: 8人, 54.5%.
func (e *Env) withUnit(i grant.Indicator, v *float64) string {
	if v == nil {
		return None
	}
	unit := e.unitOf(i)
	switch {
	case e.Lang != lang.EN || unit == "%":
	case slices.Contains([]string{"人", "名", "件", "社"}, i.Unit): // what is counted stands in the name
		unit = ""
	case unit != "":
		unit = " " + unit
	}
	return e.bare(i, v) + unit
}

// gainOf prints an increment with its sign: +8, −2.
func (e *Env) gainOf(i grant.Indicator, v *float64) string {
	text := e.bare(i, v)
	if v == nil {
		return text
	}
	if *v >= 0 {
		return "+" + text
	}
	return "−" + strings.TrimLeft(text, "-−")
}

// yearName is a fiscal year by its era: 令和7年度, FY2025.
func (e *Env) yearName(year int) string {
	day := cell.NewDay(year, 4, 1)
	text := day.EraString(e.Lang)
	if at := strings.Index(text, "年"); at > 0 {
		return text[:at] + "年度"
	}
	return "FY" + day.String()[:4]
}

// planYear is the column of a year; nil where the plan has none.
func planYear(i *grant.Indicator, year int) *grant.YearOf {
	for k := range i.Years {
		if i.Years[k].FiscalYear == year {
			return &i.Years[k]
		}
	}
	return nil
}

// exactly is a − b on their decimals: 0.6 − 0.5 is 0.1.
func exactly(a, b float64) float64 { return grant.Sum(a, -b) }

// costOf is a figure that says what one result cost, and the words for the result.
type costOf struct {
	*kpi.Figure
	per *kpi.Per
}

// perResult are the figures that say what one result cost, in the order of the catalogue.
func (e *Env) perResult() []costOf {
	var all []costOf
	for _, d := range e.Definitions {
		if f := e.figure(d.ID); f != nil && d.Per != nil {
			all = append(all, costOf{f, d.Per})
		}
	}
	return all
}
