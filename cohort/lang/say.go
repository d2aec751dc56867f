package lang

import (
	"fmt"
	"strings"
)

// Say is a message without values.
func Say(ja, en string) Text { return Text{JA: ja, EN: en} }

// Sayf fills both languages of a message with the same values.
func Sayf(ja, en string, values ...any) Text {
	return Text{JA: fmt.Sprintf(ja, values...), EN: fmt.Sprintf(en, values...)}
}

// Words splits a list of words; none of them holds a space.
func Words(list string) []string { return strings.Fields(list) }

// Yen is an amount with thousands separated: 12,000.
func Yen(amount float64) string {
	s := fmt.Sprintf("%.0f", amount)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}
