package block

import (
	"fmt"
	"slices"
	"testing"
)

// TestSpread: bins are equal in the middle with open tails, none of fewer than three months, and the title names the
// shortest run that holds 60 % of all. By hand: of 20 months at 1,000, 3,000, ..., 39,000 yen the 2nd and the 19th are
// 3,000 and 37,000, so that bins of 10,000 yen are the finest of which six reach: 0 to 3, five months in each.
func TestSpread(t *testing.T) {
	var even []float64
	for i := range 20 {
		even = append(even, float64(1000+2000*i))
	}
	bins := spreadOf(even)
	if got := fmt.Sprint(bins); got != "[{0 10000 5} {10000 20000 5} {20000 30000 5} {30000 0 5}]" {
		t.Errorf("even: %s", got)
	}
	if from, to, n := namedBins(bins); from != 0 || to != 3 || n != 15 { // 10 of 20 are not 60 %
		t.Errorf("named %d to %d with %d months", from, to, n)
	}
	// Two months far above stand in the tail of 30,000 and more, which has only them: they join the bin below.
	bins = spreadOf(append(slices.Repeat([]float64{15000, 25000}, 10), 90000, 95000))
	for _, b := range bins {
		if b.count < leastBin {
			t.Errorf("a bin of %d months in %v", b.count, bins)
		}
	}
	if spreadOf(nil) != nil || spreadOf([]float64{5000, 5000}) != nil {
		t.Error("too few months have bins")
	}
}
