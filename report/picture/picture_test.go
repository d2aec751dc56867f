package picture

import (
	"math"
	"strings"
	"testing"
)

// data are steps as SVG writes them.
func data(steps []Step) string {
	p := &Picture{Shapes: []Shape{{Outline: steps}}}
	_, after, _ := strings.Cut(string(p.SVG("")), ` d="`)
	d, _, _ := strings.Cut(after, `"`)
	return d
}

// Expected outlines are worked out by hand; a quarter of a circle has its control points at 0.5523 r.
func TestOutlines(t *testing.T) {
	for _, c := range []struct {
		name, want string
		steps      []Step
	}{
		{"box", "M1 2L4 2L4 6L1 6Z", Box(1, 2, 3, 4, 0)},
		{"open line", "M0 0L1.5 -2", Through([]Point{{0, 0}, {1.5, -2}}, false)},
		{"no line", "", Through(nil, true)},
		{"circle", "M10 0C10 5.52 5.52 10 0 10C-5.52 10 -10 5.52 -10 0C-10 -5.52 -5.52 -10 0 -10C5.52 -10 10 -5.52 10 0Z",
			Circle(Point{}, 10)},
	} {
		if got := data(c.steps); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := data(Box(0, 0, 10, 6, 2)); !strings.HasPrefix(got, "M8 0C9.1 0 10 0.9 10 2L10 4C10 5.1 9.1 6 8 6L2 6") {
		t.Errorf("rounded box: %s", got)
	}
}

func TestMapped(t *testing.T) {
	twice := Mapped(Box(1, 2, 3, 4, 0), func(p Point) Point { return Point{2 * p.X, 2 * p.Y} })
	if got := data(twice); got != "M2 4L8 4L8 12L2 12Z" {
		t.Errorf("got %s", got)
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 1.5: "1.5", 1.239: "1.24", 100: "100", -0.001: "0", math.Copysign(0, -1): "0", 0.05: "0.05",
	} {
		if got := Number(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

func TestSVG(t *testing.T) {
	blue := Paint{0x0B, 0x4C, 0x8C, true}
	p := &Picture{Width: 10, Height: 5.25, Shapes: []Shape{
		{Outline: Box(0, 0, 1, 1, 0), Fill: blue},
		{Outline: Through([]Point{{0, 0}, {2, 0}}, false), Stroke: blue, Line: 0.5, Dash: []float64{1, 0.25}},
		{Text: "a<b&\x01", At: Point{1, 2}, Anchor: 0.5, Size: 9, Bold: true, Fill: blue},
		{Text: "up", At: Point{1, 2}, Anchor: 1, Size: 9, Up: true, Fill: blue},
	}}
	want := `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5.25" viewBox="0 0 10 5.25" ` +
		`font-family="&#39;X&#39;,Y">
<path d="M0 0L1 0L1 1L0 1Z" fill="#0b4c8c"/>
<path d="M0 0L2 0" fill="none" stroke="#0b4c8c" stroke-width="0.5" stroke-dasharray="1 0.25"/>
<text x="1" y="2" font-size="9" font-weight="bold" text-anchor="middle"` +
		` fill="#0b4c8c">a&lt;b&amp;` + "\uFFFD" + `</text>
<text transform="translate(1 2) rotate(-90)" font-size="9" text-anchor="end" fill="#0b4c8c">up</text>
</svg>
`
	if got := string(p.SVG("'X',Y")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
