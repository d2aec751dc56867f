package grant

import (
	"fmt"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
)

// Sealed is what a sealed edition over a whole fiscal year said of it: values by figure id, unrounded.
type Sealed struct {
	FiscalYear int
	Edition    string // its name
	Values     map[string]float64
}

// ledger is what the actual of a year can be taken from.
type ledger struct {
	*kpi.Window
	defs    []kpi.Definition
	figures []kpi.Figure
	sealed  []Sealed
	windows map[int]*kpi.Window // of other fiscal years than the period
}

// definition is the figure's, or one without a measure.
func (l *ledger) definition(id string) kpi.Definition {
	if i := slices.IndexFunc(l.defs, func(d kpi.Definition) bool { return d.ID == id }); i >= 0 {
		return l.defs[i]
	}
	return kpi.Definition{}
}

// yearly is what is known of one fiscal year by itself.
type yearly struct {
	value   *float64
	source  lang.Text
	warning lang.Text
}

var (
	fromLedger  = lang.Text{JA: "台帳", EN: "the ledger"}
	fromHistory = lang.Text{JA: "pilot.toml の history", EN: "history of pilot.toml"}
	fromHand    = lang.Text{JA: "pilot.toml の actual", EN: "actual of pilot.toml"}
)

// of returns the value of the figure over one fiscal year: from the ledger where it has that year, else from a sealed
// edition, else from the history. Where the ledger and the history both know the year and differ, that is said.
func (l *ledger) of(k setting.GrantKPI, d kpi.Definition, year int) yearly {
	known := historyOf(k, year)
	if v := l.computed(k, d, year); v != nil {
		y := yearly{value: v, source: fromLedger}
		if known != nil && *known != *v {
			y.warning = lang.Text{
				JA: fmt.Sprintf("%d年度：台帳では %s、history では %s です。台帳の値を使っています", year, lang.Plain(*v), lang.Plain(*known)),
				EN: fmt.Sprintf("fiscal %d: %s by the ledger, %s by the history; the ledger's is used", year, lang.Plain(*v),
					lang.Plain(*known)),
			}
		}
		return y
	}
	for _, s := range l.sealed {
		if v, ok := s.Values[k.Figure]; ok && s.FiscalYear == year {
			return yearly{value: InUnit(&kpi.Figure{Unit: d.Unit, Value: &v}, k.Unit),
				source: lang.Text{JA: "残した版 " + s.Edition, EN: "sealed edition " + s.Edition}}
		}
	}
	if known != nil {
		return yearly{value: known, source: fromHistory}
	}
	return yearly{}
}

// computed is the figure over one fiscal year by today's ledger, or nil where the ledger does not have that year.
func (l *ledger) computed(k setting.GrantKPI, d kpi.Definition, year int) *float64 {
	from, to := facts.FiscalYear(year)
	if l.Clock.From == from && l.Clock.To <= to {
		if f := kpi.Find(l.figures, k.Figure); f != nil {
			return InUnit(f, k.Unit)
		}
		return nil
	}
	if begins := l.Pilot.Begins; d.Compute == nil || from > l.Clock.At() || begins != nil && from < *begins {
		return nil
	}
	if l.windows[year] == nil {
		clock := setting.Clock{AsOf: l.Clock.AsOf, From: from, To: min(to, l.Clock.At()), End: to, Named: true}
		l.windows[year] = kpi.NewWindow(l.Cohort, clock)
	}
	w := l.windows[year]
	if !has(w, d) {
		return nil
	}
	return InUnit(&kpi.Run([]kpi.Definition{d}, w)[0], k.Unit)
}

// has reports whether the ledger has the year of the window: rows dated in it, in the sheet that the figure's year is
// told by. A ledger begun anew holds last year's people and running contracts, but none of last year's work.
func has(w *kpi.Window, d kpi.Definition) bool {
	switch {
	case slices.Contains(d.Needs, schema.Metrics):
		return dated(w, w.Metrics, func(m *record.Metric) record.Field[cell.Day] { return m.Date })
	case slices.Contains(d.Needs, schema.Budget):
		return slices.ContainsFunc(w.Budget, func(b *record.Budget) bool { return b.Year() != 0 && w.BudgetIn(b) })
	case slices.Contains(d.Needs, schema.Support):
		return dated(w, w.Support, func(s *record.Support) record.Field[cell.Day] { return s.Date })
	case w.Present(schema.Tasks):
		return len(w.TasksIn()) > 0
	}
	return len(w.ActiveContracts()) > 0
}

func dated[R any](w *kpi.Window, rows []*R, on func(*R) record.Field[cell.Day]) bool {
	return slices.ContainsFunc(rows, func(r *R) bool { d := on(r); return d.Known && w.In(d.Value) })
}

func historyOf(k setting.GrantKPI, year int) *float64 {
	for _, h := range k.History {
		if h.FiscalYear == year {
			return new(h.Value)
		}
	}
	return nil
}

// byHand is the year of an indicator that no figure gives: the actual of the reported year, else the history.
func byHand(k setting.GrantKPI, year, reported int) yearly {
	if year == reported && k.Actual != nil {
		return yearly{value: new(*k.Actual), source: fromHand}
	}
	if v := historyOf(k, year); v != nil {
		return yearly{value: v, source: fromHistory}
	}
	return yearly{}
}

// accumulate turns the years of a flow, each by itself, into what has come together: baseline + all years of the grant
// up to each. From the first year of which nothing is known on there is no sum, and the reason names it.
func (i *Indicator) accumulate(k setting.GrantKPI, year int, of func(year int) yearly) {
	first := year
	if len(k.Increments) > 0 {
		first = min(k.Increments[0].FiscalYear, year)
	}
	var sum []float64
	if k.Baseline != nil {
		sum = append(sum, *k.Baseline)
	}
	i.Actual = nil
	var unknown lang.Text
	for y := first; y <= year; y++ {
		at, v := i.year(y), of(y)
		at.Gained, at.Source, at.Actual = v.value, v.source, nil
		i.warn(v.warning)
		switch {
		case v.value == nil && unknown.Empty():
			unknown = i.unknownYear(y, year)
		case v.value != nil && unknown.Empty():
			sum = append(sum, *v.value)
			at.Actual = new(exactSum(sum))
		}
	}
	if i.Reason = unknown; unknown.Empty() {
		i.Actual = i.year(year).Actual
	}
}

// unknownYear is why there is no cumulative actual: of the reported year, what the figure itself says.
func (i *Indicator) unknownYear(y, reported int) lang.Text {
	if y == reported && !i.Reason.Empty() {
		return i.Reason
	}
	return lang.Text{
		JA: fmt.Sprintf("%d年度の実績がわからないため、累計を出せません（台帳、残した版、pilot.toml の history のどれにもありません）", y),
		EN: fmt.Sprintf(
			"nothing is known of fiscal %d, so there is no cumulative actual: it is in none of the ledger, the sealed "+
				"editions and history in pilot.toml", y),
	}
}

func (i *Indicator) warn(w lang.Text) {
	if !w.Empty() {
		i.Warnings, i.OfYears = append(i.Warnings, w), append(i.OfYears, w)
	}
}
