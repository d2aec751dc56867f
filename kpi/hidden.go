package kpi

import (
	"encoding/json"
	"slices"

	"pilot90/cohort/lang"
)

// Symbol stands wherever something may not be shown, as in official statistics. What it hides may be 0.
const Symbol = "x"

// Span is a range that is shown in place of a number: at least Low, at most High, both counts or ratios.
type Span struct {
	Low, High float64
	Text      lang.Text // 3人以下
}

// MarshalJSON writes the two ends and the Japanese words.
func (s Span) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Low  float64 `json:"low"`
		High float64 `json:"high"`
		Text string  `json:"text"`
	}{s.Low, s.High, s.Text.JA})
}

// Withheld is the reason of a figure that may not be shown.
var Withheld = lang.Text{JA: "秘匿（x）", EN: "suppressed (x)"}

// Symbol is what is printed in place of a suppressed value: the range, or the symbol.
func (f *Figure) Symbol() lang.Text {
	if f.Coded != nil {
		return f.Coded.Text
	}
	return lang.Text{JA: Symbol, EN: Symbol}
}

// SymbolOf is what is printed in place of a part that may not be shown: the range; false for any other part.
func SymbolOf(v any) (mark lang.Text, is bool) {
	s, is := v.(Span)
	return s.Text, is
}

// Hides reports whether the field of the figure (its name in the JSON: value, numerator,
// denominator, n, excluded, interval) may not be shown. The Go field is then zero or nil.
func (f *Figure) Hides(field string) bool { return slices.Contains(f.Hidden, field) }
