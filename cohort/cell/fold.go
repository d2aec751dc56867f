package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pilot90/cohort/lang"

	"golang.org/x/text/unicode/norm"
)

// maxScalarBytes bounds the text of a date, a number or a time; a longer one is not read.
const maxScalarBytes = 200

// IsBlank reports whether nothing can be seen in the cell: no value, or white space only.
func (v Value) IsBlank() bool {
	if v.Kind == Blank {
		return true
	}
	if v.Kind != Text {
		return false
	}
	for _, r := range v.Text {
		if '!' <= r && r <= '~' || 'ぁ' <= r && r <= '龯' || !unicode.IsSpace(r) && !lang.Invisible(r) {
			return false
		}
	}
	return true
}

// fold brings the text of a date, number or time to one width and one sort of dash: NFKC, then
// dashes to '-', every space to ' ', invisible characters away. It reports whether more than
// white space changed.
func fold(s string) (folded string, changed bool) {
	if plainASCII(s) {
		return strings.TrimSpace(s), false
	}
	if len(s) > maxScalarBytes {
		return "", false
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	folded = norm.NFKC.String(maskDigits(s))
	folded = strings.TrimSpace(strings.Map(foldRune, folded))
	return folded, !sameButSpace(s, folded)
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return len(s) <= maxScalarBytes
}

// maskDigits hides superscripts, fractions and enclosed numbers from NFKC when they stand
// beside other characters: folding would turn 10² into 102 and 1½ into 11⁄2.
func maskDigits(s string) string {
	if utf8.RuneCountInString(strings.TrimSpace(s)) == 1 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.No, r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

func foldRune(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case lang.IsDash(r), r == 'ー':
		return '-'
	}
	return lang.Visible(r)
}

// sameButSpace reports whether two texts show the same characters apart from white space.
func sameButSpace(a, b string) bool {
	for {
		ra, na := nextVisible(a)
		rb, nb := nextVisible(b)
		if ra != rb {
			return false
		}
		if ra < 0 {
			return true
		}
		a, b = a[na:], b[nb:]
	}
}

// nextVisible returns the first character of s that is not white space and where it ends, or
// -1 at the end of s.
func nextVisible(s string) (rune, int) {
	for i, r := range s {
		if !unicode.IsSpace(r) && !lang.Invisible(r) {
			return r, i + utf8.RuneLen(r)
		}
	}
	return -1, 0
}

// unlook replaces letters that look like digits; it reports false when s has no such letter
// or no digit.
func unlook(s string) (string, bool) {
	digits := lang.LikeDigits(s)
	return digits, digits != s && strings.ContainsAny(s, "0123456789")
}
