package catalog

import (
	"regexp"
	"testing"

	"pilot90/kpi"
)

// counted is the arithmetic of a count: 対象 12 人のうち 7 人.
var counted = regexp.MustCompile(`^対象 \d+ (人|件)のうち \d+ (人|件)$`)

// TestCountsAreWhatTheArithmeticSays: a count has the counting word of its own arithmetic, which its
// computation writes and its definition does not.
func TestCountsAreWhatTheArithmeticSays(t *testing.T) {
	word := map[kpi.Things]string{kpi.Persons: "人", kpi.Records: "件"}
	seen := map[string]int{}
	for _, d := range All() {
		for _, f := range kpi.Run([]kpi.Definition{d}, readGolden(t, d.ID).window(t)) {
			m := counted.FindStringSubmatch(f.Arithmetic.JA)
			if m == nil || f.Unit != kpi.Count {
				continue
			}
			seen[m[1]]++
			if word[f.Counts] != m[1] {
				t.Errorf("%s: reckoned as %q, but counted as %q", f.ID, f.Arithmetic.JA, word[f.Counts])
			}
		}
	}
	if seen["人"] < 9 || seen["件"] < 4 {
		t.Errorf("only %v counts have such an arithmetic", seen)
	}
}
