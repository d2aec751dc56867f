package cell

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
)

// A Name is the name of a person as it stands in a cell, without 様 or さん, and what stands beside it in
// brackets: the 0123 of 上田栞 (0123). Names with another Beside each, such as ワーカー（1） and ワーカー（2）, may be
// those of two persons.
type Name struct{ Text, Beside string }

var nameForm = form{
	code:     CodeID,
	expected: lang.Text{JA: "氏名", EN: "a name"},
	fix: lang.Text{
		JA: "1人の氏名だけを書いてください。",
		EN: "Write the name of one person.",
	},
}

var (
	whyHonorific = lang.Text{JA: "「様」「さん」などを外して、名前だけを読みました", EN: "a title such as 様 was taken off the name"}
	whyBeside    = lang.Text{JA: "氏名に添えた番号やかっこ書きを分けて読みました", EN: "a number or remark beside the name was set apart"}
)

// ReadName reads the name of one person. Kanji stay as they are typed: 髙 is not 高. A number, a date,
// names of more persons than one and texts without a letter or over MaxIDRunes are faults.
func ReadName(v Value) (Name, *Note, *Fault) {
	text, fault := nameText(v)
	if fault != nil {
		return Name{}, nil, fault
	}
	n, titled := splitName(text)
	if severalPersons(n.Text) {
		return Name{}, nil, severalFault(v)
	}
	if !strings.ContainsFunc(n.Text, unicode.IsLetter) {
		return Name{}, nil, nameForm.reject(v, lang.Text{})
	}
	switch {
	case n.Beside != "":
		return n, note(v, n.Text, whyBeside), nil
	case titled:
		return n, note(v, n.Text, whyHonorific), nil
	}
	return n, nil, nil
}

// ReadClient reads the name of a firm or office, without 御中 or 様. A name may have commas and other joints.
func ReadClient(v Value) (string, *Note, *Fault) {
	text, fault := nameText(v)
	if fault != nil {
		return "", nil, fault
	}
	name, titled := cutTitle(text, clientTitles)
	switch {
	case !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }):
		return "", nil, clientForm.reject(v, lang.Text{})
	case titled:
		return name, note(v, name, whyHonorific), nil
	}
	return name, nil, nil
}

var clientForm = form{
	code:     CodeID,
	expected: lang.Text{JA: "発注者の名前", EN: "the name of a client"},
	fix:      lang.Text{JA: "発注者の名前を書いてください。", EN: "Write the name of the client."},
}

// nameText returns the text of a cell that can hold a name.
func nameText(v Value) (string, *Fault) {
	if fault := nameForm.unreadable(v); fault != nil {
		return "", fault
	}
	if v.Kind != Text {
		return "", nameForm.reject(v, formatReason(v))
	}
	if len(v.Text) > 2*MaxIDRunes*utf8.UTFMax {
		return "", nameForm.reject(v, whyTooLong)
	}
	text := cleanText(v.Text)
	if utf8.RuneCountInString(text) > MaxIDRunes {
		return "", nameForm.reject(v, whyTooLong)
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		return "", nameForm.reject(v, lang.Text{JA: "文字化けした文字が入っています。", EN: "It has a broken character."})
	}
	return text, nil
}

// Titles stand behind names and are no part of them. 君 is none here: it ends names too (昭君).
var (
	titles       = []string{"様", "さま", "さん", "氏", "殿", "くん", "ちゃん", "先生", "講師"}
	clientTitles = []string{"御中", "様", "さま", "殿"}
)

// cutTitle takes titles off; two characters of the name must be left, as 鵜殿 is a name.
func cutTitle(s string, titles []string) (bare string, cut bool) {
	bare = s
	for again := true; again; { // 青木さん様
		again = false
		for _, title := range titles {
			rest, ok := strings.CutSuffix(bare, title)
			rest = strings.TrimRightFunc(rest, unicode.IsSpace)
			if ok && utf8.RuneCountInString(rest) > 1 {
				bare, cut, again = rest, true, true
			}
		}
	}
	return bare, cut
}

// splitName takes apart the name, what stands beside it in brackets and the title.
func splitName(s string) (n Name, titled bool) {
	outside, inside := cutBrackets(s)
	if outside == "" {
		outside, inside = s, nil
	}
	n.Text, titled = cutTitle(outside, titles)
	n.Beside = strings.Join(inside, "、")
	return n, titled
}

// The number of a person before or behind the name.
var (
	numberBefore = regexp.MustCompile(`^([A-Za-z]{0,4}[-_.]?[0-9]{1,8})[\s:._-]*([^0-9\s].*)$`)
	numberBehind = regexp.MustCompile(`^(.*[^0-9\s:._-])[\s:._-]+([A-Za-z]{0,4}[-_.]?[0-9]{1,8})$`)
)

// NameAndNumber takes apart P01 青木花 and 青木花 0123. Whether the number is one of the person, or part of a name
// such as ワーカー 1, only a list of the persons can tell.
func NameAndNumber(s string) (name, number string, ok bool) {
	if len(s) > maxNoteBytes {
		return s, "", false
	}
	folded := strings.TrimSpace(norm.NFKC.String(strings.ToValidUTF8(s, "\uFFFD")))
	if m := numberBefore.FindStringSubmatch(folded); m != nil {
		return strings.TrimSpace(m[2]), m[1], true
	}
	if m := numberBehind.FindStringSubmatch(folded); m != nil {
		return strings.TrimSpace(m[1]), m[2], true
	}
	return s, "", false
}

// What stands between the names of two persons. と and ・ are parts of names, the one of hiragana ones and the other of
// foreign ones; they divide only names in kanji.
var (
	betweenNames = regexp.MustCompile(`[、，,;；/／&＆+＋\n\r]|及び|および|\p{Han}(?:と|[\s　]+と[\s　]+|[\s　]*[・･][\s　]*)\p{Han}`)
	andOthers    = regexp.MustCompile(`(ほか|他)[\s　]*[0-9０-９一二三四五六七八九]*[\s　]*(名|人)?$`)
)

// severalPersons reports a text that names more persons than one.
func severalPersons(s string) bool {
	if !strings.ContainsAny(s, "、，,;；/／&＆+＋\n\r及およと・･ほ他") {
		return false
	}
	s = strings.Trim(s, "、，,;； 　\n\r")
	return andOthers.MatchString(s) || betweenNames.MatchString(s)
}

// NameKey returns the form in which names of people and titles of contracts are one: NFKC without white space and
// invisible characters. Variants of kanji stay apart.
func NameKey(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	for range 3 {
		folded := norm.NFKC.String(strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || lang.Invisible(r) {
				return -1
			}
			return r
		}, norm.NFKC.String(s)))
		if folded == s {
			break
		}
		s = folded
	}
	return s
}

// corporate are the forms of firms with their short forms, the longer ones first.
var corporate = strings.NewReplacer(
	"地方独立行政法人", "(地独)", "独立行政法人", "(独)", "国立大学法人", "(大)", "特定非営利活動法人", "(特非)", "認定npo法人", "(特非)", "認定NPO法人", "(特非)",
	"NPO法人", "(特非)", "npo法人", "(特非)", "(NPO)", "(特非)", "(npo)", "(特非)", "一般社団法人", "(一社)", "公益社団法人", "(公社)",
	"一般財団法人", "(一財)", "公益財団法人", "(公財)", "社会福祉法人", "(福)", "(社福)", "(福)", "医療法人", "(医)", "学校法人", "(学)", "農事組合法人", "(農)",
	"株式会社", "(株)", "株式會社", "(株)", "有限会社", "(有)", "合同会社", "(同)", "(合)", "(同)", "合資会社", "(資)", "合名会社", "(名)",
)

// ClientKey returns the form in which names of firms and offices are one: NameKey, with ㈱, （株） and 株式会社 the same
// at the same place.
func ClientKey(s string) string { return corporate.Replace(NameKey(s)) }
