package kpi

import (
	"fmt"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Bearing says how the rows that are left out for an error bear on a figure's value.
//
// The ways to resolve the errors are these: a row left out is deleted, or it is put right. Put
// right, it keeps the cells that no error finding is about and may hold anything in the others;
// findings that compare cells (an id used twice, an end before its start, work before the start,
// over 24 hours) put every cell of their rows in question, the rows they refer to included. An id
// that no row has may be added as a row. All other rows stay as they are.
type Bearing interface {
	// Bounds returns the lowest and the highest value of f over those ways. f has a value.
	Bounds(w *Window, f *Figure) Bounds
}

// Bounds is the range of a figure under open errors. Low and High hold the value at every way to
// resolve them that leaves the figure a value; they may lie a little outside of what is reached
// where rows of one person or week are counted one by one.
type Bounds struct {
	Low, High float64
	Rows      int       // rows that can change the value; 0: none bears on it, and there is no range
	Reason    lang.Text // why there is no range although rows bear on it; empty otherwise
}

// NoRange is why there is no range for a figure whose rows with errors nobody has looked into.
var NoRange = lang.Text{
	JA: "誤りを直したときにとりうる範囲は、この指標では計算していません",
	EN: "the range of values once the errors are put right is not computed for this figure",
}

// settle sets what the rows with errors mean for the figure: Open, and Range or RangeReason. Rows
// that cannot change the value are not mentioned.
func (w *Window) settle(d Definition, f *Figure) {
	if w.bare {
		return
	}
	f.Open = w.leftOut(append(d.Needs[:len(d.Needs):len(d.Needs)], d.Also...))
	if f.Open.Empty() || f.Value == nil {
		return
	}
	if d.Bearing == nil {
		f.RangeReason = NoRange
		return
	}
	switch b := d.Bearing.Bounds(w, f); {
	case b.Rows == 0:
		f.Open = lang.Text{}
	case !b.Reason.Empty():
		f.RangeReason = b.Reason
	default:
		f.Range = &[2]float64{min(b.Low, *f.Value), max(b.High, *f.Value)}
	}
}

// leftOut says how many rows of the sheets have error findings, and how many ids they lack, which
// may change the figure once they are put right.
func (w *Window) leftOut(keys []schema.Key) lang.Text {
	var ja, en []string
	for _, k := range keys {
		if n := w.Faulty(k); n > 0 {
			s := schema.ByKey(k)
			ja = append(ja, fmt.Sprintf("%s %d行", s.Sheet.JA, n))
			en = append(en, fmt.Sprintf("%s %d", s.Sheet.EN, n))
		}
		if n := w.Strangers(k); n > 0 {
			s := schema.ByKey(k)
			ja = append(ja, fmt.Sprintf("%sシートにない番号 %d件", s.Sheet.JA, n))
			en = append(en, fmt.Sprintf("ids missing from %s %d", s.Sheet.EN, n))
		}
	}
	if len(ja) == 0 {
		return lang.Text{}
	}
	return lang.Text{
		JA: "誤りのある行を除いた値です（" + strings.Join(ja, "、") + "）。直すと値が変わることがあります",
		EN: "rows with errors are left out (" + strings.Join(en, ", ") + "); the value may change once they are put right",
	}
}
