package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Lower is NFKC in small letters: Ａ, ａ and A are one.
func Lower(s string) string { return strings.ToLower(norm.NFKC.String(s)) }

// Compact is NFKC without spaces.
func Compact(s string) string {
	if utf8.ValidString(s) && norm.NFKC.IsNormalString(s) && !strings.ContainsAny(s, " \n\r\t") { // as most cells are
		return s
	}
	out := make([]rune, 0, len(s))
	for _, r := range norm.NFKC.String(s) {
		if r != ' ' && r != '\n' && r != '\r' && r != '\t' {
			out = append(out, r)
		}
	}
	return string(out)
}

// Composed is NFC: the marks of が and ぱ are joined to their letters.
func Composed(s string) string { return norm.NFC.String(s) }

// CompactLower is Compact in small letters.
func CompactLower(s string) string { return strings.ToLower(Compact(s)) }

// Key brings a word to the form in which words are compared: NFKC, one sort of dash, small letters,
// without white space and invisible characters.
func Key(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || Invisible(r):
			return -1
		case IsDash(r):
			return '-'
		}
		return r
	}, norm.NFKC.String(strings.ToValidUTF8(s, "\uFFFD")))
	if s == "ー" {
		return "-"
	}
	return strings.ToLower(s)
}

// IsDash reports the dashes, minus signs and rules that people type for '-'.
func IsDash(r rune) bool {
	return r == '-' || '\u2010' <= r && r <= '\u2015' || r == '\u2212' || r == '─' || r == '━'
}

// Visible is a mapping for strings.Map that keeps white space and drops what cannot be seen.
func Visible(r rune) rune {
	if Invisible(r) {
		return -1
	}
	return r
}

// Invisible reports control and format characters, among them zero-width spaces, byte order
// marks and the variation selectors of emoji (✔ and ✔️ are one mark). Selectors of ideographs
// (U+E0100 and up) tell name variants apart and are kept.
func Invisible(r rune) bool {
	if r < ' ' {
		return r != '\n' && r != '\t' && r != '\r'
	}
	if '\u3000' <= r && r < '\ufe00' { // kana and kanji: none is among them
		return false
	}
	return r >= 0x7f && !unicode.IsSpace(r) &&
		(unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == '\uFE0E' || r == '\uFE0F')
}
