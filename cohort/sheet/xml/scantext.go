package xml

import (
	"bytes"
	"io"
	"unicode/utf8"

	"pilot90/cohort/sheet/grid"
)

// text reads the text at the front, which ends before the next <. Outside the root element
// there may only be white space, which is no token.
func (s *Scanner) text(t *Token) (given bool, err error) {
	n, special := 0, false
	for {
		for n < len(s.buf) && TextClass[s.buf[n]] == 0 {
			n++
		}
		if n < len(s.buf) {
			if s.buf[n] == '<' {
				break
			}
			special = true
			n++
			continue
		}
		if err := s.more(); err == io.EOF {
			break
		} else if err != nil {
			return false, err
		}
	}
	raw := s.buf[:n]
	if len(s.starts) == 0 {
		if len(bytes.TrimLeft(raw, " \t\r\n")) > 0 {
			return false, ErrAside
		}
		s.buf = s.buf[n:]
		return false, nil
	}
	if n == len(s.buf) { // no < follows: the part ends inside an element
		return false, grid.CutOff("データ", "The data")
	}
	t.Kind, t.Text = TextRun, raw
	if special {
		if t.Text, err = s.decode(raw); err != nil {
			return false, err
		}
	}
	s.buf = s.buf[n:]
	return true, nil
}

// TextClass is 1 for the bytes of a text that are not simply themselves: < ends it, the
// others need decode.
var TextClass = func() (class [256]uint8) {
	for c := range class {
		if c < ' ' && c != '\t' && c != '\n' || c >= utf8.RuneSelf || c == '<' || c == '&' || c == ']' {
			class[c] = 1
		}
	}
	return class
}()

// PlainText reports whether b holds only characters that XML allows, none of them < or &.
func PlainText(b []byte) bool {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return utf8.Valid(b) && !bytes.Contains(b, []byte("\xef\xbf\xbe")) && !bytes.Contains(b, []byte("\xef\xbf\xbf"))
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// decode reads entities and line ends of a text and checks its characters.
func (s *Scanner) decode(raw []byte) ([]byte, error) {
	if !NeedsDecode(raw) {
		if !PlainText(raw) || bytes.Contains(raw, []byte("]]>")) {
			return nil, ErrAside
		}
		return raw, nil
	}
	var err error
	s.scratch, err = appendDecoded(s.scratch[:0], raw)
	return s.scratch, err
}

// NeedsDecode reports whether a text has entities or line ends that are not yet read.
func NeedsDecode(raw []byte) bool {
	return bytes.IndexByte(raw, '&') >= 0 || bytes.IndexByte(raw, '\r') >= 0
}

// appendDecoded appends a text with its entities replaced and its line ends as \n.
func appendDecoded(dst, raw []byte) ([]byte, error) {
	if !PlainText(raw) || bytes.Contains(raw, []byte("]]>")) {
		return dst, ErrAside
	}
	for len(raw) > 0 {
		i := bytes.IndexAny(raw, "&\r")
		if i < 0 {
			return append(dst, raw...), nil
		}
		dst, raw = append(dst, raw[:i]...), raw[i:]
		if raw[0] == '\r' {
			dst = append(dst, '\n')
			raw = bytes.TrimPrefix(raw[1:], []byte("\n"))
			continue
		}
		r, n := entity(raw)
		if n == 0 {
			return dst, ErrAside
		}
		dst, raw = utf8.AppendRune(dst, r), raw[n:]
	}
	return dst, nil
}

// entities are the five of XML itself.
var entities = []struct {
	name string
	char rune
}{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}

// entity reads the entity at the front; its length is 0 when it is none that the scanner knows.
func entity(b []byte) (r rune, n int) {
	for _, e := range entities {
		if bytes.HasPrefix(b, []byte(e.name)) {
			return e.char, len(e.name)
		}
	}
	if len(b) < 2 || b[1] != '#' {
		return 0, 0
	}
	base, i := rune(10), 2
	if len(b) > 2 && b[2] == 'x' {
		base, i = 16, 3
	}
	first := i
	for ; i < len(b) && i < first+8; i++ {
		d := digit(b[i])
		if d >= base {
			break
		}
		r = r*base + d
	}
	if i == first || i == len(b) || b[i] != ';' || !isXMLChar(r) {
		return 0, 0
	}
	return r, i + 1
}

// digit returns the value of a hexadecimal digit, 99 for any other byte.
func digit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10
	}
	return 99
}

// isXMLChar reports whether XML 1.0 allows the character.
func isXMLChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || ' ' <= r && r <= 0xd7ff || 0xe000 <= r && r <= 0xfffd || 0x10000 <= r &&
		r <= 0x10ffff
}
