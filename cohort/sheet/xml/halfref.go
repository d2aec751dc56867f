package xml

// A halfWatch looks for references such as &#xD83D;, half of a character: XML knows no such
// character, Excel refuses it, and encoding/xml would make it U+FFFD in silence.
type halfWatch struct {
	state halfState
	base  rune
	code  rune
}

type halfState uint8

const (
	outsideReference halfState = iota
	afterAmpersand
	afterHash
	inDigits
)

// add takes the next byte and reports whether it ends such a reference.
func (w *halfWatch) add(c byte) bool {
	switch {
	case c == '&':
		w.state = afterAmpersand
	case w.state == afterAmpersand && c == '#':
		w.state, w.base, w.code = afterHash, 10, 0
	case w.state == afterHash && c == 'x':
		w.state, w.base = inDigits, 16
	case w.state >= afterHash && digit(c) < w.base:
		w.state, w.code = inDigits, min(w.code*w.base+digit(c), 1<<24)
	case w.state == inDigits && c == ';':
		w.state = outsideReference
		return 0xd800 <= w.code && w.code <= 0xdfff
	default:
		w.state = outsideReference
	}
	return false
}
