package xlsx

import (
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// A plainCell is a <c> in the form nearly all cells have: r, s and t at most, one <v> of plain
// characters or nothing. Its bytes hold until the scanner reads on.
type plainCell struct {
	ref, style, kind []byte // nil when absent
	value            []byte
	hasValue         bool
	tokens           int // that next would have given for it
}

// read reads a cell of that form at the front of b and returns its length, 0 for anything else, which is
// left to next. What it accepts is well-formed, so nothing is checked less.
func (c *plainCell) read(b []byte) int {
	if len(b) < 4 || b[0] != '<' || b[1] != 'c' {
		return 0
	}
	*c = plainCell{tokens: 2}
	i := c.attributes(b, 2)
	if i+1 >= len(b) {
		return 0
	}
	switch {
	case b[i] == '/' && b[i+1] == '>':
		return i + 2
	case b[i] != '>' || !hasPrefixAt(b, i+1, "<v>"):
		return 0
	}
	start := i + len("><v>")
	end := start
	for end < len(b) && xml.TextClass[b[end]] == 0 {
		end++
	}
	if !hasPrefixAt(b, end, "</v></c>") {
		return 0
	}
	c.value, c.hasValue, c.tokens = b[start:end], true, 4
	if end > start {
		c.tokens++
	}
	return end + len("</v></c>")
}

// attributes reads r, s and t in any order from b[i:] and returns where it stopped.
func (c *plainCell) attributes(b []byte, i int) int {
	for i+4 < len(b) && b[i] == ' ' && b[i+2] == '=' && b[i+3] == '"' {
		var to *[]byte
		switch b[i+1] {
		case 'r':
			to = &c.ref
		case 's':
			to = &c.style
		case 't':
			to = &c.kind
		}
		if to == nil || *to != nil {
			return i
		}
		start := i + 4
		end := start
		for end < len(b) && xml.TextClass[b[end]] == 0 && b[end] != '"' {
			end++
		}
		if end == len(b) || b[end] != '"' {
			return len(b)
		}
		*to, i = b[start:end], end+1
	}
	return i
}

func hasPrefixAt(b []byte, i int, prefix string) bool {
	return len(b)-i >= len(prefix) && string(b[i:i+len(prefix)]) == prefix
}

// next reads the next cell of a part in one go when it has the plain form.
func (c *plainCell) next(toks *pack.Tokens) bool {
	b, _ := toks.Front()
	n := c.read(b)
	if n == 0 {
		return false
	}
	toks.Pass(n, c.tokens)
	return true
}
