package block

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var slideMoneyKind = Kind{
	Name:  "slide_money",
	About: "スライド：使った費用と、成果1件あたりの費用",
	Build: (*Env).slideMoney,
}

// slideMoney shows what was spent by class against the budget, and what a result cost.
func (e *Env) slideMoney(b plan.Block) []content.Block {
	f := e.on(kpi.TopicSpent)
	if f == nil || f.Value == nil || *f.Value <= 0 {
		return nil
	}
	notes := e.sources(e.on(kpi.TopicSpent))
	for _, cost := range e.perResult() {
		notes = append(notes, e.sources(cost.Figure)...)
	}
	notes = append(notes, e.sources(e.on(kpi.TopicAccompaniment), e.on(kpi.TopicRevenue), e.on(kpi.TopicOutside))...)
	s := &content.SlideParts{Title: e.moneyTitle(*f.Value), Chart: e.moneyChart(f), Side: e.moneySide(),
		Foot:     e.moneyFoot(*f.Value),
		Subtitle: e.moneySubtitle(f), Notes: notes}
	if s.Chart == nil && len(s.Side) == 0 {
		return nil
	}
	return e.slide(b, s)
}

// spentClass is a class of the budget; planned is nil where no budget is known.
type spentClass struct {
	title   string
	spent   float64
	planned *float64
}

// spentClasses are the classes in which something was spent or planned, the largest first, and whether every budget is
// known.
func (e *Env) spentClasses(f *kpi.Figure) (classes []spentClass, whole bool) {
	whole = true
	for _, g := range groupsOf(f, "groups") {
		spent, _ := number(&g, "spent")
		c := spentClass{title: e.Say(g.Title), spent: spent}
		if planned, known := number(&g, "planned"); known {
			c.planned = &planned
		} else {
			whole = false
		}
		if c.spent > 0 || c.planned != nil && *c.planned > 0 {
			classes = append(classes, c)
		}
	}
	slices.SortStableFunc(classes, func(a, b spentClass) int { return cmp.Compare(b.spent, a.spent) })
	return classes, whole
}

func (e *Env) moneyChart(f *kpi.Figure) *content.Chart {
	classes, _ := e.spentClasses(f)
	if len(classes) == 0 {
		return nil
	}
	c := &content.Chart{ID: "money_bars", Kind: content.MoneyBars, Unit: e.Words("円", " yen"), Figures: []string{f.ID},
		Twin: &content.Table{Caption: e.Words("使った費用と予算", "Spent and planned"), Columns: []content.Column{
			{Head: e.Words("区分", "Class")}, {Head: e.Words("使った額（円）", "Spent"), Align: content.Right},
			{Head: e.Words("予算（円）", "Planned"), Align: content.Right}}}}
	s := content.Series{Name: e.Words("使った額", "spent")}
	for _, one := range classes {
		planned := None
		if one.planned != nil {
			planned = content.Round(*one.planned, 0)
		}
		c.Categories = append(c.Categories, one.title)
		s.Values, s.Target = append(s.Values, new(one.spent)), append(s.Target, one.planned)
		s.Labels = append(s.Labels, e.million(one.spent))
		c.Twin.Rows = append(c.Twin.Rows, []string{one.title, content.Round(one.spent, 0), planned})
	}
	c.Series = []content.Series{s}
	return c
}

// moneyTitle says what was spent, what a result cost, and which part went into accompaniment.
func (e *Env) moneyTitle(spent float64) string {
	title := e.Words("費用は"+e.million(spent)+"。", "The pilot cost "+e.million(spent)+". ")
	each, staff := e.on(kpi.TopicCostOfIncome), e.on(kpi.TopicAccompaniment)
	share := ""
	if staff != nil && staff.Value != nil && *staff.Value > 0 {
		share = e.Value(staff)
	}
	switch {
	case each != nil && each.Value != nil && share != "":
		return title + e.Words("初めて収入を得た住民1人あたり"+e.million(*each.Value)+"で、"+share+"は伴走の費用だった。",
			e.million(*each.Value)+" for each first income; "+share+" went into accompaniment.")
	case each != nil && each.Value != nil:
		return title + e.Words("初めて収入を得た住民1人あたり"+e.million(*each.Value)+"だった。",
			e.million(*each.Value)+" for each first income.")
	case share != "":
		return title + e.Words(share+"は伴走の費用だった。", share+" went into accompaniment.")
	}
	return strings.TrimSpace(title)
}

func (e *Env) moneySubtitle(f *kpi.Figure) string {
	classes, whole := e.spentClasses(f)
	planned := 0.0
	for _, c := range classes {
		if c.planned != nil {
			planned += *c.planned
		}
	}
	switch {
	case planned == 0:
		return e.Words("使った費用", "Spent")
	case !whole:
		return e.Words("使った費用（太い縦線は予算）", "Spent (the tick is the budget)")
	}
	return e.Words("使った費用（太い縦線は予算。合計は予算の"+content.Percent(*f.Value/planned)+"）",
		"Spent (the tick is the budget; in all "+content.Percent(*f.Value/planned)+" of it)")
}

func (e *Env) moneySide() []content.Side {
	var sides []content.Side
	for _, one := range e.perResult() {
		f := one.Figure
		if f.Value == nil {
			continue
		}
		side := content.Side{Label: e.Words(one.per.Slide.JA+"1人あたり", "For each "+one.per.Slide.EN),
			Number: e.Value(f) + daggerOf(f)}
		if without, known := f.Get("without_staff"); known {
			side.Remark = e.Words("伴走費を除くと "+e.Quantity(without, kpi.Yen),
				"without accompaniment "+e.Quantity(without, kpi.Yen))
		}
		sides = append(sides, side)
	}
	if line := e.revenueLine(); line != "" {
		sides = append(sides, content.Side{Label: line, Ruled: true})
	}
	return sides
}

// revenueLine says what was sold, how much of it outside, and what was paid.
func (e *Env) revenueLine() string {
	revenue, outside, payout := e.on(kpi.TopicRevenue), e.on(kpi.TopicOutside), e.on(kpi.TopicPayout)
	if revenue == nil || revenue.Value == nil || *revenue.Value <= 0 {
		return ""
	}
	text := e.Words("売上"+e.million(*revenue.Value), "Revenue "+e.million(*revenue.Value))
	if outside != nil && outside.Value != nil {
		text += e.Words("の"+e.Value(outside)+"が"+e.townWord()+"外", ", "+e.Value(outside)+" of it from outside")
	}
	text += e.Words("。", ".")
	if payout != nil {
		if pay, known := payout.Get("pay"); known && pay > 0 {
			text += e.Words("報酬は"+e.million(pay)+"。", " Pay "+e.million(pay)+".")
		}
	}
	return text
}

// moneyFoot is the sum and where it came from.
func (e *Env) moneyFoot(spent float64) string {
	var funds []string
	for _, g := range groupsOf(e.on(kpi.TopicFunds), "groups") {
		if v, known := number(&g, "spent"); known && v > 0 {
			funds = append(funds, e.Say(g.Title)+" "+e.Quantity(v, kpi.Yen))
		}
	}
	text := e.Words("合計 ", "In all ") + e.Quantity(spent, kpi.Yen)
	if len(funds) > 0 {
		text += e.Words("（", " (") + strings.Join(funds, e.Words("、", ", ")) + e.Words("）", ")")
	}
	text += e.Words("。", ".")
	for _, cost := range e.perResult() {
		if f := cost.Figure; f.Value != nil && !f.Open.Empty() {
			return text + e.Words("† 台帳を直すと変わることがある。", " † May change once the ledger is mended.")
		}
	}
	return text
}
