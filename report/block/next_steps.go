package block

import (
	"fmt"
	"math"
	"slices"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/forecast"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var nextStepsKind = Kind{
	Name:  "next_steps",
	About: "次にすること",
	Build: (*Env).nextSteps,
}

func (e *Env) nextSteps(plan.Block) []content.Block { return []content.Block{e.nextTable()} }

// nextTable says what follows from the figures: what each missed target still takes, the errors to
// mend, what the municipality has decided, and the last day to begin.
func (e *Env) nextTable() *content.Table {
	t := &content.Table{ID: "next_steps", Caption: e.Words("次にすること", "What comes next"),
		Columns: []content.Column{{Head: e.Words("次にすること", "Next step")}}}
	add := func(text string) { t.Rows = append(t.Rows, []string{text}) }
	for i := range e.Result.Figures {
		if f := &e.Result.Figures[i]; e.missed(f) {
			add(e.gap(f))
		}
	}
	for _, g := range e.Result.Grants {
		if g.Grant.NextStep != "" {
			add(e.Words("今後の方針：", "Decided: ") + g.Grant.NextStep)
		}
	}
	if errors, _, _ := finding.Counts(e.Cohort.Findings); errors > 0 {
		add(e.Words(fmt.Sprintf("台帳の直すところ %d件を直し、数字を確定する", errors),
			"Mend "+plural(errors, "error", "errors")+" of the ledger and settle the figures"))
	}
	add(e.begin())
	return t
}

// gap says what is missing to a target: whole records where the counts may be shown.
func (e *Env) gap(f *kpi.Figure) string {
	title := e.Say(f.Title) + e.Words("：", ": ")
	switch {
	case f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil && f.Better != kpi.Lower &&
		*f.Denominator < 1e5:
		if text := e.missing(f); text != "" {
			return title + text
		}
		fallthrough
	case f.Unit == kpi.Ratio:
		points := content.Round(math.Abs(*f.Target-*f.Value)*100, 1)
		return title + e.Words("目標まで"+points+"ポイント", points+" points to the target")
	}
	away := e.counted(f, math.Abs(*f.Target-*f.Value))
	return title + e.Words("目標まであと"+away, away+" to the target")
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

// begin says when the next cycle has to start at the latest to end within its fiscal year.
func (e *Env) begin() string {
	day := e.Day(facts.LatestStart(e.Cohort.Pilot.Cycle, e.Window.Clock.To.FiscalYear()+1))
	days := e.Cohort.Pilot.Cycle.Length()
	return e.Words(fmt.Sprintf("次の年度のサイクル（%d日）は、遅くとも%sに始める", days, day),
		fmt.Sprintf("Start the next fiscal year's cycle of %d days on %s at the latest", days, day))
}

func (e *Env) missed(f *kpi.Figure) bool {
	return f.Target != nil && f.Value != nil && !reached(f)
}

// leastWhole is the least whole number that is not under x, but for the last bits of a decimal like 0.7.
func leastWhole(x float64) int { return int(math.Ceil(x - 1e-9)) }
