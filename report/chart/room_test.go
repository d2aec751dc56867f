package chart

import (
	"math"
	"testing"

	"pilot90/report/picture"
)

// inkBox is where the letters of a text can be: 0.74 of its size above the baseline, 0.1 below.
func inkBox(f faces, s picture.Shape) box {
	w := f.width(s.Text, s.Size, s.Bold)
	if s.Up {
		return box{s.At.X - 0.74*s.Size, s.At.Y - (1-s.Anchor)*w, 0.84 * s.Size, w}
	}
	return box{s.At.X - s.Anchor*w, s.At.Y - 0.74*s.Size, w, 0.84 * s.Size}
}

// TestTextsHaveRoom: in no drawing, of any width, do two texts meet or does one leave the box, and on
// paper none is smaller than 8 points.
func TestTextsHaveRoom(t *testing.T) {
	f, err := loadFaces()
	if err != nil {
		t.Skip(err)
	}
	for _, j := range append(pageJobs(), randomJobs(800, plainWords, units, plainValues, 280)...) {
		if setInColumns[j.chart.Kind] && j.size.Width < columnsNeed*j.size.Look.em() {
			continue
		}
		p, err := Draw(j.chart, j.size)
		if err != nil {
			t.Fatal(err)
		}
		var boxes []box
		var texts []string
		for _, s := range p.Shapes {
			if s.Text == "" {
				continue
			}
			b := inkBox(f, s)
			if s.Size < 8 {
				t.Errorf("%s: %q is set in %v", j.name, s.Text, s.Size)
			}
			if slack := math.Max(math.Max(-b.x, -b.y), math.Max(b.x+b.width-p.Width, b.y+b.height-p.Height)); slack > 0.5 {
				t.Errorf("%s: %q leaves the box by %.1f", j.name, s.Text, slack)
			}
			for i, other := range boxes {
				if b.meets(other) {
					t.Errorf("%s: %q and %q meet", j.name, s.Text, texts[i])
				}
			}
			boxes, texts = append(boxes, b), append(texts, s.Text)
		}
	}
}
