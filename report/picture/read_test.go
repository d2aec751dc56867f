package picture

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// short writes steps with one decimal: "M 1 2" and so on.
func short(steps []Step) string {
	var b strings.Builder
	for _, s := range steps {
		n := map[byte]int{MoveTo: 1, LineTo: 1, CurveTo: 3, Closing: 0}[s.Kind]
		b.WriteByte(s.Kind)
		for _, p := range s.P[:n] {
			fmt.Fprintf(&b, " %g %g", math.Round(p.X*10)/10+0, math.Round(p.Y*10)/10+0)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// Expected outlines are worked out by hand from SVG 1.1, chapter 8.
func TestParsePath(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"M1 2L3 4", "M 1 2 L 3 4"},
		{"M1,2 3,4", "M 1 2 L 3 4"},              // more points after a move are lines
		{"m1 2 3 4l1-1z", "M 1 2 L 4 6 L 5 5 Z"}, // relative; "1-1" is two numbers
		{"M0 0H5V6h-1v.5.5", "M 0 0 L 5 0 L 5 6 L 4 6 L 4 6.5 L 4 7"},
		{"M0 0C1 1 2 1 3 0s2-1 3 0", "M 0 0 C 1 1 2 1 3 0 C 4 -1 5 -1 6 0"},
		{"M0 0S1 1 2 0", "M 0 0 C 0 0 1 1 2 0"},                        // nothing to mirror
		{"M0 0Q3 3 6 0T12 0", "M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0"}, // two thirds of the way to the control
		{"M1 1l1 0zl0 2", "M 1 1 L 2 1 Z L 1 3"},                       // after z the pen is at the start
		{"M1e1 0L-2e-1 2", "M 10 0 L -0.2 2"},                          //
		{"M10 0A10 10 0 0 1 0 10", "M 10 0 C 10 5.5 5.5 10 0 10"},      // a quarter: control at 0.5523 r
		{"M10 0A10 10 0 1 0 0 10", "M 10 0 C 10 -5.5 5.5 -10 0 -10 C -5.5 -10 -10 -5.5 -10 0 C -10 5.5 -5.5 10 0 10"},
		{"M0 0a0 5 0 0 1 3 3", "M 0 0 L 3 3"}, // no radius: a line
		// too small a radius grows to 5; flags without spaces
		{"M0 0A1 1 0 0110 0", "M 0 0 C 0 -2.8 2.2 -5 5 -5 C 7.8 -5 10 -2.8 10 0"},
		{"", ""},
	} {
		got, err := parsePath(c.data)
		if err != nil || short(got) != c.want {
			t.Errorf("%s: got %s (%v), want %s", c.data, short(got), err, c.want)
		}
	}
	for _, bad := range []string{"1 2", "M1", "M1 2X3", "M1 2Zz3", "M0 0A1 1 0 2 0 3 3", "M..1 1"} {
		if got, err := parsePath(bad); err == nil {
			t.Errorf("%q is read as %s", bad, short(got))
		}
	}
}

func TestParseTransform(t *testing.T) {
	for _, c := range []struct {
		text string
		want Point // where (1, 2) goes
	}{
		{"translate(10,20)", Point{11, 22}},
		{"translate(10)", Point{11, 2}},
		{"scale(2 3)", Point{2, 6}},
		{"rotate(90)", Point{-2, 1}},
		{"rotate(90 1 1)", Point{0, 1}},
		{"matrix(0,-1,1,0,5,5)", Point{7, 4}},
		{"translate(10 0) scale(2)", Point{12, 4}}, // the last is applied first
	} {
		m, err := parseTransform(c.text)
		if got := m.Apply(Point{1, 2}); err != nil || math.Hypot(got.X-c.want.X, got.Y-c.want.Y) > 1e-9 {
			t.Errorf("%s: got %v (%v), want %v", c.text, got, err, c.want)
		}
	}
	for _, bad := range []string{"skewX(3)", "scale(a)", "rotate(1", "matrix(1 2 3)"} {
		if _, err := parseTransform(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func TestParseColour(t *testing.T) {
	for text, want := range map[string]Paint{
		"none": {}, "transparent": {}, "#abc": {0xAA, 0xBB, 0xCC, 1}, "#0067A6": {0, 0x67, 0xA6, 1},
		"rgb(1, 2,3)": {1, 2, 3, 1}, "rgba(255,0,0,0.25)": {255, 0, 0, 0.25}, "white": {255, 255, 255, 1},
	} {
		if got, err := parseColour(text); err != nil || got != want {
			t.Errorf("%s: got %v (%v), want %v", text, got, err, want)
		}
	}
	for _, bad := range []string{"", "url(#a)", "#12", "papaya", "rgb(1,2)"} {
		if _, err := parseColour(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

// What the charts do not use is an error, never left out.
func TestUnknownPartsOfAPictureAreErrors(t *testing.T) {
	for _, inside := range []string{
		`<image href="a.png"/>`, `<rect width="1" height="1" fill="url(#p)"/>`, `<text><tspan>a</tspan></text>`,
		`<g clip-path="url(#no)"><rect/></g>`,
		`<rect width="x"/>`, `<path d="Q"/>`, `<use href="#a"/>`,
	} {
		if _, err := Parse([]byte(`<svg width="10" height="10">` + inside + `</svg>`)); err == nil {
			t.Errorf("%s is read", inside)
		}
	}
	for _, whole := range []string{"", "<svg>", "<svg/>", "<html/>", `<svg width="0" height="1"/>`} {
		if _, err := Parse([]byte(whole)); err == nil {
			t.Errorf("%q is read", whole)
		}
	}
}

func TestSVGStateIsHandedDown(t *testing.T) {
	d, err := Parse([]byte(`<svg width="100" height="50">` +
		`<defs><clipPath id="c"><rect x="1" y="2" width="3" height="4"/></clipPath></defs>
<g transform="translate(10 0)" fill="#010203" opacity="0.5" clip-path="url(#c)">` +
		`<rect x="1" y="1" width="2" height="2" opacity="0.5" stroke="#fff" stroke-width="3" stroke-dasharray="2,1"/></g>
<text x="5" y="10" style="font: bold 9px BIZ UDPGothic" dominant-baseline="central" text-anchor="end">語</text>` +
		`<style>x{}</style></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Shapes) != 2 {
		t.Fatalf("%d shapes", len(d.Shapes))
	}
	r, text := d.Shapes[0], d.Shapes[1]
	if r.Fill != (Paint{1, 2, 3, 0.25}) || r.Line != 3 || len(r.Dash) != 2 ||
		short(r.Outline) != "M 11 1 L 13 1 L 13 3 L 11 3 Z" || short(r.Clip) != "M 11 2 L 14 2 L 14 6 L 11 6 Z" {
		t.Errorf("rect: %+v", r)
	}
	if !text.Bold || text.Size != 9 || text.Anchor != 1 || text.Frame[4] != 5 ||
		math.Abs(text.Frame[5]-(10+0.38*9)) > 1e-9 {
		t.Errorf("text: %+v", text)
	}
}
