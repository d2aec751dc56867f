package catalog

import (
	"reflect"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// TestRowsAreMadeWhenAskedFor: a figure keeps no rows of its own; asked for them it gives those that a window which
// lists rows gives it, with their cells and notes, and nothing else of it depends on whether rows are listed. A figure
// that has been unlisted gives none.
func TestRowsAreMadeWhenAskedFor(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, rich(t, schema.ByKey(schema.Tasks))))
	plain, listing := kpi.Run(All(), w), kpi.Run(All(), w.Listing())
	listed := 0
	for i := range plain {
		f, want := &plain[i], &listing[i]
		if len(f.Rows) > 0 {
			t.Errorf("%s keeps %d rows that nobody asked for", f.ID, len(f.Rows))
		}
		if got := f.Evidence(); !reflect.DeepEqual(got, want.Rows) {
			t.Errorf("%s: rows asked for are %v, those listed %v", f.ID, got, want.Rows)
		}
		listed += len(want.Rows)
		if f.N != want.N || f.Excluded != want.Excluded || !reflect.DeepEqual(f.Value, want.Value) ||
			!reflect.DeepEqual(f.Parts, want.Parts) || !reflect.DeepEqual(f.Notes(), want.Notes()) {
			t.Errorf("%s changes when its rows are listed", f.ID)
		}
		if f.Unlist(); len(f.Evidence()) > 0 {
			t.Errorf("%s gives rows after it was unlisted", f.ID)
		}
	}
	if listed < 100 { // of 12 tables and some 70 figures
		t.Errorf("%d rows are listed in all", listed)
	}
}
