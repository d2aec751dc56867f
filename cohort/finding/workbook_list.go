package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// frontName is the name of the front sheet.
var frontName = lang.Text{JA: "点検結果", EN: "Findings"}

// frontColumns are the columns of the front sheet with their widths in characters.
var frontColumns = []struct {
	head  lang.Text
	width float64
	value func(f Finding, l lang.Lang) string
}{
	{lang.Text{JA: "種類", EN: "Kind"}, 8, func(f Finding, l lang.Lang) string { return f.Severity.Word().In(l) }},
	{lang.Text{JA: "記録", EN: "Record"}, 12, func(f Finding, _ lang.Lang) string { return f.Record }},
	{lang.Text{JA: "日付", EN: "Date"}, 12, func(f Finding, _ lang.Lang) string { return f.Date }},
	{lang.Text{JA: "内容", EN: "What is wrong"}, 56, func(f Finding, l lang.Lang) string { return f.Message.In(l) }},
	{lang.Text{JA: "直し方", EN: "How to fix"}, 44, func(f Finding, l lang.Lang) string { return f.Fix.In(l) }},
	{lang.Text{JA: "セル", EN: "Cell"}, 22, cellText},
	{lang.Text{JA: "列", EN: "Column"}, 14, func(f Finding, _ lang.Lang) string { return f.Column }},
	{lang.Text{JA: "書いてある値", EN: "Value as typed"}, 20, func(f Finding, _ lang.Lang) string { return f.Value }},
	{lang.Text{JA: "コード", EN: "Code"}, 8, func(f Finding, _ lang.Lang) string { return f.Code }},
	{lang.Text{JA: "関係するセル", EN: "Related cells"}, 22, relatedText},
}

// linkColumn and relatedColumn are the 0-based columns of frontColumns that link to a cell.
const (
	linkColumn    = 5
	relatedColumn = 9
)

// firstListed is the row of the front sheet's first finding; above it are title, summary and heads.
const firstListed = 4

// mostLinks is how many hyperlinks Excel accepts on one sheet.
const mostLinks = 65000

// mostListed is how many related cells a line of the front sheet names.
const mostListed = 20

// cellText is the finding's place within its book.
func cellText(f Finding, l lang.Lang) string {
	f.File = ""
	return f.where(l)
}

// relatedText names the related cells, at most twenty.
func relatedText(f Finding, l lang.Lang) string {
	var names []string
	for _, p := range f.Related[:min(len(f.Related), mostListed)] {
		names = append(names, f.near(p))
	}
	if n := len(f.Related) - len(names); n > 0 {
		names = append(names, lang.Text{JA: fmt.Sprintf("ほか%dか所", n), EN: fmt.Sprintf("%d more", n)}.In(l))
	}
	return strings.Join(names, comma.In(l))
}

// frontSheet is the sheet that lists the findings.
type frontSheet struct {
	book   *excelize.File
	name   string
	lang   lang.Lang
	styles frontStyles
}

// addFrontSheet puts a sheet that lists the findings before all others and opens the book there:
// errors first, each kind in the order of the book's sheets.
func addFrontSheet(book *excelize.File, fs []Finding, said remarks, l lang.Lang) error {
	order := map[string]int{}
	for i, sheet := range book.GetSheetList() {
		order[sheet] = i
	}
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), order[a.Sheet]-order[b.Sheet])
	})
	s := &frontSheet{book: book, name: freeName(book, frontName.In(l)), lang: l}
	var err error
	if err = appendSheet(book, s.name); err != nil {
		return err
	}
	if s.styles, err = newFrontStyles(book); err != nil {
		return err
	}
	listed := fs[:min(len(fs), mostFaults)]
	said.listed, said.lines = len(listed), len(fs)
	if err := s.writeHeads(fs, said); err != nil {
		return err
	}
	for i, f := range listed {
		if err := s.writeListed(firstListed+i, f); err != nil {
			return err
		}
	}
	if err := layOut(book, s.name, len(listed)); err != nil {
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

// writeHeads writes what stands above the list.
func (s *frontSheet) writeHeads(fs []Finding, said remarks) error {
	if err := put(s.book, s.name, cellName(1, 1), frontName.In(s.lang), s.styles.title); err != nil {
		return err
	}
	text := strings.Join(said.head(s.book, fs, s.lang), "\n")
	if err := put(s.book, s.name, cellName(2, 1), text, s.styles.plain); err != nil {
		return err
	}
	if err := s.book.MergeCell(s.name, cellName(2, 1), cellName(2, len(frontColumns))); err != nil {
		return err
	}
	all := 0.0
	for i, col := range frontColumns {
		all += col.width
		if err := put(s.book, s.name, cellName(firstListed-1, i+1), col.head.In(s.lang), s.styles.head); err != nil {
			return err
		}
	}
	return s.book.SetRowHeight(s.name, 2, heightOf(linesOf(text, all)))
}

// put writes a text, never a formula, with a style.
func put(book *excelize.File, sheet, ref, text string, style int) error {
	if err := book.SetCellStr(sheet, ref, text); err != nil {
		return err
	}
	return book.SetCellStyle(sheet, ref, ref, style)
}

func (s *frontSheet) writeListed(row int, f Finding) error {
	lines := 1
	for i, col := range frontColumns {
		style, text := s.styles.text, col.value(f, s.lang)
		place := Place{}
		switch i {
		case linkColumn:
			place = f.Place
			if s.hidden(f.Sheet) {
				text += lang.Text{JA: "（非表示）", EN: " (hidden)"}.In(s.lang)
			}
		case relatedColumn:
			place = firstIn(f.File, f.Related)
		}
		if place.Range != "" && 2*row < mostLinks {
			style = s.styles.link
			if err := s.book.SetCellHyperLink(s.name, cellName(row, i+1), linkTo(place), "Location"); err != nil {
				return err
			}
		}
		if err := put(s.book, s.name, cellName(row, i+1), text, style); err != nil {
			return err
		}
		lines = max(lines, linesOf(text, col.width))
	}
	return s.book.SetRowHeight(s.name, row, heightOf(lines))
}

// linkTo is the place of a link within the book.
func linkTo(p Place) string { return "'" + strings.ReplaceAll(p.Sheet, "'", "''") + "'!" + p.Range }

// firstIn is the first of the places that lies in the file.
func firstIn(file string, places []Place) Place {
	for _, p := range places {
		if p.File == file && p.Sheet != "" {
			return p
		}
	}
	return Place{}
}

// hidden reports that a sheet of the book is not shown, so that a link does not lead there.
func (s *frontSheet) hidden(sheet string) bool {
	visible, err := s.book.GetSheetVisible(sheet)
	return err == nil && !visible
}
