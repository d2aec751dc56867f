package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/finding"
	"pilot90/kpi"
)

// Sender is the head of the report form: who reports.
type Sender struct {
	Prefecture, Municipality string
	Code                     string // 5 or 6 digits; text, so that a leading 0 stays
	Department, Contact      string
}

// mostIndicators is how many indicators the form has room for (①–⑤).
const mostIndicators = 5

var (
	grantSheet    = finding.Text{JA: "実績報告", EN: "Report form"}
	proposalSheet = finding.Text{JA: "評価の案と計算", EN: "Proposed ratings"}
)

// grantSheets writes the grants in the columns of the report form, one line a grant, ready to be
// copied and pasted. What only the officer decides (事業効果, 評価, 意見, 今後の方針, 理由) is filled
// only where pilot.toml says it, with the official words to choose from; the proposals and
// their arithmetic stand on a second sheet. An indicator without an actual stays empty there
// and its reason stands on the second sheet; one that may not be shown is x. More indicators than
// the form has room for are listed on the second sheet alone.
func (e *edition) grantSheets() error {
	if e.o.Sender == nil {
		return nil
	}
	if err := e.grantForm(e.result.Grants, *e.o.Sender); err != nil {
		return err
	}
	return e.proposals(e.result.Grants)
}

// grantColumns are the headings of the form, of which some stand over several columns.
func grantColumns() [][]string {
	columns := [][]string{{"No"}, {"交付対象事業の名称"}, {"交付金の種類"}, {"実績額（円）"}}
	for i := range mostIndicators {
		columns = append(columns, []string{"指標" + string('①'+rune(i)), "指標", "指標値", "単位", "目標年月", "実績値"})
	}
	return append(columns, []string{"事業効果"}, []string{"外部有識者からの評価", "事業の評価", "意見"}, []string{"今後の方針", "今後の方針", "理由"})
}

func (b *book) grantForm(grants []kpi.GrantReport, from Sender) error {
	name, err := b.sheet(grantSheet)
	if err != nil {
		return err
	}
	p := &page{book: b, sheet: name}
	for _, line := range [][2]string{
		{"都道府県名", from.Prefecture},
		{"市町村名", from.Municipality},
		{"コード", from.Code},
		{"担当部局課名", from.Department},
		{"連絡先", from.Contact},
	} {
		p.row++
		p.put(2, line[0], look{bold: true, framed: true, shaded: true})
		p.put(3, line[1], look{framed: true})
	}
	p.row += 2
	p.grantHeads()
	p.row++
	first := p.row + 1
	for i, g := range grants {
		p.row++
		p.grantLine(i+1, g)
	}
	if len(grants) == 0 {
		p.row++
		p.put(2, "pilot.toml に [[grant]] がないため、書く行がありません", look{})
	} else {
		p.choices(first, p.row)
	}
	p.paper(first - 2)
	return p.err
}

// paper sets the form up for printing: a sheet of paper for the grant with its first indicator, one
// for two more, one for the last two, one for the officer's boxes. Each repeats the grant's name and
// the headings, which begin in the row given.
func (p *page) paper(heads int) {
	const scale = 58
	p.keep(p.printed(p.sheet, 1))
	p.keep(p.file.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{FitToPage: new(false)}))
	p.keep(p.file.SetPageLayout(p.sheet, &excelize.PageLayoutOptions{AdjustTo: new(uint(scale))}))
	for _, col := range []int{firstIndicator + 5, firstIndicator + 15, effectColumn} {
		p.keep(p.file.InsertPageBreak(p.sheet, address(col, 1)))
	}
	p.keep(p.repeated(p.sheet, fmt.Sprintf("$A:$B,%s!$%d:$%d", quoteSheet(p.sheet), heads, heads+1)))
}

// grantHeads writes the two heading rows of the form.
func (p *page) grantHeads() {
	head := look{bold: true, framed: true, shaded: true, wrap: true}
	col := 1
	top := p.row
	for _, c := range grantColumns() {
		p.row = top
		p.put(col, c[0], head)
		if len(c) == 1 {
			p.row = top + 1
			p.put(col, "", head)
			p.merge(col, top, col, top+1)
			p.width(col)
			col++
			continue
		}
		for i, sub := range c[1:] {
			p.row = top
			p.paint(col+i, head)
			p.row = top + 1
			p.put(col+i, sub, head)
			p.width(col + i)
		}
		p.merge(col, top, col+len(c)-2, top)
		col += len(c) - 1
	}
	p.row = top
}

// width gives a column of the form its width.
func (p *page) width(col int) {
	name := strings.TrimRight(address(col, 1), "1")
	p.keep(p.file.SetColWidth(p.sheet, name, name, formWidth(col)))
}

func formWidth(col int) float64 {
	switch {
	case col == 1:
		return 5
	case col == 2 || col >= effectColumn:
		return 26
	case col < firstIndicator:
		return 16
	case (col-firstIndicator)%5 == 0:
		return 24
	}
	return 11
}

// The columns of the form behind the indicators.
const (
	firstIndicator = 5
	effectColumn   = firstIndicator + 5*mostIndicators
	ratingColumn   = effectColumn + 1
	opinionColumn  = effectColumn + 2
	nextColumn     = effectColumn + 3
	whyColumn      = effectColumn + 4
)

func (p *page) grantLine(no int, g kpi.GrantReport) {
	box := look{framed: true, wrap: true}
	number := func(col int, v *float64) { p.number(col, v, look{framed: true, format: sumFormat(v)}) }
	tall := 1
	words := func(col int, s string) {
		p.put(col, s, box)
		tall = max(tall, linesIn(s, formWidth(col)))
	}
	yen := look{framed: true, format: `#,##0;"△ "#,##0`}
	p.number(1, new(float64(no)), look{framed: true})
	words(2, g.Grant.Name)
	words(3, g.Grant.Kind)
	p.number(4, g.Amount, yen)
	for i := range mostIndicators {
		col := firstIndicator + 5*i
		var k kpi.Indicator
		if i < len(g.Indicators) {
			k = g.Indicators[i]
		}
		words(col, k.Title.In(p.o.Lang))
		number(col+1, k.Target)
		words(col+2, k.Unit)
		words(col+3, k.Due)
		if k.Suppressed {
			p.put(col+4, suppressedMark, look{framed: true, right: true})
			continue
		}
		number(col+4, k.Actual)
	}
	words(effectColumn, g.Grant.Effect)
	words(ratingColumn, g.Grant.ExternalRating)
	words(opinionColumn, g.Grant.ExternalOpinion)
	words(nextColumn, g.Grant.NextStep)
	words(whyColumn, g.Grant.NextStepReason)
	p.keep(p.file.SetRowHeight(p.sheet, p.row, max(24, rowHeight(tall))))
}

// choices offers the official words in the officer's boxes, without forbidding others.
func (p *page) choices(first, last int) {
	var effects, next []string
	for _, e := range []kpi.Effect{kpi.VeryEffective, kpi.Considerable, kpi.SomeEffect, kpi.NoEffect} {
		effects = append(effects, e.Words().In(p.o.Lang))
	}
	for _, s := range kpi.NextSteps {
		next = append(next, s.In(p.o.Lang))
	}
	p.choice(effectColumn, first, last, effects)
	p.choice(nextColumn, first, last, next)
}

func (p *page) choice(col, first, last int, words []string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(address(col, first) + ":" + address(col, last))
	p.keep(v.SetDropList(words))
	v.ShowErrorMessage = false
	p.keep(p.file.AddDataValidation(p.sheet, v))
}
