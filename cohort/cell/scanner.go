package cell

import (
	"strings"
	"unicode/utf8"
)

// A scanner walks over folded text. Its methods skip spaces before what they look for and
// leave the position alone when it is not there.
type scanner struct {
	s string // what is left
}

func (p *scanner) space() { p.s = strings.TrimLeft(p.s, " ") }

// done reports whether only spaces are left.
func (p *scanner) done() bool {
	p.space()
	return p.s == ""
}

// eat takes the first of the words that stands next.
func (p *scanner) eat(words ...string) bool {
	p.space()
	for _, w := range words {
		if rest, ok := strings.CutPrefix(p.s, w); ok {
			p.s = rest
			return true
		}
	}
	return false
}

// eatFold is eat without regard to the case of ASCII letters; words are in lower case.
func (p *scanner) eatFold(words ...string) bool {
	p.space()
	for _, w := range words {
		if len(p.s) >= len(w) && strings.EqualFold(p.s[:len(w)], w) {
			p.s = p.s[len(w):]
			return true
		}
	}
	return false
}

// count is a whole number as scanned.
type count struct {
	n      int
	digits int  // number of ASCII digits; 0 for kanji
	kanji  bool // written in kanji
}

// count takes a whole number in ASCII digits (at most 8) or kanji.
func (p *scanner) count() (count, bool) {
	p.space()
	i, n := 0, 0
	for i < len(p.s) && p.s[i] >= '0' && p.s[i] <= '9' {
		if i == 8 {
			return count{}, false
		}
		n = 10*n + int(p.s[i]-'0')
		i++
	}
	if i > 0 {
		p.s = p.s[i:]
		return count{n: n, digits: i}, true
	}
	n, size, ok := kanjiCount(p.s)
	if ok {
		p.s = p.s[size:]
	}
	return count{n: n, kanji: true}, ok
}

// kanjiDigit returns the value of a kanji digit, or -1. A circle stands for zero only inside
// a number, which the callers see to.
func kanjiDigit(r rune) int {
	switch r {
	case '〇', '零', '○', '◯':
		return 0
	case '一', '壱':
		return 1
	case '二', '弐':
		return 2
	case '三', '参':
		return 3
	}
	if i := strings.IndexRune("四五六七八九", r); i >= 0 {
		return 4 + i/len("四")
	}
	return -1
}

// kanjiUnit returns the value of 十, 百 and 千, or 0.
func kanjiUnit(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}

// kanjiCount reads a kanji number below 10,000 at the start of s, by place (二〇二五) or with
// units (二千二十五, 三十一, 廿五), and returns its value and length in bytes.
func kanjiCount(s string) (n, size int, ok bool) {
	digits, held, lastUnit := 0, 0, 10000
	for size < len(s) {
		r, width := utf8.DecodeRuneInString(s[size:])
		switch d, u := kanjiDigit(r), kanjiUnit(r); {
		case d == 0 && size == 0:
			return 0, 0, false
		case d >= 0 && digits < 4:
			held, digits = 10*held+d, digits+1
		case (r == '廿' || r == '卅') && digits == 0 && lastUnit > 10:
			n, lastUnit = n+map[rune]int{'廿': 20, '卅': 30}[r], 10
		case u > 0 && u < lastUnit && digits <= 1:
			n, held, digits, lastUnit = n+u*max(held, 1-digits), 0, 0, u
		default:
			return n + held, size, size > 0 && d < 0 && u == 0 && (lastUnit == 10000 || digits <= 1)
		}
		size += width
	}
	return n + held, size, size > 0 && (lastUnit == 10000 || digits <= 1)
}
