package png

import (
	"math"
	"testing"

	"pilot90/report/picture"
)

// area is the covered area in pixels.
func area(m *mask) float64 {
	sum := 0
	for _, c := range m.cover {
		sum += int(c)
	}
	return float64(sum) / 255
}

// at is the cover of a pixel of the picture, 0 outside the mask.
func (m *mask) at(x, y int) uint8 {
	x, y = x-m.left, y-m.top
	if x < 0 || y < 0 || x >= m.width || y >= m.height {
		return 0
	}
	return m.cover[y*m.width+x]
}

func rect(x, y, w, h float64) []point {
	return []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// Expected areas are worked out by hand.
func TestCover(t *testing.T) {
	hole := rect(3, 3, 2, 2)
	hole[1], hole[3] = hole[3], hole[1] // the other way round
	for _, c := range []struct {
		name     string
		polygons [][]point
		want     float64
	}{
		{"whole pixels", [][]point{rect(1, 1, 3, 2)}, 6},
		{"parts of pixels", [][]point{rect(0.25, 0.5, 1.5, 1)}, 1.5},
		{"triangle", [][]point{{{0, 0}, {8, 0}, {0, 8}}}, 32},
		{"overlap counts once", [][]point{rect(1, 1, 4, 4), rect(2, 2, 4, 4)}, 16 + 16 - 9},
		{"a hole turns the other way", [][]point{rect(1, 1, 6, 6), hole}, 36 - 4},
		{"outside is cut off", [][]point{rect(-5, -5, 7, 30)}, 2 * 20},
		{"nothing", nil, 0},
		{"beyond the edge", [][]point{rect(100, 100, 5, 5)}, 0},
	} {
		if got := area(new(filler).fill(c.polygons, 20, 20)); math.Abs(got-c.want) > 0.05 {
			t.Errorf("%s: covers %.3f pixels, want %.3f", c.name, got, c.want)
		}
	}
	m := new(filler).fill([][]point{rect(0.25, 0, 1.5, 1)}, 20, 20)
	if m.at(0, 0) != 191 || m.at(1, 0) != 191 || m.at(2, 0) != 0 || m.at(0, 5) != 0 { // three quarters of 255
		t.Errorf("cover is %v", m.cover)
	}
}

// A mask holds nothing of those made before it in the same memory.
func TestFillerIsUsedAgain(t *testing.T) {
	var f filler
	f.fill([][]point{rect(0, 0, 20, 20)}, 20, 20)
	f.fill([][]point{rect(3, 3, 9, 2)}, 20, 20)
	if got := area(f.fill([][]point{{{0, 0}, {8, 0}, {0, 8}}}, 20, 20)); math.Abs(got-32) > 0.05 {
		t.Errorf("covers %.3f pixels, want 32", got)
	}
}

func TestStroke(t *testing.T) {
	line := polyline{points: []point{{5, 5}, {15, 5}}}
	bent := polyline{points: []point{{5, 5}, {15, 5}, {15, 15}}}
	back := polyline{points: []point{{15, 15}, {15, 5}, {5, 5}}}
	box := polyline{points: rect(5, 5, 10, 10), closed: true}
	sharp := polyline{points: []point{{2, 10}, {18, 10}, {2, 10.5}}}
	for _, c := range []struct {
		name string
		s    stroke
		o    polyline
		want float64
	}{
		{"butt ends", stroke{half: 1}, line, 20},
		{"a miter fills the corner", stroke{half: 1}, bent, 20 + 20 - 1 + 1},
		{"the same the other way", stroke{half: 1}, back, 40},
		{"a closed line has four corners", stroke{half: 1}, box, 12*12 - 8*8},
		{"dashes of 3 with gaps of 2", stroke{half: 1, dash: []float64{3, 2}}, line, 2 * (3 + 3)},
		{"dashes run round corners", stroke{half: 1, dash: []float64{12, 4}}, bent, 2*12 + 2*4},
		{"a point draws nothing", stroke{half: 1}, polyline{points: []point{{3, 3}, {3, 3}}}, 0},
	} {
		if got := area(new(filler).fill(c.s.polygons([]polyline{c.o}), 20, 20)); math.Abs(got-c.want) > 0.12 {
			t.Errorf("%s: covers %.3f pixels, want %.3f", c.name, got, c.want)
		}
	}
	if m := new(filler).fill((stroke{half: 1}).polygons([]polyline{sharp}), 40, 20); m.left+m.width > 20 {
		t.Error("the corner of a sharp turn reaches beyond the miter limit")
	}
}

func TestStraighten(t *testing.T) {
	p := func(x, y float64) picture.Point { return picture.Point{X: x, Y: y} }
	got := straighten([]picture.Step{
		{Kind: picture.MoveTo, P: [3]picture.Point{p(1, 1)}}, {Kind: picture.LineTo, P: [3]picture.Point{p(2, 1)}},
		{Kind: picture.Closing},
		{Kind: picture.LineTo, P: [3]picture.Point{p(1, 3)}}, // goes on from the start
	}, 2)
	if len(got) != 2 || !got[0].closed || got[0].points[1] != (point{4, 2}) || got[1].points[0] != (point{2, 2}) ||
		got[1].points[1] != (point{2, 6}) {
		t.Errorf("got %v", got)
	}
	// A quarter of a circle of radius 10 and its corner: the area under it is 25π.
	const k = 5.522847498
	quarter := straighten([]picture.Step{{Kind: picture.MoveTo, P: [3]picture.Point{p(0, 0)}},
		{Kind: picture.LineTo, P: [3]picture.Point{p(10, 0)}},
		{Kind: picture.CurveTo, P: [3]picture.Point{p(10, k), p(k, 10), p(0, 10)}}, {Kind: picture.Closing}}, 1)
	if got := area(new(filler).fill(areas(quarter), 20, 20)); math.Abs(got-25*math.Pi) > 0.3 {
		t.Errorf("the quarter covers %.3f, want %.3f", got, 25*math.Pi)
	}
}
