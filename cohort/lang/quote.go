package lang

import (
	"strings"
	"unicode"
)

// quotedRunes is how much of a long text a message repeats.
const quotedRunes = 40

// Quote returns a text for use inside a message: on one line, without characters that cannot be seen, and
// cut when long, which a "…" at its end says. A damaged file may hold anything.
func Quote(s string) string {
	var b strings.Builder
	n, space := 0, false
	for _, r := range s {
		if Invisible(r) {
			continue
		}
		if unicode.IsSpace(r) {
			space = n > 0
			continue
		}
		if n++; space {
			n++
		}
		if n > quotedRunes {
			return b.String() + "…"
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
