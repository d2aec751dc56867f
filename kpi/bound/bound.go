// Package bound turns the rows that are left out for an error into the range of values that a figure may have
// once they are put right.
//
// The one idea: a bearing says which rows can raise or lower a value, and how far; the bounds hold the value
// for every way to put the rows right. It does not compute the figure, and gives a reason where nothing
// bounds it.
package bound

import (
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// Func makes a Bearing of a function.
type Func func(w *kpi.Window, f *kpi.Figure) kpi.Bounds

// Bounds calls the function.
func (b Func) Bounds(w *kpi.Window, f *kpi.Figure) kpi.Bounds { return b(w, f) }

// rangeOpen is why a figure under open errors has no range although its rows have been looked into.
var rangeOpen = lang.Text{
	JA: "除いた行の値が読めず上限も決められないため、誤りを直したときにとりうる範囲は示せません",
	EN: "no range is given: the rows left out hold values that cannot be read and have no upper bound",
}

// bounded is the range, or the reason when an end of it is not finite.
func bounded(low, high float64, rows int) kpi.Bounds {
	b := kpi.Bounds{Low: low, High: high, Rows: rows}
	if !kpi.Finite(low) || !kpi.Finite(high) {
		b.Reason = rangeOpen
	}
	return b
}
