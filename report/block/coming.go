package block

import (
	"fmt"
	"math"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var comingKind = Kind{
	Name:  "coming",
	About: "次にすることを、計算のある文で（text に改行で分けて書けば、その文になる）",
	Build: (*Env).coming,
}

// coming says what follows, each with its arithmetic: what the municipality has decided, the targets that were
// missed, payments, errors to mend, the last day to begin.
func (e *Env) coming(b plan.Block) []content.Block {
	items := ownPoints(e.Planned(b.Text))
	if items == nil {
		items = e.comingPoints()
	}
	if len(items) == 0 {
		return nil
	}
	return []content.Block{content.Heading{Text: e.Words("次にすること", "What comes next")}, content.Points{Items: items}}
}

// mostTargets is how many missed targets are told with their arithmetic.
const mostTargets = 3

// mostSteps is how many steps there are before those on the limits of the checklist make it too long a list.
const mostSteps = 2

func (e *Env) comingPoints() []content.Point {
	var out []content.Point
	for _, g := range e.Result.Grants {
		if g.Grant.NextStep != "" {
			out = append(out, content.Point{Lead: e.Words("今後の方針。", "Decided. "), Text: g.Grant.NextStep})
		}
	}
	told := 0
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) && told < mostTargets {
			told++
			out = append(out, e.towards(f))
		}
	}
	if p, open := e.payFirst(); open {
		out = append(out, p)
	}
	out = append(out, e.limitSteps(mostSteps-len(out))...)
	open := slices.ContainsFunc(e.Result.Figures, func(f kpi.Figure) bool { return !f.Open.Empty() })
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 && open {
		out = append(out, content.Point{
			Lead: e.Words(fmt.Sprintf("台帳の直すところ%d件を直す。", errors), "Mend "+plural(errors, "row", "rows")+" of the ledger. "),
			Text: e.Words("直すと数字が決まる。", "")})
	}
	if years := e.yearsUnknown(); len(years) > 0 {
		out = append(out, content.Point{Lead: e.Words("売上の分からない年度の額を確かめる。", "Find the missing revenue of past years. "),
			Text: e.Words("請求の控えや決算書から写すと、年度を比べられる。",
				"Copied from invoices or the accounts, the years can be compared.")})
	}
	if e.hasPeople() {
		out = append(out, e.lastStart())
	}
	return out
}

// hasPeople reports whether the ledger has anybody who took part: without them no cycle is run.
func (e *Env) hasPeople() bool { return len(e.Cohort.Participants.Rows) > 0 }

// towards is what a missed target takes: in the next year where the period is over, else in what is left of it.
func (e *Env) towards(f *kpi.Figure) content.Point {
	target, year := e.nextTarget(f)
	lead := e.Words(e.Say(f.Title)+"を目標の"+e.asGoal(f, target)+"へ。",
		e.Say(f.Title)+": to the target of "+e.asGoal(f, target)+". ")
	if !e.over() {
		return content.Point{Lead: lead, Text: e.untilEnd(f)}
	}
	switch {
	case f.Topic == kpi.TopicRecurring && target < 1:
		return content.Point{Lead: e.Words(year+"の目標"+e.asGoal(f, target)+"へ、定期の契約を先に決める。",
			e.asGoal(f, target)+" in "+year+": recurring contracts first. "), Text: e.nextContracts(target)}
	case f.Unit == kpi.Ratio && f.About == kpi.AboutPersons && f.Denominator != nil && f.Better != kpi.Lower:
		n := *f.Denominator
		need := leastWhole(float64(target * n))
		return content.Point{Lead: e.Words(year+"は"+e.Say(f.Title)+"を"+e.asGoal(f, target)+"へ。",
			e.Say(f.Title)+" to "+e.asGoal(f, target)+" in "+year+". "),
			Text: e.Words(fmt.Sprintf("次も%sなら、%s（%s）が要る。今回は%s。", e.persons(int(n)), e.persons(need),
				content.WholePercent(float64(need)/n), e.persons(int(*f.Numerator))),
				fmt.Sprintf("Of %s again it takes %d (%s); it was %.0f.", e.persons(int(n)), need,
					content.WholePercent(float64(need)/n), *f.Numerator))}
	}
	return content.Point{Lead: lead, Text: e.Words("今回は"+e.Value(f)+"。", "This time it was "+e.Value(f)+".") +
		e.perMonth(f, target)}
}

// perMonth is what the target of a metric is for a month, beside what this time brought; "" for another figure, and
// for a period that is no fiscal year.
func (e *Env) perMonth(f *kpi.Figure, target float64) string {
	if e.metricUnit(f) == "" || e.fiscalPeriod() == "" {
		return ""
	}
	need, was := e.brief(f, math.Ceil(target/12)), e.brief(f, *f.Value/12)
	return e.Words("月の平均で"+need+"が要る（今回は"+was+"）。", " It takes "+need+" a month on average (now "+was+").")
}

// untilEnd is what a target takes before the period ends.
func (e *Env) untilEnd(f *kpi.Figure) string {
	if f.Topic == kpi.TopicRecurring && f.Numerator != nil && f.Denominator != nil && *f.Target < 1 {
		hits, n := *f.Numerator, *f.Denominator
		more := leastWhole((float64(*f.Target*n) - hits) / (1 - *f.Target))
		then := content.WholePercent((hits + float64(more)) / (n + float64(more)))
		return e.Words(fmt.Sprintf("定期の契約があと%d件あれば、%.0f件中%.0f件（%s）で届く。単発が増えないとき。", more, n+float64(more),
			hits+float64(more), then),
			fmt.Sprintf("%s it %.0f of %.0f (%s), if no one-off is added.",
				plural(more, "more recurring contract makes", "more recurring contracts make"),
				hits+float64(more), n+float64(more), then))
	}
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && f.Better != kpi.Lower && *f.Denominator < 1e5 {
		if text := e.missing(f); text != "" {
			return capitalized(text) + e.Words("。", ".")
		}
	}
	if f.Better == kpi.Lower {
		return e.Words("いま"+e.Value(f)+"で、目標より"+e.short(f)+"。", "Now "+e.Value(f)+": "+e.short(f)+".")
	}
	return e.Words("いま"+e.Value(f)+"で、目標に"+e.short(f)+"。", "Now "+e.Value(f)+": "+e.short(f)+".")
}

// nextTarget is the target of the year after the period and that year in words: the one of the settings or of a
// grant, else the same again. While the period runs it is its own.
func (e *Env) nextTarget(f *kpi.Figure) (target float64, year string) {
	next := cell.NewDay(e.Window.Clock.To.FiscalYear()+1, 4, 1)
	year = e.fiscalYear(next)
	if !e.over() {
		return *f.Target, year
	}
	if of, given := e.Window.Pilot.YearTargets[next.FiscalYear()][f.ID]; given {
		return of, year
	}
	for _, g := range e.Result.Grants {
		for _, k := range g.Indicators {
			for _, y := range k.Years {
				if k.Figure == f.ID && y.FiscalYear == next.FiscalYear() && y.Target != nil && f.Unit == kpi.Ratio {
					return *y.Target, year
				}
			}
		}
	}
	return *f.Target, year
}

// nextContracts works out from the contracts that go on how many one-off ones the target of a share leaves room for:
// with r recurring ones at most r × (1 − t) ÷ t, rounded down.
func (e *Env) nextContracts(target float64) string {
	first := e.Window.Clock.To + 1
	recurring, single := 0, 0
	for _, c := range e.Window.Contracts {
		if !c.Kind.Known || c.StartDate.Value > first || c.EndDate.Known && c.EndDate.Value < first {
			continue
		}
		if kpi.Recurring(c) {
			recurring++
		} else {
			single++
		}
	}
	_, month, day := first.YMD()
	at := e.Words(fmt.Sprintf("%d月%d日に続く契約は", month, day), fmt.Sprintf("On %s: ", first))
	if recurring == 0 {
		return e.Words(fmt.Sprintf("%s単発%d件だけで、定期がない。", at, single),
			fmt.Sprintf("%sno recurring contracts and %d one-off.", at, single))
	}
	text := e.Words(fmt.Sprintf("%s定期%d件、単発%d件。", at, recurring, single),
		fmt.Sprintf("%s%d recurring, %d one-off. ", at, recurring, single))
	if single == 0 {
		text = e.Words(fmt.Sprintf("%s定期%d件だけ。", at, recurring), fmt.Sprintf("%s%d recurring alone. ", at, recurring))
	}
	most := int(math.Floor(float64(float64(recurring)*(1-target))/target + 1e-9))
	share := func(oneOff int) string { // with a decimal where whole percent would lie on the other side of the target
		s := float64(recurring) / float64(recurring+oneOff)
		if whole := math.Floor(float64(s*100)+0.5+1e-9) / 100; (whole < target-1e-9) != (s < target-1e-9) {
			return content.Percent(s)
		}
		return content.WholePercent(s)
	}
	if most == 0 {
		return text + e.Words(fmt.Sprintf("単発が1件でも入ると%sになる。", share(1)),
			fmt.Sprintf("A single one-off makes it %s.", share(1)))
	}
	return text + e.Words(fmt.Sprintf("単発は%d件までなら%s、%d件で%s。", most, share(most), most+1, share(most+1)),
		fmt.Sprintf("Up to %d one-off: %s; with %d: %s.", most, share(most), most+1, share(most+1)))
}

// payFirst is what is to be done about work that is delivered and not paid.
func (e *Env) payFirst() (content.Point, bool) {
	f := e.on(kpi.TopicPayment)
	if f == nil || f.Suppressed {
		return content.Point{}, false
	}
	unpaid, _ := f.Get(string(facts.Unpaid))
	late, _ := f.Get("unpaid_over")
	if unpaid == 0 {
		return content.Point{}, false
	}
	p := content.Point{Lead: e.Words("未払いを毎週確かめる。", "Check unpaid work weekly. "),
		Text: e.Words(fmt.Sprintf("支払いを待つ作業は%s件。", content.Round(unpaid, 0)),
			plural(int(unpaid), "task waits", "tasks wait")+" for pay.")}
	if late > 0 {
		p.Text = e.Words(fmt.Sprintf("支払いを待つ%s件のうち、期限を過ぎた%s件は支払日を今週決める。", content.Round(unpaid, 0),
			content.Round(late, 0)), fmt.Sprintf("%.0f wait, %.0f past the limit.", unpaid, late))
	}
	if late > 0 && late == unpaid {
		p.Text = e.Words(fmt.Sprintf("支払いを待つ%s件は、どれも期限を過ぎている。支払日を今週決める。", content.Round(late, 0)),
			fmt.Sprintf("All %.0f that wait are past the limit.", late))
		if late == 1 {
			p.Text = e.Words("支払いを待つ1件は、期限を過ぎている。支払日を今週決める。",
				"The one that waits is past the limit.")
		}
	}
	return p, true
}

// lastStart is the last day on which the next cycle can begin: of this year's while it can still end within it, else
// of the next year's.
func (e *Env) lastStart() content.Point {
	clock := e.Window.Clock
	last := facts.LatestStart(e.Cohort.Pilot.Cycle, clock.To.FiscalYear())
	for year := clock.To.FiscalYear() + 1; clock.AsOf >= last; year++ { // a paper may be made years later
		last = facts.LatestStart(e.Cohort.Pilot.Cycle, year)
	}
	day := e.Day(last)
	days := e.Cohort.Pilot.Cycle.Length()
	return content.Point{Lead: e.Words(fmt.Sprintf("次の%d日は、遅くとも%sに始める。", days, day),
		fmt.Sprintf("Begin the next %d days by %s.", days, day))}
}
