package cell

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
)

// MaxIDRunes is the longest id.
const MaxIDRunes = 64

// exactInteger is where Excel, which keeps 15 digits, begins to lose the end of an id.
const exactInteger = 1e15

var idForm = form{
	code:     CodeID,
	expected: lang.Text{JA: "ID", EN: "an id"},
	fix: lang.Text{
		JA: "セルの書式を文字列にして、0012 や W-001 のような64文字までのIDを書いてください。",
		EN: "Format the cell as text and write an id of at most 64 characters, such as 0012 or W-001.",
	},
}

// ReadID reads an id: NFKC, trimmed, dashes of all sorts as '-'. Leading zeros and case are
// kept; a number shown as 0012 is "0012". Dates, negative numbers, line breaks, texts without
// a letter or digit and texts over MaxIDRunes are faults.
func ReadID(v Value) (string, *Note, *Fault) {
	if v.Kind == Text && plainID(v.Text) {
		return v.Text, nil, nil
	}
	if fault := idForm.unreadable(v); fault != nil {
		return "", nil, fault
	}
	switch {
	case v.Kind == Bool, v.Kind == Number && v.Number < 0:
		return "", nil, idForm.reject(v, lang.Text{})
	case v.Kind == Number && v.Format != Plain:
		return "", nil, idForm.reject(v, lang.Text{
			JA: "Excelが日付や時刻に変えています。",
			EN: "Excel has turned it into a date or time.",
		})
	case v.Kind == Number && !(math.Abs(v.Number) < exactInteger):
		return "", nil, idForm.reject(v, lang.Text{
			JA: "15けたを超える数は、Excelが末尾を保存していません。",
			EN: "Excel does not keep the digits after the fifteenth.",
		})
	}
	if len(v.Text) > MaxIDRunes*utf8.UTFMax*2 {
		return "", nil, idForm.reject(v, whyTooLong)
	}
	id := foldID(v.Text)
	if why := idFlaw(id); !why.Empty() {
		return "", nil, idForm.reject(v, why)
	}
	if !sameButSpace(v.Text, id) {
		return id, note(v, id, whyWidth), nil
	}
	return id, nil, nil
}

var whyTooLong = lang.Text{JA: "長すぎます。", EN: "It is too long."}

// plainID reports the common case: a few ASCII letters and digits that need no work.
func plainID(s string) bool {
	alnum := false
	for i := range len(s) {
		switch c := rune(s[i]); {
		case isASCIIAlnum(c):
			alnum = true
		case c == '-' || c == '_':
		default:
			return false
		}
	}
	return alnum && len(s) <= MaxIDRunes
}

func isASCIIAlnum(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// foldID applies NFKC, trims, and makes every dash '-'; ー is a dash behind an ASCII letter or
// digit only (Wー001), never in サーバー1. Folding is repeated because NFKC of what is left after
// taking out an invisible character may differ.
func foldID(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	for range 3 {
		folded := foldIDOnce(s)
		if folded == s {
			break
		}
		s = folded
	}
	return s
}

func foldIDOnce(s string) string {
	last := rune(-1)
	s = strings.Map(func(r rune) rune {
		switch {
		case lang.IsDash(r), r == 'ー' && isASCIIAlnum(last):
			r = '-'
		case r == '\u00a0' || r == '\u3000':
			r = ' '
		}
		if !lang.Invisible(r) {
			last = r
		}
		return lang.Visible(r)
	}, norm.NFKC.String(s))
	return strings.TrimSpace(s)
}

func idFlaw(id string) lang.Text {
	switch {
	case utf8.RuneCountInString(id) > MaxIDRunes:
		return whyTooLong
	case strings.ContainsAny(id, "\n\r\t\v\f\u0085\u2028\u2029"):
		return lang.Text{JA: "改行やタブが入っています。", EN: "It has a line break or a tab."}
	case strings.ContainsRune(id, utf8.RuneError):
		return lang.Text{JA: "文字化けした文字が入っています。", EN: "It has a broken character."}
	case !strings.ContainsFunc(id, func(r rune) bool { return r != 'ー' && (unicode.IsLetter(r) || unicode.IsNumber(r)) }):
		return lang.Text{JA: "文字も数字もありません。", EN: "It has no letter or digit."}
	}
	return lang.Text{}
}
