package sheet

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// TestRowInManyPieces reads a row whose every cell stands in a row element of its own, from right
// to left.
func TestRowInManyPieces(t *testing.T) {
	var rows strings.Builder
	for n := range 8 {
		for col := grid.MaxCol; col > 0; col-- {
			fmt.Fprintf(&rows, `<row r="%d"><c r="%s"><v>%d</v></c></row>`, n+1, grid.Ref(n+1, col), col)
		}
	}
	sheettest.Soon(t, func() {
		book, findings := read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(rows.String()), nil)),
			Options{})
		if book == nil {
			t.Fatal(findings)
		}
		g := book.Sheets[0]
		if len(g.Rows) != 8 || len(g.Rows[7].Cells) != grid.MaxCol || g.At(8, 1).Number != 1 ||
			g.At(8, grid.MaxCol).Number != grid.MaxCol {
			t.Errorf("%d rows, XFD8 %v", len(g.Rows), g.At(8, grid.MaxCol))
		}
		checkBook(t, book)
	})
}

// TestHiddenColumnsThatOverlap: C to E and D to F are C to F; nothing behind the last cell is kept.
func TestHiddenColumnsThatOverlap(t *testing.T) {
	cols := func(elements, cell string) string {
		return `<worksheet xmlns="` + sheettest.MainSpace + `"><cols>` + elements + `</cols><sheetData><row r="1"><c r="` +
			cell + `"><v>1</v></c></row></sheetData></worksheet>`
	}
	xml := cols(
		`<col min="4" max="6" hidden="1"/><col min="3" max="5" hidden="1"/><col min="4" max="4" hidden="1"/>`+
			`<col min="8" max="16384" hidden="true"/>`, "H1")
	book, _ := read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(xml, nil)), Options{})
	if got := fmt.Sprint(book.Sheets[0].HiddenCols); got != "map[3:true 4:true 5:true 6:true 8:true]" {
		t.Errorf("hidden: %s", got)
	}
	many := sheettest.Zip(t, sheettest.Workbook(
		cols(strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, grid.MaxCol), "XFD1"), nil))
	sheettest.Soon(t, func() {
		if got := shown(read(t, "a.xlsx", many, Options{})); got != "XFD1#=1" {
			t.Errorf("got %s", got)
		}
	})
}
