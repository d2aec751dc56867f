package sheet

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// refused are the files of the corpus that cannot be read, and why not.
var refused = map[string]string{
	"japan/takamatsu_empty_0byte.xlsx": grid.CodeEmpty,
	// a part cannot be unpacked
	"torture/calamine__tests__issue252.xlsx":                                            grid.CodeUnreadable,
	"torture/closedxml__ClosedXML.Tests__Resource__TryToLoad__~$LoadPivotTables.xlsx":   grid.CodeUnreadable,
	"torture/exceljs__spec__integration__data__missing-bits.xlsx":                       grid.CodeUnreadable,
	"torture/openpyxl-theorchard2015__openpyxl__tests__data__reader__null_archive.xlsx": grid.CodeOtherKind,
}

// TestCorpusIsReadOrRefused opens every file with ten seconds to do so.
func TestCorpusIsReadOrRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the corpus of workbooks")
	}
	t.Parallel()
	for _, name := range sheettest.CorpusFiles(t) {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		opt := Options{Context: ctx, Password: "password"}
		book, findings, err := Open(sheettest.Corpus(t), name, opt)
		cancel()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		code := ""
		if len(findings) > 0 {
			code = findings[0].Code
			if f := findings[0]; f.Message.JA == "" || f.Message.EN == "" || f.Fix.JA == "" || f.Fix.EN == "" || f.File != name {
				t.Errorf("%s: incomplete finding %+v", name, f)
			}
		}
		if code != refused[name] || (book == nil) != (code != "") {
			t.Errorf("%s: code %q, want %q (%v)", name, code, refused[name], findings)
		}
	}
}

// TestCorpusNeedsPasswords checks the encrypted files without and with a wrong password.
func TestCorpusNeedsPasswords(t *testing.T) {
	t.Parallel()
	for _, name := range sheettest.CorpusFiles(t) {
		if !strings.Contains(name, "encrypt") {
			continue
		}
		for password, want := range map[string]string{"": grid.CodeEncrypted, "Password": grid.CodePassword} {
			_, findings, err := Open(sheettest.Corpus(t), name, Options{Password: password})
			if err != nil || len(findings) != 1 || findings[0].Code != want {
				t.Errorf("%s with password %q: %v %v, want %s", name, password, findings, err, want)
			}
		}
	}
}

// TestScannerAgainstExcelize reads every workbook both ways, cell by cell.
func TestScannerAgainstExcelize(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the corpus of workbooks")
	}
	t.Parallel()
	for _, name := range sheettest.CorpusFiles(t) {
		if ext := filepath.Ext(name); ext != ".xlsx" && ext != ".xlsm" || refused[name] != "" {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(sheettest.Corpus(t), filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		got := differences(t, name, raw)
		if want := knownDifferences[strings.TrimPrefix(strings.TrimPrefix(name, "torture/"), "japan/")]; got != want.cells {
			t.Errorf("%s:\n got %s\nwant %s (%s)", name, got, want.cells, want.why)
		}
	}
}

// differences lists up to six cells that excelize reads otherwise, and their number.
func differences(t *testing.T, name string, raw []byte) string {
	t.Helper()
	book, findings, err := Read(name, bytes.NewReader(raw), int64(len(raw)), Options{Password: "password"})
	if err != nil || book == nil {
		t.Fatal(name, findings, err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{RawCellValue: true, Password: "password"})
	if err != nil {
		return "excelize: " + err.Error()
	}
	defer f.Close()
	var out []string
	for _, g := range book.Sheets {
		theirs, err := f.GetRows(g.Sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			out = append(out, g.Sheet+": "+err.Error())
			continue
		}
		out = append(out, compareGrid(g, theirs)...)
	}
	if len(out) == 0 {
		return ""
	}
	return fmt.Sprintf("%d: %s", len(out), strings.Join(out[:min(3, len(out))], "; "))
}

func compareGrid(g *grid.Grid, theirs [][]string) (out []string) {
	seen := map[[2]int]bool{}
	for i, row := range theirs {
		for j, text := range row {
			seen[[2]int{i + 1, j + 1}] = true
			if v := g.At(i+1, j+1); !sameRaw(v, text) {
				out = append(out, fmt.Sprintf("%s!%s %q/%q", g.Sheet, grid.Ref(i+1, j+1), v.Text, text))
			}
		}
	}
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			if !seen[[2]int{r.Number, c.Col}] && c.Kind != cell.Uncomputed {
				out = append(out, fmt.Sprintf("%s!%s %q/absent", g.Sheet, grid.Ref(r.Number, c.Col), c.Text))
			}
		}
	}
	return out
}

// sameRaw compares a value with excelize's raw text of it.
func sameRaw(v cell.Value, text string) bool {
	switch v.Kind {
	case cell.Number:
		f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		return err == nil && f == v.Number
	case cell.Bool:
		return text == "TRUE" && v.Number == 1 || text == "FALSE" && v.Number == 0 || text == strconv.Itoa(int(v.Number))
	case cell.Uncomputed:
		return text == ""
	}
	return v.Text == text
}

// knownDifferences explains every file in which excelize gives other values than this package.
var knownDifferences = map[string]struct{ cells, why string }{
	"calamine__tests__date_iso.xlsx": {
		`3: Sheet!A1 "2021-01-01"/"2021-01-01"; Sheet!A2 "2021-01-01 10:10:10"/"2021-01-01T10:10:10"; ` +
			`Sheet!A3 "10:10:10"/"10:10:10"`,
		`t="d" is a serial here and a text there`,
	},
	"phpspreadsheet__tests__data__Reader__XLSX__explicitdate.xlsx": {
		`3: Sheet!A3 "2021-12-31 23:44:52"/"2021-12-31T23:44:51.894"; Sheet!B3 "2021-12-31"/"2021-12-31"; ` +
			`Sheet!C3 "23:44:52"/"23:44:51.894"`,
		`t="d" is a serial here and a text there`,
	},
	"calamine__tests__has_x000D_.xlsx": {
		`1: Sheet1!A1 "ABC\nDEF"/"ABC\r\nDEF"`,
		`_x000D_ and a line feed are one line end`,
	},
	"readxl__tests__testthat__sheets__new_line_errors.xlsx": {
		`1: Blad1!A2 "first line of text \nsecond line of text \ni don't know what type of line feed I've used \nlast ` +
			`line"/"first line of text \r\nsecond line of text \r\ni don't know what type of line feed I've used \r\nlast line"`,
		`_x000D_ and a line feed are one line end`,
	},
	"phpspreadsheet__tests__data__Reader__XLSX__issue.4724.xlsx": {
		`5: Worksheet!A1 "line\nwith\nbreaks"/"line\r\nwith\r\nbreaks"; Worksheet!A6 "�8"/"8"; Worksheet!A7 "9�"/"9"`,
		`line ends; half a surrogate pair is an unknown character here and nothing there`,
	},
	"phpspreadsheet__tests__data__Reader__XLSX__utf16be.bom.xlsx": {
		`excelize: XML syntax error on line 1: invalid UTF-8`,
		`a UTF-16 part, which excelize does not read`,
	},
}
