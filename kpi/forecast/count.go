package forecast

import (
	"fmt"
	"sort"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// Completions is the outlook of a ratio over participants who come to a day of their cycle: how many
// will have come to it by the period's end is known from their start dates. The successes among
// these are beta-binomial, the chance of success having Jeffreys' prior, Beta(½, ½).
type Completions struct{}

// Foresee counts who will have come to the day by the end, and how many of them will have made it.
func (Completions) Foresee(h *kpi.Horizon, f *kpi.Figure, out *kpi.Forecast) {
	then := h.On(h.End)
	hits, n := ratioOf(f)
	done, all := ratioOf(&then)
	m := int(max(all-n, 0))
	if n < leastRecords {
		waitForRecords(h, out)
		return
	}
	already := int(max(done-hits, 0))
	ratio(out, h, hits, n, m, already)
	out.Model = lang.Text{
		JA: fmt.Sprintf("ベータ二項分布：これまで%g人中%g人。期間の終わりまでにさらに%d人（すでに始めている人）の結果が出る", n, hits, m),
		EN: fmt.Sprintf("beta-binomial: %g of %g so far; %d more, who have started already, come to the day by the end", hits,
			n, m),
	}
	if already > 0 {
		out.Model.JA += fmt.Sprintf("。うち%d人は達成済み", already)
		out.Model.EN += fmt.Sprintf("; %d of them have made it", already)
	}
}

// waitForRecords finds the day on which the ratio will have enough records.
func waitForRecords(h *kpi.Horizon, out *kpi.Forecast) {
	days := int(h.End - h.Clock.AsOf)
	wait := 1 + sort.Search(days, func(i int) bool {
		f := h.On(h.Clock.AsOf + cell.Day(i+1))
		_, n := ratioOf(&f)
		return n >= leastRecords
	})
	why := lang.Text{JA: fmt.Sprintf("対象が%d件に満たないため", leastRecords),
		EN: fmt.Sprintf("under %d records", leastRecords)}
	if wait <= days {
		tooEarly(out, h.Clock.AsOf+cell.Day(wait), why)
		return
	}
	out.Reason = lang.Text{
		JA: fmt.Sprintf("まだ見込めません（いま始めている人だけでは、期間の終わりまでに%d件に達しないため）", leastRecords),
		EN: fmt.Sprintf("too early to say (those who have started will not be %d by the end of the period)", leastRecords)}
}

// Arrivals is the outlook of a ratio over records that go on coming: as many a day as since the
// first records of the period, the successes among them beta-binomial as for Completions.
type Arrivals struct{}

// Foresee lets records come at the pace so far.
func (Arrivals) Foresee(h *kpi.Horizon, f *kpi.Figure, out *kpi.Forecast) {
	hits, n := ratioOf(f)
	if n == 0 || tooFewDays(h, out, leastDays) {
		return
	}
	first := h.On(h.Since)
	_, before := ratioOf(&first)
	came := max(n-before, 0)
	m := int(float64(came/h.Watched()*h.Days()) + 0.5)
	if n < leastRecords {
		if came == 0 {
			out.Reason = lang.Text{JA: "件数が少なく、増えてもいないため見込めません", EN: "there are too few records, and none has been added"}
			return
		}
		wait := int(float64((leastRecords-n)*h.Watched()/came)) + 1
		tooEarly(out, h.Clock.AsOf+cell.Day(wait), lang.Text{
			JA: fmt.Sprintf("対象が%d件に満たないため。今のペースの場合", leastRecords),
			EN: fmt.Sprintf("under %d records; at the pace so far", leastRecords)})
		return
	}
	ratio(out, h, hits, n, m, 0)
	out.Model = lang.Text{
		JA: fmt.Sprintf("ベータ二項分布：これまで%g件中%g件。%g日で%g件増えたペースが続き、さらに%d件増える", n, hits, h.Watched(), came, m),
		EN: fmt.Sprintf("beta-binomial: %g of %g so far; at the pace of %g in %g days, %d more come", hits, n, came,
			h.Watched(), m),
	}
}

// ratio sets the forecast of hits of n now and m to come, of whom already are hits for sure.
func ratio(out *kpi.Forecast, h *kpi.Horizon, hits, n float64, m, already int) {
	value := func(x int) float64 { return (hits + float64(x)) / (n + float64(m)) }
	out.ToCome = &m
	fill(out, h, betaBinomial(m, hits+0.5, n-hits+0.5).from(already), value)
	if m == 0 {
		return
	}
	needed := (float64(out.Target*(n+float64(m))) - hits) / float64(m)
	out.NeededPace = new(max(needed, 0))
	out.PaceOf = lang.Text{JA: fmt.Sprintf("これからの%d件に必要な割合", m), EN: fmt.Sprintf("share needed of the %d to come", m)}
	if h.Definition.Better == kpi.Lower {
		out.PaceOf = lang.Text{JA: fmt.Sprintf("これからの%d件に許される割合", m),
			EN: fmt.Sprintf("largest share of the %d to come", m)}
	}
}

// ratioOf is numerator and denominator; zeros when there are none yet.
func ratioOf(f *kpi.Figure) (hits, n float64) {
	if f.Numerator == nil || f.Denominator == nil {
		return 0, 0
	}
	return *f.Numerator, *f.Denominator
}

// Events is the outlook of a count that only grows. Events come at a constant rate (Poisson) whose
// Jeffreys prior makes it Gamma with shape events + ½ after the days since the first records, so
// those to come are negative binomial. AfterCycle holds the forecast back until the first
// participants' cycle is over, for what takes most of a cycle to happen. Among says that those who
// count are some of the records looked at (the figure's n): no more can come than do not count yet,
// and than are added to n, whose number varies too. Groups says how events come with people who come in groups, so
// that both vary more than single events would.
type Events struct {
	AfterCycle, Among bool
	Groups            Groups
}

// Foresee lets events come at the pace so far.
func (e Events) Foresee(h *kpi.Horizon, f *kpi.Figure, out *kpi.Forecast) {
	if f.Value == nil {
		return
	}
	paceNeeded(h, *f.Value, out)
	least := leastDays
	if e.AfterCycle {
		least = max(least, h.Pilot.Cycle.Length())
	}
	if tooFewDays(h, out, least) {
		return
	}
	first, came := h.On(h.Since), *f.Value
	if first.Value != nil {
		came -= *first.Value
	}
	came = max(came, 0)
	groups, next := cohortsOf(h.Window, h.Since), h.Days()/(h.Watched()+h.Days())
	size := groups.size(e.Groups, came)
	p := clustered(came, size, next)
	if e.Among {
		added := max(float64(f.N-first.N), 0)
		arriving := 1.0
		if e.Groups == Following && h.Definition.Counts == kpi.Persons {
			arriving = groups.size(Arriving, added)
		}
		p = p.cappedBy(int(float64(f.N)-*f.Value), clustered(added, arriving, next))
	}
	fill(out, h, p, func(x int) float64 { return *f.Value + float64(x) })
	out.Model = lang.Text{
		JA: fmt.Sprintf("ポアソン分布（率はガンマ分布）：%g日で%g件のペースが、残り%g日も続く", h.Watched(), came, h.Days()),
		EN: fmt.Sprintf("Poisson with a gamma rate: the pace of %g in %g days goes on for the %g days left", came,
			h.Watched(), h.Days()),
	}
	if size > 1 {
		out.Model.JA += fmt.Sprintf("。期ごとにまとまって始まるため、%.1f件ずつまとまって増えるものとしてばらつきを広げ、新しく来る人数も変わるものとする", size)
		out.Model.EN += fmt.Sprintf(
			"; people come in groups, so events are spread as if %.1f came together, and how many come "+
				"varies too", size)
	}
}
