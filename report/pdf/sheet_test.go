package pdf

import (
	"strings"
	"testing"

	"pilot90/report/content"
)

func words(n int) content.Paragraph {
	return content.Paragraph{Text: strings.Repeat("文章です。", n)}
}

// A section for one page is set at the largest size at which it fits, with the head of the report
// above it; one that is far too long runs on at the smallest size and loses nothing.
func TestOnePage(t *testing.T) {
	for _, c := range []struct {
		name         string
		lines, pages int
		least, most  float64 // zoom
	}{
		{"short", 6, 1, 1, 1},
		{"a page and a bit", 29, 1, 0.84, 0.96}, // 29 × 25.4 points are as much as the body of a page has
		{"far too long", 90, 3, 0.76, 0.76},
	} {
		var lines []content.Block
		for range c.lines {
			lines = append(lines, content.Paragraph{Text: "一行。"}) // 16.4 points and 9 before
		}
		r := &content.Report{Lang: "ja", Title: "題", Meta: []content.Pair{{Label: "事業", Value: "町"}},
			Sections: []content.Section{
				{Title: "一枚", Form: content.OnePage, Blocks: lines}, {Title: "次", Blocks: []content.Block{words(3)}}}}
		d := laidOut(t, r)
		if last := d.flow.pages[len(d.flow.pages)-1]; last.sheet != upright || len(pagesOf(d, "次")) != 1 {
			t.Errorf("%s: what follows is not on a page of its own form", c.name)
		}
		if got := len(d.flow.pages) - 1; got != c.pages {
			t.Errorf("%s: %d pages, want %d", c.name, got, c.pages)
		}
		zoom := d.flow.pages[0].sheet.zoom
		if zoom < c.least || zoom > c.most {
			t.Errorf("%s: zoom %v, want %v to %v", c.name, zoom, c.least, c.most)
		}
		if zoom < 1 && fitsOnePage(d.t, r, 0, onePage(zoom+0.04), nil) {
			t.Errorf("%s: it fits at a larger zoom than %v too", c.name, zoom)
		}
		printed := 0
		for _, page := range d.flow.pages {
			for _, drawn := range page.ops {
				if o, ok := drawn.op.(textOp); ok && o.text == "一行。" {
					printed++
				}
			}
		}
		if printed != c.lines {
			t.Errorf("%s: %d lines printed, want %d", c.name, printed, c.lines)
		}
	}
}

// A later section that cannot fit one page is not set small for nothing: it flows in full size.
func TestTooLongForOnePage(t *testing.T) {
	var lines []content.Block
	for range 90 {
		lines = append(lines, content.Paragraph{Text: "一行。"})
	}
	d := laidOut(t, &content.Report{Lang: "ja", Title: "題", Sections: []content.Section{
		{Title: "前", Form: content.OnePage, Blocks: []content.Block{words(3)}},
		{Title: "長い", Form: content.OnePage, Blocks: lines}}})
	for i, page := range d.flow.pages[1:] {
		if page.sheet != upright {
			t.Errorf("page %d: zoom %v, want full size", i+2, page.sheet.zoom)
		}
	}
}

// Slides are A4 on its side, each on a page of its own, and hold the same measure as a page.
func TestSlides(t *testing.T) {
	d := laidOut(t, &content.Report{Lang: "ja", Title: "題", Marking: "内部限り", Sections: []content.Section{
		{Title: "はじめ", Blocks: []content.Block{words(2)}},
		{Title: "一枚目", Form: content.Slide, Blocks: []content.Block{words(2)}},
		{Title: "二枚目", Form: content.Slide, Blocks: []content.Block{words(2)}},
		{Title: "おわり", Blocks: []content.Block{words(2)}},
	}})
	if len(d.flow.pages) != 4 {
		t.Fatalf("%d pages, want 4", len(d.flow.pages))
	}
	for i, want := range []*sheet{upright, slide, slide, upright} {
		if d.flow.pages[i].sheet != want {
			t.Errorf("page %d has the wrong form", i+1)
		}
	}
	near := func(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }
	if !near(slide.width*slide.zoom, longSide) || !near(slide.height*slide.zoom, shortSide) ||
		!near(slide.frame().width, bodyWidth) {
		t.Errorf("slide %+v", slide)
	}
	for _, s := range []*sheet{upright, slide, onePage(0.8)} {
		if y := s.fromFoot(s.height); !near(y, 0) {
			t.Errorf("the foot of the sheet is %v points above itself", y)
		}
	}
}

// Parts that stand side by side share the measure, begin at the same height and do not overlap.
func TestBeside(t *testing.T) {
	at := upright.frame()
	halves := at.parts(content.Beside{Parts: make([][]content.Block, 2)})
	if halves[0].width != halves[1].width || halves[1].x != at.x+halves[0].width+besideGap {
		t.Errorf("halves %+v", halves)
	}
	narrow := at.parts(content.Beside{Parts: make([][]content.Block, 2), NarrowFirst: true})
	if got := narrow[1].x + narrow[1].width; got < at.x+at.width-0.01 || got > at.x+at.width+0.01 ||
		narrow[0].width >= narrow[1].width/2 {
		t.Errorf("a narrow and a wide part %+v of %+v", narrow, at)
	}
	d := laidOut(t, &content.Report{Lang: "ja",
		Sections: []content.Section{{Blocks: []content.Block{content.Beside{Parts: [][]content.Block{
			{&content.Table{Columns: []content.Column{{Head: "左"}}, Rows: [][]string{{"一"}, {"二"}}}},
			{&content.Table{Columns: []content.Column{{Head: "右"}}, Rows: [][]string{{"三"}}}},
		}}, content.Paragraph{Text: "あと"}}}}})
	places := map[string]textOp{}
	for _, drawn := range d.flow.pages[0].ops {
		if o, ok := drawn.op.(textOp); ok {
			places[o.text] = o
		}
	}
	if l, r := places["左"], places["右"]; l.y != r.y || r.x < l.x+halves[0].width {
		t.Errorf("heads at %v,%v and %v,%v", l.x, l.y, r.x, r.y)
	}
	if places["あと"].y <= places["二"].y {
		t.Error("what follows stands beside, not below")
	}
}

func TestUndrawable(t *testing.T) {
	lacking, err := Undrawable()
	if err != nil {
		t.Fatal(err)
	}
	// U+20BB7 (𠮷) is in the fallback face; U+2A6D6 (𪛖) is in none of the three.
	if got := string(lacking("𠮷野 𪛖𪛖麺 髙﨑")); got != "𪛖" {
		t.Errorf("undrawable %q, want 𪛖", got)
	}
	if got := lacking("町"); len(got) != 0 {
		t.Errorf("undrawable %q after another text", string(got))
	}
}
