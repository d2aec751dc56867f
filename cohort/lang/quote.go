package lang

import (
	"strings"
	"unicode/utf8"
)

// quotedRunes is how much of a long text a message repeats.
const quotedRunes = 40

// Quote returns a text for use inside a message: on one line, cut when long.
func Quote(s string) string {
	if cut := quotedRunes * utf8.UTFMax; len(s) > cut {
		s = strings.ToValidUTF8(s[:cut], "")
	}
	s = strings.Join(strings.Fields(strings.Map(Visible, s)), " ")
	if r := []rune(s); len(r) > quotedRunes {
		return string(r[:quotedRunes]) + "…"
	}
	return s
}
