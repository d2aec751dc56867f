package report

import (
	"reflect"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// TestStatusIsTheHubPage: every list and chart on the screen stands on the hub edition's pages,
// word for word.
func TestStatusIsTheHubPage(t *testing.T) {
	run := runOn(t, "../samples/midorino", cell.NewDay(2025, 8, 20), lang.JA) // some are late, and no list is cut
	page, _ := Build(builtin(t, "hub"), run)
	on := func(b content.Block) bool {
		for other := range page.Blocks() {
			if reflect.DeepEqual(b, other) {
				return true
			}
		}
		return false
	}
	same := 0
	for b := range Status(run).Blocks() {
		switch b.(type) {
		case *content.Table, *content.Chart:
			if same++; !on(b) {
				t.Errorf("not on the hub page: %+v", b)
			}
		}
	}
	if same != 5 { // four lists that have somebody in them, and the bars of the rule
		t.Errorf("%d lists and charts, want 5", same)
	}
}
