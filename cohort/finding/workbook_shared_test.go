package finding

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// biggest is the size in bytes of the largest workbook that the walk copies; larger ones only
// take longer.
const biggest = 300_000

// TestWriteWorkbookOnRealFiles copies every workbook of ../shared/data/sheets, real and hostile,
// and holds that no cell of any sheet changes.
func TestWriteWorkbookOnRealFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("copies every workbook of ../shared/data/sheets")
	}
	t.Parallel()
	root := filepath.Join("..", "..", "..", "shared", "data", "sheets")
	if _, err := os.Stat(root); err != nil {
		t.Skip("../shared/data/sheets is not here")
	}
	copied := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xlsx" && filepath.Ext(path) != ".xlsm" {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && len(data) <= biggest && copyKeepsCells(t, path, data) {
			copied++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if copied < 50 { // of 72 that the library opens, 66 when this was written
		t.Errorf("only %d workbooks could be copied", copied)
	}
	if testing.Verbose() {
		t.Logf("%d copied", copied)
	}
}

// copyKeepsCells marks three places on every sheet and compares all cells; false when the
// workbook cannot be opened at all.
func copyKeepsCells(t *testing.T, path string, data []byte) bool {
	before, sheets := cellsOf(data)
	if before == nil {
		return false
	}
	var found []Finding
	for _, s := range sheets {
		for _, ref := range []string{"B2", "C3", "B3:D3"} {
			found = append(found, Finding{Code: "C101", Place: Place{"x", s, ref}, Message: lang.Text{JA: "あ<い>", EN: "x"}})
		}
	}
	var out bytes.Buffer
	if err := WriteWorkbook(&out, data, "x", found, WorkbookOptions{}); err != nil {
		if !errors.Is(err, ErrNoCopy) || out.Len() > 0 {
			t.Errorf("%s: %v, and %d bytes written", path, err, out.Len())
		}
		return false
	}
	after, names := cellsOf(out.Bytes())
	if len(names) != len(sheets)+1 || !strings.HasPrefix(names[0], "点検結果") {
		t.Errorf("%s: sheets %v became %v", path, sheets, names)
		return true
	}
	for _, s := range sheets {
		if !reflect.DeepEqual(before[s], after[s]) {
			t.Errorf("%s: cells of sheet %q changed", path, s)
		}
	}
	return true
}

// cellsOf reads every cell as stored, by sheet; nil when the library cannot read the book.
func cellsOf(data []byte) (cells map[string][][]string, sheets []string) {
	defer func() {
		if recover() != nil {
			cells, sheets = nil, nil
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, nil
	}
	defer book.Close()
	cells = map[string][][]string{}
	for _, s := range book.GetSheetList() {
		rows, err := book.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			continue // a chart, or a part that is not there
		}
		for i, row := range rows {
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
			rows[i] = row
		}
		for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
			rows = rows[:len(rows)-1]
		}
		cells[s] = rows
	}
	return cells, book.GetSheetList()
}
