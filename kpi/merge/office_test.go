package merge_test

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/merge"
)

// officeLedgers are ledgers as small offices keep them, each kind of two sets of facts.
const officeLedgers = "../../../shared/data/office"

// TestPoolingEqualsTheJoinedOffices takes pairs of real ledgers of one kind, puts their parts together, and computes
// the same on the one ledger that has the records of both, with ids that tell the two apart. Both of a pair keep the
// same columns: one that a ledger does not have is "no" in every row of it once the other's sheet is joined to it.
func TestPoolingEqualsTheJoinedOffices(t *testing.T) {
	if testing.Short() {
		t.Skip("joins every office ledger")
	}
	first, err := filepath.Glob(filepath.Join(officeLedgers, "seed03", "*", setting.File))
	if err != nil {
		t.Fatal(err)
	}
	if len(first) == 0 {
		t.Skip("the office ledgers are not beside the repository (../shared/data/office)")
	}
	valued, pairs := 0, 0
	for _, path := range first {
		kind := filepath.Base(filepath.Dir(path))
		t.Run(kind, func(t *testing.T) {
			a, clock := office(t, filepath.Join(officeLedgers, "seed03", kind), "A")
			b, _ := office(t, filepath.Join(officeLedgers, "seed11", kind), "B")
			if !alike(a, b) {
				t.Skip("the two keep pay and deliveries in different tables")
			}
			valued, pairs = valued+comparePooled(t, clock, a, b), pairs+1
		})
	}
	if pairs == 0 || valued < 30*pairs {
		t.Errorf("%d figures had a value in %d pairs: too few to try it", valued, pairs)
	}
}

// alike reports two ledgers whose logs have the same columns.
func alike(a, b *cohort.Ledger) bool {
	return !slices.ContainsFunc(schema.ByKey(schema.Tasks).Columns, func(c schema.Column) bool {
		return slices.Contains([]string{"pay", "hours", "delivered_date", "paid_date"}, c.Key) &&
			a.Tasks.Has(c.Key) != b.Tasks.Has(c.Key)
	})
}

func comparePooled(t *testing.T, clock setting.Clock, ledgers ...*cohort.Ledger) (valued int) {
	t.Helper()
	handed := map[string][]*merge.Part{}
	for _, c := range ledgers {
		w := kpi.NewWindow(c, clock)
		for _, p := range merge.Parts(catalog.All(), w, kpi.Run(catalog.All(), w)) {
			handed[p.ID] = append(handed[p.ID], &p)
		}
	}
	w := kpi.NewWindow(joinedLedger(ledgers), clock)
	all := kpi.Run(catalog.All(), w)
	for _, d := range kpi.Expanded(catalog.All(), w) {
		if d.Law.Kind == kpi.Apart || d.ID == "population_share" { // the joined ledger has one population
			continue
		}
		got, want := merge.Pool(d, handed[d.ID]), kpi.Find(all, d.ID)
		if problem := differs(d.Law, &got, want); problem != "" {
			t.Errorf("%s: %s", d.ID, problem)
		}
		if want.Value != nil {
			valued++
		}
	}
	return valued
}

// office loads a ledger and gives its files and the ids of its rows a prefix.
func office(t *testing.T, path, prefix string) (*cohort.Ledger, setting.Clock) {
	t.Helper()
	day := cell.NewDay(2026, 3, 31)
	c, clock, err := cohort.Load(context.Background(), path, cohort.LoadOptions{AsOf: &day, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	catalog.Check(c, clock)
	sources := map[*record.Source]bool{}
	tables := reflect.ValueOf(&c.Tables).Elem()
	for i := range tables.NumField() {
		table := tables.Field(i)
		if table.Kind() != reflect.Struct {
			continue
		}
		for _, rows := range []string{"Rows", "Excluded"} {
			for row := range table.FieldByName(rows).Len() {
				prefixIDs(table.FieldByName(rows).Index(row).Elem(), prefix)
			}
		}
		for _, s := range table.FieldByName("Sources").Interface().([]*record.Source) {
			sources[s] = true
		}
	}
	for s := range sources {
		s.File = prefix + s.File
	}
	c.Index()
	for i := range c.Findings {
		c.Findings[i].File = prefix + c.Findings[i].File
	}
	return c, clock
}

// referring are the columns that hold ids.
var referring = []string{"participant_id", "client_id", "contract_id", "renews"}

func prefixIDs(row reflect.Value, prefix string) {
	for i := range row.NumField() {
		f, ok := row.Field(i).Addr().Interface().(*record.Field[string])
		if ok && f.Known && slices.Contains(referring, row.Type().Field(i).Tag.Get("column")) {
			f.Value = prefix + f.Value
		}
	}
}

// joinedLedger is one ledger with the records of all.
func joinedLedger(all []*cohort.Ledger) *cohort.Ledger {
	var lines []record.Line
	var found []finding.Finding
	sheet := slices.ContainsFunc(all, func(c *cohort.Ledger) bool { return c.Clients.Present && !c.Clients.Derived })
	for _, c := range all {
		if sheet { // clients that contracts alone name stand beside those of the other's sheet
			c.Clients.Derived = false
		}
		lines = append(lines, c.Lines()...)
		found = append(found, c.Findings...)
	}
	return cohort.Mix(all[0].Pilot, found, func(key schema.Key) *cohort.Ledger {
		for _, c := range all {
			if c.HasTable(key) {
				return c
			}
		}
		return nil
	}, lines)
}
