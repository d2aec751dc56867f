package catalog

import (
	"fmt"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var selfSustainingRatio = kpi.Definition{
	ID:    "self_sustaining_ratio",
	Title: lang.Text{JA: "自走率", EN: "Self-sustaining ratio"},
	Reading: lang.Text{JA: "伴走の費用のうち、売上から報酬を引いた残りでまかなえる分",
		EN: "of the cost of accompaniment, what is left of revenue after pay"},
	Unit:    kpi.Ratio,
	Theme:   kpi.ThemeMoney,
	Measure: kpi.Stock,
	Law:     ratios,
	Formula: lang.Text{
		JA: "（対象期間の売上 − 報酬）÷ 区分が伴走の執行額。拠点の手元に残る額で伴走の費用をどれだけまかなえるか",
		EN: "(revenue − pay in the period) ÷ spent on class accompaniment: how much of the hub's cost its own margin covers",
	},
	Better:  kpi.Higher,
	Needs:   []schema.Key{schema.Contracts, schema.Tasks, schema.Budget},
	Columns: slices.Concat(needSpent, needPay),
	Also:    alsoMoney,
	Assumes: slices.Concat([]kpi.Column{paymentMonth}, assumesRevenue, assumesBudgetDate),
	Origin:  originWork,
	Bearing: onSelfSustaining,
	Class:   kpi.Amount,
	About:   kpi.AboutMargin,
	Behind:  behindMargin,
	Topic:   kpi.TopicSelfSustaining,
	Ends:    kpi.NoEnds, // below 0 where more is paid than comes in
	Compute: computeSelfSustainingRatio,
}

func computeSelfSustainingRatio(w *kpi.Window) kpi.Figure {
	revenue, pay, spent := revenueIn(w), payIn(w), spending(w, accompaniment)
	f := kpi.Figure{N: revenue.N(), Excluded: revenue.Excluded + pay.Excluded + spent.Excluded,
		Rows:     slices.Concat(revenue.Rows, pay.Rows, spent.Rows),
		Warnings: slices.Concat(unpricedWarning(unpricedIn(w)), unlistedWarning(w), blankPayAsNone(w)),
		Terms: &kpi.Terms{Numerator: revenue.Sum() - pay.Sum(), Denominator: spent.Sum(),
			Known: []int{revenue.N(), pay.N(), spent.N()}}}
	switch {
	case revenue.N() == 0:
		f.Reason = noRevenue
	case pay.N() == 0:
		f.Reason = noPay
	case spent.N() == 0 || spent.Sum() == 0:
		f.Reason = lang.Text{JA: "対象期間に、区分が伴走の執行額がありません", EN: "nothing was spent on accompaniment in the period"}
	default:
		kpi.Divide(&f, revenue.Sum()-pay.Sum(), spent.Sum())
		line := fmt.Sprintf("(%s − %s) ÷ %s = %s", lang.Plain(revenue.Sum()), lang.Plain(pay.Sum()), lang.Plain(spent.Sum()),
			lang.Plain(*f.Value))
		f.Arithmetic = lang.Text{JA: line, EN: line}
	}
	return f
}
