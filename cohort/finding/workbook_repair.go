package finding

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mendStyles adds the parts of the style table that a sparse book leaves out and that the
// library needs in order to add a style.
func mendStyles(book *excelize.File) error {
	if _, err := book.GetStyle(0); err != nil && book.Styles == nil {
		return err
	}
	var missing strings.Builder
	s := book.Styles
	if s.Fonts == nil || len(s.Fonts.Font) == 0 {
		s.Fonts = nil
		missing.WriteString(`<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>`)
	}
	if s.Fills == nil || len(s.Fills.Fill) == 0 {
		s.Fills = nil
		missing.WriteString(
			`<fills count="2"><fill><patternFill patternType="none"/></fill>` +
				`<fill><patternFill patternType="gray125"/></fill></fills>`)
	}
	if s.Borders == nil || len(s.Borders.Border) == 0 {
		s.Borders = nil
		missing.WriteString(`<borders count="1"><border/></borders>`)
	}
	if s.CellStyleXfs == nil {
		missing.WriteString(`<cellStyleXfs count="1"><xf/></cellStyleXfs>`)
	}
	if s.CellXfs == nil || len(s.CellXfs.Xf) == 0 {
		s.CellXfs = nil
		missing.WriteString(`<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>`)
	}
	if missing.Len() == 0 {
		return nil
	}
	const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	return xml.Unmarshal([]byte(`<styleSheet xmlns="`+space+`">`+missing.String()+`</styleSheet>`), s)
}

// appendSheet adds an empty sheet behind all others. The library names the new part after the
// highest sheet id, although another sheet's part may have that name already and would be
// overwritten; a placeholder with a higher id keeps it clear of all of them.
func appendSheet(book *excelize.File, name string) error {
	highest := 0
	note := func(part any) {
		var n int
		if _, err := fmt.Sscanf(fmt.Sprint(part), "xl/worksheets/sheet%d.xml", &n); err == nil {
			highest = max(highest, n)
		}
	}
	book.Pkg.Range(func(part, _ any) bool { note(part); return true })
	book.Sheet.Range(func(part, _ any) bool { note(part); return true })
	sheets := &book.WorkBook.Sheets
	if len(sheets.Sheet) == 0 {
		_, err := book.NewSheet(name)
		return err
	}
	placeholder := sheets.Sheet[0]
	placeholder.Name = ""
	for _, s := range sheets.Sheet {
		highest = max(highest, s.SheetID)
	}
	placeholder.SheetID = highest
	at := len(sheets.Sheet)
	sheets.Sheet = append(sheets.Sheet, placeholder)
	_, err := book.NewSheet(name)
	sheets.Sheet = append(sheets.Sheet[:at], sheets.Sheet[at+1:]...)
	return err
}

// moveLastFirst puts the last sheet before the others and opens the book there. Print areas and
// other names that belong to one sheet count sheets by position, so they move along.
func moveLastFirst(book *excelize.File) {
	sheets := book.WorkBook.Sheets.Sheet
	last := len(sheets) - 1
	front := sheets[last]
	copy(sheets[1:], sheets[:last])
	sheets[0] = front
	if names := book.WorkBook.DefinedNames; names != nil {
		for i, name := range names.DefinedName {
			if name.LocalSheetID == nil {
				continue
			}
			position := (*name.LocalSheetID + 1) % len(sheets)
			names.DefinedName[i].LocalSheetID = &position
		}
	}
	book.SetActiveSheet(0)
	if views := book.WorkBook.BookViews; views != nil && len(views.WorkBookView) > 0 {
		views.WorkBookView[0].FirstSheet = 0
	}
}
