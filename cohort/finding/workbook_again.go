package finding

import (
	"errors"
	"slices"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// removeMarks takes out what an earlier check put into the book, when what is checked is a
// marked copy: the fills, which would stay on corrected cells, and the front sheet.
func removeMarks(book *excelize.File) error {
	styles := book.Styles
	none := 0
	for i, xf := range styles.CellXfs.Xf {
		if xf.FillID == nil || *xf.FillID >= len(styles.Fills.Fill) || *xf.FillID < 0 {
			continue
		}
		pattern := styles.Fills.Fill[*xf.FillID].PatternFill
		if pattern == nil || pattern.FgColor == nil || pattern.BgColor == nil {
			continue
		}
		for _, look := range fillOf {
			if pattern.FgColor.RGB == look.ink && pattern.BgColor.RGB == look.background {
				styles.CellXfs.Xf[i].FillID = &none
			}
		}
	}
	for _, sheet := range book.GetSheetList() {
		if isFrontSheet(book, sheet) {
			if err := book.DeleteSheet(sheet); err != nil {
				return err
			}
		}
	}
	return nil
}

// isFrontSheet reports that a sheet is the front sheet of an earlier check and that nobody wrote
// beside its list.
func isFrontSheet(book *excelize.File, sheet string) bool {
	rows, err := headOf(book, sheet)
	if err != nil || len(rows) < firstListed-1 || len(rows[0]) != 1 || len(rows[1]) != 1 {
		return false
	}
	heads := rows[firstListed-2]
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		var ours []string
		for _, col := range frontColumns {
			ours = append(ours, col.head.In(l))
		}
		// The related cells were not listed at first.
		if rows[0][0] == frontName.In(l) && (slices.Equal(heads, ours) || slices.Equal(heads, ours[:relatedColumn])) {
			return !isWrittenBeside(book, sheet, len(heads)) && !hasNotes(book, sheet)
		}
	}
	return false
}

// headOf reads the rows of a sheet above the list of a front sheet.
func headOf(book *excelize.File, sheet string) (head [][]string, err error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	for len(head) < firstListed-1 && rows.Next() {
		row, err := rows.Columns()
		if err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		head = append(head, row)
	}
	return head, rows.Close()
}

// isWrittenBeside reports that a row of the sheet has more columns than the list.
func isWrittenBeside(book *excelize.File, sheet string, columns int) bool {
	rows, err := book.GetRows(sheet)
	return err != nil || slices.ContainsFunc(rows, func(row []string) bool { return len(row) > columns })
}

func hasNotes(book *excelize.File, sheet string) bool {
	comments, err := book.GetComments(sheet)
	return err != nil || len(comments) > 0
}
