package xlsx

import (
	"strings"
	"unicode"
)

// mostKey is how long the name in a mark may be in bytes; a longer one names nothing and stays as it is.
const mostKey = 255

// nextMark finds the next mark of a text from a place on, such as {{first_income_residents.value}}: a letter of ASCII,
// then letters, digits and _ . -, with spaces around. key is empty where there is none. The text is read once.
func nextMark(s string, at int) (from, to int, key string) {
	for {
		open := strings.Index(s[at:], "{{")
		if open < 0 {
			return 0, 0, ""
		}
		from = at + open
		name := strings.TrimLeft(s[from+2:], markSpace)
		end := strings.IndexFunc(name, func(r rune) bool { return !inKey(r) })
		if end > 0 && end <= mostKey && asciiLetter(name[0]) {
			if rest, ok := strings.CutPrefix(strings.TrimLeft(name[end:], markSpace), "}}"); ok {
				return from, len(s) - len(rest), name[:end]
			}
		}
		at = from + 1
		if end > 0 { // what was read holds no other beginning
			at = len(s) - len(name) + end
		}
	}
}

const markSpace = " \t\n\f\r"

func asciiLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func inKey(r rune) bool {
	return r == '_' || r == '.' || r == '-' || '0' <= r && r <= '9' || unicode.IsLetter(r)
}
