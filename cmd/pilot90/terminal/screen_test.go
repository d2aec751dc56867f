package terminal

import (
	"bytes"
	"fmt"
	"testing"

	"pilot90/cohort/finding"
	"pilot90/report/term"
)

// TestScreen: what a terminal would obey is shown, pilot90's colours pass where there are some, and a
// character that comes in parts stays whole.
func TestScreen(t *testing.T) {
	for _, c := range []struct {
		painted bool
		parts   []string
		want    string
	}{
		{false, []string{"緑野\x1b[2J\n"}, `緑野\u001b[2J` + "\n"},
		{false, []string{"\x1b[1;31m誤り\x1b[0m"}, `\u001b[1;31m誤り\u001b[0m`},
		{true, []string{"\x1b[1;31m誤り\x1b[0m\x1b[2J\x1b[31m"}, "\x1b[1;31m誤り\x1b[0m" + `\u001b[2J\u001b[31m`},
		{false, []string{"\xe7\xb7", "\x91\xe9", "\x87\x8e\u202e"}, `緑野\u202e`}, // 緑野 in UTF-8
		{false, []string{"a\xc2", "\x9b2J"}, `a\u009b2J`},                       // CSI in two parts
		{false, []string{"\x9b2J\xff"}, "\ufffd2J\ufffd"},                       // bytes that are no text
	} {
		var b bytes.Buffer
		s := &screen{to: &b, painted: c.painted}
		for _, part := range c.parts {
			if n, err := s.Write([]byte(part)); n != len(part) || err != nil {
				t.Errorf("%q: took %d, %v", part, n, err)
			}
		}
		if got := b.String(); got != c.want {
			t.Errorf("%q shows %q, want %q", c.parts, got, c.want)
		}
	}
}

// TestOwnColours: every code that pilot90 paints with is one that passes.
func TestOwnColours(t *testing.T) {
	for s := finding.Error; s <= finding.Info; s++ {
		if code := severityCodes[s]; !ownColours.MatchString(fmt.Sprintf("\x1b[%sm", code)) {
			t.Errorf("severity %v: the code %q does not pass", s, code)
		}
	}
	for s := term.Heading; s <= term.Bad; s++ {
		if code := styleCodes[s]; !ownColours.MatchString(fmt.Sprintf("\x1b[%sm", code)) {
			t.Errorf("style %v: the code %q does not pass", s, code)
		}
	}
}
