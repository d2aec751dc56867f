package cell

import (
	"math"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// Range is what a column allows, both ends included.
type Range struct{ Min, Max float64 }

// Any allows every number, NonNegative none below 0.
var (
	Any         = Range{-math.MaxFloat64, math.MaxFloat64}
	NonNegative = Range{0, math.MaxFloat64}
)

var numberForm = form{
	code:     CodeNumber,
	expected: lang.Text{JA: "数", EN: "a number"},
	fix: lang.Text{
		JA: "1234 または 1,234 のように数字だけを書いてください。",
		EN: "Write digits only, such as 1234 or 1,234.",
	},
	optional: lang.Text{JA: "値がないときは空欄にしてください。", EN: "Leave the cell blank if there is no value."},
}

var yenForm = form{
	code:     CodeNumber,
	expected: lang.Text{JA: "金額（円）", EN: "an amount in yen"},
	fix: lang.Text{
		JA: "1234 または 1,234 のように、円の単位で数字だけを書いてください。",
		EN: "Write digits only, in yen, such as 1234 or 1,234.",
	},
	optional: lang.Text{JA: "金額がないときは空欄にしてください。", EN: "Leave the cell blank if there is no amount."},
}

// ReadNumber reads a number: plain, grouped by thousands (1,234), negative as -300, △300 or
// (300), in 千, 万 or 億, in kanji, with 円 or a counter such as 件 (dropped), or in percent
// (50% is 0.5). A cell shown as a date or time is a fault.
func ReadNumber(v Value, in Range) (float64, *Note, *Fault) {
	return readAmount(v, in, numberForm, true)
}

// ReadYen reads an amount in yen as ReadNumber does, without percent and counters. Fractions
// of a yen are kept.
func ReadYen(v Value, in Range) (float64, *Note, *Fault) {
	if v.Kind == Text && pointThousands.MatchString(strings.TrimSpace(v.Text)) {
		return 0, nil, yenForm.reject(v, lang.Text{
			JA: "「.」が桁区切りか小数点か決められません。", EN: "The point may divide thousands or decimals.",
		})
	}
	return readAmount(v, in, yenForm, false)
}

// pointThousands is a number whose points may stand for commas; no amount of yen has three decimals.
var pointThousands = pattern.New(`^[0-9０-９]{1,3}([.．][0-9０-９]{3})+$`)

func readAmount(v Value, in Range, f form, counters bool) (float64, *Note, *Fault) {
	n, plain := v.Number, v.Kind == Number && v.Format == Plain && !math.IsNaN(v.Number) && !math.IsInf(v.Number, 0)
	if v.Kind == Text {
		n, plain = plainNumber(v.Text)
	}
	if plain {
		if fault := in.check(v, n, f); fault != nil {
			return 0, nil, fault
		}
		return n, nil, nil
	}
	if fault := f.unreadable(v); fault != nil {
		return 0, nil, fault
	}
	if v.Kind != Text {
		return 0, nil, f.reject(v, formatReason(v))
	}
	return amountText(v, in, f, counters)
}

// formatReason explains why a cell that holds a number is not read as one.
func formatReason(v Value) lang.Text {
	switch v.Format {
	case Date:
		return lang.Text{JA: "セルが日付の書式になっています。", EN: "The cell is formatted as a date."}
	case Time:
		return lang.Text{JA: "セルが時刻の書式になっています。", EN: "The cell is formatted as a time."}
	}
	return lang.Text{}
}

// check returns the fault of a number outside the range.
func (in Range) check(v Value, n float64, f form) *Fault {
	if n >= in.Min && n <= in.Max {
		return nil
	}
	q := lang.Quote(v.Text)
	if n < 0 && in.Min == 0 {
		fault := f.fault(CodeRange, lang.Text{
			JA: "「" + q + "」は0より小さい数です。",
			EN: "“" + q + "” is below zero.",
		})
		fault.Fix = lang.Text{
			JA: "0以上の値を書いてください。返金や訂正で差し引くときは、行を足さずに、もとの行の値を直してください。",
			EN: "Write zero or more. To take something back, mend the value of the row it belongs to instead of adding a row.",
		}
		return fault
	}
	lo, hi := formatNumber(in.Min), formatNumber(in.Max)
	switch {
	case in.Max == math.MaxFloat64:
		return f.fault(CodeRange, lang.Text{JA: "「" + q + "」は" + lo + "より小さい数です。", EN: "“" + q + "” is below " + lo + "."})
	case in.Min == -math.MaxFloat64:
		return f.fault(CodeRange, lang.Text{JA: "「" + q + "」は" + hi + "より大きい数です。", EN: "“" + q + "” is above " + hi + "."})
	}
	return f.fault(CodeRange, lang.Text{
		JA: "「" + q + "」は" + lo + "から" + hi + "までの数ではありません。",
		EN: "“" + q + "” is not between " + lo + " and " + hi + ".",
	})
}

// formatNumber writes a number in its shortest decimal form, with an exponent only where the
// digits would not fit in a message.
func formatNumber(n float64) string {
	if a := math.Abs(n); a >= 1e21 || a > 0 && a < 1e-9 {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return lang.Plain(n)
}

// plainNumber reads an optional minus, ASCII digits, commas between groups of three and at most
// one decimal point, without allocating.
func plainNumber(s string) (float64, bool) {
	var buffer [maxDigits + 2]byte
	plain, digits, points := buffer[:0], 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case c == ',' && points == 0:
			continue
		case c != '-' || i > 0:
			return 0, false
		}
		if digits > maxDigits || len(plain) == cap(plain) {
			return 0, false
		}
		plain = append(plain, s[i])
	}
	whole, _, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if digits == 0 || points > 1 || !grouped(whole) {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(plain), 64)
	return n + 0, err == nil // + 0 turns -0 into 0
}

// grouped reports whether the commas among digits stand between groups of three.
func grouped(digits string) bool {
	group, rest, comma := strings.Cut(digits, ",")
	if comma && (group == "" || len(group) > 3) {
		return false
	}
	for comma {
		if group, rest, comma = strings.Cut(rest, ","); len(group) != 3 {
			return false
		}
	}
	return true
}

// amountText reads a number that is more than digits.
func amountText(v Value, in Range, f form, counters bool) (float64, *Note, *Fault) {
	s, changed := fold(v.Text)
	s, marked := cutMark(s)
	a, ok := parseAmount(s, counters)
	if !ok {
		if digits, found := unlook(s); found {
			if _, ok := parseAmount(digits, counters); ok {
				return 0, nil, f.lookalike(v, digits)
			}
		}
		return 0, nil, f.reject(v, amountReason(s))
	}
	if fault := in.check(v, a.value, f); fault != nil {
		return 0, nil, fault
	}
	switch {
	case a.taxed:
		return a.value, note(v, formatNumber(a.value), whyTaxNote), nil
	case a.dressed:
		return a.value, note(v, formatNumber(a.value), whyUnit), nil
	case marked:
		return a.value, note(v, formatNumber(a.value), whyMark), nil
	case a.kanji:
		return a.value, note(v, formatNumber(a.value), whyKanji), nil
	case changed:
		return a.value, note(v, formatNumber(a.value), whyWidth), nil
	}
	return a.value, nil, nil
}

// amountReason looks for a usual slip.
func amountReason(s string) lang.Text {
	switch {
	case strings.Contains(s, ",") && readable(strings.ReplaceAll(s, ",", "")):
		return lang.Text{JA: "けた区切りの「,」は3けたごとに入れてください。", EN: "Commas must stand between groups of three digits."}
	case strings.ContainsAny(s, "~〜") || strings.Contains(s, "から"):
		return lang.Text{JA: "1つのセルには1つの数だけを書いてください。", EN: "A cell holds one number only."}
	case s == "無償" || s == "無料":
		return lang.Text{JA: "支払いのない仕事は 0 と書いてください。", EN: "Write 0 for work without pay."}
	}
	return lang.Text{}
}

func readable(s string) bool {
	_, ok := parseAmount(s, true)
	return ok
}
