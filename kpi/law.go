package kpi

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi/survival"
)

// LawKind names how the values of several municipalities become one. A value is never the mean of their values.
type LawKind string

// Added: the values add up. Divided: numerators and denominators add up. Averaged: sums and numbers add up.
// Distributed: the counts of fixed bins add up, and the median is that of the bins. Lasting: the observed times are
// put together, and the curve is fitted to them all. Grouped: the value and the columns of its table add up, group
// by group. Apart: the values are not put together, and the law says why.
const (
	Added       LawKind = "sum"
	Divided     LawKind = "ratio"
	Averaged    LawKind = "mean"
	Distributed LawKind = "distribution"
	Lasting     LawKind = "duration"
	Grouped     LawKind = "by_group"
	Apart       LawKind = "none"
)

// Law is how a figure of several municipalities is put together out of parts that each of them hands in. Parts are
// numbers alone: no row, no id and no word of a ledger is among them.
type Law struct {
	Kind LawKind
	Why  lang.Text // of Apart
	// Bin is the width of the bins of what Values gives, in the figure's unit: 1,000 yen, 1 day, 1 point. The bin
	// k holds [k·Bin, (k+1)·Bin).
	Bin    float64
	Values func(w *Window) []float64
	// Subjects are the observed times of a Lasting figure, in days; Fitted makes the figure of those of all. Parts of
	// the result are those that the figure has for one municipality.
	Subjects func(w *Window) []survival.Subject
	Fitted   func(subjects []survival.Subject) Figure
	Adds     []string  // parts that add up
	Derived  []Derived // parts that are worked out from those
	Heads    Parts     // keys, titles and units of parts that all may have together and none alone
	Groups   *GroupLaw // of a table by group among the parts
	// Basis names the settings that the figure rests on ("30/30/30"): values of another basis are not put together.
	// nil: it rests on none that municipalities choose.
	Basis func(w *Window) string
}

// Sums gives a sum over the municipalities by the key of its part: false where no municipality has the part.
type Sums func(key string) (float64, bool)

// Derived is a part that is worked out from sums. Of gives it from the sums of the figure or of one group, and from
// those over all groups; false: it has none.
type Derived struct {
	Key string
	Of  func(sum, total Sums) (float64, bool)
}

// GroupLaw is how a table by group is put together: groups of one key become one.
type GroupLaw struct {
	Part    string   // key of the part that holds the groups
	Adds    []string // columns that add up
	Derived []Derived
	Any     []string // columns of yes and no that hold as soon as they do for one municipality
	// Median is the column that holds the median of Values, which are binned by the law's Bin, group by group.
	Median string
	Values func(w *Window) map[string][]float64
	Order  []string // the keys in the order of the table; others follow, in their own
	// Free says that the keys are words as somebody typed them: groups do not leave the ledger.
	Free bool
}

// On returns the law for a figure that rests on settings.
func (l Law) On(basis func(w *Window) string) Law {
	l.Basis = basis
	return l
}

// Terms are what the value of a Divided or Averaged figure is made of. They are there also where one municipality
// alone has too little for a value.
type Terms struct {
	Numerator   float64
	Denominator float64
	// Known is the number of records behind each term: with 0 on one side there is no value.
	Known []int
	// Claimed are the records that should be in the numerator, and of those how many are known: with some of which none
	// is known there is no value.
	Claimed [2]int
	Trials  bool // counts of a whole: Wilson's interval is due
	// More are further sums, from which parts beside the value are worked out, by their keys.
	More map[string]float64
}

// BinKey is the sum that tells how many of the values of a law with bins are in bin k.
func BinKey(k int) string { return fmt.Sprintf("bin %d", k) }
