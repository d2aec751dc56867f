package biff_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/sheet/biff"
	"pilot90/cohort/sheet/grid"
)

// rowOf is a Row record; hidden rows have a height of 0.
func rowOf(n int, hidden bool) string {
	flags := uint32(0x100)
	if hidden {
		flags |= 0x20
	}
	return rec(row, uint16(n-1), uint64(0), uint16(0), flags)
}

func columnsOf(from, to int, hidden uint16) string {
	return rec(colInfo, uint16(from-1), uint16(to-1), uint16(2000), uint16(0), hidden, uint16(0))
}

// merge is a merged range as a MergeCells record has it.
func merge(fromRow, toRow, fromCol, toCol int) string {
	return fields(uint16(fromRow-1), uint16(toRow-1), uint16(fromCol-1), uint16(toCol-1))
}

// TestStructure: what stands beside the cells, in front of them and behind.
func TestStructure(t *testing.T) {
	drawing := rec(0xec, "x") + start(chart) + whole(1, 1, 0, 99) + start(chart) + rec(eof) + rec(eof)
	cells := columnsOf(2, 3, 1) + columnsOf(5, 5, 0) + columnsOf(200, 257, 1) + rowOf(1, false) + rowOf(4, true) +
		rowOf(6, true) + whole(1, 1, 0, 1) + drawing + whole(4, 4, 0, 4) + whole(6, 1, 0, 6) + whole(7, 1, 0, 7) +
		rowOf(7, true) + rowOf(6, false) +
		rec(mergedCells, uint16(2), merge(3, 5, 3, 4), merge(9, 9, 1, 1)) + rec(mergedCells, uint16(1), merge(2, 1, 2, 1))
	book, f := read(t, one("", cells), grid.DefaultLimits())
	if got := shown(book, f); got != "A1#=1 D4#=4 A6#=6 A7#=7" {
		t.Fatal(got)
	}
	g := book.Sheets[0]
	for i, hidden := range []bool{false, true, false, true} {
		if g.Rows[i].Hidden != hidden {
			t.Errorf("row %d hidden %v", g.Rows[i].Number, g.Rows[i].Hidden)
		}
	}
	const want = "[{1 1 2 2} {3 3 5 4}] map[2:true 3:true]" // the columns as far as there are cells
	if got := fmt.Sprint(g.Merges, g.HiddenCols); got != want {
		t.Error(got)
	}
	if got := g.Merged(2, 2).Text; g.File != "a.xls" || g.Sheet != "表" || g.Hidden || got != "1" {
		t.Error(g.File, g.Sheet, g.Hidden, got)
	}
}

// TestSheets: hidden sheets are read, what holds no table is left out.
func TestSheets(t *testing.T) {
	dialog := rec(wsBool, uint16(0x10))
	book, f := read(t, made("",
		part{name: "表", records: whole(1, 1, 0, 1)},
		part{name: "図", kind: 2},
		part{name: "隠", state: 1, records: whole(1, 1, 0, 2)},
		part{name: "Macro1", kind: 1},
		part{name: "深", state: 2, records: rec(wsBool, uint16(0x4c1))},
		part{name: "Module", kind: 6},
		part{name: "対話", records: dialog}), grid.DefaultLimits())
	if f != nil {
		t.Fatal(f)
	}
	var got []string
	for _, g := range book.Sheets {
		got = append(got, fmt.Sprint(g.Sheet, " ", g.Hidden, " ", len(g.Rows)))
	}
	if got := strings.Join(got, ", "); got != "表 false 1, 隠 true 1, 深 true 0" {
		t.Error(got)
	}
}

// TestRefused: what cannot be read is a finding that says what to do.
func TestRefused(t *testing.T) {
	good := one("", whole(1, 1, 0, 1))
	began := func(with string) []byte { return []byte(strings.Replace(string(good), start(worksheet), with, 1)) }
	listed := part{name: "a"}
	behind := len(start(globals)) + len(listed.listed(0)) + len(rec(eof)) // the list
	moved := func(at int) []byte {
		return []byte(start(globals) + listed.listed(at) + rec(eof) + start(worksheet) + rec(eof))
	}
	both := listed.listed(behind + len(listed.listed(0)))
	both = start(globals) + both + both + rec(eof) + start(worksheet) + rec(eof)
	for _, c := range []struct {
		name   string
		stream []byte
		want   string
	}{
		{"good", good, "A1#=1"},
		{"moved to where it is", moved(behind), ""},
		{"Excel 95", []byte(rec(bof, uint16(0x500), uint16(globals), uint32(0)) + rec(eof)), grid.CodeOldExcel},
		{"Excel 4", []byte(rec(0x409, uint16(0x400), uint16(globals))), grid.CodeOldExcel},
		{"Excel 2", []byte(rec(0x9, uint16(0x200), uint16(globals))), grid.CodeOldExcel},
		{"a sheet of Excel 95", began(rec(bof, uint16(0x500), uint16(worksheet), uint32(0), uint64(0))), grid.CodeOldExcel},
		{"a password", one(rec(filePass, uint16(1), uint64(0)), whole(1, 1, 0, 1)), grid.CodeEncrypted},
		{"no start", []byte(rec(eof)), grid.CodeUnreadable},
		{"a short start", []byte(rec(bof, uint16(0x600))), grid.CodeUnreadable},
		{"a sheet in the place of the workbook", []byte(start(worksheet) + rec(eof)), grid.CodeUnreadable},
		{"no sheets", []byte(start(globals) + rec(eof)), grid.CodeEmpty},
		{"charts only", made("", part{name: "a", kind: 2}), grid.CodeEmpty},
		{"nothing", nil, grid.CodeUnreadable},
		{"an unknown kind of sheet", made("", part{name: "a", kind: 9}), grid.CodeUnreadable},
		{"a sheet that is a chart", began(start(chart)), grid.CodeUnreadable},
		{"a sheet behind the end", moved(1 << 30), grid.CodeCutOff},
		{"a sheet in the middle of a record", moved(behind + 2), grid.CodeUnreadable},
		{"two sheets in one place", []byte(both), grid.CodeUnreadable},
		{"a short list of sheets", one(rec(boundSheet, uint32(0)), ""), grid.CodeUnreadable},
		{"a short name", one(rec(boundSheet, uint32(0), uint16(0), byte(9), wide("a")), ""), grid.CodeUnreadable},
		{"short font", one(rec(font, uint16(1)), ""), grid.CodeUnreadable},
		{"short style", one(rec(xf, uint16(1)), ""), grid.CodeUnreadable},
		{"short format", one(rec(format, uint16(1)), ""), grid.CodeUnreadable},
		{"short row", one("", rec(row, uint16(1))), grid.CodeUnreadable},
		{"short columns", one("", rec(colInfo, uint16(1))), grid.CodeUnreadable},
		{"short merges", one("", rec(mergedCells, uint16(2), merge(1, 2, 1, 2))), grid.CodeUnreadable},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, f := read(t, c.stream, grid.DefaultLimits())
			if got := shown(book, f); got != c.want {
				t.Fatalf("got %q, want %q", got, c.want)
			}
			if f != nil && slices.Contains([]string{f.Message.JA, f.Message.EN, f.Fix.JA, f.Fix.EN}, "") {
				t.Errorf("incomplete finding %+v", *f)
			}
		})
	}
	_, f := read(t, made("", part{name: "表", records: whole(1, 1, 0, 1) + whole(1, 1, 0, 1)}), grid.DefaultLimits())
	if f == nil || f.File != "a.xls" || f.Sheet != "表" || f.Range != "A1" {
		t.Errorf("the place of two cells: %+v", f)
	}
}

// TestNoPrefixIsRead: a stream that ends early is never read as a shorter one.
func TestNoPrefixIsRead(t *testing.T) {
	stream := made(table(long("氏名"))+marks,
		part{name: "a", records: shared(1, 1, 0, 0) + rowOf(1, true)}, part{name: "b", records: whole(2, 1, 0, 5)})
	if got := shown(read(t, stream, grid.DefaultLimits())); got != "A1=氏名 A2#=5" {
		t.Fatal(got)
	}
	for n := range len(stream) {
		_, err := cellsIn(t, stream[:n])
		if f, ok := errors.AsType[*grid.Fault](err); !ok || f.Code != grid.CodeCutOff {
			t.Fatalf("the first %d of %d bytes: %v", n, len(stream), err)
		}
	}
}

// TestContext: a deadline is a finding, a cancelled run an error.
func TestContext(t *testing.T) {
	stream := one("", strings.Repeat(whole(1, 1, 0, 1), 5000)) // more records than pass between two looks at the time
	late, stop := context.WithTimeout(t.Context(), 0)
	defer stop()
	_, err := biff.Open(late, stream, grid.DefaultLimits())
	if f, ok := errors.AsType[*grid.Fault](err); !ok || f.Code != grid.CodeLimit {
		t.Error("past the deadline:", err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := biff.Open(cancelled, stream, grid.DefaultLimits()); !errors.Is(err, context.Canceled) {
		t.Error("cancelled:", err)
	}
}
