package cell

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
)

var textForm = form{
	code:     CodeBlank,
	expected: lang.Text{JA: "文字", EN: "text"},
	fix:      lang.Text{JA: "文字で書いてください。", EN: "Write text."},
}

// ReadText reads free text as it stands: trimmed, invisible and control characters removed,
// line ends as \n, a kana and its separate ゛ or ゜ as one character. Nothing else is normalised,
// so 髙, 﨑, 神 and 〜 stay. A blank is "" and no fault; the note is always nil.
func ReadText(v Value) (string, *Note, *Fault) {
	switch v.Kind {
	case Blank:
		return "", nil, nil
	case ErrorValue, Uncomputed:
		return "", nil, textForm.unreadable(v)
	}
	return cleanText(v.Text), nil, nil
}

func cleanText(s string) string {
	if plainText(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\t', '\u00a0':
			return ' '
		}
		return lang.Visible(r)
	}, s)
	return strings.TrimFunc(joinKana(s), unicode.IsSpace)
}

// plainText reports text that cleanText would leave alone, as letters, kana and kanji tell.
func plainText(s string) bool {
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		return false
	}
	for _, r := range s {
		ascii, japanese := ' ' <= r && r <= '~', '\u3041' <= r && r <= '\u9fff' && r != '\u3099' && r != '\u309a'
		if !ascii && !japanese {
			return false
		}
	}
	return true
}

// joinKana composes a kana and the combining mark behind it (か + U+3099 → が), which file names
// and pasted text from some systems carry. Other text is not composed: NFC would also replace
// the compatibility ideographs of people's names.
func joinKana(s string) string {
	if !strings.ContainsAny(s, "\u3099\u309a") {
		return s
	}
	var out []rune
	for _, r := range s {
		if n := len(out); n > 0 && (r == '\u3099' || r == '\u309a') && out[n-1] >= '\u3041' && out[n-1] <= '\u30ff' {
			pair := []rune(norm.NFC.String(string(out[n-1:n]) + string(r)))
			out = append(out[:n-1], pair...)
			continue
		}
		out = append(out, r)
	}
	return string(out)
}
