package terminal

import (
	"fmt"
	"strings"
	"time"

	"pilot90/cohort/lang"
)

// Counting does work that is through with one thing after the other and shows meanwhile how many of them are done, on a
// terminal and unless nobody wants to see it.
func (t *Terminal) Counting(what lang.Text, of int, done func() int, work func()) {
	p := t.progress(what)
	if p.to != nil {
		p.line = func(elapsed time.Duration) string {
			n := done()
			full := 0
			if of > 0 {
				full = min(n, of) * countBar / of
			}
			return "[" + strings.Repeat("#", full) + strings.Repeat(".", countBar-full) + "] " + t.Say(what) +
				fmt.Sprintf(t.Say(lang.Text{JA: " %d / %d… %d 秒", EN: " %d of %d… %d s"}), n, of, int(elapsed.Seconds()))
		}
	}
	p.during(work)
}

// countBar is the length of the bar.
const countBar = 24
