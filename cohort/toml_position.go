package cohort

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// position is a place in a TOML file, both from 1; the column counts characters.
type position struct{ line, col int }

// keyPositions finds where each key of a valid TOML document is written. Keys are paths such as
// "program.name" or "table.1.columns.hours"; tables of an array are counted from 0. A table has
// the position of its header. The decoder keeps no positions, and a message without one does
// not help.
func keyPositions(doc string) map[string]position {
	s := &keyScan{found: map[string]position{}, arrays: map[string]int{}}
	for i, line := range strings.Split(doc, "\n") {
		s.line(i+1, strings.TrimSuffix(line, "\r"))
	}
	return s.found
}

// keyScan walks the lines of a document that the decoder has accepted.
type keyScan struct {
	found  map[string]position
	arrays map[string]int // how often [[path]] was seen
	table  string
	until  string // the mark that ends a string of several lines
	depth  int    // open brackets of an array or inline table of several lines
	prefix string // the key whose value is still open
}

func (s *keyScan) line(n int, line string) {
	trimmed := strings.TrimSpace(line)
	col := utf8.RuneCountInString(line[:len(line)-len(strings.TrimLeft(line, " \t"))]) + 1
	switch {
	case s.until != "" || s.depth > 0:
		s.value(n, 1, line)
	case strings.HasPrefix(trimmed, "[["):
		name, _, _ := strings.Cut(trimmed[2:], "]]")
		s.header(position{n, col}, s.resolve(name), true)
	case strings.HasPrefix(trimmed, "["):
		name, _, _ := strings.Cut(trimmed[1:], "]")
		s.header(position{n, col}, s.resolve(name), false)
	case trimmed != "" && trimmed[0] != '#':
		key, value, ok := cutKey(trimmed)
		if !ok {
			return
		}
		s.prefix = join(s.table, cleanKey(key))
		s.found[s.prefix] = position{n, col}
		s.value(n, col+utf8.RuneCountInString(trimmed[:len(trimmed)-len(value)]), value)
	}
}

// header enters a table.
func (s *keyScan) header(at position, path string, array bool) {
	s.table = path
	if array {
		n := s.arrays[path]
		s.arrays[path] = n + 1
		s.table = path + "." + strconv.Itoa(n)
	}
	s.found[s.table] = at
}

// resolve puts the current index behind every part of a header that is an array of tables.
func (s *keyScan) resolve(name string) string {
	path := ""
	parts := strings.Split(cleanKey(name), ".")
	for i, part := range parts {
		path = join(path, part)
		if n := s.arrays[path]; n > 0 && i < len(parts)-1 {
			path += "." + strconv.Itoa(n-1)
		}
	}
	return path
}

// value walks a value, or the part of it on this line: strings are skipped, brackets counted,
// the keys of inline tables noted.
func (s *keyScan) value(n, col int, text string) {
	for i := 0; i < len(text); {
		rest := text[i:]
		switch {
		case s.until != "":
			end := strings.Index(rest, s.until)
			if end < 0 {
				return
			}
			i += end + len(s.until)
			s.until = ""
			continue
		case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, `'''`):
			s.until = rest[:3]
			i += 3
			continue
		case rest[0] == '"' || rest[0] == '\'':
			s.inlineKey(n, col+utf8.RuneCountInString(text[:i]), rest)
			i += stringEnd(rest)
			continue
		case rest[0] == '#':
			return
		case rest[0] == '[' || rest[0] == '{':
			s.depth++
		case rest[0] == ']' || rest[0] == '}':
			s.depth--
		case isBareKey(rest[0]) && (i == 0 || !isBareKey(text[i-1])):
			s.inlineKey(n, col+utf8.RuneCountInString(text[:i]), rest)
		}
		i++
	}
}

// inlineKey notes a key of an inline table, if rest begins with one.
func (s *keyScan) inlineKey(n, col int, rest string) {
	if s.depth == 0 {
		return
	}
	end := stringEnd(rest)
	if rest[0] != '"' && rest[0] != '\'' {
		end = strings.IndexFunc(rest, func(r rune) bool { return r > 126 || !isBareKey(byte(r)) && r != '.' })
	}
	if end > 0 && strings.HasPrefix(strings.TrimLeft(rest[end:], " \t"), "=") {
		s.found[join(s.prefix, cleanKey(rest[:end]))] = position{n, col}
	}
}

// stringEnd returns the length of the quoted string at the front, 0 when there is none.
func stringEnd(s string) int {
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return 0
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '\\' && s[0] == '"' {
			i++
		} else if s[i] == s[0] {
			return i + 1
		}
	}
	return len(s)
}

// cutKey splits key = value at the first = outside quotes.
func cutKey(s string) (key, value string, ok bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"', '\'':
			i += stringEnd(s[i:]) - 1
		case '=':
			return s[:i], s[i+1:], true
		}
	}
	return "", "", false
}

// cleanKey drops quotes and spaces of a dotted key.
func cleanKey(key string) string {
	parts := strings.Split(key, ".")
	for i, p := range parts {
		parts[i] = strings.Trim(p, " \t\"'")
	}
	return strings.Join(parts, ".")
}

func isBareKey(b byte) bool {
	return b == '_' || b == '-' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
