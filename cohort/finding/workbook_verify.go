package finding

import (
	"bytes"
	"errors"
	"slices"

	"github.com/xuri/excelize/v2"
)

// errCellsChanged says that the copy does not hold what the original holds. It happens to books
// whose XML the library reads in one way and writes in another.
var errCellsChanged = errors.New("the copy would not hold the same cells")

// verifyCopy holds every cell of the original against the copy.
func verifyCopy(original, copied []byte, password string) error {
	options := excelize.Options{Password: password, RawCellValue: true}
	before, err := excelize.OpenReader(bytes.NewReader(original), options)
	if err != nil {
		return err
	}
	defer before.Close()
	after, err := excelize.OpenReader(bytes.NewReader(copied), options)
	if err != nil {
		return err
	}
	defer after.Close()
	for _, sheet := range before.GetSheetList() {
		if isFrontSheet(before, sheet) {
			continue
		}
		if err := verifySheet(before, after, sheet, options); err != nil {
			return err
		}
	}
	return nil
}

func verifySheet(before, after *excelize.File, sheet string, options excelize.Options) error {
	want, err := before.GetRows(sheet, options)
	if err != nil {
		return nil // a sheet without cells, such as a chart
	}
	got, err := after.GetRows(sheet, options)
	if err != nil {
		return err
	}
	for i := range max(len(want), len(got)) {
		if !slices.Equal(filled(want, i), filled(got, i)) {
			return errCellsChanged
		}
	}
	return nil
}

// filled is row i without the blank cells at its end.
func filled(rows [][]string, i int) []string {
	if i >= len(rows) {
		return nil
	}
	row := rows[i]
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row
}
