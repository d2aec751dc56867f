package finding

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// frontName is the name of the front sheet.
var frontName = Text{"点検結果", "Findings"}

// frontColumns are the columns of the front sheet with their widths in characters.
var frontColumns = []struct {
	head  Text
	width float64
	value func(f Finding, lang Lang) string
}{
	{Text{"種類", "Kind"}, 8, func(f Finding, lang Lang) string { return f.Severity.Word().In(lang) }},
	{Text{"記録", "Record"}, 12, func(f Finding, _ Lang) string { return f.Record }},
	{Text{"日付", "Date"}, 12, func(f Finding, _ Lang) string { return f.Date }},
	{Text{"内容", "What is wrong"}, 56, func(f Finding, lang Lang) string { return f.Message.In(lang) }},
	{Text{"直し方", "How to fix"}, 44, func(f Finding, lang Lang) string { return f.Fix.In(lang) }},
	{Text{"セル", "Cell"}, 22, cellText},
	{Text{"列", "Column"}, 14, func(f Finding, _ Lang) string { return f.Column }},
	{Text{"書いてある値", "Value as typed"}, 20, func(f Finding, _ Lang) string { return f.Value }},
	{Text{"コード", "Code"}, 8, func(f Finding, _ Lang) string { return f.Code }},
}

// linkColumn is the 0-based column of frontColumns that links to the cell.
const linkColumn = 5

// firstListed is the row of the front sheet's first finding; above it are title, summary and heads.
const firstListed = 4

// mostLinks is how many hyperlinks Excel accepts on one sheet.
const mostLinks = 65000

// cellText is the finding's place within its book.
func cellText(f Finding, lang Lang) string {
	f.File = ""
	return f.where(lang)
}

// addFrontSheet puts a sheet that lists the findings before all others and opens the book there.
func addFrontSheet(book *excelize.File, fs []Finding, said remarks, lang Lang) error {
	name := freeName(book, frontName.In(lang))
	if err := appendSheet(book, name); err != nil {
		return err
	}
	styles, err := newFrontStyles(book)
	if err != nil {
		return err
	}
	if err := writeHeads(book, name, fs, styles, lang); err != nil {
		return err
	}
	for i, f := range fs {
		if err := writeListed(book, name, firstListed+i, f, styles, lang); err != nil {
			return err
		}
	}
	if err := layOut(book, name, len(fs)); err != nil {
		return err
	}
	moveLastFirst(book)
	return nil
}

// freeName returns name, or name (2), (3) … when the book has such a sheet.
func freeName(book *excelize.File, name string) string {
	free := name
	for n := 2; ; n++ {
		if i, err := book.GetSheetIndex(free); err != nil || i < 0 {
			return free
		}
		free = fmt.Sprintf("%s (%d)", name, n)
	}
}

type frontStyles struct{ title, head, text, link int }

func newFrontStyles(book *excelize.File) (frontStyles, error) {
	border := []excelize.Border{
		{Type: "left", Color: "767676", Style: 1}, {Type: "right", Color: "767676", Style: 1},
		{Type: "top", Color: "767676", Style: 1}, {Type: "bottom", Color: "767676", Style: 1},
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	var s frontStyles
	for _, look := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true}, Border: border, Alignment: wrap,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}}}},
		{&s.text, excelize.Style{NumFmt: textFormat, Border: border, Alignment: wrap}},
		{&s.link, excelize.Style{NumFmt: textFormat, Border: border, Alignment: wrap,
			Font: &excelize.Font{Color: "0563C1", Underline: "single"}}},
	} {
		id, err := book.NewStyle(&look.style)
		if err != nil {
			return s, err
		}
		*look.id = id
	}
	return s, nil
}

func writeHeads(book *excelize.File, name string, fs []Finding, styles frontStyles, lang Lang) error {
	line := Summary(fs).In(lang)
	if e, w, _ := Counts(fs); e+w == 0 {
		line = Clean.In(lang)
	}
	if err := put(book, name, cellName(1, 1), frontName.In(lang), styles.title); err != nil {
		return err
	}
	if err := book.SetCellStr(name, cellName(2, 1), line); err != nil {
		return err
	}
	for i, col := range frontColumns {
		if err := put(book, name, cellName(firstListed-1, i+1), col.head.In(lang), styles.head); err != nil {
			return err
		}
	}
	return nil
}

// put writes a text, never a formula, with a style.
func put(book *excelize.File, sheet, ref, text string, style int) error {
	if err := book.SetCellStr(sheet, ref, text); err != nil {
		return err
	}
	return book.SetCellStyle(sheet, ref, ref, style)
}

func writeListed(book *excelize.File, name string, row int, f Finding, styles frontStyles, lang Lang) error {
	for i, col := range frontColumns {
		style := styles.text
		if i == linkColumn && f.Range != "" && row < mostLinks {
			style = styles.link
			link := "'" + strings.ReplaceAll(f.Sheet, "'", "''") + "'!" + f.Range
			if err := book.SetCellHyperLink(name, cellName(row, i+1), link, "Location"); err != nil {
				return err
			}
		}
		if err := put(book, name, cellName(row, i+1), col.value(f, lang), style); err != nil {
			return err
		}
	}
	return nil
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
