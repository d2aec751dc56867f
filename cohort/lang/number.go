package lang

import (
	"fmt"
	"strconv"
	"strings"
)

// Plain is a number unrounded and not grouped, in the shortest decimal form that reads back as the same
// number, never with an exponent.
func Plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

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
