package finding

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// TestNewWorkbookOfSeveralSheets: all sheets stand in one book, under names that Excel takes, and
// the findings follow them.
func TestNewWorkbookOfSeveralSheets(t *testing.T) {
	sheetOf := func(name string, hidden bool) NewSheet {
		return NewSheet{name, hidden, slices.Values([]Cell{{2, 2, name}})}
	}
	sheets := []NewSheet{sheetOf("4月/5月", false), sheetOf("4月:5月", false), sheetOf("控え", true)}
	place := func(sheet, ref string) Place { return Place{"x.xls", sheet, ref} }
	fs := []Finding{{
		Code: "C210", Place: place("4月:5月", "B2"), Message: lang.Text{JA: "31時間", EN: "31 hours"},
		Related: []Place{place("4月/5月", "B2"), {"y.csv", "控え", "A1"}}, Shared: []Place{place("控え", "B2")},
	}}
	var b bytes.Buffer
	if err := WriteNewWorkbook(&b, sheets, "x.xls", fs, WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got, want := book.GetSheetList(), []string{"点検結果", "4月_5月", "4月_5月_2", "控え"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %v, want %v", got, want)
	}
	for sheet, want := range map[string]struct {
		text    string
		visible bool
		pattern int
	}{"4月_5月": {"4月/5月", true, 0}, "4月_5月_2": {"4月:5月", true, 14}, "控え": {"控え", false, 14}} {
		text, _ := book.GetCellValue(sheet, "B2")
		visible, _ := book.GetSheetVisible(sheet)
		pattern := styleAt(t, book, sheet, "B2").Fill.Pattern
		if text != want.text || visible != want.visible || pattern != want.pattern {
			t.Errorf("%s: %q visible %v pattern %d", sheet, text, visible, pattern)
		}
	}
	if text, _ := book.GetCellValue("点検結果", "J4"); text != "4月_5月!B2、y.csv 控え!A1" {
		t.Errorf("related cells %q", text)
	}
}
