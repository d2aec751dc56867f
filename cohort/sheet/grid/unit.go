package grid

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A shownUnit is a unit that a number format shows behind every number, as in #,##0"千円".
type shownUnit struct {
	text  string // what stands behind the digits; empty: nothing that makes another number
	shift int    // the powers of ten that the format takes off the number it shows
}

// powerWords are the units that multiply, with their powers of ten; the longer ones first.
var powerWords = []struct {
	word  string
	power int
}{{"百万", 6}, {"千", 3}, {"万", 4}, {"億", 8}}

// counted reports a word that begins with what is counted: the 円 of 千円, and no 葉 of 千葉.
func counted(rest string) bool {
	first, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("円人名件個回枚本字文部台社", first)
}

// otherUnits are the units that make another number of hours.
var otherUnits = map[string]bool{"分": true, "分間": true, "min": true, "人日": true, "人月": true}

// unitOf returns the unit that a format code shows, as far as it matters. 円, 時間 or 件 change
// nothing; nor does 千円 where the format scales a number of yen down to it (#,##0,"千円").
func unitOf(code string) shownUnit {
	s := digitSection(code)
	if s.inner {
		return shownUnit{}
	}
	u := shownUnit{strings.Trim(norm.NFKC.String(s.suffix), " ()"), 3*s.commas + s.fraction}
	for _, p := range powerWords {
		rest, ok := strings.CutPrefix(u.text, p.word)
		switch {
		case !ok || rest != "" && !strings.ContainsAny(rest[:1], "/(") && !counted(rest):
		case p.power == u.shift:
			return shownUnit{}
		default:
			return u
		}
	}
	if otherUnits[u.text] {
		return u
	}
	return shownUnit{}
}

// formatSection is what one section of a format code does with a number.
type formatSection struct {
	digits   int
	suffix   string // the words behind the last digit
	commas   int    // behind the last digit: each takes a thousand off
	fraction int    // digits behind a point that is only a word, as in 0\.0,"万円"
	dotted   bool
	inner    bool // other words stand among the digits, as in 0"時間"00"分"
}

// digitSection reads the first section of a format code that shows digits.
func digitSection(code string) formatSection {
	var s formatSection
	code = strings.NewReplacer("General", "0", "G/標準", "0").Replace(code)
	for code != "" {
		n := 1
		switch c := code[0]; c {
		case ';':
			if s.digits > 0 {
				return s
			}
			s = formatSection{}
		case '0', '#', '?':
			s.digit()
		case ',':
			s.commas++
		case '"':
			n = quotedLen(code)
			s.word(strings.Trim(code[:n], `"`))
		case '\\':
			n = escapedLen(code)
			s.word(code[1:n])
		case '_', '*':
			n = escapedLen(code)
		case '[':
			n = max(strings.IndexByte(code, ']')+1, 1)
		default:
			_, n = utf8.DecodeRuneInString(code)
			if c >= utf8.RuneSelf {
				s.word(code[:n])
			}
		}
		code = code[n:]
	}
	return s
}

func (s *formatSection) digit() {
	switch {
	case s.suffix == "." && s.digits > 0:
		s.dotted = true
	case s.suffix != "" && s.digits > 0:
		s.inner = true
	}
	if s.dotted {
		s.fraction++
	}
	s.digits++
	s.suffix, s.commas = "", 0
}

// word takes a literal; those before the first digit do not matter.
func (s *formatSection) word(text string) {
	if s.digits > 0 {
		s.suffix += text
	}
}
