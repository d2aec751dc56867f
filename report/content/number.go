package content

import (
	"math"
	"math/big"
	"strings"
	"time"

	"pilot90/cohort/lang"
)

// This file alone turns numbers into text. Rounding is half up on the decimal value (四捨五入),
// as people who check a report by hand do it: 6.25 becomes 6.3, not the 6.2 of binary rounding
// to even.

// Round returns v with the given number of decimals, rounded half away from zero on the
// shortest decimal form of v, grouped by thousands, with a true minus: Round(-1234.25, 1) = "−1,234.3".
// A v that is not finite gives "―".
func Round(v float64, decimals int) string { return typeset(scaled(v, 0, decimals)) }

// Percent returns a ratio as a percentage with one decimal: Percent(7.0/12) = "58.3%".
func Percent(ratio float64) string { return typeset(scaled(ratio, 2, 1)) + "%" }

// WholePercent returns a ratio as a percentage without decimals, for intervals and small pictures:
// WholePercent(7.0/12) = "58%".
func WholePercent(ratio float64) string { return typeset(scaled(ratio, 2, 0)) + "%" }

// typeset groups a decimal number by thousands and gives it the minus of print.
func typeset(decimal string) string {
	if rest, ok := strings.CutPrefix(decimal, "-"); ok {
		return minus + lang.Grouped(rest)
	}
	return lang.Grouped(decimal)
}

// minus is the sign of numbers under 0: as wide as a digit, not a hyphen.
const minus = "−"

// scaled returns v × 10^shift rounded to decimals as a plain decimal number.
func scaled(v float64, shift, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "―"
	}
	exact, _ := new(big.Rat).SetString(lang.Plain(v))
	if shift < 0 {
		exact.Quo(exact, power10(-shift))
	} else {
		exact.Mul(exact, power10(shift))
	}
	text := exact.FloatString(decimals) // big.Rat rounds halves away from zero
	return strings.TrimPrefix(text, negativeZero(text))
}

func power10(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

// negativeZero returns "-" when text is a rounded −0, so that no "-0.0" is printed.
func negativeZero(text string) string {
	if strings.HasPrefix(text, "-") && strings.Trim(text, "-0.") == "" {
		return "-"
	}
	return ""
}

// Quantity returns v in the unit of a figure ("ratio", "count", "months", "days", "hours",
// "yen", "yen_per_hour", "score", "multiple", "date" as days since 1970-01-01) as it is printed in
// the language: "58.3%", "1,200円", "2026年1月1日". An unknown unit gives the bare number with one
// decimal.
func Quantity(v float64, unit, lang string) string {
	switch unit {
	case "ratio":
		return Percent(v)
	case "date":
		return civilDay(v, lang)
	}
	form, ok := units[unit]
	if !ok {
		return Round(v, 1)
	}
	suffix := form.ja
	if lang == "en" {
		suffix = form.en
	}
	return Round(v, form.decimals) + suffix
}

// Between is the range from one value to another in the unit of a figure: "7〜9人", "28〜79%". A ratio
// has no decimals, and the unit stands once. Where both print alike, it is the one value.
func Between(low, high float64, unit, lang string) string {
	tell := func(v float64) string { return Quantity(v, unit, lang) }
	if unit == "ratio" {
		tell = WholePercent
	}
	from, to := tell(low), tell(high)
	if from == to {
		return to
	}
	if unit != "date" {
		from = strings.TrimSuffix(from, Suffix(unit, lang))
	}
	if lang == "en" {
		return from + " to " + to
	}
	return from + "〜" + to
}

// Suffix is what stands behind a number of the unit.
func Suffix(unit, lang string) string {
	switch form := units[unit]; {
	case unit == "ratio":
		return "%"
	case lang == "en":
		return form.en
	default:
		return form.ja
	}
}

// TenThousands is an amount of yen for titles and charts, in Japanese in units of 10,000 yen once it has
// that many: 4,186,200 = "419万円" (half up), 9,800 = "9,800円", 200,000,000 = "2億円"; in English "4.19 million yen" from a
// million on.
func TenThousands(yen float64, lang string) string {
	switch size := math.Abs(yen); {
	case lang == "en" && size >= 1e6:
		decimals := 2
		if size >= 1e8 {
			decimals = 0
		}
		return typeset(scaled(yen, -6, decimals)) + " million yen"
	case lang == "en" || size < 1e4:
		return Quantity(yen, "yen", lang)
	case size >= 1e8:
		return strings.TrimSuffix(typeset(scaled(yen, -8, 1)), ".0") + "億円"
	case size < 1e5:
		return typeset(scaled(yen, -4, 1)) + "万円"
	}
	return typeset(scaled(yen, -4, 0)) + "万円"
}

// Difference returns to − from as the difference of the two as Quantity prints them, without the
// unit's word, a ratio in percentage points: a column of differences adds up as it is printed.
func Difference(from, to float64, unit string) string {
	shift, decimals := 0, 1
	if unit == "ratio" {
		shift = 2
	} else if form, ok := units[unit]; ok {
		decimals = form.decimals
	}
	a, okA := printed(from, shift, decimals)
	b, okB := printed(to, shift, decimals)
	if !okA || !okB {
		return "―"
	}
	return typeset(b.Sub(b, a).FloatString(decimals))
}

// printed is the number that is printed.
func printed(v float64, shift, decimals int) (*big.Rat, bool) {
	return new(big.Rat).SetString(scaled(v, shift, decimals))
}

// civilDay returns the day that is v days after 1970-01-01.
func civilDay(v float64, lang string) string {
	day := time.Unix(int64(v)*86400, 0).UTC()
	if lang == "en" {
		return day.Format(time.DateOnly)
	}
	return day.Format("2006年1月2日")
}

var units = map[string]struct {
	decimals int
	ja, en   string
}{
	"count":        {0, "", ""},
	"months":       {1, "か月", " months"},
	"days":         {0, "日", " days"},
	"hours":        {1, "時間", " hours"},
	"yen":          {0, "円", " yen"},
	"yen_per_hour": {0, "円/時", " yen/h"},
	"score":        {2, "点", " points"},
	"multiple":     {1, "倍", " times"},
}
