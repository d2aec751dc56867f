package block

import (
	"fmt"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var grantsKind = Kind{
	Name:  "grants",
	About: "交付金の指標と、事業効果の案",
	Build: (*Env).grants,
}

// grants prints, for each grant of pilot.toml, the KPI plan table, the achievements with the
// proposed rating and its arithmetic, and the boxes that the officer fills in.
func (e *Env) grants(plan.Block) []content.Block {
	if len(e.Result.Grants) == 0 {
		return []content.Block{content.Paragraph{Text: e.Words("交付金の指標が設定されていません。",
			"No indicators of a grant are set."), Tone: content.Note}}
	}
	var blocks []content.Block
	for _, g := range e.Result.Grants {
		blocks = append(blocks, content.Paragraph{Text: e.grantHead(g)})
		for _, w := range g.Warnings {
			blocks = append(blocks, content.Paragraph{Text: e.Say(w), Tone: content.Note})
		}
		if len(g.Indicators) > 0 {
			blocks = append(blocks, e.planTable(g))
			if t := e.yearTable(g); len(t.Rows) > 0 {
				blocks = append(blocks, t)
			}
			blocks = append(blocks, e.achievements(g))
		}
		blocks = append(blocks, e.officer(g))
	}
	return blocks
}

func (e *Env) grantHead(g grant.Report) string {
	amount := e.Say(g.AmountReason)
	if g.Amount != nil {
		amount = e.Quantity(*g.Amount, kpi.Yen) + e.Words("（", " (") + amount + e.Words("）", ")")
	}
	return e.Words(fmt.Sprintf("%s　%s　%d年度　実績額 %s", g.Grant.Name, g.Grant.Kind, g.FiscalYear, amount),
		fmt.Sprintf("%s, %s, fiscal %d, spent %s", g.Grant.Name, g.Grant.Kind, g.FiscalYear, amount))
}

// planTable is the table of the plan: 指標名・単位 | 事業開始前 | ○年度増加分 … | 累計.
func (e *Env) planTable(g grant.Report) *content.Table {
	t := &content.Table{ID: "grant_plan", Caption: e.Words("重要業績評価指標（KPI）の計画", "KPI plan"), Columns: []content.Column{
		{Head: e.Words("指標名・単位", "Indicator, unit"), Width: 30}, {Head: e.Words("事業開始前", "Baseline"), Align: content.Right}}}
	var years []int
	for _, i := range g.Indicators {
		for _, y := range i.Years {
			if len(years) == 0 || y.FiscalYear > years[len(years)-1] {
				years = append(years, y.FiscalYear)
			}
		}
	}
	for _, y := range years {
		t.Columns = append(t.Columns, content.Column{Head: e.Words(fmt.Sprintf("%d年度増加分", y), fmt.Sprintf("%d increment", y)),
			Align: content.Right})
	}
	t.Columns = append(t.Columns, content.Column{Head: e.Words("増加分の累計", "Sum of increments"), Align: content.Right})
	for _, i := range g.Indicators {
		row := []string{e.Say(i.Title) + e.Words("（", " (") + i.Unit + e.Words("）", ")"), e.amount(i, i.Baseline)}
		sum, known := 0.0, false
		for _, y := range years {
			cell := None
			for _, p := range i.Years {
				if p.FiscalYear == y && p.Increment != nil {
					cell, sum, known = e.amount(i, p.Increment), sum+*p.Increment, true
				}
			}
			row = append(row, cell)
		}
		if known {
			row = append(row, e.amount(i, &sum))
		} else {
			row = append(row, None)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// yearTable sets, for each year of which something is known, the increment and the cumulative value side by side,
// planned and actual, with where the year's actual is from.
func (e *Env) yearTable(g grant.Report) *content.Table {
	t := &content.Table{ID: "grant_years", Caption: e.Words("年度ごとの増加分と累計（計画と実績）",
		"By year: increment and cumulative, planned and actual"),
		Columns: []content.Column{{Head: e.Words("指標", "Indicator"), Width: 26},
			{Head: e.Words("年度", "Fiscal year"), Width: 10},
			{Head: e.Words("増加分の計画", "Increment planned"), Align: content.Right},
			{Head: e.Words("増加分の実績", "Increment"), Align: content.Right},
			{Head: e.Words("累計の計画", "Cumulative planned"), Align: content.Right},
			{Head: e.Words("累計の実績", "Cumulative"), Align: content.Right}, {Head: e.Words("もと", "Source"), Width: 18}},
		Notes: []string{e.Words("累計の実績は、期間の量（人数や額の合計）では事業開始前の値に各年度の実績を足したもの、時点の状態（割合など）では年度末の値です。",
			"What adds up over years is the baseline and each year's actual; a state is that of the year's end.")}}
	for _, i := range g.Indicators {
		for _, y := range i.Years {
			if y.FiscalYear > g.FiscalYear || y.Actual == nil && y.Gained == nil && !y.Suppressed {
				continue
			}
			gained, actual := e.amount(i, y.Gained), e.amount(i, y.Actual)
			if y.Suppressed {
				gained, actual = kpi.Mark, kpi.Mark
			}
			t.Rows = append(t.Rows, []string{e.Say(i.Title),
				e.Words(fmt.Sprintf("%d年度", y.FiscalYear), fmt.Sprint(y.FiscalYear)),
				e.amount(i, y.Increment), gained, e.amount(i, y.Target), actual, e.Say(y.Source)})
		}
	}
	return t
}

// amount prints a value of an indicator in its unit: a ratio as a percentage.
func (e *Env) amount(i grant.Indicator, v *float64) string {
	switch f := e.figure(i.Figure); {
	case v == nil:
		return None
	case f != nil && f.Unit == kpi.Ratio:
		return content.Percent(*v)
	}
	return content.Round(*v, decimals(*v))
}

// achievements sets target, actual, both achievements and the proposed rating side by side.
func (e *Env) achievements(g grant.Report) *content.Table {
	t := &content.Table{ID: "grant_actual",
		Caption: e.Words("目標・実績・達成度と事業効果の案（案であり、決めるのは担当者です）", "Targets, actuals, achievement and proposed rating"),
		Columns: []content.Column{
			{Head: e.Words("指標", "Indicator"), Width: 20}, {Head: e.Words("目標", "Target"), Align: content.Right, Width: 10},
			{Head: e.Words("実績", "Actual"), Align: content.Right, Width: 10},
			{Head: e.Words("達成度", "Achieved"), Width: 28}, {Head: e.Words("事業効果（案）", "Proposed rating"), Width: 32}}}
	for _, i := range g.Indicators {
		actual := e.amount(i, i.Actual)
		if i.Actual == nil && !i.Reason.Empty() {
			actual = e.Say(i.Reason)
		}
		t.Rows = append(t.Rows, []string{e.Say(i.Title), e.amount(i, i.Target), actual, e.achieved(i), e.rating(i)})
	}
	t.Notes = []string{e.Words("水準 = 実績 ÷ 目標。増加分 =（実績 − 事業開始前）÷（目標 − 事業開始前）。「…」は計算できないもの。",
		"Level = actual ÷ target; gain = (actual − baseline) ÷ (target − baseline); … cannot be computed.")}
	return t
}

func share(v *float64) string {
	if v == nil {
		return "…"
	}
	return content.Percent(*v)
}

// achieved prints both achievements with the numbers they come from.
func (e *Env) achieved(i grant.Indicator) string {
	if i.Actual == nil || i.Target == nil {
		return "…"
	}
	a, t, b := e.amount(i, i.Actual), e.amount(i, i.Target), e.amount(i, i.Baseline)
	return e.Words("水準　", "level ") + a + " ÷ " + t + " = " + share(i.Level) + "\n" +
		e.Words("増加分　", "gain ") + "(" + a + " − " + b + ") ÷ (" + t + " − " + b + ") = " + share(i.Gain)
}

func (e *Env) rating(i grant.Indicator) string {
	var parts []string
	for _, p := range i.Rating.Proposed {
		parts = append(parts, "「"+e.Say(p.Words())+"」")
	}
	text := strings.Join(parts, e.Words("または", " or "))
	if open := e.Say(i.Rating.Open); open != "" {
		text += "\n" + open
	}
	if i.Scale != nil && i.Scale.Word != "" {
		text += "\n" + e.Words("自治体の尺度：", "own scale: ") + i.Scale.Word
	}
	return strings.TrimPrefix(text, "\n")
}

// officer leaves the boxes of the form that only people can fill.
func (e *Env) officer(g grant.Report) *content.Table {
	var steps []string
	for _, s := range grant.NextSteps {
		steps = append(steps, e.Say(s))
	}
	empty := e.Words("（記入欄）", "(to be filled in)")
	fill := func(text string) string {
		if text == "" {
			return empty
		}
		return text
	}
	return &content.Table{ID: "grant_officer",
		Caption: e.Words("担当者・外部有識者の記入", "To be filled in by the officer and the external expert"),
		Columns: []content.Column{{Head: e.Words("項目", "Item"), Width: 26}, {Head: e.Words("記入", "Entry"), Width: 74}},
		Rows: [][]string{
			{e.Words("外部有識者からの評価", "External rating"), fill(g.Grant.ExternalRating)},
			{e.Words("外部有識者の意見", "External opinion"), fill(g.Grant.ExternalOpinion)},
			{e.Words("今後の方針", "Next step"), fill(g.Grant.NextStep) + e.Words("　選択肢：", " choices: ") +
				strings.Join(steps, e.Words("／", " / "))},
			{e.Words("今後の方針の理由", "Reason"), fill(g.Grant.NextStepReason)},
		}}
}
