package biff_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/biff/bifftest"
	"pilot90/cohort/sheet/grid"
)

// The records that the tests write.
const (
	formula, eof, dateMode, filePass, font, continues = 0x06, 0x0a, 0x22, 0x2f, 0x31, 0x3c
	colInfo, wsBool, boundSheet, mulRK, mulBlank      = 0x7d, 0x81, 0x85, 0xbd, 0xbe
	rstring, xf, mergedCells, sst, labelSST, recalcID = 0xd6, 0xe0, 0xe5, 0xfc, 0xfd, 0x1c1
	blank, number, label, boolErr, stringResult       = 0x201, 0x203, 0x204, 0x205, 0x207
	row, array, rk, format, sharedFormula, bof        = 0x208, 0x221, 0x27e, 0x41e, 0x4bc, 0x809
	dimensions, globals, worksheet, chart             = 0x200, 0x05, 0x10, 0x20
)

// fields, rec and units write values, a record and the UTF-16 units of a text.
var fields, rec, units = bifftest.Fields, bifftest.Record, bifftest.Units

// at is the head of a cell's record.
func at(row, col, style int) string { return fields(uint16(row-1), uint16(col-1), uint16(style)) }

// wide writes a text in units of two bytes, without its length.
func wide(s string) string { return fields(byte(1)) + units(s) }

// long is a text with a length of two bytes in front.
func long(s string) string { return fields(uint16(len(utf16.Encode([]rune(s))))) + wide(s) }

// narrow is the same in units of one byte.
func narrow(s string) string {
	b := []byte{}
	for _, r := range s {
		b = append(b, byte(r))
	}
	return fields(uint16(len(b)), byte(0), b)
}

// A part is a sheet to be written.
type part struct {
	name        string
	state, kind byte
	records     string
}

// start is a BOF of Excel 2003.
func start(kind uint16) string { return rec(bof, uint16(0x600), kind, uint32(0x07cd1fa9), uint64(0)) }

// made writes a Workbook stream.
func made(records string, parts ...part) []byte {
	head := start(globals) + records
	size := len(head) + len(rec(eof))
	for _, p := range parts {
		size += len(p.listed(0))
	}
	var list, sheets string
	for _, p := range parts {
		list += p.listed(size + len(sheets))
		sheets += start(worksheet) + p.records + rec(eof)
	}
	return []byte(head + list + rec(eof) + sheets)
}

func (p part) listed(at int) string {
	return rec(boundSheet, uint32(at), p.state, p.kind, byte(len(utf16.Encode([]rune(p.name)))), wide(p.name))
}

// one is a workbook with the sheet 表.
func one(records, cells string) []byte { return made(records, part{name: "表", records: cells}) }

// table is a table of strings, each written as it stands in the table.
func table(strs ...string) string {
	return rec(sst, uint32(len(strs)), uint32(len(strs)), strings.Join(strs, ""))
}

// formatOf is a number format.
func formatOf(number uint16, code string) string { return rec(format, number, long(code)) }

// fontOf is a font, struck out or not; stylesOf the XF records with these fonts and number formats.
func fontOf(struck bool) string {
	flags := uint16(0)
	if struck {
		flags = 8
	}
	return rec(font, uint16(200), flags, uint64(0), byte(1), wide("游"))
}

func stylesOf(numbers ...int) string {
	var b strings.Builder
	for i := 0; i < len(numbers); i += 2 {
		b.WriteString(rec(xf, uint16(numbers[i]), uint16(numbers[i+1]), uint64(0), uint64(0)))
	}
	return b.String()
}

// read reads a stream in a file and fails on anything but a Book or a finding.
func read(tb testing.TB, stream []byte, limits grid.Limits) (*grid.Book, *finding.Finding) {
	tb.Helper()
	return readFile(tb, bifftest.Container(stream), limits)
}

func readFile(tb testing.TB, data []byte, limits grid.Limits) (*grid.Book, *finding.Finding) {
	tb.Helper()
	opt := sheet.Options{Context: tb.Context(), Limits: limits}
	book, findings, err := sheet.Read("a.xls", bytes.NewReader(data), int64(len(data)), opt)
	if err != nil || (book == nil) != (len(findings) == 1) {
		tb.Fatal(findings, err)
	}
	if book == nil {
		return nil, &findings[0]
	}
	return book, nil
}

// shown writes a result on one line: "A1=あ B1#=1.5" with # for a number, #d a date, #t a time, b a truth value, e an
// error, u a formula without a result and ~ or ~~ for what is struck out partly or wholly; or the code and the place of
// a refusal.
func shown(book *grid.Book, f *finding.Finding) string {
	if f != nil {
		return strings.TrimSpace(f.Code + " " + f.Range)
	}
	var out []string
	for _, g := range book.Sheets {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				out = append(out, grid.Ref(r.Number, c.Col)+mark(c.Value)+"="+strings.ReplaceAll(c.Text, "\n", "⏎"))
			}
		}
	}
	return strings.Join(out, " ")
}

func mark(v cell.Value) string {
	kind := [...]string{"!", "", "#", "b", "e", "u"}[v.Kind]
	if v.Kind == cell.Number {
		kind += [...]string{"", "d", "t"}[v.Format]
	}
	return kind + [...]string{"", "~", "~~"}[v.Strike]
}

// A formulaCell writes the record of a formula with a result of eight bytes; tokens may be empty.
func formulaCell(row, col, style int, result any, tokens string) string {
	return rec(formula, at(row, col, style), result, uint16(0), uint32(0), uint16(len(tokens)), tokens)
}

// special is a result that is no number.
func special(kind, value byte) string {
	return fields(kind, byte(0), value, byte(0), byte(0), byte(0), uint16(0xffff))
}

// whole is a cell with a whole number, shared one with an entry of the table of strings, truth one with a truth value.
func whole(row, col, style, n int) string { return rec(rk, at(row, col, style), rkWhole(n)) }

func shared(row, col, style, i int) string { return rec(labelSST, at(row, col, style), uint32(i)) }

func truth(row, col, style int, value byte) string {
	return rec(boolErr, at(row, col, style), value, byte(0))
}

// rkWhole is a whole number as an RK, rkHundredths one in hundredths.
func rkWhole(n int) uint32 { return uint32(n)<<2 | 2 }

func rkHundredths(n int) uint32 { return rkWhole(n) | 1 }
