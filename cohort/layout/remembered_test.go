package layout

import (
	"strings"
	"testing"
)

// TestRemembered holds that a text is worked out once, that long ones are not kept, and that all go when it is full.
func TestRemembered(t *testing.T) {
	works := 0
	m := remember(func(text string) int { works++; return len(text) })
	for range 3 {
		if m.get("作業日") != 9 || works != 1 {
			t.Fatalf("%d works of one text", works)
		}
	}
	long := strings.Repeat("x", longestRemembered+1)
	if m.get(long); len(m.of) != 1 {
		t.Error("a long text is kept")
	}
	for n := range 3 * mostRemembered {
		m.get(strings.Repeat("y", n%97) + string(rune('一'+n)))
		if len(m.of) > mostRemembered {
			t.Fatalf("%d texts are kept", len(m.of))
		}
	}
}
