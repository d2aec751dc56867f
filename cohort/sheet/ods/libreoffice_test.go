package ods_test

import (
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
)

// office is the folder of ledgers as hubs keep them, beside the repository.
const office = "../../../../shared/data/office"

// formatCodes are formats that LibreOffice keeps. It has no #00, and a G/標準 only in Japanese.
var formatCodes = []string{
	"General", "0", "0000", "000-0000", `"No."0000`, `00":"00`, `0":"00`, `#":"00`, `00" "00`, "0000_ ",
	`0000_ ;[Red]\-0000`, "#,##0", "0.00", "0%", "0.00E+00", "# ?/?", "@", "0,000", `"a""b"0`, `0"\"`,
	`#,##0"円"`, `#,##0"千円"`, `#,##0,"千円"`, `#,##0,"百万円"`, `#,##0,,"百万円"`, `0"分"`, `0"時間"00"分"`, `0.0"人日"`, `General"千円"`,
	`#,##0" (千円)"`, `0\千\円`, `[>=10000]#,##0,"千円";#,##0"円"`, `"-";#,##0"千円"`, `"¥"#,##0`, `[$¥-411]#,##0`,
	`_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ `, `#,##0;[Red]△#,##0`,
	"yyyy/m/d", `yyyy"年"m"月"d"日"`, `[$-411]ggge"年"m"月"d"日";@`, "yyyy/m/d;@", `m"月"`, "aaa", "m/d(aaa)", "yyyy/m/d h:mm",
	"h:mm", "[h]:mm", "[h]:mm:ss", `h"時"mm"分"`, "mm:ss", "h:mm AM/PM",
}

// formatted writes a workbook with numbers under each format, struck and merged cells, hidden rows and
// columns and a hidden sheet.
func formatted(t *testing.T, name string) {
	t.Helper()
	f := excelize.NewFile()
	var errs []error
	try := func(err error) { errs = append(errs, err) }
	for i, code := range formatCodes {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		try(err)
		for j, value := range []float64{0, 7, 12, 130, 45748, 45748.5, 0.0625, 1.5, -30, 1704000} {
			ref := grid.Ref(i+1, j+1)
			try(f.SetCellValue("Sheet1", ref, value))
			try(f.SetCellStyle("Sheet1", ref, ref, style))
		}
	}
	_, err := f.NewSheet("二")
	try(err)
	line := &excelize.Font{Strike: true}
	struck, err := f.NewStyle(&excelize.Style{Font: line})
	try(err)
	try(f.SetCellStr("二", "A1", "全部"))
	try(f.SetCellRichText("二", "B1", []excelize.RichTextRun{{Text: "3000", Font: line}, {Text: "5000"}}))
	try(f.SetCellRichText("二", "C1", []excelize.RichTextRun{{Text: "3000", Font: &excelize.Font{Bold: true}},
		{Text: "\n"}}))
	try(f.SetCellStyle("二", "A1", "C1", struck))
	try(f.SetCellStr("二", "A2", "a\n\n b  c"))
	try(f.SetCellBool("二", "B2", true))
	try(f.SetCellStr("二", "C2", "_x005F_x000D_<&>"))
	try(f.MergeCell("二", "A4", "C6"))
	for row := 8; row < 20; row++ {
		try(f.SetSheetRow("二", grid.Ref(row, 1), &[]int{row, 5, 5, 5, 6}))
	}
	try(f.SetRowVisible("二", 9, false))
	try(f.SetRowOutlineLevel("二", 11, 1))
	try(f.SetRowVisible("二", 11, false))
	try(f.SetColVisible("二", "B:C", false))
	_, err = f.NewSheet("三")
	try(err)
	try(f.SetCellStr("三", "XFD1048576", "最後"))
	try(f.SetSheetVisible("三", false))
	try(f.SaveAs(name))
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestAsXLSX converts workbooks by LibreOffice: every cell of the .ods is that of the .xlsx.
func TestAsXLSX(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice converts workbooks")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: no workbook is converted")
	}
	dir := t.TempDir()
	formatted(t, filepath.Join(dir, "0.xlsx"))
	files := []string{filepath.Join(dir, "0.xlsx")}
	ledgers, err := filepath.Glob(office + "/*/*/*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	ledgers = slices.DeleteFunc(ledgers, sheet.IsLockFile)
	for i := 0; i < len(ledgers); i += 15 {
		raw, err := os.ReadFile(ledgers[i])
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, filepath.Join(dir, strconv.Itoa(len(files))+".xlsx"))
		if err := os.WriteFile(files[len(files)-1], raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "ods",
		"--outdir", dir}
	if text, err := exec.CommandContext(ctx, program, append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	cells := 0
	for _, name := range files {
		cells += compare(t, name, strings.TrimSuffix(name, ".xlsx")+".ods")
	}
	t.Logf("%d cells of %d workbooks", cells, len(files))
	if cells < 10*len(formatCodes) {
		t.Errorf("only %d cells were compared", cells)
	}
}

// compare compares all that the two files hold, and returns the number of cells.
func compare(t *testing.T, xlsx, ods string) (cells int) {
	t.Helper()
	dir, name := filepath.Split(xlsx)
	book, findings, err := sheet.Open(dir, name, sheet.Options{})
	if err != nil || book == nil {
		t.Fatal(name, err, findings)
	}
	converted, findings, err := sheet.Open(filepath.Dir(ods), filepath.Base(ods), sheet.Options{})
	if err != nil || converted == nil || len(converted.Sheets) != len(book.Sheets) {
		t.Fatal(ods, err, findings)
	}
	for i, want := range book.Sheets {
		got := converted.Sheets[i]
		if got.Sheet != want.Sheet || got.Hidden != want.Hidden || !slices.Equal(got.Merges, want.Merges) ||
			!maps.Equal(got.HiddenCols, want.HiddenCols) {
			t.Errorf("%s: %s %v %v %v, want %s %v %v %v", name, got.Sheet, got.Hidden, got.Merges, got.HiddenCols, want.Sheet,
				want.Hidden, want.Merges, want.HiddenCols)
		}
		cells += compareRows(t, name, got, want)
	}
	return cells
}

func compareRows(t *testing.T, name string, got, want *grid.Grid) (cells int) {
	t.Helper()
	if len(got.Rows) != len(want.Rows) {
		t.Errorf("%s: %d rows in %s, want %d", name, len(got.Rows), want.Sheet, len(want.Rows))
	}
	for i, r := range want.Rows[:min(len(want.Rows), len(got.Rows))] {
		if other := got.Rows[i]; other.Number != r.Number || other.Hidden != r.Hidden || len(other.Cells) != len(r.Cells) {
			t.Errorf("%s: row %d of %s differs", name, r.Number, want.Sheet)
		}
		for _, c := range r.Cells {
			cells++
			if v := got.At(r.Number, c.Col); v != c.Value {
				t.Errorf("%s: %s!%s = %+v, want %+v", name, want.Sheet, grid.Ref(r.Number, c.Col), v, c.Value)
			}
		}
	}
	return cells
}
