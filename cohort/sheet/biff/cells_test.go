package biff_test

import (
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"pilot90/cohort/sheet/grid"
)

// marks are fonts, of which 1 and 6 are struck out, and styles: General, a date, a time, zeros, 千円, 57, struck out.
var marks = fontOf(false) + fontOf(true) + fontOf(false) + fontOf(false) + fontOf(false) + fontOf(true) +
	formatOf(164, `0000`) + formatOf(165, "[h]:mm") + formatOf(166, `#,##0"千円"`) +
	stylesOf(0, 0, 0, 14, 0, 165, 0, 164, 0, 166, 0, 57, 1, 0)

func TestCells(t *testing.T) {
	texts := table(long("氏名"), narrow("abc"), narrow(""), narrow("caf\u00e9"), long("𠮷"), long("a\r\nb\rc_x000D_"),
		fields(uint16(1), byte(1), uint16(0xd842)))
	for _, c := range []struct{ name, cells, want string }{
		{"shared", shared(1, 1, 0, 0) + shared(1, 2, 0, 1), "A1=氏名 B1=abc"},
		{"an empty text is a blank", shared(1, 1, 0, 2), ""},
		{"one byte a character is Latin", shared(1, 1, 0, 3), "A1=café"},
		{"two units", shared(1, 1, 0, 4), "A1=𠮷"},
		{"half of a character", shared(1, 1, 0, 6), "A1=\ufffd"},
		{"line ends, and what is an escape in XML", shared(1, 1, 0, 5), "A1=a⏎b⏎c_x000D_"},
		{"index too high", shared(2, 3, 0, 7), "C301 C2"},
		{"a text of its own", rec(label, at(1, 1, 0), long("あ")), "A1=あ"},
		{"an empty text of its own", rec(label, at(1, 1, 0), narrow("")), ""},
		{"number", rec(number, at(1, 1, 0), 0.1+0.2), "A1#=0.3"},
		{"not a number", rec(number, at(1, 1, 0), math.NaN()) + rec(number, at(1, 2, 0), math.Inf(-1)), "A1=NaN B1=-Inf"},
		{"RK whole", whole(1, 1, 0, -5), "A1#=-5"},
		{"RK in hundredths", rec(rk, at(1, 1, 0), rkHundredths(1234)), "A1#=12.34"}, // 1234 / 100
		{"RK of a floating-point number", rec(rk, at(1, 1, 0), uint32(math.Float64bits(1.5)>>32)), "A1#=1.5"},
		{"RK of the same in hundredths", rec(rk, at(1, 1, 0), uint32(math.Float64bits(150)>>32)|1), "A1#=1.5"},
		{"numbers beside each other",
			rec(mulRK, uint16(0), uint16(1), uint16(0), rkWhole(7), uint16(1), rkWhole(45748), uint16(2)),
			"B1#=7 C1#d=2025-04-01"},
		{"fewer numbers than it says", rec(mulRK, uint16(0), uint16(1), uint16(0), rkWhole(7), uint16(2)), "C301 B1"},
		{"no number at all", rec(mulRK, uint16(0), uint16(1), uint16(0)), "C301 B1"},
		{"blanks", rec(blank, at(1, 1, 0)) + rec(mulBlank, uint16(0), uint16(1), uint16(0), uint16(0), uint16(2)), ""},
		{"truth values", truth(1, 1, 0, 1) + truth(1, 2, 0, 0), "A1b=TRUE B1b=FALSE"},
		{"a truth value that is none", truth(1, 1, 0, 2), "A1=2"},
		{"errors", errorsOf(0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a, 0x2b, 0x33),
			"A1e=#NULL! B1e=#DIV/0! C1e=#VALUE! D1e=#REF! E1e=#NAME? F1e=#NUM! G1e=#N/A H1e=#GETTING_DATA I1e=#ERR51!"},
		{"date of serial 45748", whole(1, 1, 1, 45748) + rec(number, at(1, 2, 1), 45748.5),
			"A1#d=2025-04-01 B1#d=2025-04-01 12:00"},
		{"a Japanese format that is not declared", whole(1, 1, 5, 45748), "A1#d=2025-04-01"},
		{"time over a day", rec(number, at(1, 1, 2), 1.5), "A1#t=36:00"},
		{"zeros", whole(1, 1, 3, 12), "A1#=0012"},
		{"a unit in the format", whole(1, 1, 4, 30), "A1=30千円"},
		{"a style that does not exist", whole(1, 1, 999, 1), "A1#=1"},
		{"struck out", whole(1, 1, 6, 1) + shared(1, 2, 6, 0) + truth(1, 3, 6, 1), "A1#~~=1 B1~~=氏名 C1b~~=TRUE"},
		{"cells out of order", whole(1, 2, 0, 2) + whole(1, 1, 0, 1), "A1#=1 B1#=2"},
		{"rows out of order", whole(3, 1, 0, 3) + whole(1, 1, 0, 1) + whole(3, 2, 0, 4), "A1#=1 A3#=3 B3#=4"},
		{"a cell twice", whole(1, 1, 0, 1) + whole(1, 1, 0, 1), "C301 A1"},
		{"a cell twice, in two places", whole(1, 1, 0, 1) + whole(2, 1, 0, 1) + whole(1, 1, 0, 1), "C301 A1"},
		{"the last row and column", whole(65536, 256, 0, 1), "IV65536#=1"},
		{"dimensions that lie", rec(dimensions, uint64(1)<<32, uint16(0), uint16(1), uint16(0)) + whole(9, 9, 0, 1), "I9#=1"},
		{"a short cell", rec(rk, at(1, 1, 0)), "C301 A1"},
		{"a short number", rec(number, at(1, 2, 0), uint32(0)), "C301 B1"},
		{"a short place", rec(number, uint16(0)), "C301"},
		{"a short text", rec(label, at(1, 1, 0), uint16(9), byte(0), "abc"), "C301 A1"},
		{"half a unit", rec(label, at(1, 1, 0), uint16(1), byte(1), "a"), "C301 A1"},
		{"a cell of Excel 2", rec(2, uint16(0), uint16(0), uint32(0)), "C301"},
		{"a formula of Excel 4", rec(0x406, at(1, 1, 0), 1.0), "C301"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, one(texts+marks, c.cells), grid.DefaultLimits())); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func errorsOf(codes ...byte) string {
	var b strings.Builder
	for i, code := range codes {
		b.WriteString(rec(boolErr, at(1, i+1, 0), code, byte(1)))
	}
	return b.String()
}

// TestFontNumbers: there is no font 4, so that font 5 is the fifth.
func TestFontNumbers(t *testing.T) {
	fonts := strings.Repeat(fontOf(false), 3) + fontOf(true) + fontOf(true) + fontOf(false)
	cells := whole(1, 1, 0, 3) + whole(1, 2, 1, 4) + whole(1, 3, 2, 5) + whole(1, 4, 3, 6) + whole(1, 5, 4, 7)
	const want = "A1#~~=3 B1#=4 C1#~~=5 D1#=6 E1#=7"
	stream := one(fonts+stylesOf(3, 0, 4, 0, 5, 0, 6, 0, 7, 0), cells)
	if got := shown(read(t, stream, grid.DefaultLimits())); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Test1904: serials count from 1904-01-01; 44286 is 2025-04-01.
func Test1904(t *testing.T) {
	book, f := read(t, one(marks+rec(dateMode, uint16(1)), whole(1, 1, 1, 44286)), grid.DefaultLimits())
	if got := shown(book, f); got != "A1#d=2025-04-01" || !book.Sheets[0].At(1, 1).Epoch1904 {
		t.Error(got)
	}
}

// runsOf are the runs of a text: where each begins and its font.
func runsOf(runs ...uint16) string { return fields(runs) }

// TestRuns: parts of a text may be struck out. Font 1 is struck out, font 0 is not; cells of style 6 are.
func TestRuns(t *testing.T) {
	rich := func(s string, runs ...uint16) string {
		u := utf16.Encode([]rune(s))
		return fields(uint16(len(u)), byte(1|8), uint16(len(runs)/2), u, runsOf(runs...))
	}
	for _, c := range []struct {
		name, text string
		style      int
		want       string
	}{
		{"a part", rich("消す残す", 0, 1, 2, 0), 0, "A1~=消す残す"},
		{"the rest is in the format of the cell", rich("残す消す", 2, 1), 0, "A1~=残す消す"},
		{"all in runs", rich("消す消す", 0, 1, 2, 6), 0, "A1~~=消す消す"}, // font 6 is the sixth
		{"font 5 is the fifth", rich("消す残す", 0, 1, 2, 5), 0, "A1~=消す残す"},
		{"all but the end", rich("消す  ", 0, 1, 2, 0), 0, "A1~~=消す  "},
		{"a struck cell, the end not", rich("消す残す", 2, 0), 6, "A1~=消す残す"},
		{"a struck cell, nothing else", rich("消す", 0, 1), 6, "A1~~=消す"},
		{"a struck cell, runs that are not", rich("残す", 0, 0), 6, "A1=残す"},
		{"runs behind the end", rich("残す", 2, 1, 9, 1), 0, "A1=残す"},
		{"runs that go back", rich("残す消す", 2, 1, 0, 0), 0, "A1=残す消す"}, // the last begins at 2 then
		{"a font that does not exist", rich("残す", 0, 77), 0, "A1=残す"},
		{"only white space is struck", rich("残 す", 1, 1, 2, 0), 0, "A1=残 す"},
	} {
		t.Run(c.name, func(t *testing.T) {
			stream := one(table(c.text)+marks, shared(1, 1, c.style, 0))
			if got := shown(read(t, stream, grid.DefaultLimits())); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	own := rec(rstring, at(1, 1, 0), long("消す残す"), uint16(2), runsOf(0, 1, 2, 0))
	if got := shown(read(t, one(marks, own), grid.DefaultLimits())); got != "A1~=消す残す" {
		t.Error("a text of its own with runs:", got)
	}
}
