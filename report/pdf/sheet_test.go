package pdf

import (
	"strings"
	"testing"

	"pilot90/report/content"
)

func words(n int) content.Paragraph {
	return content.Paragraph{Text: strings.Repeat("文章です。", n)}
}

// A section for one page is set in full size like all others: what is too much for the page runs on, and
// nothing of it is lost.
func TestOnePage(t *testing.T) {
	var lines []content.Block
	for range 90 {
		lines = append(lines, content.Paragraph{Text: "一行。"})
	}
	d := laidOut(t, &content.Report{Lang: "ja", Title: "題", Sections: []content.Section{
		{Title: "一枚", Paging: content.OnePage, Blocks: lines}}})
	printed := 0
	for i, page := range d.flow.pages {
		if page.sheet != upright {
			t.Errorf("page %d has the wrong form", i+1)
		}
		for _, drawn := range page.ops {
			if o, ok := drawn.op.(textOp); ok && o.text == "一行。" {
				printed++
				if o.size != bodyStyle.size {
					t.Errorf("page %d: a line in %v points", i+1, o.size)
				}
			}
		}
	}
	if printed != len(lines) || len(d.flow.pages) < 2 {
		t.Errorf("%d of %d lines on %d pages", printed, len(lines), len(d.flow.pages))
	}
}

// Slides are A4 on its side, each on a page of its own, and hold the same measure as a page.
func TestSlides(t *testing.T) {
	d := laidOut(t, &content.Report{Lang: "ja", Title: "題", Marking: "内部限り", Sections: []content.Section{
		{Title: "はじめ", Blocks: []content.Block{words(2)}},
		{Title: "一枚目", Paging: content.Slide, Blocks: []content.Block{words(2)}},
		{Title: "二枚目", Paging: content.Slide, Blocks: []content.Block{words(2)}},
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
	for _, s := range []*sheet{upright, slide} {
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
