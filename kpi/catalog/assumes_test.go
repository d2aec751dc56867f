package catalog

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// rich is a ledger of every sheet and column of the template, in which each column matters: somebody
// registered long before the start and left, training is on record in both places, contracts have
// ends and prices of both kinds, budget lines are dated outside the period. For the tables that stand in for columns
// of others it is the ledger of a hub that keeps those.
func rich(t *testing.T, of *schema.Table) string {
	t.Helper()
	file := "testdata/rich/ledger.txt"
	if of.Instead {
		file = "testdata/rich/money.txt"
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// richResults are what was computed of the two rich ledgers.
var (
	richResults = map[string]*result.Result{}
	richLock    sync.Mutex
)

// richResult is all that is computed of the rich ledger for a table. It is not to be changed.
func richResult(t *testing.T, of *schema.Table) *result.Result {
	t.Helper()
	richLock.Lock()
	defer richLock.Unlock()
	ledger := rich(t, of)
	r, done := richResults[ledger]
	if !done {
		c, clock := cohorttest.Load(t, ledger)
		if errors, _, _ := finding.Counts(c.Findings); errors > 0 {
			t.Fatalf("the ledger has %d errors: %v", errors, c.Findings)
		}
		r = result.Compute(All(), kpi.NewWindow(c, clock))
		richResults[ledger] = r
	}
	return r
}

// TestNoColumnGoesMissingInSilence takes each optional column out of the ledger. Of every figure
// the numbers must stay as they were, or there is a reason instead, or a warning that names the
// column. The stages and the flow of the funnel must do the same.
func TestNoColumnGoesMissingInSilence(t *testing.T) {
	if testing.Short() {
		t.Skip("takes every column out of a ledger")
	}
	t.Parallel()
	for _, table := range schema.Tables() {
		whole := richResult(t, table)
		for _, column := range table.Columns {
			if column.Required || column.Instead {
				continue
			}
			left, ok := withoutColumn(rich(t, table), kpi.Column{Table: table.Key, Key: column.Key})
			if !ok {
				t.Errorf("the ledger has no column %s of %s", column.Key, table.Key)
				continue
			}
			r := result.Compute(All(), kpi.NewWindow(cohorttest.Load(t, left)))
			for i, f := range r.Figures {
				if changed(whole.Figures[i], f) && !mentions(f.Warnings, column.Heading) {
					t.Errorf("%s without %s of %s: %v → %v, parts %v → %v, and nothing said: %v", f.ID, column.Key, table.Key,
						pointed(whole.Figures[i].Value), pointed(f.Value), whole.Figures[i].Parts, f.Parts, f.Warnings)
				}
			}
			sameFunnel(t, whole.Funnel, r.Funnel, column.Heading)
		}
	}
}

// TestNoColumnGoesMissingInPart does the same with every table kept in two files, of which only the
// first one lacks the column.
func TestNoColumnGoesMissingInPart(t *testing.T) {
	if testing.Short() {
		t.Skip("takes every column out of a ledger")
	}
	t.Parallel()
	for _, table := range schema.Tables() {
		whole := richResult(t, table)
		for _, column := range table.Columns {
			if column.Required || column.Instead {
				continue
			}
			two := inTwoFiles(t, rich(t, table), table.Sheet.JA)
			left, ok := withoutColumn(two, kpi.Column{Table: table.Key, Key: column.Key})
			if !ok {
				t.Errorf("the ledger has no column %s of %s", column.Key, table.Key)
				continue
			}
			r := result.Compute(All(), kpi.NewWindow(cohorttest.Load(t, left)))
			bites := false
			for i, f := range r.Figures {
				bites = bites || changed(whole.Figures[i], f)
				if changed(whole.Figures[i], f) && !mentions(f.Warnings, column.Heading) {
					t.Errorf("%s with half of %s of %s: %v → %v, and nothing said: %v", f.ID, column.Key, table.Key,
						pointed(whole.Figures[i].Value), pointed(f.Value), f.Warnings)
				}
			}
			if bites && column.Aside {
				t.Errorf("%s of %s is said to be no figure's, and changes one", column.Key, table.Key)
			}
			sameFunnel(t, whole.Funnel, r.Funnel, column.Heading)
		}
	}
}

// TestAsideColumns holds the columns that the schema says no figure rests on against the figures.
func TestAsideColumns(t *testing.T) {
	read := map[kpi.Column]bool{}
	for _, d := range All() {
		for _, c := range slices.Concat(d.Columns, d.Assumes) {
			read[kpi.Column{Table: c.Table, Key: c.Key}] = true
			if c.Or != "" {
				read[kpi.Column{Table: c.Or, Key: c.Key}] = true
			}
		}
	}
	for _, table := range schema.Tables() {
		for _, column := range table.Columns {
			c := kpi.Column{Table: table.Key, Key: column.Key}
			if !column.Required && read[c] == column.Aside {
				t.Errorf("%s of %s: read by a figure %t, said to be no figure's %t", c.Key, c.Table, read[c], column.Aside)
			}
		}
	}
}

// changed reports whether a figure that still has a value, or had none before either, differs.
func changed(before, after kpi.Figure) bool {
	if before.Value != nil && after.Value == nil && !after.Reason.Empty() {
		return false
	}
	return !reflect.DeepEqual(before.Value, after.Value) || !reflect.DeepEqual(before.Numerator, after.Numerator) ||
		!reflect.DeepEqual(before.Denominator, after.Denominator) || !reflect.DeepEqual(before.Parts, after.Parts)
}

func mentions(warnings []lang.Text, heading lang.Text) bool {
	return slices.ContainsFunc(warnings, func(w lang.Text) bool {
		return strings.Contains(w.JA, "「"+heading.JA+"」") && strings.Contains(w.EN, heading.EN)
	})
}

func sameFunnel(t *testing.T, before, after state.Funnel, heading lang.Text) {
	t.Helper()
	for i, s := range after.Stages {
		if s.Count != nil && *s.Count != *before.Stages[i].Count && !mentions(s.Notes, heading) {
			t.Errorf("stage %s without %s: %d → %d, and nothing said", s.Stage, heading.JA, *before.Stages[i].Count, *s.Count)
		}
	}
	if !reflect.DeepEqual(before.Phases, after.Phases) && !mentions(after.Notes, heading) {
		t.Errorf("the flow without %s: %v → %v, and nothing said", heading.JA, before.Phases, after.Phases)
	}
}

// TestEveryAssumptionBites holds the lists of Assumes short: a column that a figure names must
// change the figure of the ledger when it is gone, or give it a reason.
func TestEveryAssumptionBites(t *testing.T) {
	if testing.Short() {
		t.Skip("takes many columns out of a ledger")
	}
	t.Parallel()
	without := map[kpi.Column]*kpi.Window{} // many figures assume the same
	for _, d := range All() {
		for _, c := range d.Assumes {
			whole := richResult(t, schema.ByKey(c.Table)).Figures
			if said := kpi.Assumption(c); said.JA == "" || said.EN == "" {
				t.Errorf("%s assumes %s, and nothing is written for it", d.ID, c.Key)
			}
			if without[c] == nil {
				left, _ := withoutColumn(rich(t, schema.ByKey(c.Table)), c)
				without[c] = kpi.NewWindow(cohorttest.Load(t, left))
			}
			got := kpi.Run([]kpi.Definition{d}, without[c])[0]
			if want := kpi.Find(whole, got.ID); got.Value != nil && !changed(*want, got) {
				t.Errorf("%s names %s of %s and does not read it", d.ID, c.Key, c.Table)
			}
		}
	}
}
