package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/grant"
)

// A grant's sheet is one page of A4 on its side: indicators, plan by year, cost, and what the officer writes, each on
// the columns below. The achievements, the sums and the rates are formulas over the cells beside them.
const (
	numberColumn = 1 + iota
	titleColumn
	unitColumn
	baseColumn
	targetColumn // E to H: cumulative and of the year, target and actual
	actualColumn
	yearTarget
	yearActual
	levelColumn
	gainColumn
	wordsColumn // K and L
	lastColumn
	hiddenColumn // hidden
)

var sheetWidths = []float64{6, 30, 7, 10, 10, 10, 10, 10, 11, 11, 20, 20, 30}

// grantPage writes one grant on a sheet of its own.
func (e *edition) grantPage(n int, g *grant.Report) error {
	title := grantSheet
	if n > 0 {
		title = lang.Text{JA: fmt.Sprintf("%s%d", grantSheet.JA, n+1), EN: fmt.Sprintf("%s %d", grantSheet.EN, n+1)}
	}
	name, err := e.sheet(title)
	if err != nil {
		return err
	}
	p := &grantPage{page: page{book: e.book, sheet: name}, e: e, g: g}
	p.widths(sheetWidths...)
	p.head()
	p.indicators()
	p.plan()
	p.costAndOfficer()
	p.setUp(n)
	return p.err
}

// grantPage is the sheet of one grant while it is being written.
type grantPage struct {
	page
	e        *edition
	g        *grant.Report
	firstKPI int // row
}

var (
	boxed  = look{framed: true, inset: true}
	headed = look{framed: true, bold: true, shaded: true, centred: true, wrap: true}
	middle = look{framed: true, centred: true}
	worded = look{framed: true, wrap: true, inset: true}
)

// spread writes text over several columns and rows of one cell.
func (p *grantPage) spread(col, to, rows int, s string, l look) {
	from := p.row
	for r := range rows {
		p.row = from + r
		for c := col; c <= to; c++ {
			p.paint(c, l)
		}
	}
	p.row = from
	p.put(col, s, l)
	p.merge(col, from, to, from+rows-1)
}

// headRows gives the two rows of heads from top their height and goes to the second.
func (p *grantPage) headRows(top int) {
	for _, row := range []int{top, top + 1} {
		p.row = row
		p.tall(21)
	}
}

func (p *grantPage) tall(points float64) { p.keep(p.file.SetRowHeight(p.sheet, p.row, points)) }

func (p *grantPage) head() {
	from := p.e.o.Sender
	p.row = 1
	kind := strings.TrimSpace(p.g.Grant.Kind + p.words("（", " (") + p.e.fiscal(p.g.FiscalYear) + p.words("）", ")"))
	p.put(1, p.words("実績報告　", "Report form  ")+kind, look{bold: true, size: 16})
	p.tall(26)
	p.row = 2
	amount := ""
	if p.g.Amount != nil {
		amount = p.words("　　交付金の実績額 ", "  spent of the grant: ") + contentYen(*p.g.Amount, p.e.o.Lang)
	}
	sender := strings.TrimSpace(from.Prefecture + from.Municipality + "　" + from.Department)
	if from.Code != "" {
		sender += p.words("（コード ", " (code ") + from.Code + p.words("）", ")")
	}
	p.put(1, strings.TrimLeft(sender+amount+p.words("　　黄色の欄は担当者が決めて書く", "  yellow cells are for the officer"), "　 "),
		look{small: true})
	p.row = 3
	p.put(1, p.g.Grant.Name, look{})
	p.row = 4
}

// section begins a part of the form.
func (p *grantPage) section(n int, ja, en string) {
	p.row++
	p.put(1, fmt.Sprintf("%d　", n)+p.words(ja, en), look{bold: true, size: 12})
	p.tall(20)
	p.row++
}

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

// plan is part 2: increment and cumulative target by year, three years side by side, more below.
func (p *grantPage) plan() {
	var years []int
	for k := range p.g.Indicators {
		for _, y := range p.g.Indicators[k].Years {
			if at, found := slices.BinarySearch(years, y.FiscalYear); !found && y.Increment != nil {
				years = slices.Insert(years, at, y.FiscalYear)
			}
		}
	}
	if len(years) == 0 {
		return
	}
	p.section(2, "年度ごとの計画", "Plan by year")
	for part := range slices.Chunk(years, 3) {
		p.planPart(part)
	}
}

func (p *grantPage) planPart(years []int) {
	top := p.row
	p.spread(numberColumn, titleColumn, 2, p.words("指標", "Indicator"), headed)
	p.spread(unitColumn, unitColumn, 2, p.words("単位", "Unit"), headed)
	p.spread(baseColumn, baseColumn, 2, p.words("事業\n開始前", "Baseline"), headed)
	for i, y := range years {
		col := targetColumn + 2*i
		p.row = top
		p.spread(col, col+1, 1, p.e.fiscal(y), headed)
		p.row = top + 1
		p.put(col, p.words("増加分", "gain"), headed)
		p.put(col+1, p.words("累計", "total"), headed)
	}
	p.row = top
	p.spread(wordsColumn, lastColumn, 2, p.words("目標年月", "Due"), headed)
	p.headRows(top)
	for k := range p.g.Indicators {
		i := &p.g.Indicators[k]
		p.row++
		p.tall(28)
		f := kpi.Find(p.e.result.Figures, i.Figure)
		num := look{framed: true, format: p.format(i, f), right: true, inset: true}
		p.spread(numberColumn, titleColumn, 1, i.Title.In(p.o.Lang), worded)
		p.put(unitColumn, p.unit(i, f), middle)
		p.number(baseColumn, i.Baseline, num)
		p.planYears(i, years, num)
		p.spread(wordsColumn, lastColumn, 1, p.due(i.Due), middle)
	}
	p.row++
}

// planYears writes the years of one indicator: a total is a formula where it is the one before and the increment.
func (p *grantPage) planYears(i *grant.Indicator, years []int, num look) {
	before := i.Baseline
	for k, year := range years {
		col := targetColumn + 2*k
		at := slices.IndexFunc(i.Years, func(y grant.PlanYear) bool { return y.FiscalYear == year })
		if at < 0 || i.Years[at].Increment == nil {
			p.put(col, noneMark, num)
			p.put(col+1, noneMark, num)
			before = nil
			continue
		}
		y := i.Years[at]
		p.number(col, y.Increment, num)
		last := address(baseColumn, p.row)
		if k > 0 {
			last = address(col-1, p.row)
		}
		if y.Target != nil && before != nil && *before+*y.Increment == *y.Target {
			p.formula(col+1, last+"+"+address(col, p.row), *y.Target, num)
		} else {
			p.number(col+1, y.Target, num)
		}
		before = y.Target
	}
}

// due is 2028-03 as a month of an era.
func (p *grantPage) due(text string) string {
	var year, month int
	if n, _ := fmt.Sscanf(text, "%d-%d", &year, &month); n < 2 {
		return text
	}
	day := cell.NewDay(year, timeMonth(month), 1).EraString(p.o.Lang)
	if before, _, ok := strings.Cut(day, "月"); ok {
		return before + "月"
	}
	return text
}

// costAndOfficer is part 3, what was planned and spent by fund, and beside it part 4, the boxes of the officer.
func (p *grantPage) costAndOfficer() {
	p.row++
	top := p.row
	p.put(numberColumn, p.words("3　費用（円）", "3  Cost (yen)"), look{bold: true, size: 12})
	p.put(levelColumn, p.words("4　担当者が書く欄", "4  For the officer"), look{bold: true, size: 12})
	p.tall(20)
	p.cost(top + 1)
	low := p.row
	p.row = top
	p.officer()
	p.row = max(p.row, low)
}

func (p *grantPage) cost(top int) {
	p.row = top
	heads := []struct {
		col, to int
		text    string
	}{{numberColumn, titleColumn, p.words("財源", "Fund")}, {unitColumn, baseColumn, p.words("予算額", "Planned")},
		{targetColumn, actualColumn, p.words("執行額", "Spent")}, {yearTarget, yearTarget, p.words("執行率", "Rate")}}
	for _, h := range heads {
		p.spread(h.col, h.to, 1, h.text, headed)
	}
	p.tall(30)
	first, all := p.row+1, p.funds()
	for _, f := range all {
		p.fund(f, "", "")
	}
	switch {
	case len(all) == 0:
		p.row++
		p.spread(numberColumn, yearTarget, 1, p.words("財源ごとの予算の記録がない", "no budget by fund"), boxed)
	case len(all) > 1:
		sum := func(col int) string { return fmt.Sprintf("SUM(%s:%s)", address(col, first), address(col, p.row)) }
		p.fund(total(all, p.words("合計", "Total")), sum(unitColumn), sum(targetColumn))
	}
}

// fund is one line of the cost; planned and spent are formulas where they are given.
func (p *grantPage) fund(f spentFund, planned, spent string) {
	p.row++
	strong := planned != ""
	p.tall(30)
	yen := look{framed: true, format: `#,##0;"−"#,##0`, right: true, inset: true, bold: strong}
	p.spread(numberColumn, titleColumn, 1, f.name, look{framed: true, bold: strong, inset: true})
	for _, c := range []struct {
		col  int
		v    *float64
		code string
	}{{unitColumn, f.planned, planned}, {targetColumn, f.spent, spent}} {
		p.spread(c.col, c.col+1, 1, "", yen)
		if c.code != "" && c.v != nil {
			p.formula(c.col, c.code, *c.v, yen)
		} else {
			p.number(c.col, c.v, yen)
		}
	}
	rate := look{framed: true, format: `0.0%;"−"0.0%`, right: true, inset: true, bold: strong}
	if f.planned == nil || f.spent == nil || *f.planned == 0 {
		p.put(yearTarget, noneMark, rate)
		return
	}
	p.formula(yearTarget, address(targetColumn, p.row)+"/"+address(unitColumn, p.row), *f.spent / *f.planned, rate)
}

// spentFund is what was planned and spent of a fund; nil is not known.
type spentFund struct {
	name           string
	planned, spent *float64
}

// funds are those of the budget.
func (p *grantPage) funds() []spentFund {
	f := kpi.Find(p.e.result.Figures, "budget_by_fund")
	if f == nil {
		return nil
	}
	var all []spentFund
	for _, part := range f.Parts {
		groups, _ := part.Value.([]kpi.Group)
		for _, g := range groups {
			one := spentFund{name: g.Title.In(p.o.Lang)}
			for _, v := range g.Parts {
				if x, ok := v.Value.(float64); ok && v.Key == "planned" {
					one.planned = &x
				} else if ok && v.Key == "spent" {
					one.spent = &x
				}
			}
			all = append(all, one)
		}
	}
	return all
}

// total adds funds up; a sum with an amount that is not known is not known.
func total(all []spentFund, name string) spentFund {
	t := spentFund{name, new(0.0), new(0.0)}
	for _, f := range all {
		for _, s := range []struct{ to, v **float64 }{{&t.planned, &f.planned}, {&t.spent, &f.spent}} {
			if *s.to == nil || *s.v == nil {
				*s.to = nil
				continue
			}
			*s.to = new(**s.to + **s.v)
		}
	}
	return t
}

// officer are the boxes that only people fill in, with what the settings say already.
func (p *grantPage) officer() {
	var next []string
	for _, s := range grant.NextSteps {
		next = append(next, s.In(p.o.Lang))
	}
	for _, box := range []struct{ label, text, hint string }{
		{p.words("外部有識者の評価", "External rating"), p.g.Grant.ExternalRating, ""},
		{p.words("外部有識者の意見", "External opinion"), p.g.Grant.ExternalOpinion, ""},
		{p.words("今後の方針", "Next step"), p.g.Grant.NextStep, strings.Join(next, p.words("・", " / "))},
		{p.words("今後の方針の理由", "Reason"), p.g.Grant.NextStepReason, ""},
	} {
		p.row++
		p.spread(levelColumn, gainColumn, 1, box.label, boxed)
		l := look{framed: true, yellow: true, wrap: true, inset: true, small: box.text == "" && box.hint != ""}
		p.spread(wordsColumn, lastColumn, 1, cmp.Or(box.text, box.hint), l)
		if box.hint != "" {
			p.choice(wordsColumn, p.row, p.row, next)
			p.tall(42)
		}
	}
}

// setUp makes the sheet one page of A4 on its side, with the day at the head and what the values leave out at the foot,
// and names the hidden column of ids.
func (p *grantPage) setUp(n int) {
	p.keep(p.printed(p.sheet, 1))
	p.keep(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{FitToHeight: new(1)}))
	foot := ""
	if feet := p.e.o.Sender.Feet; n < len(feet) {
		foot = feet[n]
	}
	p.keep(p.file.SetHeaderFooter(p.sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L&9" + headerText(p.e.o.Sender.Program+p.words("　実績報告", "  report form")) + "&R&9" +
			headerText(p.e.o.Sender.Day),
		OddFooter: "&L&9" + headerText(foot) + "&R&9&P / &N"}))
	p.keep(p.printArea(p.sheet, fmt.Sprintf("%s!$A$1:$%s$%d", quoteSheet(p.sheet), columnName(lastColumn), p.row)))
	p.keep(p.file.SetColVisible(p.sheet, columnName(hiddenColumn), false))
	if len(p.g.Indicators) > 0 {
		p.keep(p.file.SetDefinedName(&excelize.DefinedName{Name: p.words("指標ID", "figure_id"), Scope: p.sheet,
			RefersTo: rangeOf(p.sheet, hiddenColumn, p.firstKPI, p.firstKPI+len(p.g.Indicators)-1)}))
	}
}

// mostHeader is how many characters of a text stand in the head or the foot of a page, which take 255 in all.
const mostHeader = 110

// headerText is a text for the head or the foot of a page, where & begins an order.
func headerText(s string) string {
	if runes := []rune(s); len(runes) > mostHeader {
		s = string(runes[:mostHeader]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}
