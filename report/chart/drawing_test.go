package chart

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"pilot90/report/content"
	"pilot90/report/content/contenttest"
)

// sampleDrawings draws every sample chart once for all tests.
var sampleDrawings = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, c := range append(sampleCharts(), sampleTwoCurves(), sampleShare100()) {
		svg, err := SVG(c, Size{Width: 482})
		if err != nil {
			out[c.ID] = err.Error()
			continue
		}
		out[c.ID] = string(svg)
	}
	return out
})

func draw(t *testing.T, c *content.Chart, look Look) string {
	t.Helper()
	svg, err := SVG(c, Size{Width: 482, Look: look})
	if err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	return string(svg)
}

// texts returns the text elements of a drawing in order; a malformed drawing fails the test.
func texts(t *testing.T, svg string) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(svg))
	inside := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local == "text"
			if inside {
				out = append(out, "")
			}
		case xml.CharData:
			if inside {
				out[len(out)-1] += string(token)
			}
		case xml.EndElement:
			inside = false
		}
	}
}

func TestEveryKindIsDrawn(t *testing.T) {
	var tried, painted []content.ChartKind
	for _, c := range sampleCharts() {
		tried = append(tried, c.Kind)
	}
	for _, p := range painters {
		painted = append(painted, p.kind)
	}
	if kinds := contenttest.Kinds(t, "../content"); !slices.Equal(tried, kinds) || !slices.Equal(painted, kinds) {
		t.Errorf("kinds are %v, samples have %v, painters %v", kinds, tried, painted)
	}
}

// The words each drawing must show: values as given in the sample, labels of axes and legend.
func TestTextOfDrawings(t *testing.T) {
	want := map[string][]string{
		"funnel":  {"研修修了", "12人　100 %", "4人　33.3 %", "データなし"},
		"gantt":   {"青山 はるか", "研修 1–30日", "90", "初収入", "基準日", "遅れ", "注意", "離脱後", "開始からの日数"},
		"ten":     {"候補者", "12人", "目標 10件", "データなし"},
		"months":  {"4月", "定期", "単発", "売上（千円）", "データなし", "430", "300"}, // 300 + 130 = 430
		"curve":   {"95％信頼区間", "継続中（ここまで観察）", "観察中の数", "11", "100％", "契約の開始から（か月）"},
		"curves":  {"第1期", "第2期"},
		"bands":   {"0円", "データなし", "人数", "月の収入"},
		"heat":    {"月", "≤ 12時間", "データなし", "週のはじまり"},
		"years":   {"令和5年度", "データなし", "364", "目標 300万円", "ワーカーへの支払い"},
		"share":   {"定期", "7件　58.3 %", "5件　41.7 %"},
		"targets": {"目標", "3.2 か月（目標 6 か月）", "目標に対する達成（目標 = 100 %）"},
		"groups":  {"第1期", "計画", "データなし", "定着"},
	}
	for _, c := range append(sampleCharts(), sampleTwoCurves(), sampleShare100()) {
		t.Run(c.ID, func(t *testing.T) {
			got := texts(t, sampleDrawings()[c.ID])
			for _, w := range want[c.ID] {
				if !slices.Contains(got, w) {
					t.Errorf("%q is not in %q", w, got)
				}
			}
		})
	}
}

// The second round also comes in another order: a drawing must not depend on those before it.
func TestSameBytesTwice(t *testing.T) {
	drawings := sampleDrawings()
	charts := sampleCharts()
	slices.Reverse(charts)
	for _, c := range charts {
		if draw(t, c, Look{}) != drawings[c.ID] {
			t.Errorf("%s differs between two runs", c.ID)
		}
	}
}

func TestTextIsEscaped(t *testing.T) {
	c := sampleBands()
	hostile := `</text><script>alert(1)</script>&"'{b}{c|d}`
	c.Categories = []string{hostile, "a\u2028b"}
	c.Series = []content.Series{{Name: hostile, Values: values(1, 2), Labels: []string{hostile, "2"}}}
	svg := draw(t, c, Look{})
	if strings.Contains(svg, "<script") {
		t.Fatalf("markup of a name came through: %s", svg)
	}
	texts(t, svg) // fails when it is not well-formed
}

func TestErrors(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]*content.Chart{
		"unknown kind": {ID: "x", Kind: "pie"},
		"too many values": {ID: "x", Kind: content.Bands, Categories: []string{"a"},
			Series: []content.Series{{Values: values(1, 2)}}},
		"not a number": {ID: "x", Kind: content.Bands, Categories: []string{"a"},
			Series: []content.Series{{Values: []*float64{&nan}}}},
		"not a number (S)": {ID: "x", Kind: content.StepCurve,
			Curves: []content.Curve{{Points: []content.CurvePoint{{Time: 0, S: nan}}}}},
		"not a number, mark": {ID: "x", Kind: content.Line, Marks: []content.Mark{{Axis: "y", Value: math.Inf(1)}}},
	} {
		if _, err := SVG(c, Size{Width: 400}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A chart without anything in it says so and is no error: an empty ledger is not a broken one.
func TestNothingToDraw(t *testing.T) {
	for _, p := range painters {
		kind := p.kind
		c := &content.Chart{ID: "empty", Kind: kind}
		if got := wordsDrawn(t, c); !slices.Contains(got, "データなし") {
			t.Errorf("%s: %q", kind, got)
		}
	}
	en := &content.Chart{ID: "empty", Kind: content.Funnel}
	if got := texts(t, draw(t, en, Look{Lang: "en"})); !slices.Contains(got, "no data") {
		t.Errorf("English: %q", got)
	}
}

// wordsDrawn are the texts of the marks of c, without running the drawing.
func wordsDrawn(t *testing.T, c *content.Chart) []string {
	t.Helper()
	p, err := painterOf(c.Kind)
	if err != nil {
		t.Fatal(err)
	}
	cv := newCanvas(c, Look{}, light)
	p.paint(cv)
	var out []string
	for _, m := range cv.marks {
		if m.Kind == "text" {
			out = append(out, m.Text)
		}
	}
	return out
}

// A missing value is words, never a bar or a number: the drawing of nil must differ from that of 0.
func TestMissingIsNotZero(t *testing.T) {
	for _, kind := range []content.ChartKind{
		content.Funnel, content.TargetBar, content.StackedBar, content.Bands, content.GroupedBar, content.Line,
	} {
		with := func(v ...any) []string {
			c := &content.Chart{ID: "x", Kind: kind, Categories: []string{"甲", "乙"},
				Series: []content.Series{{Name: "系列", Values: values(v...)}}}
			return wordsDrawn(t, c)
		}
		missing, zero := with(5, nil), with(5, 0)
		if !slices.Contains(missing, "データなし") || slices.Contains(zero, "データなし") {
			t.Errorf("%s: missing %q, zero %q", kind, missing, zero)
		}
		if !slices.Contains(zero, "0") {
			t.Errorf("%s: a zero shows no 0: %q", kind, zero)
		}
	}
}

// Nothing in an option is a function or names one in JavaScript: it is data.
func TestOptionIsData(t *testing.T) {
	for _, c := range sampleCharts() {
		data, err := Option(c, Look{Screen: true})
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(data) || bytes.Contains(data, []byte("function")) || bytes.Contains(data, []byte("__f__")) {
			t.Errorf("%s: not plain data", c.ID)
		}
		again, _ := Option(c, Look{Screen: true})
		if !bytes.Equal(data, again) {
			t.Errorf("%s: option differs between two runs", c.ID)
		}
	}
}

// A chart beside a figure is never taller than another one, and low where its rows and names let it.
func TestLowCharts(t *testing.T) {
	for _, c := range sampleCharts() {
		low := *c
		low.Low = true
		if got, natural := Height(&low, 330, Look{}),
			Height(c, 330, Look{}); got > natural || len(c.Lanes)+len(c.Categories) < 6 && got > (lowest+2)*printEm {
			t.Errorf("%s: height %v beside a figure, %v else", c.ID, got, natural)
		}
	}
}
