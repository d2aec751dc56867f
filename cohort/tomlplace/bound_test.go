package tomlplace

import (
	"errors"
	"strings"
	"testing"
)

// TestBounded: what is larger or deeper than any document of people's is refused before a decoder sees it, and where
// is said; dots and brackets in strings, in comments and one below the other count nothing.
func TestBounded(t *testing.T) {
	deep := strings.Repeat("[", 1000)
	for name, tt := range map[string]struct {
		doc  string
		line int // of the refusal; 0: none
	}{
		"a settings file":        {"[program]\nname = \"x\"\n[[grant.kpi]]\nn = { 2025 = 1.5, a.b = [1, [2]] }\n", 0},
		"many lines":             {strings.Repeat("[[a.b]]\nc.d = [[1.5], {e = 2.5}]\n", 1000), 0},
		"in strings":             {"a = \"" + deep + "\\\"" + deep + "\"\nb = '" + strings.Repeat(".", 99) + "'\n", 0},
		"in long strings":        {"a = \"\"\"\n" + deep + "\n\"\"\"\nb = '''\n" + deep + "'''\n# " + deep + "\n", 0},
		"19 KB of dots":          {"x = 1\n" + strings.Repeat("a.", 9500) + "a = 1\n", 2},
		"dots with spaces":       {strings.Repeat("a . \"b\" .", 9500) + "a = 1\n", 1},
		"a header of dots":       {"[" + strings.Repeat("a.", 9500) + "a]\n", 1},
		"arrays in arrays":       {"x = 1\n\na = " + deep, 3},
		"tables in tables":       {"x = " + strings.Repeat("{a = ", 1000), 1},
		"after an open string":   {"a = \"open\nb = " + deep + "\n", 0}, // the decoder ends where the line does
		"more than 1 MB":         {strings.Repeat("#\n", MostBytes/2) + "a", 1},
		"an escape at the end":   {"a = \"\\", 0},
		"a lone quote":           {"\"", 0},
		"deep over several rows": {"a = " + strings.Repeat("[\n", 1000), 33}, // one more than 32 brackets
	} {
		err := bounded(tt.doc)
		var much *TooMuch
		switch {
		case tt.line == 0 && err != nil:
			t.Errorf("%s: %v", name, err)
		case tt.line > 0 && (!errors.As(err, &much) || much.Line != tt.line || much.Why.JA == ""):
			t.Errorf("%s: %v, want one in line %d", name, err, tt.line)
		}
	}
}
