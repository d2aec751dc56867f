package grid

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/cell"
)

// A Style is what a cell's style means for its number, and whether its font is struck out.
type Style struct {
	Format cell.Format
	zeros  []byte // a format of zeros and literals: '0' stands for a digit; nil for others
	unit   shownUnit
	words  bool // zeros holds 分: what is shown, 1時間30分, is another number than the stored 130
	Plain  bool // a number is shown as it is stored
	Struck bool
}

// builtinFormat returns the meaning of a number format that styles.xml does not declare.
// 27–36 and 50–58 are the dates and times of a Japanese Excel (ECMA-376 part 1, 18.8.30).
func builtinFormat(id int) cell.Format {
	switch {
	case 18 <= id && id <= 21, 32 <= id && id <= 33, 45 <= id && id <= 47:
		return cell.Time
	case 14 <= id && id <= 22, 27 <= id && id <= 36, 50 <= id && id <= 58:
		return cell.Date
	}
	return cell.Plain
}

// Classify returns what a format code makes of a number: a Date when it shows a year, month,
// day, weekday or era, a Time when it shows hours, minutes or seconds only.
func Classify(code string) Style {
	var date, time, month bool
	for token := range formatTokens(code) {
		switch token {
		case 'y', 'd', 'e', 'g', 'a', 'b':
			date = true
		case 'h', 's', '[':
			time = true
		case 'm':
			month = true
		}
	}
	switch {
	case date, month && !time:
		return Style{Format: cell.Date}
	case time:
		return Style{Format: cell.Time}
	}
	if unit := unitOf(code); unit.text != "" {
		return Style{unit: unit}
	}
	zeros := zeroTemplate(code)
	return Style{zeros: zeros, words: strings.Contains(string(zeros), "分"), Plain: zeros == nil}
}

// formatTokens yields the small letters of the date and time tokens of a format code that
// stand outside quotes, escapes and brackets, and '[' for an elapsed time such as [h].
func formatTokens(code string) func(yield func(byte) bool) {
	code = strings.ToLower(code)
	for _, word := range []string{"general", "g/標準", "am/pm", "a/p", "0e+", "0e-", "#e+", "#e-"} {
		code = replaceOutsideQuotes(code, word)
	}
	return func(yield func(byte) bool) {
		for i := 0; i < len(code); {
			token, n := formatToken(code[i:])
			if token != 0 && !yield(token) {
				return
			}
			i += n
		}
	}
}

// formatToken returns the token at the front of a lower-case format code, 0 for one that has
// to do neither with a date nor a time, and its length.
func formatToken(code string) (token byte, n int) {
	switch code[0] {
	case '"':
		return 0, quotedLen(code)
	case '\\', '_', '*':
		return 0, escapedLen(code)
	case '[':
		end := strings.IndexByte(code, ']')
		if end < 0 {
			return 0, len(code)
		}
		if inner := code[1:end]; inner != "" && strings.Trim(inner, inner[:1]) == "" && strings.Contains("hms", inner[:1]) {
			return '[', end + 1
		}
		return 0, end + 1
	case 'y', 'm', 'd', 'h', 's', 'e', 'g', 'a', 'b':
		return code[0], 1
	}
	return 0, 1
}

// quotedLen returns the length of the quoted text at the front, to the end when it is open.
func quotedLen(code string) int {
	if end := strings.IndexByte(code[1:], '"'); end >= 0 {
		return end + 2
	}
	return len(code)
}

// escapedLen returns the length of the backslash, _ or * at the front and the character after it.
func escapedLen(code string) int {
	_, n := utf8.DecodeRuneInString(code[1:])
	return 1 + n
}

// replaceOutsideQuotes removes a word from a format code; quoted text keeps it.
func replaceOutsideQuotes(code, word string) string {
	if !strings.Contains(code, word) {
		return code
	}
	var b strings.Builder
	for i := 0; i < len(code); {
		switch {
		case code[i] == '"':
			n := quotedLen(code[i:])
			b.WriteString(code[i : i+n])
			i += n
		case strings.HasPrefix(code[i:], word):
			i += len(word)
		default:
			b.WriteByte(code[i])
			i++
		}
	}
	return b.String()
}

// zeroTemplate returns the shape of a format that pads with zeros, such as 0000, 000-0000 or
// "No."0000: its literals, with '0' for a digit and \x00 for a literal 0. It is nil for any other.
func zeroTemplate(code string) []byte {
	section, _, _ := strings.Cut(code, ";")
	var out []byte
	zeros := 0
	for i := 0; i < len(section); {
		n := 1
		switch c := section[i]; c {
		case '0':
			zeros++
			out = append(out, '0')
		case '"':
			n = quotedLen(section[i:])
			out = appendLiteral(out, strings.Trim(section[i:i+n], `"`))
		case '\\':
			n = escapedLen(section[i:])
			out = appendLiteral(out, section[i+1:i+n])
		case '_', '*':
			n = escapedLen(section[i:])
		case '[':
			n = max(strings.IndexByte(section[i:], ']')+1, 1)
		case '-', ' ', '(', ')', ':':
			out = append(out, c)
		default:
			return nil
		}
		i += n
	}
	if zeros < 2 {
		return nil
	}
	return out
}

func appendLiteral(out []byte, literal string) []byte {
	return append(out, strings.ReplaceAll(literal, "0", "\x00")...)
}

// pad writes the digits of a whole number into a template, from the right; digits that do not
// fit go before the first zero.
func pad(template []byte, digits string) string {
	out := make([]byte, 0, len(template)+len(digits))
	slots := 0
	for _, c := range template {
		if c == '0' {
			slots++
		}
	}
	for _, c := range template {
		if c != '0' {
			out = append(out, literalByte(c))
			continue
		}
		for len(digits) > slots { // more digits than zeros: all of them before the first
			out, digits = append(out, digits[0]), digits[1:]
		}
		if len(digits) == slots {
			out, digits = append(out, digits[0]), digits[1:]
		} else {
			out = append(out, '0')
		}
		slots--
	}
	return string(out)
}

func literalByte(c byte) byte {
	if c == 0 {
		return '0'
	}
	return c
}

// StyleOf returns the meaning of a number format: what the workbook declares for it, or else what it is in Excel.
func StyleOf(declared map[int]Style, id int) Style {
	if style, ok := declared[id]; ok {
		return style
	}
	format := builtinFormat(id)
	return Style{Format: format, Plain: format == cell.Plain}
}

// PlainStyle is the style of a cell without a number format.
var PlainStyle = Style{Format: cell.Plain, Plain: true}
