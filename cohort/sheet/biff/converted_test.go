package biff_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/biff/bifftest"
	"pilot90/cohort/sheet/grid"
)

// reference is the folder of workbooks beside the repository, and samples some with merged cells, clock times, shown
// units, hidden sheets and rows, days since 1904, and much text.
const reference = "../../../../shared/data"

var samples = []string{
	"office/seed03/02-clock/台帳.xlsx",
	"office/seed03/03-monthly-sheets/勤務表_山﨑大輔.xlsx",
	"office/seed03/04-day-matrix/稼働表.xlsx",
	"office/seed03/07-attendance-matrix/研修出席簿.xlsx",
	"office/seed11/13-units-thousand/R7名簿・案件.xlsx",
	"sheets/torture/phpspreadsheet__tests__data__Reader__XLSX__HiddenSheet.xlsx",
	"sheets/torture/phpspreadsheet__tests__data__Reader__XLSX__autofilterTest.xlsx",
	"sheets/torture/phpspreadsheet__tests__data__Reader__XLSX__1904_Calendar.xlsx",
	"sheets/torture/phpspreadsheet__src__PhpSpreadsheet__Calculation__locale__Translations.xlsx",
	"sheets/japan/yaizu_aed_template_merge.xlsx",
}

// TestConvertedByLibreOffice: what LibreOffice makes an .xls of is read as the .xlsx is.
func TestConvertedByLibreOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice converts workbooks")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here")
	}
	if _, err := os.Stat(reference); err != nil {
		t.Skip("the folder of real workbooks is not here: ", reference)
	}
	dir := t.TempDir()
	originals := []string{filepath.Join(dir, "in-0.xlsx")}
	writeMixed(t, originals[0])
	for i, name := range samples { // under names of their own
		data, err := os.ReadFile(filepath.Join(reference, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		originals = append(originals, filepath.Join(dir, fmt.Sprintf("in-%d.xlsx", i+1)))
		if err := os.WriteFile(originals[i+1], data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	profile := "-env:UserInstallation=file://" + filepath.Join(dir, "profile")
	args := append([]string{profile, "--headless", "--convert-to", "xls", "--outdir", dir}, originals...)
	if out, err := exec.CommandContext(t.Context(), soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for i, name := range originals {
		want, findings, err := sheet.Open(dir, filepath.Base(name), sheet.Options{})
		if err != nil || want == nil {
			t.Fatal(name, findings, err)
		}
		got, findings, err := sheet.Open(dir, strings.TrimSuffix(filepath.Base(name), "x"), sheet.Options{})
		if err != nil || got == nil {
			t.Error(name, findings, err)
			continue
		}
		if d := differences(want, got); len(d) > 0 {
			of := append([]string{"mixed"}, samples...)[i]
			t.Errorf("%s: %d differences: %s", of, len(d), strings.Join(d[:min(5, len(d))], "; "))
		}
	}
}

// writeMixed writes a workbook with what the others do not have: texts that are struck out wholly and partly, hidden
// rows and columns, truth values, zeros, eras, characters of four bytes.
func writeMixed(t *testing.T, path string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	struck := &excelize.Font{Strike: true}
	style := func(s excelize.Style) int {
		id, err := f.NewStyle(&s)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	code := func(code string) int { return style(excelize.Style{CustomNumFmt: &code}) }
	set := func(ref string, value any, style int) error {
		return errors.Join(f.SetCellValue("Sheet1", ref, value), f.SetCellStyle("Sheet1", ref, ref, style))
	}
	err := errors.Join(
		set("A1", "消した", style(excelize.Style{Font: struck})),
		set("B1", 12.5, style(excelize.Style{Font: struck})),
		f.SetCellRichText("Sheet1", "A2", []excelize.RichTextRun{{Text: "消す", Font: struck}, {Text: "残す"}}),
		f.SetCellRichText("Sheet1", "B2", []excelize.RichTextRun{{Text: "全部", Font: struck}, {Text: "消す", Font: struck}}),
		set("A3", true, 0), set("B3", false, 0), set("C3", "𠮷野家\n二行目", 0), set("D3", strings.Repeat("長い文", 5000), 0),
		set("A4", 12, code("0000")), set("B4", 45748, code(`[$-411]ggge"年"m"月"d"日"`)), set("C4", 30, code(`#,##0"千円"`)),
		set("D4", 1.5, code("[h]:mm")), set("E4", 1.0/3, 0), set("F4", -1e-3, 0), set("G4", 123456789012.0, 0),
		f.SetRowVisible("Sheet1", 3, false), f.SetColVisible("Sheet1", "C:D", false), f.MergeCell("Sheet1", "A6", "B7"),
		f.SaveAs(path))
	if err != nil {
		t.Fatal(err)
	}
}

// TestOfficeWorkbooks writes the workbooks of offices as .xls and reads the same from them.
func TestOfficeWorkbooks(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(reference, "office", "seed11", "*", "*.xlsx"))
	if err != nil || len(names) == 0 {
		t.Skip("the folder of real workbooks is not here: ", reference)
	}
	for _, name := range names {
		if sheet.IsLockFile(name) {
			continue
		}
		want, findings, err := sheet.Open(filepath.Dir(name), filepath.Base(name), sheet.Options{})
		if err != nil || want == nil {
			t.Fatal(name, findings, err)
		}
		got, f := readFile(t, bifftest.File(want), grid.Limits{})
		if got == nil {
			t.Errorf("%s: %v", name, f)
			continue
		}
		if d := differences(want, got); len(d) > 0 {
			t.Errorf("%s: %d differences: %s", name, len(d), strings.Join(d[:min(5, len(d))], "; "))
		}
	}
}
