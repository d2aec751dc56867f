package cohort

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// compact is NFKC without spaces.
func compact(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range norm.NFKC.String(s) {
		if r != ' ' && r != '\n' && r != '\r' && r != '\t' {
			out = append(out, r)
		}
	}
	return string(out)
}

// compactLower is NFKC without spaces, in small letters.
func compactLower(s string) string { return strings.ToLower(compact(s)) }
