package edition_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"testing"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/cohort/yearstest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report"
	"pilot90/report/bridge"
	"pilot90/report/edition"
	"pilot90/templates"
)

// sealedOn are the days of the editions that leave the hub and the Mondays on which they are sealed.
var sealedOn = []struct {
	kind     string
	asOf, on cell.Day
}{
	{"council", day(2025, 8, 31), day(2025, 9, 1)}, {"grant", day(2025, 9, 30), day(2025, 10, 6)},
	{"council", day(2025, 10, 31), day(2025, 11, 3)}, {"grant", day(2025, 12, 31), day(2026, 1, 5)},
	{"grant", day(2026, 3, 31), day(2026, 4, 6)}, {"council", day(2026, 5, 31), day(2026, 6, 1)},
	{"grant", day(2026, 9, 30), day(2026, 10, 5)}, {"grant", day(2027, 3, 31), day(2027, 4, 5)},
}

func day(y, m, d int) cell.Day { return cell.NewDay(y, time.Month(m), d) }

// TestAlarmsOfTwoYears seals editions that leave the hub out of two years of weekly states and checks all of them every
// eighth Monday and whenever one is sealed. Of each figure that the facts give, the alarm is raised exactly when the
// facts known on that Monday give another value for the edition's day than those known when it was sealed; and no alarm
// at all where no row up to that day changed but by renaming, a copy, a column or the settings.
func TestAlarmsOfTwoYears(t *testing.T) {
	if testing.Short() {
		t.Skip("seals and verifies through 100 weeks")
	}
	facts := yearstest.TwoYears(0)
	town := hub{t: t, dir: t.TempDir(), facts: facts}
	raised, silent := 0, 0
	for m := yearstest.FirstMonday; m <= yearstest.LastMonday; m += 7 {
		var due []int
		for i, s := range sealedOn {
			if s.on == m {
				due = append(due, i)
			}
		}
		week := int(m-yearstest.FirstMonday) / 7
		if len(due) == 0 && week%8 != 4 {
			continue
		}
		town.stands(m)
		for _, i := range due {
			town.seal(sealedOn[i].kind, sealedOn[i].asOf)
		}
		r, s := town.alarms(m)
		raised, silent = raised+r, silent+s
	}
	if raised < 20 || silent < 150 {
		t.Errorf("%d alarms and %d figures without one: the two years hold too little", raised, silent)
	}
}

// hub is the folder of a ledger through the weeks.
type hub struct {
	t     *testing.T
	dir   string
	facts *yearstest.Town
}

// stands puts the sheets of a Monday into the folder.
func (h hub) stands(m cell.Day) {
	h.t.Helper()
	old, _ := filepath.Glob(filepath.Join(h.dir, "*.*"))
	for _, path := range old {
		if err := os.Remove(path); err != nil {
			h.t.Fatal(err)
		}
	}
	for name, data := range h.facts.On(m).Files(m) {
		if err := os.WriteFile(filepath.Join(h.dir, name), data, 0o644); err != nil {
			h.t.Fatal(err)
		}
	}
}

func compute(c *cohort.Ledger, clock setting.Clock) report.Run {
	w := kpi.NewWindow(c, clock)
	return report.Run{Cohort: c, Window: w, Lang: "ja", Version: "test", Result: result.Compute(catalog.All(), w),
		Definitions: kpi.Expanded(catalog.All(), w)}
}

func (h hub) kept() []*edition.Sealed {
	h.t.Helper()
	kept, err := edition.Kept(h.dir)
	if err != nil {
		h.t.Fatal(err)
	}
	return kept
}

func (h hub) seal(kind string, asOf cell.Day) {
	h.t.Helper()
	c, clock, err := cohort.Load(h.t.Context(), h.dir, cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		h.t.Fatal(err)
	}
	plan, err := report.BuiltinPlan(kind)
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err = edition.Seal(h.t.Context(), edition.Order{Ledger: h.dir, Edition: kind, Plan: plan,
		Formats: []string{"json"}, Run: compute(c, clock), Existing: h.kept()}); err != nil {
		h.t.Fatal(err)
	}
}

// alarms checks every edition on a Monday, and returns of how many figures an alarm was raised and of how many not.
func (h hub) alarms(m cell.Day) (raised, silent int) {
	h.t.Helper()
	verdicts, err := edition.VerifyAll(h.t.Context(), h.kept(), edition.Ledger{Path: h.dir, Version: "test",
		Plan: templates.Plan,
		Compute: func(c *cohort.Ledger, clock setting.Clock, _ string) (report.Run, error) {
			return compute(c, clock), nil
		},
		Words: func(err error) string { return err.Error() },
		Read: func(path string, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
			return cohort.Load(h.t.Context(), path, opt)
		},
		Kept: func(files map[string][]byte, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
			return cohort.LoadMemory(h.t.Context(), files, opt)
		}})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, v := range verdicts {
		if len(v.Unchecked)+len(v.Outputs) > 0 || !v.Recomputed {
			h.t.Fatalf("%s: %s: %v %v", m, v.Name, v.Unchecked, v.Outputs)
		}
		r, s := h.alarmsOf(m, v)
		raised, silent = raised+r, silent+s
	}
	return raised, silent
}

// alarmsOf holds one verdict against the facts.
func (h hub) alarmsOf(m cell.Day, v *edition.Verdict) (raised, silent int) {
	h.t.Helper()
	i := slices.IndexFunc(sealedOn, func(s struct {
		kind     string
		asOf, on cell.Day
	}) bool {
		return v.Name == fmt.Sprintf("%s-%s", s.asOf, s.kind)
	})
	of := sealedOn[i]
	from := cell.NewDay(of.asOf.FiscalYear(), 4, 1)
	if v.Manifest.Recompute.From != from.String() { // the year of before was left in the settings
		from = cell.NewDay(of.asOf.FiscalYear()-1, 4, 1)
	}
	end := cell.NewDay(from.FiscalYear()+1, time.March, 31)
	then, now := h.facts.On(of.on).Figures(of.asOf, from, end), h.facts.On(m).Figures(of.asOf, from, end)
	for _, id := range slices.Sorted(maps.Keys(then)) {
		j := slices.IndexFunc(v.Manifest.Figures, func(f edition.Figure) bool { return f.ID == id })
		if j < 0 || v.Manifest.Figures[j].Value == nil || !near(*v.Manifest.Figures[j].Value, then[id]) {
			continue // hidden, or rounded
		}
		got := slices.ContainsFunc(edition.Alarms([]*edition.Verdict{v}), func(a bridge.Alarm) bool {
			return a.ID == id && a.Field == "value"
		})
		is, there := now[id]
		if want := !there || !near(is, then[id]); got != want {
			h.t.Errorf("%s: %s: %s was %v and is %v: alarm %v", m, v.Name, id, then[id], is, got)
		}
		if got {
			raised++
		} else {
			silent++
		}
	}
	c := h.facts.Between(of.on, m, of.asOf)
	if v.Alarm() && !c.Added && !c.Corrected && !c.Removed && !c.Filled {
		h.t.Errorf("%s: %s: an alarm though nothing up to its day changed: %+v", m, v.Name, v.Figures)
	}
	h.causes(m, v, c)
	return raised, silent
}

// causes checks that every difference has causes, and only such as the facts hold.
func (h hub) causes(m cell.Day, v *edition.Verdict, c yearstest.Changes) {
	h.t.Helper()
	held := map[bridge.Cause]bool{bridge.Late: c.Added, bridge.Filled: c.Filled, bridge.Corrected: c.Corrected,
		bridge.Removed: c.Removed}
	for _, d := range v.Figures {
		if d.Field == "target" {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(d.Causes), func(c bridge.Cause) bool { return held[c] })
		if len(d.Causes) == 0 || len(others) > 0 {
			h.t.Errorf("%s: %s: %s %s is put down to %v; the facts hold %+v", m, v.Name, d.ID, d.Field, d.Causes, c)
		}
	}
	if c.Corrected || c.Removed {
		return
	}
	if class := v.Class(); class == edition.Corrected && !slices.ContainsFunc(v.Figures, func(d edition.Difference) bool {
		return d.Field == "target"
	}) {
		h.t.Errorf("%s: %s is called corrected, with late entries alone", m, v.Name)
	}
}

func near(a, b float64) bool { return a-b < 1e-9*max(1, a) && b-a < 1e-9*max(1, b) }
