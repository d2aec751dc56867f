package biff_test

import (
	"reflect"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
)

// TestLimits checks each limit at what a file just needs and at one less.
func TestLimits(t *testing.T) {
	texts := table(long("あい"), long("う"))
	row := shared(3, 4, 0, 0) + whole(3, 5, 0, 1)
	formats := formatOf(164, "0.0") + formatOf(165, "0")
	base := one(texts+fontOf(false)+fontOf(true)+formats+stylesOf(0, 0, 0, 0), row)
	merges := rec(mergedCells, uint16(2), merge(1, 1, 1, 2), merge(2, 2, 1, 2))
	merged := one("", merges)
	merges = rec(mergedCells, uint16(1), merge(1, 1, 1, 2))
	mergedTwice := made("", part{name: "a", records: merges}, part{name: "b", records: merges})
	beside := rec(mulRK, uint16(0), uint16(1), uint16(0), rkWhole(7), uint16(0), rkWhole(7), uint16(2))
	nine := whole(9, 1, 0, 1)
	hidden := one("", columnsOf(1, 2, 1)+columnsOf(1, 2, 1)+whole(1, 2, 0, 1))
	for _, c := range []struct {
		name  string
		data  []byte
		limit string // its field
		needs int64
	}{
		{"sheets", mergedTwice, "Sheets", 2},
		{"sheet name", made("", part{name: "あいう"}), "SheetName", 3},
		{"fonts, formats and styles", base, "Styles", 2},
		{"fonts", one(fontOf(false)+fontOf(true), ""), "Styles", 2},
		{"number formats", one(formats, ""), "Styles", 2},
		{"rows", base, "Rows", 3},
		{"columns", base, "Columns", 5},
		{"columns of numbers beside each other", one("", beside), "Columns", 3},
		{"hidden columns", hidden, "Columns", 2},
		{"cells and hidden columns", hidden, "Cells", 3},
		{"cells", base, "Cells", 2},
		{"rows of all sheets", made("", part{name: "a", records: nine}, part{name: "b", records: nine}), "BookRows", 2},
		{"merges", merged, "Merges", 2},
		{"merges of all sheets", mergedTwice, "Merges", 2},
		{"shared string length", base, "TextLength", 2},
		{"own string length", one("", rec(label, at(1, 1, 0), long("あいう"))), "TextLength", 3},
		{"shared strings", base, "SharedStrings", 2},
		{"text of the table", base, "TextBytes", 9},                                                       // あいう in UTF-8
		{"text of cells", one("", rec(label, at(1, 1, 0), long("あ"))+whole(1, 2, 0, 10)), "TextBytes", 5}, // あ and 10
	} {
		t.Run(c.name, func(t *testing.T) {
			limits := grid.DefaultLimits()
			field := reflect.ValueOf(&limits).Elem().FieldByName(c.limit)
			field.SetInt(c.needs)
			if book, f := read(t, c.data, limits); book == nil {
				t.Errorf("at the limit: %v", f)
			}
			field.SetInt(c.needs - 1)
			book, f := read(t, c.data, limits)
			if f == nil || f.Code != grid.CodeLimit {
				t.Fatalf("over the limit: %s", shown(book, f))
			}
			if !strings.ContainsAny(f.Message.JA, "0123456789") {
				t.Errorf("the finding does not say the limit: %s", f.Message.JA)
			}
		})
	}
}

// TestOverlappingSheets: sheets that lie in each other would be read as often as there are sheets.
func TestOverlappingSheets(t *testing.T) {
	a, b := part{name: "a"}, part{name: "b"}
	head := len(start(globals)) + len(a.listed(0)) + len(b.listed(0)) + len(rec(eof))
	inner := start(worksheet) + rec(blank, make([]byte, 5000)) + rec(eof)
	stream := start(globals) + a.listed(head) + b.listed(head+len(start(worksheet))) + rec(eof) +
		start(worksheet) + inner + rec(eof)
	book, f := read(t, []byte(stream), grid.DefaultLimits())
	if f == nil || f.Code != grid.CodeUnreadable || f.Sheet != "b" {
		t.Error(shown(book, f))
	}
}
