package pdf

import "testing"

// TestLastRoom: what ends a section may come 4 points nearer to the foot than the rest, and begins a page beyond that.
func TestLastRoom(t *testing.T) {
	body := upright.bottom - upright.top
	for _, c := range []struct {
		heights []float64
		pages   int
	}{
		{[]float64{body - 10, 13}, 1},    // 3 over
		{[]float64{body - 10, 15}, 2},    // 5 over
		{[]float64{body - 10, 13, 1}, 2}, // 3 over, and not the last
	} {
		var pieces []*piece
		for _, h := range c.heights {
			pieces = append(pieces, &piece{height: h, draw: func(*canvas, float64) {}})
		}
		f := newFlow(nil)
		f.place(pieces)
		if len(f.pages) != c.pages {
			t.Errorf("%v: %d pages, want %d", c.heights, len(f.pages), c.pages)
		}
	}
}
