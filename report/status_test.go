package report

import (
	"reflect"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// TestStatusIsTheHubPage: every list and chart on the screen stands on the hub edition's pages,
// word for word.
func TestStatusIsTheHubPage(t *testing.T) {
	run := runOf(t, "../samples/midorino", lang.JA)
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
	if same != 6 { // calls, due, unpaid, ending, idle, and the bars of the rule
		t.Errorf("%d lists and charts, want 6", same)
	}
}
