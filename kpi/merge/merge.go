// Package merge turns the figures of one municipality into parts that can be handed in, and the parts of many
// municipalities into one figure each.
//
// The one idea: what travels is enough to compute the figure of all rows together, and nothing more. Sums,
// numerators and denominators, counts of fixed bins and observed times are numbers; no row, no id, no name and no
// word of a ledger is among them. A figure of all is never the mean of the figures: each definition declares its law
// (kpi.Law), and the parts of one law are put together by it alone. The package reads no ledger and decides nothing
// about who may see what; ROLLUP.md describes the form and the arithmetic.
package merge

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// Part is what one municipality hands in of one figure.
type Part struct {
	ID      string      `json:"id"`
	Title   Words       `json:"title"`
	Unit    kpi.Unit    `json:"unit"`
	Class   kpi.Class   `json:"class"` // by what rule editions show it
	Law     kpi.LawKind `json:"law"`
	Basis   string      `json:"basis,omitempty"` // settings that the figure rests on; see kpi.Law
	Value   *float64    `json:"value"`
	Missing Missing     `json:"missing,omitempty"`
	N       int         `json:"n"`
	Exclude int         `json:"excluded"`
	LeftOut *float64    `json:"left_out"` // share of the rows left out for an error or a blank, 0–1; null: there are none

	Terms  *Terms   `json:"terms,omitempty"`  // of ratio and mean
	Sum    *float64 `json:"sum,omitempty"`    // of a distribution
	Bins   *Bins    `json:"bins,omitempty"`   // of a distribution and of a mean
	Times  []Time   `json:"times,omitempty"`  // of a duration, ascending
	Beside []Beside `json:"beside,omitempty"` // parts that add up, or are worked out from those that do
	Table  *Table   `json:"table,omitempty"`
}

// Missing says why a part has no value: Lacking, the ledger has no such sheet or column; NoCase, it has nothing to
// count. Neither is 0.
type Missing string

// The two kinds of Missing; "" where there is a value.
const (
	Lacking Missing = "no_data"
	NoCase  Missing = "no_case"
)

// Words are a text in both languages, of the program and never of a ledger.
type Words struct {
	JA string `json:"ja"`
	EN string `json:"en"`
}

func (w Words) text() lang.Text { return lang.Text{JA: w.JA, EN: w.EN} }

// Terms are the sides of a quotient; see kpi.Terms.
type Terms struct {
	Numerator   float64 `json:"numerator"`
	Denominator float64 `json:"denominator"`
	Known       []int   `json:"known"`
	Claimed     [2]int  `json:"claimed"`
	Trials      bool    `json:"trials"`
	// sums from which parts beside the value are worked out
	More map[string]float64 `json:"more,omitempty"`
}

// Time is one line of an event table: what was observed of so many days. Entries is how many came under observation
// at that time only (left truncation).
type Time struct {
	Days     float64 `json:"days"`
	Events   int     `json:"events"`
	Censored int     `json:"censored"`
	Entries  int     `json:"entries"`
}

// Beside is a part beside the value. One that is worked out from others has no value here.
type Beside struct {
	Key   string   `json:"key"`
	Title Words    `json:"title"`
	Unit  kpi.Unit `json:"unit,omitempty"`
	Value *float64 `json:"value"`
}

// Table is a breakdown by group. The values of a row stand as its columns do; null is not known. One of yes and no
// is 1 or 0.
type Table struct {
	Key     string   `json:"key"`
	Title   Words    `json:"title"`
	Unit    kpi.Unit `json:"unit,omitempty"`
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
}

// Column is the heading of one column of a Table.
type Column struct {
	Key   string   `json:"key"`
	Title Words    `json:"title"`
	Unit  kpi.Unit `json:"unit,omitempty"`
}

// Row is one group.
type Row struct {
	Key    string     `json:"key"`
	Title  Words      `json:"title"`
	Values []*float64 `json:"values"`
	Bins   *Bins      `json:"bins,omitempty"`
}

// Told reports whether the part says anything that can be put together with others.
func (p *Part) Told() bool {
	switch p.Law {
	case kpi.Divided, kpi.Averaged:
		return p.Terms != nil
	case kpi.Lasting:
		return len(p.Times) > 0
	case kpi.Distributed:
		return p.Bins != nil
	case kpi.Grouped:
		return p.Value != nil || p.Table != nil && len(p.Table.Rows) > 0
	case kpi.Apart:
		return false
	}
	return p.Value != nil
}
