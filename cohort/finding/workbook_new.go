package finding

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Cell is the text of one cell, 1-based.
type Cell struct {
	Row, Col int
	Text     string
}

// NewSheet is a sheet of a workbook that is written anew.
type NewSheet struct {
	Name   string
	Hidden bool
	Cells  iter.Seq[Cell]
}

// WriteNewWorkbook does the same for a file whose formats cannot be kept, such as a CSV: it writes
// a new workbook with its sheets, the cells as text. It returns an error that wraps ErrNoCopy for more than a workbook
// can be made of.
func WriteNewWorkbook(w io.Writer, sheets []NewSheet, name string, fs []Finding, o WorkbookOptions) error {
	if err := copyableSheets(sheets); err != nil {
		return fmt.Errorf("%s: %w: %v", name, ErrNoCopy, err)
	}
	names := newNames(sheets)
	plain, err := newBook(sheets, names)
	if err != nil {
		return err
	}
	own := ownFindings(fs, name, o)
	for i, f := range own {
		own[i] = renamed(f, names)
	}
	return writeAnnotated(w, plain, func([]byte) error { return nil }, name, own, o)
}

// newNames returns what the sheets are called in the new workbook.
func newNames(sheets []NewSheet) map[string]string {
	names, taken := map[string]string{}, map[string]bool{}
	for _, s := range sheets {
		name := sheetName(s.Name)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			end := fmt.Sprintf("_%d", n)
			name = cutName(sheetName(s.Name), excelize.MaxSheetNameLength-len(end)) + end
		}
		taken[strings.ToLower(name)] = true
		names[s.Name] = name
	}
	return names
}

// renamed moves a finding and its parts to the names of the sheets in the new workbook.
func renamed(f Finding, names map[string]string) Finding {
	move := func(p Place) Place {
		if name, ok := names[p.Sheet]; ok && p.File == f.File {
			p.Sheet = name
		}
		return p
	}
	f.Place = move(f.Place)
	for _, places := range []*[]Place{&f.Related, &f.Shared} {
		*places = slices.Clone(*places)
		for i, p := range *places {
			(*places)[i] = move(p)
		}
	}
	f.Parts = slices.Clone(f.Parts)
	for i, part := range f.Parts {
		f.Parts[i] = renamed(part, names)
	}
	return f
}

// newBook makes a book of the sheets with the cells as text, so that nothing that looks like a
// formula or a number changes.
func newBook(sheets []NewSheet, names map[string]string) ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	text, err := book.NewStyle(&excelize.Style{NumFmt: textFormat})
	if err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if err := addNewSheet(book, i, names[s.Name]); err != nil {
			return nil, err
		}
		if err := fillSheet(book, names[s.Name], s.Cells, text); err != nil {
			return nil, err
		}
	}
	for _, s := range sheets { // the sheet that is shown when the book is opened cannot be hidden
		if s.Hidden {
			if err := book.SetSheetVisible(names[s.Name], false); err != nil {
				return nil, err
			}
		}
	}
	var b bytes.Buffer
	err = book.Write(&b)
	return b.Bytes(), err
}

// addNewSheet adds sheet i; a new book has one already.
func addNewSheet(book *excelize.File, i int, name string) error {
	if i == 0 {
		return book.SetSheetName("Sheet1", name)
	}
	_, err := book.NewSheet(name)
	return err
}

func fillSheet(book *excelize.File, sheet string, cells iter.Seq[Cell], style int) error {
	for c := range cells {
		ref := cellName(c.Row, c.Col)
		if err := book.SetCellStr(sheet, ref, c.Text); err != nil {
			return err
		}
		if err := book.SetCellStyle(sheet, ref, ref, style); err != nil {
			return err
		}
	}
	return nil
}

// textFormat is the built-in number format "@": what is typed into the cell stays text.
const textFormat = 49

// sheetName makes a file name usable as the name of a sheet: at most 31 UTF-16 units and none
// of the characters that Excel refuses.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return '_'
		}
		return r
	}, name)
	if name == "" {
		return "CSV"
	}
	return cutName(name, excelize.MaxSheetNameLength)
}

// cutName cuts a name to so many UTF-16 units.
func cutName(name string, most int) string {
	units := 0
	for i, r := range name {
		if units += utf16.RuneLen(r); units > most {
			return name[:i]
		}
	}
	return name
}
