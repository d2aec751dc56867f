package report

import (
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// TestStatusIsTheHubPage: whom the screen says to call stands on the hub edition's page too.
func TestStatusIsTheHubPage(t *testing.T) {
	run := runOn(t, "../samples/midorino", cell.NewDay(2025, 8, 20), lang.JA) // some are late, and no list is cut
	page, _ := Build(builtin(t, "hub"), run)
	people := tableOf(t, page, "people")
	on := func(id string) bool {
		return slices.ContainsFunc(people.Rows, func(row []string) bool { return strings.Contains(row[1], "\n"+id) })
	}
	same := 0
	for b := range Status(run).Blocks() {
		switch b := b.(type) {
		case *content.Table:
			for _, row := range b.Rows {
				if id, _, _ := strings.Cut(row[0], " "); b.ID == "calls" && !on(id) {
					t.Errorf("%s is not on the hub page", id)
				}
			}
			same++
		case *content.Chart:
			same++
		}
	}
	if same != 5 { // four lists that have somebody in them, and the bars of the rule
		t.Errorf("%d lists and charts, want 5", same)
	}
}
