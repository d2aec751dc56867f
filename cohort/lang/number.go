package lang

import (
	"fmt"
	"strconv"
	"strings"
)

// Plain is a number unrounded and not grouped, in the shortest decimal form that reads back as the same
// number, never with an exponent.
func Plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Grouped puts commas between the thousands of a decimal number: "-12000.5" is "-12,000.5".
func Grouped(number string) string {
	whole, fraction := number, ""
	if point := strings.IndexByte(number, '.'); point >= 0 {
		whole, fraction = number[:point], number[point:]
	}
	digits := strings.TrimPrefix(whole, "-")
	sign := whole[:len(whole)-len(digits)]
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits + fraction
}

// Yen is an amount with thousands separated: 12,000.
func Yen(amount float64) string { return Grouped(fmt.Sprintf("%.0f", amount)) }
