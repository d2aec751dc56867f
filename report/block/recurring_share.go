package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var recurringShareKind = Kind{
	Name:  "recurring_share",
	About: "定期と単発の件数（1マスが1件）と、金額の割合の一文",
	Build: (*Env).recurringShare,
}

// recurringShare shows the contracts of each kind as squares, and tells in a sentence what part of the revenue is of
// the
// recurring ones.
func (e *Env) recurringShare(plan.Block) []content.Block {
	var blocks []content.Block
	if c := e.kindSquares(e.figure("recurring_contract_ratio")); c != nil {
		blocks = append(e.sourced([]content.Block{c}), blocks...)
	}
	if f := e.figure("recurring_revenue_ratio"); f != nil && f.Value != nil && f.Numerator != nil && f.Denominator != nil {
		blocks = append(blocks, content.Paragraph{Text: e.Words(
			"売上では、定期の契約が"+e.Quantity(*f.Denominator, kpi.Yen)+"のうち"+e.Quantity(*f.Numerator, kpi.Yen)+"（"+e.Value(f)+"）。",
			"Of the revenue of "+e.Quantity(*f.Denominator, kpi.Yen)+", "+e.Quantity(*f.Numerator, kpi.Yen)+" ("+e.Value(f)+
				") is of recurring contracts.")})
	}
	return blocks
}

// kindSquares draws a ratio of contracts as the two kinds that make up the whole; nil where one of them may not
// be shown or the whole is 0.
func (e *Env) kindSquares(f *kpi.Figure) *content.Chart {
	if f == nil || f.Value == nil || f.Numerator == nil || f.Denominator == nil || *f.Denominator <= 0 ||
		*f.Numerator > *f.Denominator {
		return nil
	}
	c := &content.Chart{ID: f.ID + "_kinds", Kind: content.Squares, Unit: e.Words("件", ""), Figures: []string{f.ID},
		Title: e.Words(e.Say(f.Title)+"は"+e.Value(f)+"だった", e.Say(f.Title)+": "+e.Value(f)),
		Twin: &content.Table{Caption: e.Say(f.Title),
			Columns: []content.Column{{Head: e.Words("区分", "Kind")}, {Head: e.Words("件数", "Contracts"), Align: content.Right},
				{Head: e.Words("割合", "Share"), Align: content.Right}}}}
	s := content.Series{Name: e.Say(f.Title)}
	for i, n := range []float64{*f.Numerator, *f.Denominator - *f.Numerator} {
		name, share := e.Words("定期", "recurring"), content.Percent(n / *f.Denominator)
		if i == 1 {
			name = e.Words("単発", "one-off")
		}
		count := wholeNumber(n) + e.Words("件", "")
		c.Categories = append(c.Categories, name)
		s.Values, s.Labels = append(s.Values, new(n)), append(s.Labels, count+"　"+share)
		c.Twin.Rows = append(c.Twin.Rows, []string{name, count, share})
	}
	c.Series = []content.Series{s}
	return c
}
