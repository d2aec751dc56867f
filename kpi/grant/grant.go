// Package grant turns the grants of pilot.toml and the figures into the tables of their report form: plan,
// actual, achievement and the rating that the official wording leads to.
//
// The one idea: decimals are worked out as they are written, and where the wording leaves a case open the
// words between which the officer chooses are named. It decides nothing and draws no form.
package grant

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Report is one grant ([[grant]] in pilot.toml) as its report form asks for it, for the
// fiscal year that holds the period's last day.
type Report struct {
	Grant        setting.Grant // what pilot.toml says
	FiscalYear   int
	Amount       *float64  // 実績額, yen: as pilot.toml gives it, else what was spent of fund 交付金
	AmountReason lang.Text // where Amount comes from, or why there is none
	Indicators   []Indicator
	Warnings     []lang.Text
}

// Indicator is one KPI of a grant: the plan, the actual, both achievements and the rating that
// the official wording leads to. The rating is a proposal; nobody but the officer chooses.
type Indicator struct {
	Title    lang.Text
	Figure   string // figure id; "" = entered by hand
	Unit     string // as pilot.toml gives it, else the figure's
	Lower    bool   // lower is better
	Baseline *float64
	Flow     bool     // a sum over a period: Actual is baseline + all years of the grant, else as it stands
	Years    []YearOf // by year, from the first that the plan or the history names
	Target   *float64 // of the reported year: baseline + Σ increments up to it
	Actual   *float64 // by the end of the reported year
	ByHand   bool     // Actual was entered in pilot.toml
	Reason   lang.Text
	Level    *float64 // actual ÷ target
	Gain     *float64 // (actual − baseline) ÷ (target − baseline); nil also when target = baseline
	Inverse  *float64 // target ÷ actual, for Lower only: what level means where less is better
	Rating   Rating
	Scale    *ScaleWord  // the municipality's own table, when the KPI names one
	Due      string      // 目標年月, "2027-03", or "2027"; "" = not given
	Warnings []lang.Text // of the figure
	OfYears  []lang.Text // where the sources of a year do not agree

	Suppressed bool // there is an actual, and it may not be shown
}

// YearOf is one column of the KPI plan table.
type YearOf struct {
	FiscalYear int
	Increment  *float64  // 年度増加分, planned
	Gained     *float64  // of a flow: the year's own actual
	Target     *float64  // 累計: baseline + Σ increments up to the year
	Actual     *float64  // of a flow, baseline + the years up to it; else as it stood at the year's end
	Source     lang.Text // where the year's actual is from; empty: nothing is known
	Suppressed bool      // there is an actual, and it may not be shown
}

// Reports returns the grants of the pilot in their order. figures are those of the window by the definitions; sealed is
// what earlier editions said of whole fiscal years.
func Reports(defs []kpi.Definition, w *kpi.Window, figures []kpi.Figure, sealed ...Sealed) []Report {
	var reports []Report
	l := &ledger{Window: w, figures: figures, sealed: sealed, windows: map[int]*kpi.Window{}}
	if len(w.Pilot.Grants) > 0 {
		l.defs = kpi.Expanded(defs, w)
	}
	for _, g := range w.Pilot.Grants {
		r := Report{Grant: g, FiscalYear: w.Clock.To.FiscalYear(), Warnings: yearWarnings(w)}
		r.Amount, r.AmountReason = grantAmount(w, g)
		for _, k := range g.KPIs {
			r.Indicators = append(r.Indicators, l.indicator(k, r.FiscalYear))
		}
		reports = append(reports, r)
	}
	return reports
}

// yearWarnings say where the period is not the fiscal year that is reported.
func yearWarnings(w *kpi.Window) []lang.Text {
	y := w.Clock.To.FiscalYear()
	from, to := facts.FiscalYear(y)
	switch {
	case w.Clock.From != from:
		return []lang.Text{{
			JA: fmt.Sprintf("対象期間の初日（%s）が%d年度の初日ではありません", w.Clock.From, y),
			EN: fmt.Sprintf("the period begins on %s, not on the first day of fiscal %d", w.Clock.From, y),
		}}
	case w.Clock.To != to:
		return []lang.Text{{
			JA: fmt.Sprintf("%d年度の途中（%sまで）の値です", y, w.Clock.To),
			EN: fmt.Sprintf("fiscal %d is not over: values up to %s", y, w.Clock.To),
		}}
	}
	return nil
}

// grantAmount is the amount that pilot.toml gives, else what the budget sheet has spent of fund
// 交付金, which two grants would have to share.
func grantAmount(w *kpi.Window, g setting.Grant) (*float64, lang.Text) {
	if g.AmountKnown {
		return new(g.Amount), lang.Text{JA: "pilot.toml の記入", EN: "as given in pilot.toml"}
	}
	if len(w.Pilot.Grants) > 1 {
		return nil,
			lang.Text{JA: "交付金が複数あり、予算シートからは分けられません。amount を記入してください",
				EN: "several grants share the budget sheet: give amount"}
	}
	var spent []float64
	for _, b := range w.Budget {
		if b.Fund.Value == "grant" && b.Spent.Known && w.BudgetIn(b) {
			spent = append(spent, b.Spent.Value)
		}
	}
	if len(spent) == 0 {
		return nil, lang.Text{JA: "対象期間に、財源が交付金の執行額がありません", EN: "nothing is entered as spent of the grant in the period"}
	}
	return new(kpi.Sum(spent)), lang.Text{JA: "予算シートの、財源が交付金の執行額", EN: "spent of the grant, from the budget sheet"}
}

func (l *ledger) indicator(k setting.GrantKPI, year int) Indicator {
	i := Indicator{
		Title: lang.Text{JA: k.Title, EN: k.Title}, Figure: k.Figure, Unit: k.Unit, Lower: k.Direction == "lower",
		Baseline: k.Baseline,
	}
	d := l.definition(k.Figure)
	i.Due, i.Flow = due(k), d.Measure == kpi.Flow || k.Flow
	i.take(k, kpi.Find(l.figures, k.Figure), year)
	i.plan(k, year)
	of := func(y int) yearly { return l.of(k, d, y) }
	if k.Figure == "" || i.ByHand {
		of = func(y int) yearly { return byHand(k, y, year) }
	}
	if i.Flow {
		i.accumulate(k, year, of)
	} else {
		i.stand(year, of)
	}
	if i.Target == nil && i.Reason.Empty() {
		i.Reason = noTarget(k, year)
	}
	i.achieve()
	i.Rating = i.propose()
	if k.Scale != "" {
		i.Scale = i.onScale(l.Pilot.Scales, k.Scale)
	}
	return i
}

// stand sets the actuals of what stands as it is at the end of each year that the plan or the history names.
func (i *Indicator) stand(year int, of func(year int) yearly) {
	for n := range i.Years {
		at := &i.Years[n]
		if at.FiscalYear == year {
			at.Actual = i.Actual
			if i.Actual != nil && !i.ByHand {
				at.Source = fromLedger
			} else if i.Actual != nil {
				at.Source = of(year).source
			}
			continue
		}
		if v := of(at.FiscalYear); at.FiscalYear < year {
			at.Actual, at.Source = v.value, v.source
			i.warn(v.warning)
		}
	}
}

// take sets the actual of the year: the figure's value in the KPI's unit; else the one entered
// by hand, else that of the history.
func (i *Indicator) take(k setting.GrantKPI, f *kpi.Figure, year int) {
	if f != nil {
		if i.Title.Empty() {
			i.Title = f.Title
		}
		if i.Unit == "" {
			i.Unit = string(f.Unit)
		}
		i.Actual, i.Reason, i.Warnings = InUnit(f, k.Unit), f.Reason, f.Notes()
	} else if k.Figure != "" {
		i.Reason = lang.Text{JA: "「" + k.Figure + "」という指標はありません", EN: "there is no figure " + k.Figure}
	}
	if i.Actual == nil {
		if hand := byHand(k, year, year).value; hand != nil {
			i.Actual, i.ByHand, i.Reason = hand, true, lang.Text{}
		}
	}
	if i.Actual == nil && i.Reason.Empty() {
		i.Reason = lang.Text{JA: fmt.Sprintf("%d年度の実績値が記入されていません", year),
			EN: fmt.Sprintf("no actual is entered for fiscal %d", year)}
	}
}

// due is "2027-03", or the year alone where no month is given.
func due(k setting.GrantKPI) string {
	switch {
	case k.TargetYear == 0:
		return ""
	case k.TargetMonth == 0:
		return fmt.Sprint(k.TargetYear)
	}
	return fmt.Sprintf("%d-%02d", k.TargetYear, k.TargetMonth)
}

// InUnit is the figure's value in the unit of the KPI: a ratio in per cent, yen in thousands or
// more. The division comes last, so that 11 of 20 are exactly 55 %.
func InUnit(f *kpi.Figure, unit string) *float64 {
	switch {
	case f.Value == nil:
		return nil
	case f.Unit == kpi.Ratio && (unit == "%" || unit == "％" || unit == "パーセント"):
		if f.Numerator != nil && f.Denominator != nil {
			return new(*f.Numerator * 100 / *f.Denominator)
		}
		return new(exact(*f.Value, 100))
	case f.Unit == kpi.Yen && yenUnits[unit] > 0:
		return new(*f.Value / yenUnits[unit])
	}
	return new(*f.Value)
}

var yenUnits = map[string]float64{"千円": 1e3, "万円": 1e4, "百万円": 1e6, "億円": 1e8}
