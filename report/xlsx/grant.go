package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
	"pilot90/kpi/grant"
)

// Sender is the head of the report form: who reports.
type Sender struct {
	Prefecture, Municipality string
	Code                     string // 5 or 6 digits; text, so that a leading 0 stays
	Department, Contact      string
	Program, Day             string   // at the head of the page: the programme and the as-of date
	Feet                     []string // at the foot, one a grant: what its values leave out
}

// mostIndicators is how many indicators the form has room for (①–⑤).
const mostIndicators = 5

var (
	grantSheet = lang.Text{JA: "実績報告", EN: "Report form"}
	pasteSheet = lang.Text{JA: "貼り付け用", EN: "To paste"}
)

// grantSheets writes each grant as its own sheet of the report form, one page of paper each.
func (e *edition) grantSheets() error {
	if e.o.Sender == nil {
		return nil
	}
	for n := range e.result.Grants {
		if err := e.grantPage(n, &e.result.Grants[n]); err != nil {
			return err
		}
	}
	return nil
}

// toPaste writes the grants in the columns of the ministry's list, one line a grant, ready to be copied and pasted; it
// is not printed. What only the officer decides is filled only where pilot.toml says it, with the official words to
// choose from. An indicator without an actual stays empty there; one that may not be shown is x. More indicators than
// the list has room for stand on the grant's own sheet alone.
func (e *edition) toPaste() error {
	if e.o.Sender == nil || len(e.result.Grants) == 0 {
		return nil
	}
	return e.grantForm(e.result.Grants, *e.o.Sender)
}

// grantColumns are the headings of the form, of which some stand over several columns.
func grantColumns() [][]string {
	columns := [][]string{{"No"}, {"交付対象事業の名称"}, {"交付金の種類"}, {"実績額（円）"}}
	for i := range mostIndicators {
		columns = append(columns, []string{"指標" + string('①'+rune(i)), "指標", "指標値", "単位", "目標年月", "実績値"})
	}
	return append(columns, []string{"事業効果"}, []string{"外部有識者からの評価", "事業の評価", "意見"}, []string{"今後の方針", "今後の方針", "理由"})
}

func (b *book) grantForm(grants []grant.Report, from Sender) error {
	name, err := b.sheet(pasteSheet)
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
	p.choices(first, p.row)
	p.keep(p.printed(p.sheet, 1))
	p.keep(p.printArea(p.sheet, fmt.Sprintf("%s!$%s$1", quoteSheet(p.sheet), columnName(whyColumn+1)))) // an empty cell
	return p.err
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

func (p *page) grantLine(no int, g grant.Report) {
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
		var k grant.Indicator
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
	for _, e := range []grant.Effect{grant.VeryEffective, grant.Considerable, grant.SomeEffect, grant.NoEffect} {
		effects = append(effects, e.Words().In(p.o.Lang))
	}
	for _, s := range grant.NextSteps {
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
