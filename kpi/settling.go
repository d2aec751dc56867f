package kpi

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// paidOn is the column that says when a task was paid.
var paidOn = Column{schema.Tasks, "paid_date"}

// settled says of a figure that reads payments how many of them lie after E and are counted all the same: those up
// to A for work done by E (出納整理期間). It returns nothing where there are none.
func (w *Window) settled(d *Definition) []lang.Text {
	if !w.Clock.Settling() || !slices.Contains(slices.Concat(d.Columns, d.Assumes), paidOn) {
		return nil
	}
	n := 0
	for _, t := range w.Tasks {
		if p := t.PaidDate; t.Pay.Value > 0 && p.Known && w.Clock.At() < p.Value && p.Value <= w.Clock.AsOf {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []lang.Text{{
		JA: fmt.Sprintf("%s までの作業に対する、その後 %s までの支払い %d 件も見ています（出納整理期間）", w.Clock.At(), w.Clock.AsOf, n),
		EN: fmt.Sprintf("%d payments from then to %s for work up to %s are looked at as well", n, w.Clock.AsOf, w.Clock.At()),
	}}
}
