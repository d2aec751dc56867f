package cohort

import (
	"fmt"
	"strings"

	"pilot90/cohort/finding"
)

// text is a message without values.
func text(ja, en string) finding.Text { return finding.Text{JA: ja, EN: en} }

// say fills both languages of a message with the same values.
func say(ja, en string, values ...any) finding.Text {
	return finding.Text{JA: fmt.Sprintf(ja, values...), EN: fmt.Sprintf(en, values...)}
}

// words splits a list of words; none of them holds a space.
func words(list string) []string { return strings.Fields(list) }

// yen is an amount with thousands separated: 12,000.
func yen(amount float64) string {
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
