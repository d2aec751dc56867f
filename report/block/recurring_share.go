package block

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var recurringShareKind = Kind{
	Name:  "recurring_share",
	About: "定期の割合（件数と金額の輪）",
	Build: (*Env).recurringShare,
}

// recurringShare shows what part of the contracts, and of their revenue, is recurring: one ring
// each, side by side.
func (e *Env) recurringShare(plan.Block) []content.Block {
	var rings [][]content.Block
	for _, id := range []string{"recurring_contract_ratio", "recurring_revenue_ratio"} {
		if c := e.ring(e.figure(id)); c != nil {
			rings = append(rings, e.sourced([]content.Block{c}))
		}
	}
	switch len(rings) {
	case 0:
		return nil
	case 1:
		return rings[0]
	}
	return []content.Block{content.Beside{Parts: rings}}
}

// ring draws a ratio of contracts or of revenue as the two parts of a whole; nil where one of them may not
// be shown or the whole is 0.
func (e *Env) ring(f *kpi.Figure) *content.Chart {
	if f == nil || f.Value == nil || f.Numerator == nil || f.Denominator == nil || *f.Denominator <= 0 ||
		*f.Numerator > *f.Denominator {
		return nil
	}
	unit, each := e.Words("件", "contracts"), func(v float64) string { return content.Round(v, 0) + e.Words("件", "") }
	if f.Subject == kpi.AboutRevenue {
		unit, each = e.Words("円", "yen"), func(v float64) string { return e.Quantity(v, kpi.Yen) }
	}
	parts := []float64{*f.Numerator, *f.Denominator - *f.Numerator}
	c := &content.Chart{ID: f.ID + "_ring", Kind: content.Donut, Unit: unit, Figures: []string{f.ID},
		Title: e.Words(fmt.Sprintf("%sは%sです", e.Say(f.Title), e.Value(f)),
			fmt.Sprintf("%s: %s", e.Say(f.Title), e.Value(f))),
		Twin: &content.Table{Caption: e.Say(f.Title),
			Columns: []content.Column{{Head: e.Words("区分", "Kind")}, {Head: unit, Align: content.Right},
				{Head: e.Words("割合", "Share"), Align: content.Right}}}}
	s := content.Series{Name: e.Say(f.Title)}
	for i, name := range []string{e.Words("定期", "recurring"), e.Words("単発", "one-off")} {
		share := content.Percent(parts[i] / *f.Denominator)
		s.Values, s.Labels = append(s.Values, new(parts[i])), append(s.Labels, share)
		c.Categories = append(c.Categories, name+e.Words("　", " ")+each(parts[i]))
		c.Twin.Rows = append(c.Twin.Rows, []string{name, each(parts[i]), share})
	}
	c.Series = []content.Series{s}
	return c
}
