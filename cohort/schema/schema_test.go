package schema

import "testing"

// TestExamples: every column of the template has one example for each row of its table.
func TestExamples(t *testing.T) {
	for _, table := range Tables() {
		for _, c := range table.InTemplate() {
			if want := len(table.Columns[0].Examples); len(c.Examples) != want || want == 0 {
				t.Errorf("%s.%s has %d examples, want %d", table.Key, c.Key, len(c.Examples), want)
			}
		}
	}
}
