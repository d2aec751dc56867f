package block

import (
	"fmt"
	"testing"
)

// TestLongest: however many contracts run on and have ended, as many are drawn as there is room for, in their order,
// and both kinds are among them where there are both.
func TestLongest(t *testing.T) {
	const most = 8
	for running := range 20 {
		for over := range 20 {
			var all []term
			for i := range running + over {
				all = append(all, term{name: fmt.Sprint(i), months: float64(-i), ended: i >= running})
			}
			got := longest(all, most)
			if want := min(most, len(all)); len(got) != want {
				t.Fatalf("%d running, %d ended: %d drawn, want %d", running, over, len(got), want)
			}
			drawn := ended(got)
			if running > 0 && drawn == len(got) && len(got) > 0 || over > 0 && drawn == 0 {
				t.Errorf("%d running, %d ended: of %d drawn %d ended", running, over, len(got), drawn)
			}
			for i := 1; i < len(got); i++ {
				if got[i].months > got[i-1].months {
					t.Errorf("%d running, %d ended: not in order", running, over)
				}
			}
		}
	}
}
