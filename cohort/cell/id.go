package cell

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
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
// a letter or digit, texts over MaxIDRunes, 2.02504E+11 and several ids in one cell are faults.
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
	switch {
	case scientific.MatchString(id):
		return "", nil, idAsNumber(v)
	case severalIDs(id):
		return "", nil, severalFault(v)
	}
	if why := idFault(id); !why.Empty() {
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
		}
		if !lang.Invisible(r) {
			last = r
		}
		return lang.Visible(r)
	}, norm.NFKC.String(s))
	return strings.TrimSpace(s)
}

func idFault(id string) lang.Text {
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

// scientific is what Excel writes into a CSV file for a long id that it took for a number.
var scientific = pattern.New(`^[0-9](\.[0-9]+[eE]\+?|[eE]\+)[0-9]{1,3}$`)

// idAsNumber is the fault of 2.02504E+11.
func idAsNumber(v Value) *Fault {
	f := idForm.reject(v, lang.Text{
		JA: "Excelが長い番号を数値に変えたもので、もとの番号の下のけたが失われています。",
		EN: "Excel has turned a long id into a number and lost its last digits.",
	})
	f.Fix = lang.Text{
		JA: "もとのデータから、この列の書式を文字列にして書き出し直すか、番号を打ち直してください。",
		EN: "Export the column again with the format text, or type the ids anew.",
	}
	return f
}

// severalFault is the fault of P01、P02.
func severalFault(v Value) *Fault {
	q := lang.Quote(v.Text)
	f := idForm.fault(CodeID, lang.Text{
		JA: "「" + q + "」には、番号や名前が2つ以上入っています。",
		EN: "“" + q + "” holds more ids or names than one.",
	})
	f.Fix = lang.Text{
		JA: "1人（1件）につき1行になるように行を分け、時間や金額もそれぞれの分を書いてください。",
		EN: "Write one row for each person or piece, with its own hours and amounts.",
	}
	return f
}

// Between ids of any sort stand strong separators; the weak ones may be part of an id (R7/001) and divide
// only ids of one shape, such as P02/P03.
var (
	strongSeparator = pattern.New(`\s*(?:[、,;\n\r])\s*`)
	weakSeparator   = pattern.New(`\s*(?:[/・&+~〜と]|及び|および| and )\s*|\s+`)
	codeLike        = pattern.New(`^[A-Za-z]*[-_.]?[A-Za-z0-9-]*[0-9][A-Za-z]?$`)
)

// severalIDs reports a folded text that holds more ids than one. Only codes are told apart: a title may have a
// comma in it.
func severalIDs(id string) bool {
	if _, amount := plainNumber(id); amount || !strings.ContainsAny(id, "0123456789") {
		return false
	}
	parts := strongSeparator.Split(strings.Trim(id, "、,; "), -1)
	return allCodes(parts, false) || len(parts) == 1 && allCodes(weakSeparator.Split(id, -1), true)
}

// allCodes reports two parts or more that are all codes, with letters and of one shape if they must be alike.
func allCodes(parts []string, alike bool) bool {
	for _, part := range parts {
		like := shape(part) == shape(parts[0]) && strings.Contains(shape(part), "a")
		if !codeLike.MatchString(part) || alike && !like {
			return false
		}
	}
	return len(parts) > 1
}

// shape writes a code with a for each letter and 0 for each digit.
func shape(code string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '0'
		case isASCIIAlnum(r):
			return 'a'
		}
		return r
	}, code)
}
