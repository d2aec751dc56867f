package deck

import (
	"slices"
	"strings"
	"testing"

	"pilot90/report/content"
)

// area is where an item is, without its room for writing on.
type area struct {
	x, y, w, h float64
	what       string
}

// areas are those of the texts and charts of a page: of a text that of its letters.
func areas(m *measurer, p *Page) []area {
	var out []area
	for _, item := range p.Items {
		switch item := item.(type) {
		case Text:
			for i, line := range item.Lines {
				w, size := 0.0, 0.0
				for _, r := range line.Runs {
					w, size = w+m.width(r.Text, style{size: r.Size, bold: r.Bold}), max(size, r.Size)
				}
				x := item.X
				if item.Right {
					x += item.W - w
				}
				out = append(out, area{x, item.Baseline(i) - 0.8*size, w, 0.9 * size, line.String()})
			}
		case Chart:
			out = append(out, area{item.X, item.Y, item.W, item.H, "chart " + item.Chart.ID})
		}
	}
	return out
}

// Faults are texts and charts of a page that leave its margins, or that meet.
func faults(m *measurer, p *Page) []string {
	var out []string
	all := areas(m, p)
	for i, a := range all {
		if a.x < side-0.5 || a.x+a.w > Width-side+0.5 || a.y < top-8 || a.y+a.h > Height-6 {
			out = append(out, a.what+" leaves the margins")
		}
		for _, b := range all[:i] {
			if a.x+1 < b.x+b.w && b.x+1 < a.x+a.w && a.y+1 < b.y+b.h && b.y+1 < a.y+a.h {
				out = append(out, a.what+" meets "+b.what)
			}
		}
	}
	return out
}

// hostile is a text that is far too long, in words that cannot be broken or in none.
func hostile(n int) string {
	return strings.Repeat("とても長い名前の事業", n) + strings.Repeat("Llanfairpwllgwyngyllgogerychwyrndrobwll", n) +
		"<b>&\"'\x00\u202e"
}

// TestHostileSlides: whatever names are in a ledger, nothing leaves the margins of its slide and nothing meets.
func TestHostileSlides(t *testing.T) {
	m, err := newMeasurer()
	if err != nil {
		t.Skip(err)
	}
	long := hostile(6)
	bar := &content.Chart{ID: "bars", Kind: content.MoneyBars, Categories: []string{long, "b"}, Unit: "円",
		Series: []content.Series{{Name: long, Values: []*float64{new(1e12), new(0.0)}, Labels: []string{long, ""}}}}
	gauge := content.Gauge{Title: long, Number: "123,456,789,012,345", Unit: "円/時", Detail: long, Verdict: long,
		Tone: content.Watch, Measured: true, Aims: true, Value: 1e9, Target: 1}
	table := &content.Table{Caption: long, Columns: []content.Column{{Head: long}, {Head: "x", Align: content.Right}}}
	for range 40 {
		table.Rows = append(table.Rows, []string{long, hostile(1)})
	}
	item := content.Pair{Label: long, Value: long}
	r := &content.Report{Owner: long, Draft: "下書き", Marking: "内部限り", Sections: []content.Section{
		{Slide: &content.SlideParts{Cover: true, Kicker: long, Title: long, Lead: []string{long, long},
			Small: []string{long, long}}},
		{Title: long, Slide: &content.SlideParts{Gauges: []content.Gauge{gauge, gauge, gauge}, Foot: long}},
		{Title: long, Slide: &content.SlideParts{Chart: bar, Subtitle: long, Lead: []string{long}, Foot: long,
			Side: []content.Side{{Label: long, Number: "123,456,789円", Remark: long, Squares: bar},
				{Label: long, Ruled: true}}}},
		{Title: "t", Slide: &content.SlideParts{Lists: []content.SlideList{
			{Title: long, Items: []content.Pair{item, item, item}}, {Title: long, Items: []content.Pair{item}}}}},
		{Title: "t", Blocks: []content.Block{content.Paragraph{Text: hostile(40)}, table, bar,
			content.Cards{Cards: []content.Card{{Title: long, Value: long, Detail: long, Target: long}}},
			content.List{Items: []string{long}}}},
	}}
	pages, err := LayOut(r)
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) < 12 { // a table of 40 rows of six lines goes over several
		t.Errorf("%d pages", len(pages))
	}
	for i := range pages {
		for _, f := range faults(m, &pages[i]) {
			t.Errorf("page %d: %.160s", i+1, f)
		}
		if strings.ContainsAny(pages[i].Title, "\x00\u202e\n") {
			t.Errorf("page %d: the title is not clean", i+1)
		}
	}
}

// TestPhrased: a title of two lines is broken where a reader pauses.
func TestPhrased(t *testing.T) {
	m, err := newMeasurer()
	if err != nil {
		t.Skip(err)
	}
	for text, want := range map[string][]string{
		"続いている定期の契約は、2件から5件に増えた。\n1年の契約全体では11件中6件（54.5%）にとどまる。": {"続いている定期の契約は、2件から5件に増えた。",
			"1年の契約全体では11件中6件（54.5%）にとどまる。"},
		"費用は419万円。初めて収入を得た住民1人あたり52万円で、54.5%は伴走の費用だった。": {"費用は419万円。初めて収入を得た住民1人あたり52万円で、",
			"54.5%は伴走の費用だった。"},
		"短い題。": {"短い題。"},
	} {
		var got []string
		for _, l := range m.headline(text, titleStyle, measure).Lines {
			got = append(got, l.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
