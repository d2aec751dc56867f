package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
)

// Titles stand behind names and are no part of them. 君 is none here: it ends names too (昭君).
var (
	titles       = []string{"様", "さま", "さん", "氏", "殿", "くん", "ちゃん", "先生", "講師"}
	clientTitles = []string{"御中", "様", "さま", "殿"}
)

// cutTitle takes titles off; two characters of the name must be left, as 鵜殿 is a name.
func cutTitle(s string, titles []string) string {
	for again := true; again; { // 青木さん様
		again = false
		for _, title := range titles {
			rest, ok := strings.CutSuffix(s, title)
			rest = strings.TrimRightFunc(rest, unicode.IsSpace)
			if ok && utf8.RuneCountInString(rest) > 1 {
				s, again = rest, true
			}
		}
	}
	return s
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
