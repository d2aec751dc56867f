package finding

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// town makes a workbook as an office keeps it: number formats, borders, a merged title, a
// comment, a formula, a print area on the second sheet.
func town(t *testing.T) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(book.SetSheetName("Sheet1", "作業ログ"))
	_, err := book.NewSheet("町's 案件")
	must(err)
	date, err := book.NewStyle(&excelize.Style{
		NumFmt: 57, Font: &excelize.Font{Bold: true, Color: "FF0000"},
		Border: []excelize.Border{{Type: "bottom", Color: "000000", Style: 2}},
	})
	must(err)
	must(book.SetCellValue("作業ログ", "A1", "作業ログ（7月）"))
	must(book.MergeCell("作業ログ", "A1", "E1"))
	must(book.SetCellInt("作業ログ", "B4", 45841))
	must(book.SetCellStyle("作業ログ", "B4", "B4", date))
	must(book.SetCellStr("作業ログ", "E4", "二時間ぐらい"))
	must(book.SetCellStr("作業ログ", "E5", "<三> & 時間"))
	must(book.SetCellFormula("作業ログ", "E9", "SUM(E4:E8)"))
	must(book.AddComment("作業ログ", excelize.Comment{Cell: "E5", Author: "担当", Text: "電話で確認"}))
	must(book.SetCellStr("町's 案件", "A2", "=1+1"))
	must(book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'町''s 案件'!$A$1:$C$9",
		Scope: "町's 案件"}))
	var b bytes.Buffer
	must(book.Write(&b))
	return b.Bytes()
}

// faults of the town's workbook.
func townFaults() []Finding {
	hours := Finding{
		Code: "C109", Severity: Error, Place: Place{"台帳.xlsx", "作業ログ", "E4"}, Column: "時間", Record: "0004",
		Date:  "2025-07-03",
		Value: "=HYPERLINK(1)", Message: lang.Text{JA: "時間として読めません。", EN: "Not hours."},
		Fix: lang.Text{JA: "1.5 と書いてください。", EN: "Write 1.5."},
	}
	second := hours
	second.Range = "E5"
	dated := Finding{Code: "C207", Severity: Warning, Place: Place{"台帳.xlsx", "作業ログ", "B4"},
		Message: lang.Text{JA: "契約期間の外です。", EN: "Outside the term."}}
	also := Finding{Code: "C219", Severity: Warning, Place: Place{"台帳.xlsx", "作業ログ", "E4"},
		Message: lang.Text{JA: "もう1つの注意。", EN: "Another."}}
	quoted := Finding{Code: "C201", Severity: Error, Place: Place{"台帳.xlsx", "町's 案件", "A2:C2"},
		Message: lang.Text{JA: "2回目です。", EN: "Twice."}}
	note := Finding{Code: "C190", Severity: Info, Place: Place{"台帳.xlsx", "作業ログ", "B4"},
		Message: lang.Text{JA: "読みかえました。", EN: "Read."}}
	elsewhere := Finding{Code: "C101", Severity: Error, Place: Place{"7月.csv", "7月", "B2"},
		Message: lang.Text{JA: "別のファイル。", EN: "Other file."}}
	return Fold([]Finding{hours, second, dated, also, quoted, note, elsewhere})
}

func annotated(t *testing.T, original []byte, fs []Finding, o WorkbookOptions) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := WriteWorkbook(&b, original, "台帳.xlsx", fs, o); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b, excelize.Options{Password: o.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func commentText(c excelize.Comment) string {
	text := c.Text
	for _, run := range c.Paragraph {
		text += run.Text
	}
	return strings.TrimSpace(text)
}

func styleAt(t *testing.T, book *excelize.File, sheet, ref string) *excelize.Style {
	t.Helper()
	id, err := book.GetCellStyle(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	style, err := book.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return style
}

func TestWriteWorkbookMarksCells(t *testing.T) {
	original := town(t)
	kept := slices.Clone(original)
	book := annotated(t, original, townFaults(), WorkbookOptions{})
	if !bytes.Equal(original, kept) {
		t.Error("the original's bytes changed")
	}
	for _, c := range []struct {
		sheet, ref string
		pattern    int // of fillOf
	}{
		{"作業ログ", "E4", 14}, {"作業ログ", "E5", 14}, // both cells of the folded C109; error beats warning
		{"作業ログ", "B4", 18},
		{"町's 案件", "A2", 14}, {"町's 案件", "C2", 14}, // every cell of a range
		{"作業ログ", "E9", 0}, {"作業ログ", "A1", 0}, {"作業ログ", "E6", 0},
	} {
		if got := styleAt(t, book, c.sheet, c.ref).Fill.Pattern; got != c.pattern {
			t.Errorf("%s!%s has fill pattern %d, want %d", c.sheet, c.ref, got, c.pattern)
		}
	}
	// Everything else of the format stays: number format 57 (a Japanese date), bold red, the border.
	style := styleAt(t, book, "作業ログ", "B4")
	id, _ := book.GetCellStyle("作業ログ", "B4")
	if got := *book.Styles.CellXfs.Xf[id].NumFmtID; got != 57 {
		t.Errorf("number format %d, want 57", got)
	}
	if !style.Font.Bold || style.Font.Color != "FF0000" || len(style.Border) != 1 || style.Border[0].Style != 2 {
		t.Errorf("font or border changed: %+v %+v", style.Font, style.Border)
	}
	if f, _ := book.GetCellFormula("作業ログ", "E9"); f != "SUM(E4:E8)" {
		t.Errorf("formula %q", f)
	}
	if m, _ := book.GetMergeCells("作業ログ"); len(m) != 1 || m[0].GetEndAxis() != "E1" {
		t.Errorf("merged cells %v", m)
	}
}

func TestWriteWorkbookComments(t *testing.T) {
	book := annotated(t, town(t), townFaults(), WorkbookOptions{})
	comments, err := book.GetComments("作業ログ")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range comments {
		if got[c.Cell] != "" {
			t.Errorf("two comments on %s", c.Cell)
		}
		got[c.Cell] = commentText(c)
	}
	for cell, want := range map[string]string{
		"E4": "【誤り C109】時間として読めません。\n→ 1.5 と書いてください。\n【注意 C219】もう1つの注意。",
		"E5": "電話で確認\n【誤り C109】時間として読めません。\n→ 1.5 と書いてください。",
		"B4": "【注意 C207】契約期間の外です。",
	} {
		if strings.ReplaceAll(got[cell], "\r", "") != want {
			t.Errorf("comment on %s is %q, want %q", cell, got[cell], want)
		}
	}
	if len(got) != 3 {
		t.Errorf("comments %v, want 3: infos get none", got)
	}
}

func TestWriteWorkbookFrontSheet(t *testing.T) {
	fs := townFaults()
	book := annotated(t, town(t), fs, WorkbookOptions{})
	if got, want := book.GetSheetList(), []string{"点検結果", "作業ログ", "町's 案件"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %v, want %v", got, want)
	}
	rows, err := book.GetRows("点検結果")
	if err != nil {
		t.Fatal(err)
	}
	// 2 errors (the folded C109 and C201), 2 warnings, 1 info; the other file's is not counted.
	if !strings.HasPrefix(rows[1][0], "誤り 2件・注意 2件・参考 1件\n直すのは元のブックです。") || len(rows) != 3+5 {
		t.Fatalf("summary %q and %d rows, want 5 findings", rows[1][0], len(rows)-3)
	}
	line := rows[3] // an error on the book's first sheet
	want := []string{"誤り", "0004", "2025-07-03", "時間として読めません。", "1.5 と書いてください。", "作業ログ!E4:E5 の2か所", "時間", "=HYPERLINK(1)",
		"C109"}
	if !slices.Equal(line, want) {
		t.Errorf("line %q, want %q", line, want)
	}
	if f, _ := book.GetCellFormula("点検結果", "H4"); f != "" {
		t.Errorf("a value became the formula %q", f)
	}
	for cell, want := range map[string]string{"F4": "'作業ログ'!E4:E5", "F5": "'町''s 案件'!A2:C2"} {
		if ok, link, _ := book.GetCellHyperLink("点検結果", cell); !ok || link != want {
			t.Errorf("link of %s is %q, want %q", cell, link, want)
		}
	}
	if book.GetActiveSheetIndex() != 0 {
		t.Error("the copy does not open on the front sheet")
	}
	for _, name := range book.GetDefinedName() {
		if name.Name == "_xlnm.Print_Area" && name.Scope != "町's 案件" {
			t.Errorf("the print area moved to %q", name.Scope)
		}
	}
}

func TestWriteWorkbookOptions(t *testing.T) {
	keep := func(f Finding) bool { return f.Record == "0004" }
	book := annotated(t, town(t), townFaults(), WorkbookOptions{Lang: lang.EN, Keep: keep})
	rows, err := book.GetRows("Findings")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 || rows[3][3] != "Not hours." {
		t.Errorf("rows %q, want the one finding of record 0004", rows)
	}
	if p := styleAt(t, book, "作業ログ", "B4").Fill.Pattern; p != 0 {
		t.Error("a finding that was not kept is coloured")
	}
}

func TestWriteWorkbookTwice(t *testing.T) {
	var first, second, again bytes.Buffer
	if err := WriteWorkbook(&first, town(t), "台帳.xlsx", townFaults(), WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := WriteWorkbook(&second, town(t), "台帳.xlsx", townFaults(), WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same input gave other bytes")
	}
	if err := WriteWorkbook(&again, first.Bytes(), "台帳.xlsx", townFaults(), WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&again)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got, want := book.GetSheetList(), []string{"点検結果", "作業ログ", "町's 案件"}; !slices.Equal(got, want) {
		t.Errorf("sheets of the copy of a copy %v, want %v", got, want)
	}
}

func TestWriteWorkbookEncrypted(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(town(t)))
	if err != nil {
		t.Fatal(err)
	}
	var locked bytes.Buffer
	if err := book.Write(&locked, excelize.Options{Password: "みどり"}); err != nil {
		t.Fatal(err)
	}
	if err := WriteWorkbook(&bytes.Buffer{}, locked.Bytes(), "台帳.xlsx", nil, WorkbookOptions{}); err == nil {
		t.Error("no error without the password")
	}
	annotated(t, locked.Bytes(), townFaults(), WorkbookOptions{Password: "みどり"})
}

func TestWriteNewWorkbook(t *testing.T) {
	cells := []Cell{{1, 1, "参加者ID"}, {2, 1, "0004"}, {2, 2, "=1+1"}, {3, 1, "45841"}}
	fs := []Finding{{Code: "C103", Severity: Error, Place: Place{"csv/7月[控].csv", "7月[控]", "B2"},
		Message: lang.Text{JA: "数ではありません。", EN: "Not a number."}}}
	sheets := []NewSheet{{Name: "7月[控]", Cells: slices.Values(cells)}}
	var b bytes.Buffer
	if err := WriteNewWorkbook(&b, sheets, "csv/7月[控].csv", fs, WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got, want := book.GetSheetList(), []string{"点検結果", "7月_控_"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %v, want %v", got, want)
	}
	for _, c := range cells {
		ref := cellName(c.Row, c.Col)
		kind, _ := book.GetCellType("7月_控_", ref)
		if text, _ := book.GetCellValue("7月_控_", ref); text != c.Text || kind != excelize.CellTypeSharedString {
			t.Errorf("%s holds %q of type %v, want the text %q", ref, text, kind, c.Text)
		}
	}
	if p := styleAt(t, book, "7月_控_", "B2").Fill.Pattern; p != 14 {
		t.Errorf("B2 has fill pattern %d, want 14", p)
	}
	if _, link, _ := book.GetCellHyperLink("点検結果", "F4"); link != "'7月_控_'!B2" {
		t.Errorf("link %q", link)
	}
}

func TestSheetName(t *testing.T) {
	for in, want := range map[string]string{
		"7月": "7月", "": "CSV", "a/b:c": "a_b_c", "'x'": "_x_",
		strings.Repeat("あ", 40): strings.Repeat("あ", 31), // Excel's limit
	} {
		if got := sheetName(in); got != want {
			t.Errorf("sheetName(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestFrontSheetOverwritesNothing: sheet id 1 is kept in the part sheet2.xml, the name that the
// library would give a second sheet.
func TestFrontSheetOverwritesNothing(t *testing.T) {
	book := excelize.NewFile()
	if _, err := book.NewSheet("残るシート"); err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStr("残るシート", "A1", "残る"); err != nil {
		t.Fatal(err)
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	book.WorkBook.Sheets.Sheet[0].SheetID = 1
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	marked := annotated(t, b.Bytes(), nil, WorkbookOptions{})
	if text, _ := marked.GetCellValue("残るシート", "A1"); text != "残る" {
		t.Errorf("the user's sheet holds %q", text)
	}
}

// TestNewWorkbookMarksEveryError: a name that cannot be a sheet's is changed, and the findings
// that were chosen by the name of the file are marked all the same.
func TestNewWorkbookMarksEveryError(t *testing.T) {
	for _, sheet := range []string{
		"令和7年度在宅ワーク推進事業_みどり野町役場_作業ログ_上半期分_修正版", // over 31 characters
		"作業ログ 'x' [控]", "案 件 'A' & <B>",
	} {
		fs := Fold([]Finding{
			{Code: "C109", Severity: Error, Place: Place{"x.csv", sheet, "B2"}, Message: lang.Text{JA: "半日", EN: "half"}},
			{Code: "C109", Severity: Error, Place: Place{"x.csv", sheet, "B3"}, Message: lang.Text{JA: "半日", EN: "half"},
				Related: []Place{{"x.csv", sheet, "A3"}}},
			{Code: "C101", Severity: Error, Place: Place{"x.csv", "ほか", "B9"}, Message: lang.Text{JA: "別のシート", EN: "other"}},
		})
		of := func(f Finding) bool { return f.Sheet == sheet }
		var b bytes.Buffer
		sheets := []NewSheet{{Name: sheet, Cells: slices.Values([]Cell{{2, 2, "半日"}})}}
		if err := WriteNewWorkbook(&b, sheets, "x.csv", fs, WorkbookOptions{Keep: of}); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		for _, ref := range []string{"B2", "B3"} {
			if p := styleAt(t, book, sheetName(sheet), ref).Fill.Pattern; p != 14 {
				t.Errorf("%s: %s has fill pattern %d, want 14", sheet, ref, p)
			}
		}
		if summary, _ := book.GetCellValue("点検結果", "A2"); !strings.HasPrefix(summary, "誤り 1件・注意 0件・参考 0件") {
			t.Errorf("%s: the front sheet says %q", sheet, summary)
		}
	}
}
