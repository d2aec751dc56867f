package block

import (
	"fmt"
	"math"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/forecast"
	"pilot90/report/content"
)

func (e *Env) missed(f *kpi.Figure) bool {
	return f.Target != nil && f.Value != nil && !reached(f)
}

// missing works out how many more records a ratio of counts takes; "" where that is not a matter of more records.
func (e *Env) missing(f *kpi.Figure) string {
	i := slices.IndexFunc(e.Definitions, func(d kpi.Definition) bool { return d.ID == f.ID })
	if i < 0 {
		return ""
	}
	switch e.Definitions[i].Outlook.(type) {
	case forecast.Completions:
		return e.ofCycle(f)
	case forecast.Arrivals:
		return e.ofRecords(f)
	}
	return ""
}

// ofCycle is what a ratio over participants who come to a day of their cycle still takes: those who have come to it
// can no longer change it.
func (e *Env) ofCycle(f *kpi.Figure) string {
	now := e.Basis(f)
	if clock := e.Window.Clock; clock.End <= clock.AsOf {
		return e.Words("対象期間のサイクルは終わり、この値（"+now+"）はもう変わらない。次のサイクルで取り組む",
			"the cycles of the period are over and "+now+" can no longer change: it is for the next cycle")
	}
	i := slices.IndexFunc(e.Result.Forecasts, func(c kpi.Forecast) bool { return c.Figure == f.ID && c.ToCome != nil })
	if i < 0 {
		return e.Words("いま "+now+"。これから結果の出る人で決まる", "now "+now+": those still to come decide it")
	}
	come := *e.Result.Forecasts[i].ToCome
	needed := leastWhole(float64(*f.Target*(*f.Denominator+float64(come))) - *f.Numerator)
	switch {
	case come == 0:
		return e.Words("いま "+now+"。期間の終わりまでに結果の出る人はもうなく、この値は変わらない",
			"now "+now+": nobody else comes to the day by the period's end, so it cannot change")
	case needed > come:
		return e.Words(fmt.Sprintf("いま %s。これから結果の出る%d人の全員が届いても、目標には届かない", now, come),
			fmt.Sprintf("now %s: not even all of the %d still to come reach the target", now, come))
	}
	return e.Words(fmt.Sprintf("これから結果の出る%d人のうち、%d人以上で目標に届く（いま %s）", come, needed, now),
		fmt.Sprintf("%d of the %d still to come reach the target (now %s)", needed, come, now))
}

// ofRecords is how many more records that count take the ratio to its target: each adds to both sides, so that 6 of 11
// need two more for 60 %: 8 of 13. Where the target is all, those that do not count have to change.
func (e *Env) ofRecords(f *kpi.Figure) string {
	hits, n, now := *f.Numerator, *f.Denominator, e.Basis(f)
	if *f.Target >= 1 {
		rest := content.Round(n-hits, 0)
		return e.Words("あてはまらない"+rest+"件が変わると目標に届く（いま "+now+"）",
			"the target takes the other "+rest+" to change (now "+now+")")
	}
	more := leastWhole((float64(*f.Target*n) - hits) / (1 - *f.Target))
	return e.Words(fmt.Sprintf("あてはまるものがあと%d件加わると目標に届く（いま %s、加われば %g / %g）", more, now,
		hits+float64(more), n+float64(more)),
		fmt.Sprintf("%d more that count reach the target (now %s, then %g / %g)", more, now, hits+float64(more),
			n+float64(more)))
}

// leastWhole is the least whole number that is not under x, but for the last bits of a decimal like 0.7.
func leastWhole(x float64) int { return int(math.Ceil(x - 1e-9)) }
