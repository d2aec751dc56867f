package block

import (
	"fmt"

	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var recurringMonthsKind = Kind{
	Name:  "recurring_months",
	About: "月ごとの売上（定期と単発）",
	Build: (*Env).recurringMonths,
}

// recurringMonths shows active contracts by kind, month by month.
func (e *Env) recurringMonths(plan.Block) []content.Block {
	if !e.Cohort.Contracts.Present {
		return nil
	}
	c := &content.Chart{ID: "recurring_months", Kind: content.StackedBar, Unit: e.Words("件", "contracts"),
		YTitle:  e.Words("契約のあった案件（件）", "active contracts"),
		Figures: []string{"recurring_contract_ratio", "recurring_revenue_ratio"},
		Twin: &content.Table{Caption: e.Words("月ごとの案件", "Contracts by month"), Columns: []content.Column{
			{Head: e.Words("月", "Month")}, {Head: e.Words("定期（件）", "Recurring"), Align: content.Right},
			{Head: e.Words("単発（件）", "One-off"), Align: content.Right},
			{Head: e.Words("定期の割合", "Recurring share"), Align: content.Right},
			{Head: e.Words("定期の売上（円）", "Recurring revenue"), Align: content.Right},
			{Head: e.Words("単発の売上（円）", "One-off revenue"), Align: content.Right}}}}
	recurring := content.Series{Name: e.Words("定期", "recurring")}
	single := content.Series{Name: e.Words("単発", "one-off")}
	var first, last float64
	var from, to facts.MonthMix
	seen, steady := false, true
	for _, m := range facts.MonthMixes(e.Window) {
		y, month, _ := m.First.YMD()
		c.Categories = append(c.Categories, fmt.Sprintf("%d/%d", y%100, month))
		recurring.Values = append(recurring.Values, new(float64(m.Recurring)))
		single.Values = append(single.Values, new(float64(m.OneOff)))
		share := None
		if all := m.Recurring + m.OneOff; all > 0 {
			last = float64(m.Recurring) / float64(all)
			if !seen {
				first, from, seen = last, m, true
			}
			to = m
			share = content.Percent(last)
			steady = steady && share == content.Percent(first)
		}
		row := []string{fmt.Sprintf("%d-%02d", y, month), fmt.Sprint(m.Recurring), fmt.Sprint(m.OneOff), share}
		if e.Profile.Open() { // a month's revenue may be one client's
			row = append(row, content.Round(m.RecurringYen, 0), content.Round(m.OneOffYen, 0))
		}
		c.Twin.Rows = append(c.Twin.Rows, row)
	}
	if !seen {
		return nil
	}
	c.Twin.Columns = c.Twin.Columns[:len(c.Twin.Rows[0])]
	c.Series = []content.Series{recurring, single}
	c.Title = e.shareTitle(sharePoint{e.month(from), content.Percent(first)},
		sharePoint{e.month(to), content.Percent(last)}, steady)
	return []content.Block{c}
}

// sharePoint is the recurring share of a month, both as they are printed.
type sharePoint struct{ month, share string }

// shareTitle says how the recurring share moved between the first and the last month that had
// contracts; steady: every month had the same.
func (e *Env) shareTitle(from, to sharePoint, steady bool) string {
	switch {
	case from.month == to.month:
		return e.Words(fmt.Sprintf("案件にしめる定期の割合は、%sに%sでした", to.month, to.share),
			fmt.Sprintf("the recurring share was %s in %s", to.share, to.month))
	case steady:
		return e.Words(fmt.Sprintf("案件にしめる定期の割合は、%sから%sまで%sのままでした", from.month, to.month, to.share),
			fmt.Sprintf("the recurring share was %s from %s to %s", to.share, from.month, to.month))
	case from.share == to.share:
		return e.Words(fmt.Sprintf("案件にしめる定期の割合は、%sも%sも%sでした", from.month, to.month, to.share),
			fmt.Sprintf("the recurring share was %s both in %s and in %s", to.share, from.month, to.month))
	}
	return e.Words(fmt.Sprintf("案件にしめる定期の割合は、%sの%sから%sの%sになりました", from.month, from.share, to.month, to.share),
		fmt.Sprintf("the recurring share went from %s in %s to %s in %s", from.share, from.month, to.share, to.month))
}

func (e *Env) month(m facts.MonthMix) string {
	y, month, _ := m.First.YMD()
	return e.Words(fmt.Sprintf("%d年%d月", y, month), fmt.Sprintf("%d-%02d", y, month))
}
