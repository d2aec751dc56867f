package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/grant"
)

// indicators is part 1: target and actual, cumulative and of the year, both achievements, the proposed words.
func (p *grantPage) indicators() {
	p.section(1, "重要業績評価指標（KPI）", "Indicators")
	top := p.row
	for _, h := range []struct {
		col, to, rows int
		text          string
	}{
		{numberColumn, numberColumn, 2, p.words("番号", "No")}, {titleColumn, titleColumn, 2, p.words("指標", "Indicator")},
		{unitColumn, unitColumn, 2, p.words("単位", "Unit")}, {baseColumn, baseColumn, 2, p.words("事業\n開始前", "Baseline")},
		{targetColumn, actualColumn, 1, p.words("累計", "Cumulative")},
		{yearTarget, yearActual, 1, p.words("年度の増加分", "Increment of the year")},
		{levelColumn, gainColumn, 1, p.words("達成率", "Achieved")},
		{wordsColumn, lastColumn, 2, p.words("事業効果（案）", "Effect (proposed)")},
	} {
		p.row = top
		p.spread(h.col, h.to, h.rows, h.text, headed)
	}
	p.row = top
	p.put(hiddenColumn, p.words("指標ID", "figure_id"), look{})
	p.row = top + 1
	for i, text := range []string{p.words("目標", "target"), p.words("実績", "actual"), p.words("目標", "target"),
		p.words("実績", "actual"), p.words("水準", "level"), p.words("増加分", "gain")} {
		p.put(targetColumn+i, text, headed)
	}
	p.headRows(top)
	p.firstKPI = p.row + 1
	for k := range p.g.Indicators {
		p.row++
		p.indicator(k+1, &p.g.Indicators[k])
	}
	p.row++
	p.put(1, p.words("達成率（水準）＝実績÷目標。達成率（増加分）＝（実績−事業開始前）÷（目標−事業開始前）。数式はセルに入っている。",
		"Level = actual ÷ target; gain = (actual − baseline) ÷ (target − baseline). The formulas stand in the cells."),
		look{small: true})
}

func (p *grantPage) indicator(n int, i *grant.Indicator) {
	p.tall(36)
	f := kpi.Find(p.e.result.Figures, i.Figure)
	format := p.format(i, f)
	num := look{framed: true, format: format, right: true, inset: true}
	p.number(numberColumn, new(float64(n)), middle)
	p.put(titleColumn, i.Title.In(p.o.Lang), worded)
	p.put(unitColumn, p.unit(i, f), middle)
	p.number(baseColumn, i.Baseline, num)
	p.number(targetColumn, i.Target, num)
	wanted, got := grant.InYear(i, p.g.FiscalYear)
	p.number(yearTarget, wanted, num)
	if i.Suppressed {
		p.put(actualColumn, suppressedMark, num)
		p.put(yearActual, suppressedMark, num)
	} else {
		p.actual(i, f, num)
		p.number(yearActual, got, num)
	}
	rate := look{framed: true, format: `0.0%;"−"0.0%`, right: true, inset: true}
	at := func(col int) string { return address(col, p.row) }
	p.quotient(levelColumn, i.Level, at(actualColumn)+"/"+at(targetColumn), rate)
	p.quotient(gainColumn, i.Gain, fmt.Sprintf("(%s-%s)/(%s-%s)", at(actualColumn), at(baseColumn), at(targetColumn),
		at(baseColumn)), rate)
	p.effect(i)
	p.put(hiddenColumn, i.Figure, look{})
}

// actual links the actual to the sheet of figures where it is the figure's own value; else it is a plain number.
func (p *grantPage) actual(i *grant.Indicator, f *kpi.Figure, l look) {
	if f != nil && f.Value != nil && i.Actual != nil && *f.Value == *i.Actual && !i.ByHand && f.Step == 0 {
		at := slices.IndexFunc(p.e.result.Figures, func(x kpi.Figure) bool { return x.ID == f.ID })
		p.formula(actualColumn, fmt.Sprintf("%s!%s%d", quoteSheet(p.e.name(figuresSheet)), valueColumn, at+2), *i.Actual, l)
		return
	}
	p.number(actualColumn, i.Actual, l)
}

// quotient writes a quotient as a formula, or nothing where there is none.
func (p *grantPage) quotient(col int, v *float64, code string, l look) {
	if v == nil {
		p.put(col, noneMark, l)
		return
	}
	p.formula(col, code, *v, l)
}

// effect is the proposed word; where the wording leaves it open, the words between which the officer chooses.
func (p *grantPage) effect(i *grant.Indicator) {
	var names []string
	for _, e := range i.Rating.Proposed {
		names = append(names, p.words("「"+shortWords[e]+"」", e.Words().EN))
	}
	open := look{framed: true, yellow: true, wrap: true, inset: true}
	switch len(names) {
	case 0:
		p.spread(wordsColumn, lastColumn, 1, "", open)
	case 1:
		p.spread(wordsColumn, lastColumn, 1, i.Rating.Proposed[0].Words().In(p.o.Lang), worded)
	default:
		p.spread(wordsColumn, lastColumn, 1, p.words("要判断：", "to be decided: ")+strings.Join(names, p.words("か", " or ")),
			open)
	}
}

// shortWords are the words of the rating where the officer chooses between them.
var shortWords = map[grant.Effect]string{grant.VeryEffective: "非常に効果的", grant.Considerable: "相当程度",
	grant.SomeEffect: "効果があった", grant.NoEffect: "効果がなかった"}
