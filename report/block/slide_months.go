package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideMonthsKind = Kind{
	Name:  "slide_months",
	About: "スライド：月ごとに続いていた契約と、期間の契約全体",
	Build: (*Env).slideMonths,
}

// slideMonths shows the contracts that ran month by month, and beside it all of the period by kind.
func (e *Env) slideMonths(b plan.Block) []content.Block {
	if !e.Cohort.Contracts.Present {
		return nil
	}
	months := e.monthsWithContracts()
	steady := func(m facts.MonthMix) bool { return m.Recurring == 0 && m.OneOff == months[0].OneOff }
	if len(months) == 0 || len(months) > 1 && months[0].OneOff == 1 && !slices.ContainsFunc(months,
		func(m facts.MonthMix) bool { return !steady(m) }) { // a single contract all the time
		return nil
	}
	s := &content.SlideParts{Title: e.monthsTitle(months), Subtitle: e.Words("その月に続いていた契約（件）",
		"Contracts running in the month"), Chart: e.monthsChart(months), Side: e.monthsSide(), Foot: e.endedNote(),
		Notes: e.sources(e.on(kpi.TopicRecurring), e.on(kpi.TopicRecurringRevenue))}
	return e.slide(b, s)
}

// monthsWithContracts are the months of the period up to the as-of date from the first with a contract on.
func (e *Env) monthsWithContracts() []facts.MonthMix {
	all := slices.DeleteFunc(facts.MonthMixes(e.Window), func(m facts.MonthMix) bool {
		return m.First > e.Window.Clock.At()
	})
	i := slices.IndexFunc(all, func(m facts.MonthMix) bool { return m.Recurring+m.OneOff > 0 })
	if i < 0 {
		return nil
	}
	return all[i:]
}

func (e *Env) monthsChart(months []facts.MonthMix) *content.Chart {
	c := &content.Chart{ID: "contract_months", Kind: content.Months, Unit: e.Words("件", ""),
		Figures: idsOf(e.on(kpi.TopicRecurring)),
		Twin: &content.Table{Caption: e.Words("その月に続いていた契約", "Contracts running in the month"),
			Columns: []content.Column{{Head: e.Words("月", "Month")}, {Head: e.Words("定期（件）", "Recurring"), Align: content.Right},
				{Head: e.Words("単発（件）", "One-off"), Align: content.Right}}}}
	recurring, single := content.Series{Name: e.Words("定期", "recurring")}, content.Series{Name: e.Words("単発", "one-off")}
	year := 0
	for _, m := range months {
		y, month, _ := m.First.YMD()
		group := ""
		if y != year {
			group, year = e.eraYear(m.Last), y
		}
		c.Categories = append(c.Categories, e.Words(fmt.Sprintf("%d月", month), month.String()[:3]))
		c.Groups = append(c.Groups, group)
		recurring.Values = append(recurring.Values, new(float64(m.Recurring)))
		single.Values = append(single.Values, new(float64(m.OneOff)))
		c.Twin.Rows = append(c.Twin.Rows, []string{fmt.Sprintf("%d-%02d", y, month), fmt.Sprint(m.Recurring),
			fmt.Sprint(m.OneOff)})
	}
	c.Series = []content.Series{recurring, single}
	return c
}

// monthsTitle says how the running recurring contracts changed, and what share of all they were.
func (e *Env) monthsTitle(months []facts.MonthMix) string {
	title := e.runningTitle(months[0], months[len(months)-1], months)
	if slices.ContainsFunc(months, func(m facts.MonthMix) bool { return m.Recurring > 0 }) {
		title += e.shareOfAll()
	}
	return title
}

func (e *Env) runningTitle(first, last facts.MonthMix, months []facts.MonthMix) string {
	from, to := float64(first.Recurring), float64(last.Recurring)
	most := slices.MaxFunc(months, func(a, b facts.MonthMix) int { return a.Recurring - b.Recurring }).Recurring
	switch {
	case most == 0:
		return e.Words("定期の契約は、まだない。", "There is no recurring contract yet.")
	case len(months) == 1:
		return e.Words("続いている定期の契約は"+e.whole(to, "件")+"だった。",
			plural(last.Recurring, "recurring contract", "recurring contracts")+" ran.")
	case from != to && e.stillRunning() != int(to): // some ended within the last month
		return e.monthToMonth(first, last)
	case to > from:
		return e.Words("続いている定期の契約は、"+e.whole(from, "件")+"から"+e.whole(to, "件")+"に増えた。",
			"Running recurring contracts rose from "+content.Round(from, 0)+" to "+content.Round(to, 0)+".")
	case to < from:
		return e.Words("続いている定期の契約は、"+e.whole(from, "件")+"から"+e.whole(to, "件")+"に減った。",
			"Running recurring contracts fell from "+content.Round(from, 0)+" to "+content.Round(to, 0)+".")
	}
	return e.Words("続いている定期の契約は、はじめの月も終わりの月も"+e.whole(to, "件")+"だった。",
		"Running recurring contracts: "+content.Round(to, 0)+" in the first month and in the last.")
}

// stillRunning is how many recurring contracts have not ended by the as-of date.
func (e *Env) stillRunning() int {
	terms := e.terms()
	return len(terms) - ended(terms)
}

// monthToMonth sets the recurring contracts of the last month beside those of the first, by the names of the months.
func (e *Env) monthToMonth(first, last facts.MonthMix) string {
	_, from, _ := first.First.YMD()
	_, to, _ := last.First.YMD()
	return e.Words(fmt.Sprintf("定期の契約は、%d月に%d件、%d月に%d件が続いていた。", from, first.Recurring, to, last.Recurring),
		fmt.Sprintf("%s had %s, %s had %d.", from, plural(first.Recurring, "recurring contract", "recurring contracts"), to,
			last.Recurring))
}

// shareOfAll is the recurring share of all contracts of the period.
func (e *Env) shareOfAll() string {
	f := e.on(kpi.TopicRecurring)
	if f == nil || f.Value == nil || f.Numerator == nil || f.Denominator == nil {
		return ""
	}
	share, end := content.Percent(*f.Value), e.Words("だった。", ".")
	if e.missed(f) {
		end = e.Words("にとどまる。", ", below the target.")
	}
	return e.Words("\n"+e.span()+"契約全体では"+e.whole(*f.Denominator, "件")+"中"+e.whole(*f.Numerator, "件")+"（"+share+"）"+end,
		"\nOf all "+content.Round(*f.Denominator, 0)+", "+
			content.Round(*f.Numerator, 0)+sIf(int(*f.Numerator), " recurs: ", " recur: ")+
			share+end)
}

// span is the period as a word before a count: 1年の, この期間の.
func (e *Env) span() string {
	if e.fiscalPeriod() != "" && e.Window.Clock.At() == e.Window.Clock.End {
		return e.Words("1年の", "the year's ")
	}
	return e.Words("この期間の", "the period's ")
}

// monthsSide is all contracts of the period as squares, and the share of the money.
func (e *Env) monthsSide() []content.Side {
	var sides []content.Side
	if f := e.on(kpi.TopicRecurring); f != nil && f.Numerator != nil && f.Denominator != nil &&
		*f.Denominator > 0 {
		recurring, all := *f.Numerator, *f.Denominator
		single := all - recurring
		sides = append(sides, content.Side{
			Label: e.Words(strings.TrimSuffix(e.span(), "の")+"で"+e.whole(all, "件"), content.Round(all, 0)+" in all"),
			Remark: e.Words("定期"+content.Round(recurring, 0)+"　単発"+content.Round(single, 0),
				content.Round(recurring, 0)+" recurring,\n"+content.Round(single, 0)+" one-off"),
			Squares: &content.Chart{ID: "contracts_by_kind", Kind: content.Squares, Low: true, Unit: e.Words("件", ""),
				Title: e.Words("定期と単発の契約", "Recurring and one-off contracts"),
				Alt: e.Words("定期"+e.whole(recurring, "件")+"、単発"+e.whole(single, "件"),
					content.Round(recurring, 0)+" recurring, "+content.Round(single, 0)+" one-off"),
				Categories: []string{e.Words("定期", "recurring"), e.Words("単発", "one-off")},
				Series:     []content.Series{{Name: e.Words("契約", "contracts"), Values: []*float64{&recurring, &single}}}}})
	}
	if f := e.on(kpi.TopicRecurringRevenue); f != nil && f.Value != nil && f.Unit == kpi.Ratio {
		money := content.Side{Label: e.Words("金額では定期が", "Recurring by amount"), Number: e.Value(f), Ruled: true}
		if f.Target != nil {
			money.Remark = e.Words("目標"+e.aim(f), "target "+e.aim(f))
		}
		sides = append(sides, money)
	}
	return sides
}

// endedNote says how many of the recurring contracts ended, and when a single one did.
func (e *Env) endedNote() string {
	f := e.on(kpi.TopicRecurring)
	spells, _ := facts.ContractSpells(e.Window)
	ended := slices.DeleteFunc(slices.Clone(spells), func(s facts.Spell) bool { return !s.Ended })
	if f == nil || f.Numerator == nil || int(*f.Numerator) != len(spells) || len(ended) == 0 {
		return ""
	}
	if len(ended) == 1 && len(spells) == 1 {
		_, month, _ := ended[0].To.YMD()
		return e.Words(fmt.Sprintf("定期1件は%d月に終わった。", month), fmt.Sprintf("The one recurring contract ended in %s.", month))
	}
	if len(ended) == 1 {
		_, month, _ := ended[0].To.YMD()
		return e.Words(fmt.Sprintf("定期%d件のうち1件は%d月に終わった。", len(spells), month),
			fmt.Sprintf("Of %d recurring contracts one ended in %s.", len(spells), month))
	}
	if len(ended) == len(spells) {
		return e.Words(fmt.Sprintf("定期%d件は、すべて終わった。", len(spells)), fmt.Sprintf("All %d recurring contracts ended.",
			len(spells)))
	}
	return e.Words(fmt.Sprintf("定期%d件のうち%d件は終わった。", len(spells), len(ended)),
		fmt.Sprintf("Of %d recurring contracts %d ended.", len(spells), len(ended)))
}
