package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// municipal is a form with marks alone, inside texts, in rich text, a formula, a merged title, a
// column width and defined names onto cells that hold something, nothing, or are not there.
func municipal(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "様式 1"))
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	must(err)
	for at, v := range map[string]any{
		"A1": "実績報告", "A3": "定期の割合", "B3": "{{recurring_contract_ratio.value}}", "C3": "{{ recurring_contract_ratio.text }}",
		"A4": "契約 {{recurring_contract_ratio.numerator}} / {{recurring_contract_ratio.denominator}} 件",
		"B5": "{{no_such.value}}", "B6": "{{empty.value}}",
		"B7": 5, "C7": "{{evil.text}}", "D7": "前 {{empty.value}} 後 {{evil.text}}", "F9": "隣",
	} {
		must(f.SetCellValue("様式 1", at, v))
	}
	must(f.SetCellFormula("様式 1", "B8", "B7*2"))
	must(f.SetCellStyle("様式 1", "B3", "B3", bold))
	must(f.SetCellRichText("様式 1", "A6", []excelize.RichTextRun{{Text: "率 {{recurring_"},
		{Text: "contract_ratio.text}}", Font: &excelize.Font{Bold: true}}}))
	must(f.MergeCell("様式 1", "A1", "C1"))
	must(f.SetColWidth("様式 1", "A", "A", 33))
	for name, at := range map[string]string{
		"revenue.value":      "'様式 1'!$B$7",
		"revenue.text":       "'様式 1'!$E$9",
		"people.value":       "'様式 1'!$D$9",
		"people.n":           "'様式 1'!$B$20",
		"people.text":        "'様式 1'!$A$20",
		"gone.value":         "'様式 1'!$B$8",
		"people.denominator": "'様式 1'!$B$8",
		"total":              "'様式 1'!$B$7",
	} {
		must(f.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: at}))
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

const command = `=cmd|'/c calc'!A1`

func formValues() map[string]Value {
	return map[string]Value{
		"recurring_contract_ratio.value":     {Number: new(6.0 / 11), Text: "54.5 %"},
		"recurring_contract_ratio.text":      {Text: "54.5 %"},
		"recurring_contract_ratio.numerator": {Number: new(6.0)}, "recurring_contract_ratio.denominator": {Number: new(11.0)},
		"empty.value": {}, "evil.text": {Text: command}, "revenue.value": {Number: new(3256613.0)},
		"revenue.text": {Text: "3,256,613 円"},
		"people.value": {Number: new(8.0)}, "people.n": {Number: new(10.0)}, "people.denominator": {Number: new(12.0)},
		"people.text": {Text: "8 人"},
	}
}

func TestFillForm(t *testing.T) {
	original := municipal(t)
	var out bytes.Buffer
	got, err := FillForm(&out, original, formValues())
	if err != nil {
		t.Fatal(err)
	}
	at := func(cell, key string) Placeholder { return Placeholder{"様式 1", cell, key} }
	if want := []Placeholder{at("B6", "empty.value"), at("D7", "empty.value")}; !slices.Equal(got.Unfilled, want) {
		t.Errorf("unfilled %v, want %v", got.Unfilled, want)
	}
	if want := []Placeholder{at("B5", "no_such.value"), at("B8", "gone.value")}; !slices.Equal(got.Unknown, want) {
		t.Errorf("unknown %v, want %v", got.Unknown, want)
	}
	if want := []Placeholder{at("B8", "people.denominator")}; !slices.Equal(got.Formulas, want) {
		t.Errorf("formulas %v, want %v", got.Formulas, want)
	}
	if got.Filled != 11 { // B3 C3 A4 A6 C7 D7, and by name B7 E9 D9 B20 A20
		t.Errorf("%d cells filled, want 11", got.Filled)
	}
	g := gridOf(t, read(t, out.Bytes()), "様式 1")
	for _, c := range []struct {
		row, col int
		kind     cell.Kind
		text     string
	}{
		{3, 3, cell.Text, "54.5 %"}, {4, 1, cell.Text, "契約 6 / 11 件"}, {6, 1, cell.Text, "率 54.5 %"},
		{5, 2, cell.Text, "{{no_such.value}}"}, {6, 2, cell.Text, "{{empty.value}}"}, // stay, and are named
		{7, 2, cell.Number, "3256613"}, {7, 3, cell.Text, command}, {7, 4, cell.Text, "前 {{empty.value}} 後 " + command},
		{9, 4, cell.Number, "8"}, {9, 5, cell.Text, "3,256,613 円"}, {9, 6, cell.Text, "隣"}, // D9 and E9 were not there
		{20, 1, cell.Text, "8 人"}, {20, 2, cell.Number, "10"}, // nor was row 20
		{1, 1, cell.Text, "実績報告"}, {3, 1, cell.Text, "定期の割合"},
	} {
		if got := g.At(c.row, c.col); got.Kind != c.kind || got.Text != c.text {
			t.Errorf("row %d column %d holds %v %q, want %v %q", c.row, c.col, got.Kind, got.Text, c.kind, c.text)
		}
	}
	if got := g.At(3, 2); got.Kind != cell.Number || got.Number != 6.0/11 {
		t.Errorf("B3 holds %v %q, want the unrounded number", got.Kind, got.Text)
	}
	untouched(t, original, out.Bytes())
}

// untouched holds every part but the sheet and the workbook against the original, and in the
// sheet the formats and the formula.
func untouched(t *testing.T, original, filled []byte) {
	t.Helper()
	before, after := parts(t, original), parts(t, filled)
	for name, part := range before {
		if name != "xl/worksheets/sheet1.xml" && name != "xl/workbook.xml" && after[name] != part {
			t.Errorf("%s was changed", name)
		}
	}
	if len(before) != len(after) {
		t.Errorf("%d parts became %d", len(before), len(after))
	}
	if !strings.Contains(after["xl/workbook.xml"], `fullCalcOnLoad="1"`) {
		t.Error("the workbook is not told to recalculate")
	}
	a, err := excelize.OpenReader(bytes.NewReader(filled))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	o, err := excelize.OpenReader(bytes.NewReader(original))
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	var changed []string
	for row := 1; row <= 25; row++ {
		for col := 1; col <= 8; col++ {
			at := address(col, row)
			before, after := cellOf(t, o, at), cellOf(t, a, at)
			if before != after {
				changed = append(changed, at)
			}
		}
	}
	if want := []string{"B3", "C3", "A4", "A6", "B7", "C7", "D7", "D9", "E9", "A20", "B20"}; !slices.Equal(changed, want) {
		t.Errorf("cells that differ: %v, want %v", changed, want)
	}
	if code, _ := a.GetCellFormula("様式 1", "B8"); code != "B7*2" {
		t.Errorf("the formula became %q", code)
	}
	if n := strings.Count(after["xl/worksheets/sheet1.xml"], "<f>"); n != 1 {
		t.Errorf("%d formulas, want the one of the form", n)
	}
	if style, _ := a.GetCellStyle("様式 1", "B3"); style == 0 {
		t.Error("B3 lost its format")
	}
	if width, _ := a.GetColWidth("様式 1", "A"); width != 33 {
		t.Errorf("column A became %v wide", width)
	}
}

// cellOf is everything that a cell holds: value, formula, format.
func cellOf(t *testing.T, f *excelize.File, at string) string {
	t.Helper()
	value, err := f.GetCellValue("様式 1", at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	code, err := f.GetCellFormula("様式 1", at)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetCellStyle("様式 1", at)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%q %q %d", value, code, style)
}

// TestFillFormWithoutMarks copies a form that has nothing to fill.
func TestFillFormWithoutMarks(t *testing.T) {
	original := municipal(t)
	var out bytes.Buffer
	if _, err := FillForm(&out, original, nil); err != nil {
		t.Fatal(err)
	}
	before, after := parts(t, original), parts(t, out.Bytes())
	for name := range before {
		if before[name] != after[name] {
			t.Errorf("%s was changed", name)
		}
	}
	old := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	for data, want := range map[string]string{"不明なファイル": "ではありません", old: ".xls", old + "E\x00n\x00c\x00r\x00y\x00p\x00t" +
		"\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00": "パスワード", "PK\x05\x06" + strings.Repeat("\x00", 18): "読めません"} {
		if _, err := FillForm(&out, []byte(data), nil); !errors.Is(err, ErrForm) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want one that says %s", data, err, want)
		}
	}
}

// TestFilledFormRecalculates opens the filled form in LibreOffice: B8 is B7 × 2 = 6,513,226.
func TestFilledFormRecalculates(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice recalculates a form")
	}
	t.Parallel()
	var out bytes.Buffer
	if _, err := FillForm(&out, municipal(t), formValues()); err != nil {
		t.Fatal(err)
	}
	g := gridOf(t, read(t, convert(t, out.Bytes(), "xlsx")), "様式 1")
	if got := g.At(8, 2); got.Number != 6513226 {
		t.Errorf("B8 = %v, want 6513226", got.Number)
	}
}

func TestFormValues(t *testing.T) {
	values := FormValues([]kpi.Figure{
		{ID: "a", Unit: kpi.Ratio, Value: new(0.5833333333333334), Numerator: new(7.0), Denominator: new(12.0), N: 12},
		{ID: "b", Unit: kpi.Yen},
	}, lang.JA)
	for key, want := range map[string]string{"a.text": "58.3%", "a.value": "58.3%", "a.numerator": "7", "a.n": "12"} {
		if got := values[key].inText(); got != want {
			t.Errorf("%s = %q, want %q", key, got, want)
		}
	}
	if v, ok := values["b.value"]; !ok || v.known() {
		t.Error("a figure without a value must be there, and empty")
	}
	values = FormValues([]kpi.Figure{{ID: "c", Unit: kpi.Count, Suppressed: true,
		Hidden: []string{"value", "n", "numerator"}, Denominator: new(9.0)}}, lang.JA)
	for key, want := range map[string]string{
		"c.value":       "x",
		"c.text":        "x",
		"c.n":           "x",
		"c.numerator":   "x",
		"c.denominator": "9",
		"c.target":      "",
	} {
		if got := values[key]; got.inText() != want || want == "x" && got.Number != nil {
			t.Errorf("%s = %+v, want %q: what may not be shown is x, never a number", key, got, want)
		}
	}
}
