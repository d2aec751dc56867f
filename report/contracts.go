package report

import (
	"fmt"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/report/content"
)

var recurringMonthsKind = Kind{
	Name:  "recurring_months",
	About: "月ごとの売上（定期と単発）",
	Build: (*Env).recurringMonths,
}

// recurringMonths shows active contracts by kind, month by month.
func (e *Env) recurringMonths(PlanBlock) []content.Block {
	if !e.Cohort.Contracts.Present {
		return nil
	}
	c := &content.Chart{ID: "recurring_months", Kind: content.StackedBar, Unit: e.words("件", "contracts"),
		YTitle:  e.words("契約のあった案件（件）", "active contracts"),
		Figures: []string{"recurring_contract_ratio", "recurring_revenue_ratio"},
		Twin: &content.Table{Caption: e.words("月ごとの案件", "Contracts by month"), Columns: []content.Column{
			{Head: e.words("月", "Month")}, {Head: e.words("定期（件）", "Recurring"), Align: content.Right},
			{Head: e.words("単発（件）", "One-off"), Align: content.Right},
			{Head: e.words("定期の割合", "Recurring share"), Align: content.Right},
			{Head: e.words("定期の売上（円）", "Recurring revenue"), Align: content.Right},
			{Head: e.words("単発の売上（円）", "One-off revenue"), Align: content.Right}}}}
	recurring := content.Series{Name: e.words("定期", "recurring")}
	single := content.Series{Name: e.words("単発", "one-off")}
	var first, last float64
	var from, to facts.MonthMix
	seen, steady := false, true
	for _, m := range facts.MonthMixes(e.Window) {
		y, month, _ := m.First.YMD()
		c.Categories = append(c.Categories, fmt.Sprintf("%d/%d", y%100, month))
		recurring.Values = append(recurring.Values, new(float64(m.Recurring)))
		single.Values = append(single.Values, new(float64(m.OneOff)))
		share := none
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
		return e.words(fmt.Sprintf("案件にしめる定期の割合は、%sに %s でした", to.month, to.share),
			fmt.Sprintf("the recurring share was %s in %s", to.share, to.month))
	case steady:
		return e.words(fmt.Sprintf("案件にしめる定期の割合は、%sから %sまで %s のままでした", from.month, to.month, to.share),
			fmt.Sprintf("the recurring share was %s from %s to %s", to.share, from.month, to.month))
	case from.share == to.share:
		return e.words(fmt.Sprintf("案件にしめる定期の割合は、%sも %sも %s でした", from.month, to.month, to.share),
			fmt.Sprintf("the recurring share was %s both in %s and in %s", to.share, from.month, to.month))
	}
	return e.words(fmt.Sprintf("案件にしめる定期の割合は、%sの %s から %sの %s になりました", from.month, from.share, to.month, to.share),
		fmt.Sprintf("the recurring share went from %s in %s to %s in %s", from.share, from.month, to.share, to.month))
}

func (e *Env) month(m facts.MonthMix) string {
	y, month, _ := m.First.YMD()
	return e.words(fmt.Sprintf("%d年%d月", y, month), fmt.Sprintf("%d-%02d", y, month))
}

var contractCurveKind = Kind{
	Name:  "contract_curve",
	About: "案件の継続の曲線",
	Build: (*Env).contractCurve,
}

func (e *Env) contractCurve(PlanBlock) []content.Block {
	return e.curve("average_continuation_months", e.words("定期案件", "recurring contracts"), e.words("件", ""))
}

var workerCurveKind = Kind{
	Name:  "worker_curve",
	About: "参加者の継続の曲線",
	Build: (*Env).workerCurve,
}

func (e *Env) workerCurve(PlanBlock) []content.Block {
	return e.curve("worker_continuation_months", e.words("働く人", "workers"), e.words("人", ""))
}

// curve shows the Kaplan–Meier curve of a duration figure, with n at risk below it.
func (e *Env) curve(id, who, counter string) []content.Block {
	f := e.figure(id)
	points, risks := curveParts(f)
	if len(points) < 2 {
		return nil
	}
	c := &content.Chart{ID: id + "_curve", Kind: content.StepCurve, Figures: []string{id},
		XTitle: e.words("開始からの月数", "months since the start"), YTitle: e.words("続いている割合", "still continuing"),
		Twin: &content.Table{Caption: e.words("継続曲線の値", "The curve's values"), Columns: []content.Column{
			{Head: e.words("月数", "Months"), Align: content.Right}, {Head: e.words("直前に観察中", "At risk"), Align: content.Right},
			{Head: e.words("終了", "Ended"), Align: content.Right}, {Head: e.words("継続中で打ち切り", "Censored"), Align: content.Right},
			{Head: e.words("続いている割合", "Continuing"), Align: content.Right},
			{Head: e.words("95 %区間", "95 % interval"), Align: content.Right}}}}
	curve := content.Curve{Name: who}
	for _, p := range points {
		low, high := p.S, p.S
		band := ""
		if p.Low != nil && p.High != nil {
			low, high = *p.Low, *p.High
			band = content.Percent(low) + "〜" + content.Percent(high)
		}
		curve.Points = append(curve.Points, content.CurvePoint{Time: p.Time, S: p.S, Low: low, High: high,
			Censored: p.Censored})
		c.Twin.Rows = append(c.Twin.Rows, []string{content.Round(p.Time, 1), fmt.Sprint(p.N), fmt.Sprint(p.Events),
			fmt.Sprint(p.Censored), content.Percent(p.S), band})
	}
	for _, r := range risks {
		curve.AtRisk = append(curve.AtRisk, content.RiskPoint{Time: r.Time, N: r.N})
	}
	c.Curves = []content.Curve{curve}
	c.Title = e.curveTitle(f, who, counter)
	return []content.Block{c}
}

func (e *Env) curveTitle(f *kpi.Figure, who, counter string) string {
	mean := e.value(f)
	events, _ := f.Get("events")
	running := float64(f.N) - events
	if events == 0 {
		return e.words(fmt.Sprintf("%sは平均 %s以上続いています（%d%sすべてが継続中）", who, mean, f.N, counter),
			fmt.Sprintf("%s have lasted %s or more on average (all %d still running)", who, mean, f.N))
	}
	return e.words(
		fmt.Sprintf("%sは平均 %s以上続いています（%d%sのうち%s%sが継続中）", who, mean, f.N, counter, content.Round(running, 0), counter),
		fmt.Sprintf("%s have lasted %s or more on average (%s of %d still running)", who, mean, content.Round(running, 0),
			f.N))
}

func curveParts(f *kpi.Figure) (points []kpi.Point, risks []kpi.Risk) {
	if f == nil || f.Value == nil {
		return nil, nil
	}
	for _, p := range f.Parts {
		switch v := p.Value.(type) {
		case []kpi.Point:
			points = v
		case []kpi.Risk:
			risks = v
		}
	}
	return points, risks
}
