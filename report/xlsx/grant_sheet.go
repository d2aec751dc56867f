package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
	"pilot90/kpi/grant"
	"pilot90/report/content"
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
	p.widths(p.columnWidths()...)
	p.head()
	p.indicators()
	p.plan()
	p.costAndOfficer()
	p.setUp(n)
	return p.err
}

// columnWidths are sheetWidths with room in the columns of values for the longest one: 10,013,548 in type of 11 points
// takes more than ten characters of the standard width.
func (p *grantPage) columnWidths() []float64 {
	out, longest := slices.Clone(sheetWidths), 0
	for _, i := range p.g.Indicators {
		for _, v := range []*float64{i.Baseline, i.Target, i.Actual} {
			if v != nil {
				longest = max(longest, len(content.Round(*v, 0)))
			}
		}
	}
	const spare = 4 // for the margins of the cell, and for other fonts
	for col := baseColumn; col <= yearActual; col++ {
		out[col-1] = max(out[col-1], float64(longest+spare))
	}
	return out
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

// headerText is a text for the head or the foot of a page, where & begins an order, and
// that of a size would go on with a digit.
func headerText(s string) string {
	if runes := []rune(s); len(runes) > mostHeader {
		s = string(runes[:mostHeader]) + "…"
	}
	if s != "" && '0' <= s[0] && s[0] <= '9' {
		s = " " + s
	}
	return strings.ReplaceAll(s, "&", "&&")
}
