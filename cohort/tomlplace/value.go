package tomlplace

import (
	"slices"
	"strconv"
	"strings"
)

// key reads the parts of a key such as a.b."c d".
func (s *scan) key() []string {
	var parts []string
	for {
		s.blank()
		from := s.at
		switch quote := s.peek(); quote {
		case '"', '\'':
			s.quoted()
			parts = append(parts, unquoted(s.text[from:s.at]))
		default:
			for s.at < len(s.text) && !strings.ContainsRune(".=]}\n\t ,\r", rune(s.text[s.at])) {
				s.at++
			}
			parts = append(parts, s.text[from:s.at])
		}
		if s.blank(); s.peek() != '.' {
			return parts
		}
		s.at++
	}
}

// unquoted takes the quotes off a key. A key with an escape in it keeps the escape: its place is
// then not found, and that of the table around it is told.
func unquoted(key string) string { return strings.Trim(key, key[:1]) }

// blank skips white space within a line.
func (s *scan) blank() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.at++
	}
}

// value walks a value and notes what is inside it.
func (s *scan) value(path []string) {
	switch s.peek() {
	case '"', '\'':
		s.quoted()
	case '[':
		s.inside(']', func(i int) {
			inner := append(slices.Clone(path), strconv.Itoa(i))
			n := s.note(Entry{Kind: Element, Path: inner, Table: len(path), At: s.here(), From: s.at, Value: s.at})
			s.value(inner)
			s.entries[n].To = s.ended(s.entries[n].Value)
		})
	case '{':
		s.inside('}', func(int) { s.pair(path) })
	default:
		for s.at < len(s.text) && !strings.ContainsRune(",]}\n#", rune(s.text[s.at])) {
			s.at++
		}
	}
}

// inside walks the parts of an array or an inline table.
func (s *scan) inside(end byte, part func(i int)) {
	s.at++
	for i := 0; ; i++ {
		if s.space(); s.at >= len(s.text) {
			return
		}
		if s.peek() == end {
			s.at++
			return
		}
		from := s.at
		part(i)
		if s.space(); s.peek() == ',' || s.at == from {
			s.at++
		}
	}
}

// quoted skips a string of any of the four kinds.
func (s *scan) quoted() {
	quote := s.text[s.at : s.at+1]
	long := strings.HasPrefix(s.text[s.at:], strings.Repeat(quote, 3))
	if long {
		quote = strings.Repeat(quote, 3)
	}
	for s.at += len(quote); s.at < len(s.text); s.at++ {
		switch {
		case s.text[s.at] == '\\' && quote[0] == '"':
			s.at++
			s.newLine()
		case strings.HasPrefix(s.text[s.at:], quote):
			s.at += len(quote)
			for long && s.peek() == quote[0] { // a quote may stand before the end
				s.at++
			}
			return
		default:
			s.newLine()
		}
	}
	s.at = min(s.at, len(s.text))
}

// newLine counts a line end within a long string.
func (s *scan) newLine() {
	if s.peek() == '\n' {
		s.line++
		s.start = s.at + 1
	}
}
