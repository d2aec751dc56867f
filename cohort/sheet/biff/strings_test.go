package biff_test

import (
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
)

// TestStringsInPieces cuts one table of strings at every place where a program may begin a CONTINUE record: inside a
// text at each character, which begins anew with its flags, and between or inside the numbers around it.
func TestStringsInPieces(t *testing.T) {
	runs, reading := runsOf(0, 1, 2, 0), "\x01\x00\x06\x00サトウ"
	first := fields(uint16(4), byte(1|4|8), uint16(2), uint32(len(reading)))
	pieces := []string{first, units("消す残す"), runs, reading, long("次"), narrow("end")}
	whole := fields(uint32(9), uint32(3)) + strings.Join(pieces, "")
	text := 8 + len(first) // where the characters of the first string begin
	cells := shared(1, 1, 0, 0) + shared(1, 2, 0, 1) + shared(1, 3, 0, 2)
	const want = "A1~=消す残す B1=次 C1=end"
	check := func(cut int, behind string) {
		t.Helper()
		records := rec(sst, whole[:cut]) + rec(continues, behind) + marks
		if got := shown(read(t, one(records, cells), grid.DefaultLimits())); got != want {
			t.Errorf("cut at %d: got %q, want %q", cut, got, want)
		}
	}
	check(len(whole), "")
	for cut := 8; cut < text; cut++ {
		check(cut, whole[cut:])
	}
	for cut := text; cut < text+len(units("消す残す")); cut += 2 {
		check(cut, "\x01"+whole[cut:])
	}
	for cut := text + len(units("消す残す")); cut <= len(whole)-len(long("次"))-len(narrow("end")); cut++ {
		check(cut, whole[cut:])
	}
}

// oneString is a table with one string of n units, as far as it is given.
func oneString(n uint16, flags byte, text string) string {
	return rec(sst, uint64(1)<<32, n, flags, text)
}

// TestWidthChanges: a text may go on in units of another width, and through records that hold nothing.
func TestWidthChanges(t *testing.T) {
	cells := shared(1, 1, 0, 0)
	for _, c := range []struct{ name, records, want string }{
		{"from one byte to two", oneString(4, 0, "ab") + rec(continues, byte(1), units("あい")), "A1=abあい"},
		{"from two bytes to one", oneString(4, 1, units("あい")) + rec(continues, byte(0), "ab"), "A1=あいab"},
		{"through an empty record", oneString(4, 0, "ab") + rec(continues) + rec(continues, byte(0), "cd"), "A1=abcd"},
		{"no record behind", oneString(4, 0, "ab"), "C301"},
		{"fewer strings than it says", rec(sst, uint64(2)<<32, narrow("ab")), "C301"},
		{"more strings than it says", rec(sst, uint64(1)<<32, narrow("ab"), narrow("cd")), "A1=ab"},
		{"a character cut in two", rec(sst, uint64(1)<<32, uint16(2), byte(1), "abc") + rec(continues, byte(1), "d"), "C301"},
		{"a reading longer than the file", rec(sst, uint64(1)<<32, uint16(1), byte(4), uint32(1<<31), "a"), "C301"},
		{"runs behind the file", rec(sst, uint64(1)<<32, uint16(1), byte(8), uint16(9), "a"), "C301"},
		{"no table", "", "C301 A1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, one(c.records, cells), grid.DefaultLimits())); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	long := strings.Repeat("あ", 4000)
	cell := rec(label, at(1, 1, 0), uint16(8000), byte(1), units(long)) + rec(continues, byte(1), units(long))
	if got := shown(read(t, one("", cell), grid.DefaultLimits())); got != "A1="+long+long {
		t.Error("a long text of its own is cut")
	}
}
