package grid

import (
	"math/rand/v2"
	"testing"
)

func TestColumnNames(t *testing.T) {
	for _, c := range []struct {
		col  int
		name string
		// Excel's own headings
	}{{1, "A"}, {26, "Z"}, {27, "AA"}, {52, "AZ"}, {53, "BA"}, {702, "ZZ"}, {703, "AAA"}, {16384, "XFD"}} {
		if got := ColumnName(c.col); got != c.name {
			t.Errorf("ColumnName(%d) = %s, want %s", c.col, got, c.name)
		}
		if got, ok := ParseColumn(c.name); !ok || got != c.col {
			t.Errorf("ParseColumn(%s) = %d %v, want %d", c.name, got, ok, c.col)
		}
	}
	for _, bad := range []string{"", "XFE", "AAAA", "1", "A1", "ア", "A "} {
		if col, ok := ParseColumn(bad); ok {
			t.Errorf("ParseColumn(%q) = %d, want none", bad, col)
		}
	}
}

func TestRefs(t *testing.T) {
	for _, c := range []struct {
		text     string
		row, col int
		ok       bool
	}{
		{"E17", 17, 5, true}, {"$E$17", 17, 5, true}, {"e17", 17, 5, true}, {"XFD1048576", 1048576, 16384, true},
		{"XFE1", 0, 0, false}, {"A1048577", 0, 0, false}, {"A0", 0, 0, false}, {"A01", 0, 0, false},
		{"A", 0, 0, false}, {"1", 0, 0, false}, {"", 0, 0, false}, {"A1B", 0, 0, false},
		{"A99999999999999999999", 0, 0, false},
	} {
		row, col, ok := ParseRef(c.text)
		if ok != c.ok || ok && (row != c.row || col != c.col) {
			t.Errorf("ParseRef(%q) = %d %d %v, want %d %d %v", c.text, row, col, ok, c.row, c.col, c.ok)
		}
	}
	for _, s := range []string{"E9", "E9:E22", "A1:XFD1048576"} {
		if r, ok := ParseRange(s); !ok || RangeRef(r) != s {
			t.Errorf("ParseRange(%s) = %+v %v, back %s", s, r, ok, RangeRef(r))
		}
	}
	if r, ok := ParseRange("B4:A2"); !ok || RangeRef(r) != "A2:B4" {
		t.Errorf("corners in another order: %+v %v", r, ok)
	}
	if _, ok := ParseRange("A1:"); ok {
		t.Error("ParseRange(A1:) gave a range")
	}
}

// TestRefsComeBack is the property A1 -> (row, column) -> A1, over all columns and rows at random.
func TestRefsComeBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for col := 1; col <= MaxCol; col++ {
		row := 1 + random.IntN(maxRow)
		r, c, ok := ParseRef(Ref(row, col))
		if !ok || r != row || c != col {
			t.Fatalf("%d,%d -> %s -> %d,%d %v", row, col, Ref(row, col), r, c, ok)
		}
	}
}

// TestMergeAtFindsWhatAScanFinds compares the indexed search with the plain one.
func TestMergeAtFindsWhatAScanFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	plain := &Grid{}
	for range 300 {
		row, col := 1+random.IntN(60), 1+random.IntN(60)
		plain.Merges = append(plain.Merges, Range{row, col, row + random.IntN(8), col + random.IntN(8)})
	}
	indexed := &Grid{Merges: append([]Range(nil), plain.Merges...)}
	indexed.index()
	for row := range 70 {
		for col := range 70 {
			_, want := plain.MergeAt(row, col)
			if m, got := indexed.MergeAt(row, col); got != want || got && !m.Contains(row, col) {
				t.Fatalf("MergeAt(%d, %d) = %+v %v, want %v", row, col, m, got, want)
			}
		}
	}
}
