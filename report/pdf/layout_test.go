package pdf

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/report/content"
)

func laidOut(t *testing.T, r *content.Report) *document {
	t.Helper()
	d, err := layOut(t.Context(), setter(t), r)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// area is the rectangle that a text covers: ascent 0.88, descent 0.12 of its size.
func (o textOp) area() (x0, y0, x1, y1 float64) {
	return o.x, o.y - 0.7*o.size, o.x + o.width, o.y + 0.1*o.size
}

// No text leaves the margins, and outside charts no two texts overlap.
func TestTextStaysInItsPlace(t *testing.T) {
	r := sampleReport()
	r.Sections = append(r.Sections, content.Section{Title: strings.Repeat("長い見出し", 20), Blocks: []content.Block{
		content.Paragraph{Text: strings.Repeat("unbroken", 60), Tone: content.Bad},
		&content.Table{Columns: []content.Column{{Head: strings.Repeat("見", 40)}, {Head: "b", Align: content.Right}},
			Rows: [][]string{{strings.Repeat("x", 300), strings.Repeat("9", 90)}}},
		content.Cards{Cards: []content.Card{{Title: strings.Repeat("題", 80), Value: strings.Repeat("8", 60) + "円",
			Detail: strings.Repeat("説", 90), Known: true}, {Value: ""}}},
	}})
	d := laidOut(t, r)
	figures := map[*element]bool{}
	d.root.each(func(e *element) { figures[e] = e.kind == "Figure" })
	for n, page := range d.flow.pages {
		var texts []textOp
		for _, drawn := range page.ops {
			o, ok := drawn.op.(textOp)
			if !ok || strings.TrimSpace(o.text) == "" {
				continue
			}
			x0, y0, x1, y1 := o.area()
			if x0 < page.sheet.side-2 || x1 > page.sheet.side+bodyWidth+2 || y0 < 20 || y1 > page.sheet.height-20 {
				t.Errorf("page %d: %q leaves the page: %.0f–%.0f, %.0f–%.0f", n+1, o.text, x0, x1, y0, y1)
			}
			if !figures[drawn.of] {
				texts = append(texts, o)
			}
		}
		overlaps(t, n+1, texts)
	}
}

func overlaps(t *testing.T, page int, texts []textOp) {
	for i, a := range texts {
		for _, b := range texts[:i] {
			ax0, ay0, ax1, ay1 := a.area()
			bx0, by0, bx1, by1 := b.area()
			if ax0 < bx1-1.5 && bx0 < ax1-1.5 && ay0 < by1-0.5 && by0 < ay1-0.5 {
				t.Errorf("page %d: %q and %q overlap", page, a.text, b.text)
			}
		}
	}
}

func (e *element) each(visit func(*element)) {
	visit(e)
	for _, kid := range e.kids {
		kid.each(visit)
	}
}

// pagesOf returns the pages that carry a text, from 1.
func pagesOf(d *document, text string) []int {
	var out []int
	for n, page := range d.flow.pages {
		for _, drawn := range page.ops {
			if o, ok := drawn.op.(textOp); ok && drawn.of != nil && o.text == text {
				out = append(out, n+1)
			}
		}
	}
	return out
}

// Wherever the break of the page falls, a heading stands on the page of what it heads.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	for filler := range 45 {
		var lines []content.Block
		for range filler {
			lines = append(lines, content.Paragraph{Text: "一行。"})
		}
		for name, block := range map[string]content.Block{
			"本文": content.Paragraph{Text: "本文"},
			"行頭": &content.Table{Caption: "表題", Columns: []content.Column{{Head: "列"}}, Rows: [][]string{{"行頭"}, {"二"}, {"三"}}},
			"値":  content.Cards{Cards: []content.Card{{Title: "題", Value: "値"}}},
			"項目": content.List{Items: []string{"項目"}},
		} {
			d := laidOut(t, &content.Report{Lang: "ja",
				Sections: []content.Section{{Blocks: lines}, {Title: "見出し", Blocks: []content.Block{block}}}})
			if a, b := pagesOf(d, "見出し"), pagesOf(d, name); len(a) != 1 || len(b) != 1 || a[0] != b[0] {
				t.Errorf("%d lines before: heading on %v, %s on %v", filler, a, name, b)
			}
		}
	}
}

// A long table has its head on every page, no row stands on two pages, and all rows are
// there.
func TestTableOverPages(t *testing.T) {
	table := taskTable()
	d := laidOut(t, &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: []content.Block{table}}}})
	if len(d.flow.pages) < 2 {
		t.Fatalf("%d pages; the table is too short for this test", len(d.flow.pages))
	}
	for n, page := range d.flow.pages {
		heads := 0
		for _, drawn := range page.ops {
			if o, ok := drawn.op.(textOp); ok && o.text == "案件名" {
				heads++
			}
		}
		if heads != 1 {
			t.Errorf("page %d has %d table heads", n+1, heads)
		}
	}
	for _, row := range table.Rows {
		if first, last := pagesOf(d, row[0]), pagesOf(d, row[6]); len(first) != 1 || len(last) != 1 || first[0] != last[0] {
			t.Errorf("row %s: begins on page %v, ends on %v", row[0], first, last)
		}
	}
}

// A row taller than a page is the one that is split, and nothing of it is lost.
func TestRowTallerThanAPage(t *testing.T) {
	var long strings.Builder
	for i := range 400 {
		fmt.Fprintf(&long, "第%d項。\n", i)
	}
	d := laidOut(t, &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: []content.Block{
		&content.Table{Columns: []content.Column{{Head: "列"}}, Rows: [][]string{{"前"}, {long.String()}, {"後"}}},
	}}}})
	for i := range 400 {
		if text := fmt.Sprintf("第%d項。", i); len(pagesOf(d, text)) != 1 {
			t.Fatalf("%s is on pages %v", text, pagesOf(d, text))
		}
	}
}

// Numbers end at the same place, whatever their length.
func TestNumbersAreAlignedAtTheRight(t *testing.T) {
	d := laidOut(t, &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: []content.Block{
		&content.Table{Columns: []content.Column{{Head: "名"}, {Head: "数", Align: content.Right}},
			Rows: [][]string{{"a", "1,234"}, {"b", "5"}, {"c", "△12"}}},
	}}}})
	ends := map[string]float64{}
	for _, drawn := range d.flow.pages[0].ops {
		if o, ok := drawn.op.(textOp); ok {
			ends[o.text] = o.x + o.width
		}
	}
	for _, text := range []string{"5", "△12"} {
		if diff := ends[text] - ends["1,234"]; diff > 0.01 || diff < -0.01 || ends[text] == 0 {
			t.Errorf("%s ends at %.2f, 1,234 at %.2f", text, ends[text], ends["1,234"])
		}
	}
}

func TestColumnWidths(t *testing.T) {
	for _, c := range []struct {
		name  string
		asked []demand
		total float64
		want  []float64
	}{
		{"all fit and grow alike, 300 = 1.5 × 200", []demand{{10, 100}, {10, 100}}, 300, []float64{150, 150}},
		{"growth stops at 1.9 times", []demand{{10, 50}, {10, 50}}, 1000, []float64{95, 95}},
		{"modest columns first, the long one gets the rest", []demand{{20, 40}, {50, 900}}, 300, []float64{40, 260}},
		{"two long ones share 260 as 1 : 3", []demand{{20, 40}, {50, 400}, {50, 1200}}, 300, []float64{40, 65, 195}},
		{"a need is met from the slack of others", []demand{{100, 400}, {10, 1200}}, 300, []float64{100, 200}},
	} {
		got := columnWidths(make([]content.Column, len(c.asked)), c.asked, c.total)
		for i := range got {
			if diff := got[i] - c.want[i]; diff > 0.01 || diff < -0.01 {
				t.Errorf("%s: got %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
	// given widths: 1 and 3, and none counts as the average 2: of 600 that is 100, 200, 300
	got := columnWidths([]content.Column{{Width: 1}, {}, {Width: 3}}, make([]demand, 3), 600)
	if fmt.Sprint(got) != "[100 200 300]" {
		t.Errorf("given widths: %v", got)
	}
}

func TestSplitUnit(t *testing.T) {
	for _, c := range [][3]string{
		{"58.3%", "58.3", "%"}, {"7人", "7", "人"}, {"△1,200円", "△1,200", "円"}, {"―", "―", ""}, {"", "", ""},
		{"5.2か月", "5.2", "か月"}, {"12", "12", ""}, {"x", "x", ""},
	} {
		if number, unit := splitUnit(c[0]); number != c[1] || unit != c[2] {
			t.Errorf("%q: got %q and %q", c[0], number, unit)
		}
	}
}

// Every mark on every page belongs to an element of the tree, figures have a text in place,
// and the rows of a table have the same number of cells.
func TestStructureIsWhole(t *testing.T) {
	d := laidOut(t, sampleReport())
	_, owners, err := render(d)
	if err != nil {
		t.Fatal(err)
	}
	inTree := map[*element]bool{}
	d.root.each(func(e *element) {
		inTree[e] = true
		if e.kind == "Figure" && (e.alt == "" || e.bounds == nil) {
			t.Error("a figure has no text or no place")
		}
		if e.kind == "Table" {
			sameWidth(t, e)
		}
	})
	for page, marks := range owners {
		for _, e := range marks {
			if !inTree[e] {
				t.Errorf("page %d: a mark of %s belongs to no element of the tree", page+1, e.kind)
			}
		}
	}
}

func sameWidth(t *testing.T, table *element) {
	width := 0
	for _, row := range table.kids {
		n := 0
		for _, cell := range row.kids {
			n += max(1, cell.span)
		}
		if row.kind != "TR" {
			continue
		}
		if width == 0 {
			width = n
		}
		if n != width {
			t.Errorf("rows of %d and %d cells in one table", width, n)
		}
	}
}
