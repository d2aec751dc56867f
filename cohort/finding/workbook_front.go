package finding

import (
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

// frontStyles are the formats of the front sheet.
type frontStyles struct{ title, plain, head, text, link int }

func newFrontStyles(book *excelize.File) (frontStyles, error) {
	border := []excelize.Border{
		{Type: "left", Color: "767676", Style: 1}, {Type: "right", Color: "767676", Style: 1},
		{Type: "top", Color: "767676", Style: 1}, {Type: "bottom", Color: "767676", Style: 1},
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	face, err := book.GetDefaultFont()
	if err != nil {
		return frontStyles{}, err
	}
	var s frontStyles
	for _, look := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 14}}},
		{&s.plain, excelize.Style{NumFmt: textFormat, Alignment: wrap, Font: &excelize.Font{Family: face, Size: 11}}},
		{&s.head, excelize.Style{Font: &excelize.Font{Family: face, Bold: true, Size: 11}, Border: border, Alignment: wrap,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}}},
		{&s.text, excelize.Style{NumFmt: textFormat, Border: border, Alignment: wrap,
			Font: &excelize.Font{Family: face, Size: 11}}},
		{&s.link, excelize.Style{NumFmt: textFormat, Border: border, Alignment: wrap,
			Font: &excelize.Font{Family: face, Size: 11, Color: "0563C1", Underline: "single"}}},
	} {
		id, err := book.NewStyle(&look.style)
		if err != nil {
			return s, err
		}
		*look.id = id
	}
	return s, nil
}

// layOut sets widths, the frozen heading, the filter and the paper.
func layOut(book *excelize.File, name string, listed int) error {
	for i, col := range frontColumns {
		letter := strings.TrimRight(cellName(1, i+1), "1")
		if err := book.SetColWidth(name, letter, letter, col.width); err != nil {
			return err
		}
	}
	last := cellName(max(firstListed-1+listed, firstListed), len(frontColumns))
	if err := book.AutoFilter(name, cellName(firstListed-1, 1)+":"+last, nil); err != nil {
		return err
	}
	err := book.SetPanes(name, &excelize.Panes{
		Freeze: true, YSplit: firstListed - 1, TopLeftCell: cellName(firstListed, 1), ActivePane: "bottomLeft",
	})
	if err != nil {
		return err
	}
	landscape, a4, wide, high, fit := "landscape", 9, 1, 0, true
	if err := book.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return book.SetPageLayout(name, &excelize.PageLayoutOptions{
		Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &high,
	})
}

// linesOf is how many lines a text takes in a column of so many characters; a full-width one
// takes two.
func linesOf(text string, columns float64) int {
	room := max(int(columns)-1, 2)
	lines := 0
	for _, line := range strings.Split(text, "\n") {
		wide := 0
		for _, r := range line {
			wide += columnsOf(r)
		}
		lines += max((wide+room-1)/room, 1)
	}
	return lines
}

func columnsOf(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

// heightOf is the height in points of a row of so many lines; Excel allows 409.
func heightOf(lines int) float64 { return min(float64(float64(lines)*15)+4, 409) }
