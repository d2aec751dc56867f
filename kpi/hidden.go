package kpi

import (
	"slices"

	"pilot90/cohort/lang"
)

// hidden is the type of Hidden.
type hidden struct{}

// Hidden is the value of a part that may not be shown. It is printed as Mark.
var Hidden any = hidden{}

// Mark stands wherever something may not be shown, as in official statistics; never 0.
const Mark = "x"

// MarshalJSON writes the mark.
func (hidden) MarshalJSON() ([]byte, error) { return []byte(`"` + Mark + `"`), nil }

func (hidden) String() string { return Mark }

// Withheld is the reason of a figure that may not be shown.
var Withheld = lang.Text{JA: "秘匿（x）", EN: "suppressed (x)"}

// IsHidden reports whether a part's value may not be shown.
func IsHidden(v any) bool {
	_, is := v.(hidden)
	return is
}

// Hides reports whether the field of the figure (its name in the JSON: value, numerator,
// denominator, n, excluded, interval) may not be shown. The Go field is then zero or nil.
func (f *Figure) Hides(field string) bool { return slices.Contains(f.Hidden, field) }
