package grid

import "testing"

// TestOrigins: C4 was moved from A1, D4 is held by no cell, B4 stands where it stood.
func TestOrigins(t *testing.T) {
	g := &Grid{Origins: map[[2]int][2]int{{4, 3}: {1, 1}, {4, 4}: {}}, Lines: map[int]int{4: 9}}
	for _, c := range []struct {
		cells Range
		want  string
	}{
		{Range{4, 2, 4, 4}, "B4"},
		{Range{4, 3, 4, 4}, "A1"},
		{Range{4, 4, 4, 4}, ""},
		{Range{3, 2, 4, 2}, "B3:B4"},
	} {
		if got := g.RangeRef(c.cells); got != c.want {
			t.Errorf("RangeRef(%v) = %q, want %q", c.cells, got, c.want)
		}
	}
	if g.Ref(4, 3) != "A1" || g.Ref(4, 4) != "" || g.Ref(4, 2) != "B4" || g.RowOf(4) != 9 || g.RowOf(5) != 5 {
		t.Error(g.Ref(4, 3), g.Ref(4, 4), g.Ref(4, 2), g.RowOf(4), g.RowOf(5))
	}
}
