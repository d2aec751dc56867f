package xlsx

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"pilot90/cohort/sheet/grid"
)

// cleanText undoes, in place, what a workbook does to a text: _x000D_ and the like are
// characters, _x005F_ protects an underscore, and every line end is \n.
func cleanText(b []byte) []byte {
	if bytes.Contains(b, []byte("_x")) {
		b = unescape(b)
	}
	if bytes.IndexByte(b, '\r') >= 0 {
		b = grid.LineEnds(b)
	}
	return b
}

// unescape replaces _xHHHH_ by its UTF-16 unit; two units that form a pair are one character.
func unescape(b []byte) []byte {
	out := b[:0]
	for i := 0; i < len(b); {
		unit, ok := escapedUnit(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		i += escapeLen
		r := rune(unit)
		if low, ok := escapedUnit(b[i:]); ok && utf16.IsSurrogate(r) {
			if pair := utf16.DecodeRune(r, rune(low)); pair != utf8.RuneError {
				r = pair
				i += escapeLen
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

const escapeLen = len("_x000D_")

// escapedUnit reads an escape at the front.
func escapedUnit(b []byte) (unit uint16, ok bool) {
	if len(b) < escapeLen || b[0] != '_' || b[1] != 'x' || b[escapeLen-1] != '_' {
		return 0, false
	}
	for _, c := range b[2 : escapeLen-1] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		default:
			return 0, false
		}
		unit = unit<<4 | uint16(c)
	}
	return unit, true
}
