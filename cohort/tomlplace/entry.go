package tomlplace

import "strings"

// Kind is what an Entry is.
type Kind int

// The kinds of entries.
const (
	Header  Kind = iota // [a.b] or [[a.b]]
	Pair                // key = value
	Element             // one value of an array in brackets
)

// Entry is one piece of a document, and the bytes it takes.
type Entry struct {
	Kind  Kind
	Path  []string // as in Places, each part by itself
	Table int      // how many parts of Path are those of the table or array around it
	At    Position
	// It stands at [From, To), its value at [Value, To); a header has no value.
	From, Value, To int
}

// Inline reports whether the value is a table in braces (open = '{') or an array in brackets (open = '[').
func (e Entry) Inline(doc string, open byte) bool {
	return e.Kind != Header && e.Value < e.To && doc[e.Value] == open
}

// Entries returns the pieces of a valid document in their order, each before those inside it.
func Entries(doc string) []Entry {
	s := &scan{text: doc, line: 1, tables: map[string]int{}}
	s.document()
	return s.entries
}

// note adds an entry, and returns its number.
func (s *scan) note(e Entry) int {
	s.entries = append(s.entries, e)
	return len(s.entries) - 1
}

// ended is where the value that began there and was walked ends, without the space behind it.
func (s *scan) ended(from int) int {
	return from + len(strings.TrimRight(s.text[from:max(s.at, from)], " \t\r"))
}
