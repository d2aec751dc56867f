package blank

import (
	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet/grid"
)

// book writes a workbook; the first error is kept.
type book struct {
	*excelize.File
	styles
	sheets int
	err    error
}

// styles are the formats of the workbook, by what they are for.
type styles struct {
	required, optional  int // headings
	title, strong, note int // text of the front and the example sheet
	link                int
	text, date, yen     int // columns
	month               int
	year                int
}

// Colours: a heading that must be filled in is darker than one that may be left out; both keep a
// contrast of 4.5:1 or more with their text.
const (
	requiredFill, requiredText = "1F4E79", "FFFFFF"
	optionalFill, optionalText = "DDE7EE", "1F2D3A"
	linkText                   = "0B5394"
)

// fontName is a font that comes with Excel on Windows and on the Mac.
const fontName = "游ゴシック"

func newBook() *book {
	b := &book{File: excelize.NewFile()}
	b.keep(b.SetDefaultFont(fontName))
	b.required = b.heading(requiredFill, requiredText)
	b.optional = b.heading(optionalFill, optionalText)
	b.title = b.style(&excelize.Style{Font: &excelize.Font{Family: fontName, Bold: true, Size: 16}})
	b.strong = b.style(&excelize.Style{Font: &excelize.Font{Family: fontName, Bold: true, Size: 12},
		Alignment: &excelize.Alignment{Vertical: "top"}})
	b.note = b.style(&excelize.Style{Font: &excelize.Font{Family: fontName},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	b.link = b.style(&excelize.Style{Font: &excelize.Font{Family: fontName, Color: linkText, Underline: "single"},
		Alignment: &excelize.Alignment{Vertical: "top"}})
	b.text = b.format("@")
	b.date = b.format("yyyy/m/d")
	b.month = b.format("yyyy/m")
	b.yen = b.format("#,##0")
	b.year = b.format("0")
	return b
}

// heading is a filled, framed and centred style.
func (b *book) heading(fill, text string) int {
	line := []excelize.Border{{Type: "left", Color: "A6A6A6", Style: 1}, {Type: "right", Color: "A6A6A6", Style: 1},
		{Type: "bottom", Color: "A6A6A6", Style: 1}}
	return b.style(&excelize.Style{
		Font: &excelize.Font{Family: fontName, Bold: true, Color: text}, Border: line,
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	})
}

func (b *book) format(numberFormat string) int {
	return b.style(&excelize.Style{CustomNumFmt: &numberFormat})
}

func (b *book) style(s *excelize.Style) int {
	id, err := b.NewStyle(s)
	b.keep(err)
	return id
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// sheet adds a sheet; the first takes the place of the one that a new workbook has.
func (b *book) sheet(name string) {
	if b.sheets++; b.sheets == 1 {
		b.keep(b.SetSheetName("Sheet1", name))
		return
	}
	_, err := b.NewSheet(name)
	b.keep(err)
}

// put writes one value; style 0 leaves the format of the column.
func (b *book) put(name string, row, col int, value any, style int) {
	ref := grid.Ref(row, col)
	b.keep(b.SetCellValue(name, ref, value))
	if style != 0 {
		b.keep(b.SetCellStyle(name, ref, ref, style))
	}
}

// texts writes a grid of texts, all in one style.
func (b *book) texts(g *grid.Grid, style int) {
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			b.put(g.Sheet, r.Number, c.Col, c.Text, style)
		}
	}
}

// width sets the width of one column, in characters.
func (b *book) width(name string, col int, width float64) {
	letter := grid.ColumnName(col)
	b.keep(b.SetColWidth(name, letter, letter, width))
}

// landscape prints the sheet on A4, as wide as the page, in rows that Japanese text fits.
func (b *book) landscape(name string) {
	b.keep(b.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: new("landscape"), Size: new(9),
		FitToWidth: new(1), FitToHeight: new(0)}))
	b.keep(b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: new(true), DefaultRowHeight: new(20.0),
		CustomHeight: new(true)}))
}
