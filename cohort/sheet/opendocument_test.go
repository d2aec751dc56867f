package sheet

import (
	"bytes"
	"maps"
	"testing"

	"pilot90/cohort/sheet/sheettest"
)

// TestOpenDocument: an .ods is told by its parts, not by its name, and its rows can be streamed like any other.
func TestOpenDocument(t *testing.T) {
	data := sheettest.OpenDocument(t, sheettest.Table("一", "氏名,時間\n青木,2"), sheettest.Table("二", "終わり"))
	if got := shown(read(t, "台帳.xlsx", data, Options{})); got != "A1=氏名 B1=時間 A2=青木 B2=2 A1=終わり" {
		t.Errorf("the book: %s", got)
	}
	r, findings, err := NewReader("台帳.ods", bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil || r == nil {
		t.Fatal(findings, err)
	}
	cells := 0
	for _, s := range r.Sheets {
		for range 2 { // rows can be had again
			for row, err := range s.Rows() {
				if err != nil {
					t.Fatal(err)
				}
				cells += len(row.Cells)
			}
		}
	}
	if cells != 2*(4+1) || len(r.Sheets) != 2 || r.Sheets[1].Sheet != "二" {
		t.Errorf("%d cells of %d sheets", cells, len(r.Sheets))
	}
}

// TestOpenDocumentBesideWorkbook: an .xlsx in which a content.xml lies too is an .xlsx.
func TestOpenDocumentBesideWorkbook(t *testing.T) {
	parts := sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), nil)
	both := maps.Clone(parts)
	both["content.xml"] = "<a/>"
	data := sheettest.Zip(t, both)
	if got := shown(read(t, "a.xlsx", data, Options{})); got != "A1#=1" {
		t.Errorf("got %s", got)
	}
	for want, raw := range map[bool][]byte{false: data, true: sheettest.OpenDocument(t, sheettest.Table("表", "x"))} {
		if got := IsOpenDocument(raw); got != want {
			t.Errorf("an .ods: %t, want %t", got, want)
		}
	}
}
