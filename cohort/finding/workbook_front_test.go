package finding

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// changed is the town's workbook after an edit.
func changed(t *testing.T, data []byte, edit func(book *excelize.File) error) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var b bytes.Buffer
	if err := errors.Join(edit(book), book.Write(&b)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// overADay is a fault of three rows, of which the first is named.
var overADay = Finding{
	Code: "C210", Place: Place{"台帳.xlsx", "作業ログ", "E4"}, Message: Text{"31時間", "31 hours"},
	Related: []Place{{"台帳.xlsx", "作業ログ", "E6"}, {"台帳.xlsx", "作業ログ", "E8"}, {"名簿.xlsx", "参加者", "A2"}},
	Shared:  []Place{{"台帳.xlsx", "作業ログ", "E6"}, {"台帳.xlsx", "作業ログ", "E8"}},
}

// TestRelatedCells: every row that a fault leaves out is marked, the note and the front sheet
// name the related cells, and the link leads to the first in the book.
func TestRelatedCells(t *testing.T) {
	book := annotated(t, town(t), []Finding{overADay}, WorkbookOptions{})
	for _, ref := range []string{"E4", "E6", "E8"} {
		if p := styleAt(t, book, "作業ログ", ref).Fill.Pattern; p != 14 {
			t.Errorf("%s has fill pattern %d, want 14", ref, p)
		}
	}
	comments, _ := book.GetComments("作業ログ")
	i := slices.IndexFunc(comments, func(c excelize.Comment) bool { return c.Cell == "E4" })
	if i < 0 || !strings.Contains(commentText(comments[i]), "関係するセル: E6、E8、名簿.xlsx 参加者!A2") {
		t.Errorf("comments %v do not name the related cells at E4", comments)
	}
	if text, _ := book.GetCellValue("点検結果", "J4"); text != "E6、E8、名簿.xlsx 参加者!A2" {
		t.Errorf("related cells %q", text)
	}
	if _, link, _ := book.GetCellHyperLink("点検結果", "J4"); link != "'作業ログ'!E6" {
		t.Errorf("link %q", link)
	}
}

// TestFrontSheetOrder: errors first, then the book's order of sheets, which is not that of names.
func TestFrontSheetOrder(t *testing.T) {
	data := changed(t, town(t), func(book *excelize.File) error {
		_, err := book.NewSheet("あ")
		return errors.Join(err, book.SetSheetVisible("あ", false))
	})
	fs := []Finding{
		{Code: "C3", Severity: Error, Place: Place{"台帳.xlsx", "あ", "B2"}},
		{Code: "C1", Severity: Warning, Place: Place{"台帳.xlsx", "作業ログ", "B3"}},
		{Code: "C2", Severity: Error, Place: Place{"台帳.xlsx", "作業ログ", "B4"}, Message: Text{JA: strings.Repeat("あ", 60)}},
	}
	book := annotated(t, data, fs, WorkbookOptions{})
	rows, err := book.GetRows("点検結果")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, row := range rows[3:] {
		codes = append(codes, row[8])
	}
	if want := []string{"C2", "C3", "C1"}; !slices.Equal(codes, want) {
		t.Errorf("order %v, want %v", codes, want)
	}
	if rows[4][5] != "あ!B2（非表示）" {
		t.Errorf("a cell of a hidden sheet is called %q", rows[4][5])
	}
	// 60 full-width letters of 2 in a column of 56 take 3 lines of 15 points, and 4 for the edges.
	if h, _ := book.GetRowHeight("点検結果", 4); h != 49 {
		t.Errorf("the row of a long message is %v points high, want 49", h)
	}
}

// TestFrontSheetRemarks: what the cells do not show stands above the list.
func TestFrontSheetRemarks(t *testing.T) {
	data := changed(t, office(t), func(book *excelize.File) error {
		return book.SetConditionalFormat("作業ログ", "A1:A9",
			[]excelize.ConditionalFormatOptions{{Type: "formula", Criteria: "TRUE"}})
	})
	a, err := openArchive(data)
	if err != nil {
		t.Fatal(err)
	}
	a.set("xl/worksheets/_rels/sheet2.xml.rels",
		[]byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<Relationship Id="a" Type="x/comments" Target="/xl/broken.xml"/></Relationships>`))
	a.set("xl/broken.xml", []byte("<comments>"))
	if data, err = a.bytes(); err != nil {
		t.Fatal(err)
	}
	book := annotated(t, data, officeFaults(), WorkbookOptions{})
	text, _ := book.GetCellValue("点検結果", "A2")
	want := "誤り 4件・注意 0件・参考 0件\n直すのは元のブックです。この写しを直しても、台帳は変わりません。\n" +
		"会話形式のコメントがあるセルには、色だけを付けました: 作業ログ!F5\n" +
		"コメントを付けられなかったシート（色は付けました）: 町's 案件\n" +
		"条件付き書式があり、印の色が見えないことがあるシート: 作業ログ"
	if text != want {
		t.Errorf("above the list stands\n%s\nwant\n%s", text, want)
	}
	if p := styleAt(t, book, "町's 案件", "A2").Fill.Pattern; p != 14 {
		t.Error("a sheet that takes no notes is not coloured")
	}
}

// TestFrontSheetWithMore: what the user wrote beside the list stays.
func TestFrontSheetWithMore(t *testing.T) {
	_, first := marked(t, town(t), townFaults())
	data := changed(t, first, func(book *excelize.File) error { return book.SetCellStr("点検結果", "K4", "山田が対応中") })
	book := annotated(t, data, townFaults()[:1], WorkbookOptions{})
	if got := book.GetSheetList()[:2]; !slices.Equal(got, []string{"点検結果 (2)", "点検結果"}) {
		t.Errorf("sheets %v: the user's words went with the old list", got)
	}
	cleared := annotated(t, first, nil, WorkbookOptions{})
	if p := styleAt(t, cleared, "作業ログ", "E4").Fill.Pattern; p != 0 {
		t.Errorf("a corrected cell has fill pattern %d", p)
	}
}
