package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/report/content"
	"pilot90/report/picture"
)

// seen is a mark of a drawing as both sides can say it: the box of an outline, or a text with the
// middle of its line where it is anchored.
type seen struct {
	Kind         string
	X, Y, W, H   float64
	Text         string
	Size, Anchor float64
	Bold, Up     bool
	Fill, Stroke string
	Line         float64
	Dash         []float64
}

func colourOf(p picture.Paint) string {
	if !p.Solid {
		return ""
	}
	return fmt.Sprintf("#%02X%02X%02X", p.R, p.G, p.B)
}

// onPaper are the marks of a picture.
func onPaper(p *picture.Picture) []seen {
	var out []seen
	for _, s := range p.Shapes {
		one := seen{Kind: "text", Text: s.Text, Size: s.Size, Anchor: s.Anchor, Bold: s.Bold, Up: s.Up,
			Fill: colourOf(s.Fill), Stroke: colourOf(s.Stroke), X: s.At.X, Y: s.At.Y - middle*s.Size}
		if s.Up {
			one.X, one.Y = s.At.X-middle*s.Size, s.At.Y
		}
		if s.Text == "" {
			b := boundsOf(s.Outline)
			one = seen{Kind: "outline", X: b.x, Y: b.y, W: b.width, H: b.height, Fill: one.Fill, Stroke: one.Stroke,
				Dash: s.Dash}
			if s.Stroke.Solid {
				one.Line = s.Line
			}
		}
		out = append(out, one)
	}
	return out
}

// boundsOf is the box around the places of an outline. Curves of this package are arcs of whole
// quarters or of rings, whose ends reach as far as any point of them.
func boundsOf(steps []picture.Step) box {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	var pen picture.Point
	meet := func(p picture.Point) {
		x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
	}
	for _, s := range steps {
		switch s.Kind {
		case picture.CurveTo:
			for i := range 21 {
				meet(onCurve(pen, s.P, float64(i)/20))
			}
			pen = s.P[2]
		case picture.MoveTo, picture.LineTo:
			meet(s.P[0])
			pen = s.P[0]
		}
	}
	return box{x0, y0, x1 - x0, y1 - y0}
}

func onCurve(from picture.Point, p [3]picture.Point, t float64) picture.Point {
	u := 1 - t
	mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
	return picture.Point{X: mix(from.X, p[0].X, p[1].X, p[2].X), Y: mix(from.Y, p[0].Y, p[1].Y, p[2].Y)}
}

// near reports whether two marks are the same but for half a unit of place.
func (a seen) near(b seen) bool {
	const half = 0.5
	close := func(p, q, by float64) bool { return math.Abs(p-q) <= by }
	if len(a.Dash) != len(b.Dash) {
		return false
	}
	for i := range a.Dash {
		if !close(a.Dash[i], b.Dash[i], 1e-6) {
			return false
		}
	}
	return a.Kind == b.Kind && a.Text == b.Text && a.Bold == b.Bold && a.Up == b.Up && a.Anchor == b.Anchor &&
		a.Fill == b.Fill && a.Stroke == b.Stroke && close(a.Size, b.Size, 1e-6) && close(a.Line, b.Line, 1e-6) &&
		close(a.X, b.X, half) && close(a.Y, b.Y, half) && close(a.X+a.W, b.X+b.W, half) && close(a.Y+a.H, b.Y+b.H, half)
}

// job is a drawing that both sides make.
type job struct {
	name  string
	chart *content.Chart
	size  Size
}

// pageJobs are the samples of every kind in print and on screens wide and narrow, light and dark, and
// charts with difficult names.
func pageJobs() []job {
	var out []job
	for _, c := range append(sampleCharts(), sampleTwoCurves(), sampleShare100(), hostileBands(), negativeBars()) {
		for _, size := range []Size{
			{Width: 482}, {Width: 900, Look: Look{Screen: true}}, {Width: 340, Look: Look{Screen: true, Dark: true}},
			{Width: 288, Look: Look{Screen: true, Lang: "en"}},
		} {
			size.Height = Height(c, size.Width, size.Look)
			out = append(out, job{fmt.Sprintf("%s at %v", c.ID, size.Width), c, size})
		}
	}
	return out
}

// onPage has ECharts lay the jobs out with our scripts, in node, and returns the marks it would paint.
func onPage(t *testing.T, jobs []job) [][]seen {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	library, err := Library()
	if err != nil {
		t.Skip(err)
	}
	measure, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	var in bytes.Buffer
	lines := json.NewEncoder(&in)
	head := map[string]any{"scripts": []string{library, Renderers()}, "palettes": json.RawMessage(Palettes())}
	var rest []any
	regular, bold := map[string]int{}, map[string]int{}
	for _, j := range jobs {
		data, err := Option(j.chart, j.size.Look)
		if err != nil {
			t.Fatal(err)
		}
		var plain any
		if err := json.Unmarshal(data, &plain); err != nil {
			t.Fatal(err)
		}
		for _, r := range fmt.Sprint(plain) + "…国" {
			regular[string(r)], bold[string(r)] = measure.Advance(r, false), measure.Advance(r, true)
		}
		rest = append(rest, map[string]any{"option": string(data), "dark": j.size.Look.Dark, "width": j.size.Width,
			"height": j.size.Height})
	}
	head["regular"], head["bold"] = regular, bold
	for _, line := range append([]any{head}, rest...) {
		if err := lines.Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(node, filepath.Join("testdata", "display.mjs"))
	cmd.Stdin, cmd.Stderr = &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	var pages [][]seen
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		var page []seen
		if err := json.Unmarshal([]byte(line), &page); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

// TestPageAndPaper: what ECharts paints on a page and what is drawn on paper are the same marks, with
// the same texts, colours and pens, within half a unit of place, in any box. The widths of characters
// are those of the built-in font on both sides; a page that lacks it measures the one it has.
func TestPageAndPaper(t *testing.T) {
	jobs := append(pageJobs(), randomJobs(100, oddWords, oddWords, oddValues, 120)...)
	pages := onPage(t, jobs)
	if len(pages) != len(jobs) {
		t.Fatalf("%d pages for %d drawings", len(pages), len(jobs))
	}
	for i, j := range jobs {
		p, err := Draw(j.chart, j.size)
		if err != nil {
			t.Fatal(err)
		}
		paper, page := onPaper(p), pages[i]
		if len(paper) != len(page) || len(paper) == 0 {
			t.Errorf("%s: %d marks on paper, %d on the page", j.name, len(paper), len(page))
		}
		for k, m := range paper {
			at := slices.IndexFunc(page, m.near)
			if at < 0 {
				t.Errorf("%s: mark %d is not on the page: %+v", j.name, k, m)
				if k < len(page) {
					t.Errorf("there is: %+v", page[k])
				}
				break
			}
			page = slices.Delete(page, at, at+1) // each counts once
		}
		if len(page) > 0 && len(paper) != len(pages[i]) {
			t.Errorf("%s: on the page alone: %+v", j.name, page[0])
		}
	}
}
