package lang

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Seen makes a text safe for a screen. What a terminal obeys without showing it stands there by its
// number, as in \u001b: control characters, directions, what has no width, and a byte that is no text as
// U+FFFD. Line feeds and tabs stay; the white space that moves the cursor back (\r) or down becomes a
// space. In JSON the numbers mean the characters that they stand for.
func Seen(s string) string { return seen(s, false) }

// OneLine is Seen for one line: every kind of white space but the spaces themselves becomes one.
func OneLine(s string) string { return seen(s, true) }

func seen(s string, oneLine bool) string {
	if strings.IndexFunc(s, func(r rune) bool { return !plainlySeen(r) }) < 0 {
		return s
	}
	var b strings.Builder
	var before rune
	for _, r := range s {
		switch {
		case !oneLine && (r == '\n' || r == '\t'), r == joiner && joins(before), r == utf8.RuneError:
			b.WriteRune(r)
		case r == '\r' || r == '\v' || r == '\f' || oneLine && moves(r):
			b.WriteByte(' ')
		case plainlySeen(r):
			b.WriteRune(r)
		default:
			for _, unit := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
		}
		before = r
	}
	return b.String()
}

// plainlySeen reports whether a character stands for itself on a screen.
func plainlySeen(r rune) bool {
	return r != utf8.RuneError && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// moves reports the white space that begins another line or column.
func moves(r rune) bool {
	return unicode.In(r, unicode.Zl, unicode.Zp) || unicode.IsControl(r) && unicode.IsSpace(r)
}

// joiner makes one picture of two, such as 👩 and 💻.
const joiner = '\u200d'

// joins reports what a joiner may follow: a picture, its colour or the mark that makes it one.
func joins(r rune) bool { return unicode.In(r, unicode.So, unicode.Sk) || r == '\ufe0f' }
