package bridge_test

import (
	"maps"
	"math"
	"slices"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/yearstest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/report/bridge"
)

// TestTwoYears: the hub's ledger on each Monday of two fiscal years, as far as it was typed by then. On every Monday
// the figures are those of a computation of its own from the facts, and whatever moves from Monday to Monday has terms
// that add up to the change, of causes that are truly there that week.
func TestTwoYears(t *testing.T) {
	if testing.Short() {
		t.Skip("works through 100 weeks")
	}
	facts := yearstest.TwoYears(0)
	var was *bridge.Side
	compared, moved := 0, 0
	for m := yearstest.FirstMonday; m <= yearstest.LastMonday; m += 7 {
		is := onMonday(t, facts, m)
		compared += agrees(t, m, is.figures, facts.On(m).Figures(m, is.Clock.From, is.Clock.End))
		if was != nil {
			moved += explained(t, facts, m, was, &is.Side)
		}
		was = &is.Side
	}
	if compared < 1500 || moved < 1500 {
		t.Errorf("%d figures compared, %d moved: the two years hold too little", compared, moved)
	}
}

// TestOtherYears: other years of the same kind, looked at every eleventh Monday.
func TestOtherYears(t *testing.T) {
	if testing.Short() {
		t.Skip("works through two times two years")
	}
	for variant := 1; variant <= 2; variant++ {
		facts := yearstest.TwoYears(variant)
		for m := yearstest.FirstMonday + 21; m <= yearstest.LastMonday; m += 77 {
			is := onMonday(t, facts, m)
			agrees(t, m, is.figures, facts.On(m).Figures(m, is.Clock.From, is.Clock.End))
		}
	}
}

type mondays struct {
	bridge.Side
	figures []kpi.Figure
}

// onMonday reads and computes the ledger as it stands.
func onMonday(t *testing.T, w *yearstest.Town, m cell.Day) mondays {
	t.Helper()
	c, clock, err := cohort.LoadMemory(t.Context(), w.On(m).Files(m), cohort.LoadOptions{Today: m})
	if err != nil {
		t.Fatal(err)
	}
	return mondays{bridge.Side{Cohort: c, Clock: clock}, kpi.Run(catalog.All(), kpi.NewWindow(c, clock))}
}

// agrees holds figures against a computation of its own, and returns how many there were.
func agrees(t *testing.T, m cell.Day, figures []kpi.Figure, want map[string]float64) int {
	t.Helper()
	for _, id := range slices.Sorted(maps.Keys(want)) {
		f := kpi.Find(figures, id)
		if f == nil || f.Value == nil || math.Abs(*f.Value-want[id]) > 1e-9*max(1, math.Abs(want[id])) {
			t.Errorf("%s: %s is %s, want %v", m, id, valueOf(f), want[id])
		}
	}
	return len(want)
}

func valueOf(f *kpi.Figure) any {
	switch {
	case f == nil:
		return "not there"
	case f.Value == nil:
		return f.Reason.EN
	}
	return *f.Value
}

// explained checks the bridges from one Monday to the next, and returns how many figures moved.
func explained(t *testing.T, w *yearstest.Town, m cell.Day, was, is *bridge.Side) int {
	t.Helper()
	allowed := causes(w, m)
	r := bridge.Compare(was, is)
	for _, b := range r.Bridges {
		if len(b.Terms) == 0 {
			continue // a value came or went
		}
		from := *b.Old.Value
		for _, term := range b.Terms {
			if term.From != from {
				t.Errorf("%s: %s: a term from %v follows %v", m, b.ID, term.From, from)
			}
			from = term.To
			if !slices.ContainsFunc(term.Causes, func(c bridge.Cause) bool { return allowed[c] }) {
				t.Errorf("%s: %s moves from %v to %v for %v; that week holds only %v", m, b.ID, term.From, term.To,
					term.Causes, slices.Sorted(maps.Keys(allowed)))
			}
		}
		if from != *b.New.Value {
			t.Errorf("%s: %s: the terms lead to %v, the value is %v", m, b.ID, from, *b.New.Value)
		}
	}
	return len(r.Bridges)
}

// causes are those that the week up to a Monday truly holds.
func causes(w *yearstest.Town, m cell.Day) map[bridge.Cause]bool {
	c := w.Between(m-7, m, 0)
	all := map[bridge.Cause]bool{bridge.Time: true, bridge.Added: c.Added, bridge.Filled: c.Filled,
		bridge.Corrected: c.Corrected, bridge.Removed: c.Removed, bridge.Settings: c.Settings}
	maps.DeleteFunc(all, func(_ bridge.Cause, held bool) bool { return !held })
	return all
}
