// Package tomlplace finds where each key and each element of an array is written in a TOML
// document, and keeps documents from the decoder that are larger or deeper than it should be given.
//
// The one idea: the decoder tells what is written and keeps no place; this package walks the
// same text and tells where, and nothing else. A document that the decoder has refused gives
// places that are worth nothing, but never a fault of the program.
package tomlplace

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Position is a place in a file, both from 1; the column counts characters. The zero Position
// says that a place is not known.
type Position struct{ Line, Col int }

// Places are positions by path. A path joins the keys by dots; the tables of an array of tables
// and the elements of an array are counted from 0: "section.0.block.2.figures.1". A table has the
// position of its header.
type Places map[string]Position

// Find returns the places of a valid document.
func Find(doc string) Places {
	found := Places{}
	for _, e := range Entries(doc) {
		path := strings.Join(e.Path[:e.Table], ".")
		for _, part := range e.Path[e.Table:] {
			path = join(path, part)
			if _, ok := found[path]; !ok || e.Kind != Pair {
				found[path] = e.At
			}
		}
	}
	return found
}

// Nearest returns the place of the path, or of the innermost thing around it whose place is known.
func (p Places) Nearest(path string) Position {
	for {
		if at, ok := p[path]; ok {
			return at
		}
		cut := strings.LastIndexByte(path, '.')
		if cut < 0 {
			return Position{}
		}
		path = path[:cut]
	}
}

// scan walks a document from left to right.
type scan struct {
	text    string
	at      int
	line    int
	start   int // where the line begins
	entries []Entry
	tables  map[string]int // how often [[path]] was seen
	table   []string
}

func (s *scan) document() {
	for s.space(); s.at < len(s.text); s.space() {
		from := s.at
		if s.peek() == '[' {
			s.header()
		} else {
			s.pair(s.table)
		}
		if s.at == from { // no document the decoder takes comes here
			s.at++
		}
	}
}

// peek returns the next byte, 0 at the end.
func (s *scan) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scan) here() Position {
	return Position{s.line, utf8.RuneCountInString(s.text[s.start:s.at]) + 1}
}

// space skips white space, line ends and comments.
func (s *scan) space() {
	for ; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '\n':
			s.line++
			s.start = s.at + 1
		case '#':
			end := strings.IndexByte(s.text[s.at:], '\n')
			if end < 0 {
				s.at = len(s.text)
				return
			}
			s.at += end - 1
		case ' ', '\t', '\r':
		default:
			return
		}
	}
}

// header enters the table of [a.b] or [[a.b]].
func (s *scan) header() {
	at, array := s.here(), strings.HasPrefix(s.text[s.at:], "[[")
	from := s.at
	for s.peek() == '[' {
		s.at++
	}
	var path []string
	parts := s.key()
	for i, part := range parts {
		path = append(path, part)
		if n := s.tables[keyOf(path)]; n > 0 && i < len(parts)-1 {
			path = append(path, strconv.Itoa(n-1))
		}
	}
	if array {
		n := s.tables[keyOf(path)]
		s.tables[keyOf(path)]++
		path = append(path, strconv.Itoa(n))
	}
	for s.peek() == ']' {
		s.at++
	}
	s.table = path
	s.note(Entry{Kind: Header, Path: path, Table: len(path) - 1, At: at, From: from, Value: s.at, To: s.at})
}

// keyOf is a path as a key of a map; no key of TOML has the sign in it.
func keyOf(path []string) string { return strings.Join(path, "\x00") }

// pair walks key = value.
func (s *scan) pair(table []string) {
	at, from := s.here(), s.at
	path := append(slices.Clone(table), s.key()...)
	i := s.note(Entry{Kind: Pair, Path: path, Table: len(table), At: at, From: from})
	if s.space(); s.peek() == '=' {
		s.at++
	}
	s.space()
	s.entries[i].Value = s.at
	s.value(path)
	s.entries[i].To = s.ended(s.entries[i].Value)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
