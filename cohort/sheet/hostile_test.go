package sheet

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// soon fails when run takes longer than seconds: what these tests read took minutes.
func soon(t *testing.T, run func()) {
	t.Helper()
	start := time.Now()
	run()
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestRowInManyPieces reads a row whose every cell stands in a row element of its own, from right
// to left.
func TestRowInManyPieces(t *testing.T) {
	var rows strings.Builder
	for n := range 8 {
		for col := maxCol; col > 0; col-- {
			fmt.Fprintf(&rows, `<row r="%d"><c r="%s"><v>%d</v></c></row>`, n+1, Ref(n+1, col), col)
		}
	}
	soon(t, func() {
		book, findings := read(t, "a.xlsx", zipped(t, made(sheetOf(rows.String()), nil)), Options{})
		if book == nil {
			t.Fatal(findings)
		}
		g := book.Sheets[0]
		if len(g.Rows) != 8 || len(g.Rows[7].Cells) != maxCol || g.At(8, 1).Number != 1 || g.At(8, maxCol).Number != maxCol {
			t.Errorf("%d rows, XFD8 %v", len(g.Rows), g.At(8, maxCol))
		}
		checkBook(t, book)
	})
}

// TestHiddenColumnsThatOverlap: C to E and D to F are C to F; nothing behind the last cell is kept.
func TestHiddenColumnsThatOverlap(t *testing.T) {
	cols := func(elements, cell string) string {
		return `<worksheet xmlns="` + mainSpace + `"><cols>` + elements + `</cols><sheetData><row r="1"><c r="` + cell + `"><v>1</v></c></row></sheetData></worksheet>`
	}
	xml := cols(`<col min="4" max="6" hidden="1"/><col min="3" max="5" hidden="1"/><col min="4" max="4" hidden="1"/><col min="8" max="16384" hidden="true"/>`, "H1")
	book, _ := read(t, "a.xlsx", zipped(t, made(xml, nil)), Options{})
	if got := fmt.Sprint(book.Sheets[0].HiddenCols); got != "map[3:true 4:true 5:true 6:true 8:true]" {
		t.Errorf("hidden: %s", got)
	}
	many := zipped(t, made(cols(strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, maxCol), "XFD1"), nil))
	soon(t, func() {
		if got := shown(read(t, "a.xlsx", many, Options{})); got != "XFD1#=1" {
			t.Errorf("got %s", got)
		}
	})
}

// TestMergeAtOfManyRanges compares with a look at each range, also where ranges overlap.
func TestMergeAtOfManyRanges(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 15, 16, 17, 300} {
		g := &Grid{}
		for range n {
			row, col := 1+random.IntN(60), 1+random.IntN(60)
			g.Merges = append(g.Merges, Range{row, col, row + random.IntN(12), col + random.IntN(12)})
		}
		g.index()
		for row := range 75 {
			for col := range 75 {
				got, ok := g.MergeAt(row, col)
				if want, wantOK := lastHolding(g.Merges, row, col); got != want || ok != wantOK {
					t.Fatalf("%d ranges: MergeAt(%d, %d) = %v, want %v", n, row, col, got, want)
				}
			}
		}
	}
}

// TestMergeAtIsQuick asks for 100,000 cells below 100,000 ranges that lie in each other.
func TestMergeAtIsQuick(t *testing.T) {
	g := &Grid{}
	for i := 1; i <= 100_000; i++ {
		g.Merges = append(g.Merges, Range{i, 2 + i%7000, maxRow - i, maxCol - i%7000})
	}
	g.index()
	soon(t, func() {
		for row := 1; row <= 100_000; row++ {
			if _, ok := g.MergeAt(row+100_000, 1); ok {
				t.Fatal("column A is in no range")
			}
			if m, ok := g.MergeAt(row, 8001); !ok || m.FromRow != row {
				t.Fatalf("row %d: %v", row, m)
			}
		}
	})
}
