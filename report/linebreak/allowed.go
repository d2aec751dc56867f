package linebreak

import (
	"strings"
	"unicode"
)

// Rules of Japanese line breaking (after JIS X 4051 and the W3C's requirements for Japanese
// text layout): what may not begin a line, what may not end one, what stays together.
const (
	neverFirst = "、。，．,.・:;：；?!？！‼⁇⁈⁉゛゜´｀¨ヽヾゝゞ々〻ー†)]}）］｝〕〉》」』】〙〗〟’”»" +
		"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ〜～゠‐–%％‰℃°′″￠¢｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ"
	neverLast = "([{（［｛〔〈《「『【〘〖〝‘“«¥￥$＄£￡€#＃№｢"
	insep     = "―—…‥─"

	// units that belong to the number before them, and what may follow such a unit
	units     = "円人名件社者回日月年時分秒歳才点位個本枚台戸世箇かヶヵカケ週期割倍度号章条項頁%％‰℃㎡万億兆千百町村市区校軒"
	unitTails = "間度目円人名件社月所年分億万帯歳回"
	// words that belong to the number after them end in these
	numberHeads = "第約延計"
)

// allowed reports for each rune of one paragraph whether a line may begin with it.
func allowed(text []rune) []bool {
	ok := make([]bool, len(text)+1)
	inUnit := false // inside the letters of a unit that follows a number
	for i := 1; i < len(text); i++ {
		a, b := text[i-1], text[i]
		switch {
		case isDigit(a) && strings.ContainsRune(units, b):
			inUnit = true
		case inUnit && strings.ContainsRune(unitTails, b):
		default:
			ok[i] = mayBreak(text, i)
			inUnit = false
		}
	}
	return ok
}

// mayBreak decides between text[i-1] and text[i], number units aside.
func mayBreak(text []rune, i int) bool {
	a, b := text[i-1], text[i]
	switch {
	case isSpace(b):
		return false // spaces hang at the end of their line
	case isSpace(a):
		return !spaceHoldsNumber(text, i)
	case strings.ContainsRune(neverFirst, b), strings.ContainsRune(neverLast, a):
		return false
	case a == b && strings.ContainsRune(insep, a):
		return false
	case unicode.In(b, unicode.Mn, unicode.Me, unicode.Cf):
		return false // part of the character before it
	case InWord(a, b):
		return false
	case isEra(a, b), isDigit(b) && strings.ContainsRune(numberHeads, a):
		return false
	case i > 1 && isEra(text[i-2], a) && (isDigit(b) || b == '元'):
		return false
	}
	return true
}

// spaceHoldsNumber reports whether the space before text[i] ties a number to its unit or to
// the other side of a fraction: "58.3 %", "7 / 12 件".
func spaceHoldsNumber(text []rune, i int) bool {
	j := i - 1
	for j > 0 && isSpace(text[j]) {
		j--
	}
	a, b := text[j], text[i]
	switch {
	case isDigit(a) && (b == '/' || strings.ContainsRune(units, b)):
		return true
	case a == '/' && isDigit(b):
		return true
	}
	return false
}

// isEra reports whether two letters name an era.
func isEra(a, b rune) bool {
	switch string([]rune{a, b}) {
	case "令和", "平成", "昭和", "大正", "明治":
		return true
	}
	return false
}

// spaces may hang at the end of a line.
const spaces = " \u3000"

func isSpace(r rune) bool { return strings.ContainsRune(spaces, r) }

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// InWord reports whether a and b, which follow each other, are of one word or number, so that nothing may
// be put between them.
func InWord(a, b rune) bool { return isWordRune(a) && isWordRune(b) }

// isWordRune reports whether r is part of a word or number written without spaces: Latin,
// Greek, Cyrillic letters, digits and the signs within them.
func isWordRune(r rune) bool {
	switch {
	case r > 0x20 && r < 0x7F:
		return true
	case isDigit(r):
		return true
	case 0xC0 <= r && r <= 0x52F:
		return true
	case r == '’' || r == '−' || r == '△' || r == '‐' || r == '–':
		return true
	case 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ':
		return true
	}
	return false
}

// isSoftPoint reports whether a word too long for its line is best cut after r.
func isSoftPoint(r rune) bool { return strings.ContainsRune("_-/\\.,:;@=&?#+|", r) }
