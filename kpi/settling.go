package kpi

import (
	"fmt"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// paidOn is the column that says when a task was paid.
var paidOn = Column{Table: schema.Tasks, Key: "paid_date"}

// settled says of a figure that reads payments how many of them lie after E and are counted all the same: those up
// to A for work done by E (出納整理期間). It returns nothing where there are none.
func (w *Window) settled(d *Definition) []lang.Text {
	if !w.Clock.Settling() || !slices.ContainsFunc(slices.Concat(d.Columns, d.Assumes), func(c Column) bool {
		return c.Table == paidOn.Table && c.Key == paidOn.Key
	}) {
		return nil
	}
	after := func(paid record.Field[cell.Day]) bool {
		return paid.Known && w.Clock.At() < paid.Value && paid.Value <= w.Clock.AsOf
	}
	n := len(Where(w.Tasks, func(t *record.Task) bool { return t.Pay.Value > 0 && after(t.PaidDate) })) +
		len(Where(w.Payments, func(p *record.Payment) bool { return p.Amount.Value > 0 && after(p.PaidDate) }))
	if n == 0 {
		return nil
	}
	return []lang.Text{{
		JA: fmt.Sprintf("%s までの作業に対する、その後 %s までの支払い%d件も見ています（出納整理期間）", w.Clock.At(), w.Clock.AsOf, n),
		EN: fmt.Sprintf("payments from then to %s for work up to %s are looked at as well (%d)", w.Clock.AsOf,
			w.Clock.At(), n),
	}}
}
