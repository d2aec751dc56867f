package biff_test

import (
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
)

// The tokens of formulas that the tests use.
const (
	refB2   = "\x44\x01\x00\x01\xc0" // B2
	oneInt  = "\x1e\x01\x00"         // 1
	isBlank = "\x41\x81\x00"         // ISBLANK( )
	ifElse  = "\x42\x03\x01\x00"     // IF( , , )
	joined  = "\x08"                 // &
	plusOp  = "\x03"
	upper   = "\x41\x71\x00"     // UPPER( )
	blanks  = "\x19\x40\x00\x01" // a blank in the formula
	choose3 = "\x42\x03\x64\x00" // CHOOSE( , , )
	leftOf  = "\x42\x02\x73\x00" // LEFT( , )
	lookup  = "\x42\x03\x66\x00" // VLOOKUP( , , )
	unknown = "\x41\x99\x01"     // a function that is not in the table
	jump    = "\x19\x02\x05\x00" // from one argument of IF to behind another
	jumps   = "\x19\x04\x02\x00\x00\x00\x00\x00\x00\x00"
	refers  = "\x01\x00\x00\x00\x00" // the formula that stands at A1
)

func tokenText(s string) string { return "\x17" + string([]byte{byte(len([]rune(s)))}) + wide(s) }

func TestFormulas(t *testing.T) {
	computed := formulaCell(9, 1, 0, 1.0, "")
	text := formulaCell(1, 1, 0, special(0, 0), "")
	for _, c := range []struct{ name, cells, want string }{
		{"number", formulaCell(1, 1, 1, 45748.0, ""), "A1#d=2025-04-01"},
		{"text", text + rec(stringResult, long("結果")), "A1=結果"},
		{"text behind what the formula shares", text + rec(sharedFormula, uint64(0), uint16(0)) +
			rec(array, uint64(0), uint64(0)) + rec(stringResult, narrow("x")), "A1=x"},
		{"text in two records", text + rec(stringResult, uint16(3), byte(0), "ab") + rec(continues, byte(1), units("あ")),
			"A1=abあ"},
		{"an empty text", computed + formulaCell(1, 1, 0, special(3, 0), ""), "A9#=1"},
		{"an empty text of its own", computed + text + rec(stringResult, narrow("")), "A9#=1"},
		{"truth and error", formulaCell(1, 1, 0, special(1, 1), "") + formulaCell(1, 2, 0, special(2, 0x2a), ""),
			"A1b=TRUE B1e=#N/A"},
		{"an unknown kind of result", formulaCell(1, 1, 0, special(9, 0), ""), "C301 A1"},
		{"a text that does not come", text + rec(number, at(1, 2, 0), 2.0), "A1u==… B1#=2"},
		{"a text that does not come before the next row", text + rec(number, at(2, 2, 0), 2.0), "A1u==… B2#=2"},
		{"a text that does not come before the end", rec(number, at(1, 2, 0), 2.0) + text, "A1u==… B1#=2"},
		{"a text that nobody waits for", rec(number, at(1, 1, 0), 2.0) + rec(stringResult, long("x")), "A1#=2"},
		{"a number waits for no text", formulaCell(1, 1, 0, 5.0, "") + rec(stringResult, long("x")), "A1#=5"},
		{"cut short", rec(formula, at(1, 1, 0), uint32(0)), "C301"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, one(marks, c.cells), grid.DefaultLimits())); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestFormulasWithoutResults: libraries write 0 or an empty text into each formula and name no engine that computed.
func TestFormulasWithoutResults(t *testing.T) {
	zero, empty := formulaCell(1, 1, 0, 0.0, ""), formulaCell(1, 2, 0, special(3, 0), "")
	engine := rec(recalcID, uint32(0x1c1), uint32(0x249f1))
	for _, c := range []struct{ name, records, cells, want string }{
		{"none computed", "", zero + empty, "A1u==… B1u==…"},
		{"one computed", "", zero + empty + formulaCell(1, 3, 0, 2.0, ""), "A1#=0 C1#=2"},
		{"one error computed", "", zero + formulaCell(1, 3, 0, special(2, 7), ""), "A1#=0 C1e=#DIV/0!"},
		{"minus zero is computed", "", zero + formulaCell(1, 3, 0, "\x00\x00\x00\x00\x00\x00\x00\x80", ""), "A1#=0 C1#=0"},
		{"Excel computed", engine, zero + empty, "A1#=0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, one(c.records, c.cells), grid.DefaultLimits())); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	two := made("", part{name: "a", records: zero}, part{name: "b", records: formulaCell(1, 1, 0, 2.0, "")})
	if got := shown(read(t, two, grid.DefaultLimits())); got != "A1#=0 A1#=2" {
		t.Errorf("computed in another sheet: %s", got)
	}
}

// TestLostTexts: LibreOffice writes 0 in the place of a text that it did not compute. A formula that can give nothing
// but a text has lost it.
func TestLostTexts(t *testing.T) {
	for _, c := range []struct {
		name, tokens string
		lost         bool
	}{
		{"a text", tokenText("あ"), true},
		{"B2&1", refB2 + oneInt + joined, true},
		{"B2+1", refB2 + oneInt + plusOp, false},
		{"B2", refB2, false},
		{"UPPER(B2)", refB2 + upper, true},
		{"LEFT(B2,1)", refB2 + oneInt + leftOf, true},
		{"VLOOKUP", refB2 + refB2 + oneInt + lookup, false},
		{`IF(ISBLANK(B2),"","○")`, refB2 + isBlank + jump + tokenText("") + jump + tokenText("○") + blanks + ifElse, true},
		{`IF(ISBLANK(B2),"",1)`, refB2 + isBlank + tokenText("") + oneInt + ifElse, false},
		{`IF(B2,"○")`, refB2 + tokenText("○") + "\x42\x02\x01\x00", false},
		{`CHOOSE(B2,"a","b")`, refB2 + jumps + tokenText("a") + tokenText("b") + choose3, true},
		{`(+"a")`, tokenText("a") + "\x12\x15", true},
		{`-"1"`, tokenText("1") + "\x13", false},
		{"a sum written short", refB2 + "\x19\x10\x00\x00", false},
		{"a function that is not known", refB2 + unknown + tokenText("a") + joined, false},
		{"a token that is not known", tokenText("a") + "\x18", false},
		{"too few values", tokenText("a") + joined, false},
		{"too many values", tokenText("a") + tokenText("b"), false},
		{"cut in a text", "\x17\x09\x01a", false},
		{"no formula", "", false},
	} {
		want := "A1#=0 B1#=1"
		if c.lost {
			want = "A1u==… B1#=1"
		}
		cells := formulaCell(1, 1, 0, 0.0, c.tokens) + formulaCell(1, 2, 0, 1.0, c.tokens)
		if got := shown(read(t, one("", cells), grid.DefaultLimits())); got != want {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
	}
	kept := formulaCell(1, 1, 0, special(3, 0), tokenText("")) + formulaCell(1, 2, 0, 1.0, "")
	if got := shown(read(t, one("", kept), grid.DefaultLimits())); got != "B1#=1" {
		t.Errorf("an empty text that was kept: %q", got)
	}
	body := fields(uint16(len(tokenText("a")))) + tokenText("a")
	first, second := formulaCell(1, 1, 0, 0.0, refers), formulaCell(2, 1, 0, 0.0, refers)
	computed := formulaCell(3, 1, 0, 1.0, "")
	shares := first + rec(sharedFormula, uint64(0), body) + second + computed
	arrayed := first + rec(array, uint32(0), uint64(0), body) + computed
	for want, cells := range map[string]string{
		"A1u==… A2u==… A3#=1": shares,
		"A1u==… A3#=1":        arrayed,
		"A1#=0 A3#=1":         strings.Replace(arrayed, body, "\x09"+body[1:], 1), // longer than it is
	} {
		if got := shown(read(t, one("", cells), grid.DefaultLimits())); got != want {
			t.Errorf("shared: got %q, want %q", got, want)
		}
	}
}
