package csv

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// safe is a text in one line that no spreadsheet program takes for a formula: one that begins like
// a formula gets an apostrophe before it, as it would be typed there. Numbers never pass here.
func safe(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == '\n' || r == '\r' || r == '\v' || r == '\f'
	}), " ")
	first, size := utf8.DecodeRuneInString(s)
	if len(s) > size && strings.ContainsRune("=+-@\t＝＋－＠", first) {
		return "'" + s
	}
	return s
}

// unitWord is the unit of a value, as it stands in its column.
func unitWord(u kpi.Unit, l lang.Lang) string {
	if l == lang.EN {
		return string(u)
	}
	return u.Word().JA
}
