package png

import (
	"bytes"
	stdpng "image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/report/content"
	"pilot90/report/content/contenttest"
)

// charts is a small one of each kind.
func charts() []*content.Chart {
	n := func(values ...float64) (out []*float64) {
		for _, v := range values {
			out = append(out, &v)
		}
		return out
	}
	two := []string{"域外の仕事", "域内"}
	series := []content.Series{{Name: "定期", Values: n(3, 5)}, {Name: "単発", Values: []*float64{new(2.0), nil}}}
	all := []*content.Chart{
		{Kind: content.Funnel, Categories: []string{"参加", "修了", "初収入"},
			Series: []content.Series{{Name: "人", Values: n(12, 11, 7), Labels: []string{"12 人", "11 人", "7 人"}}}},
		{Kind: content.Gantt, XTitle: "日", Phases: []content.Phase{{From: 1, To: 30, Label: "研修"},
			{From: 31, To: 90, Label: "OJT"}},
			Lanes: []content.Lane{{Label: "P01", Today: 50, Bars: []content.Bar{{From: 1, To: 30, Style: "training"}},
				Dots: []content.Dot{{Day: 12, Style: "income"}}}}},
		{Kind: content.TargetBar, Unit: "%", Categories: two,
			Series: []content.Series{{Name: "実績", Values: n(90, 120), Labels: []string{"90", "120"}, Target: n(100, 100)}}},
		{Kind: content.StackedBar, Categories: two, Series: series},
		{Kind: content.StepCurve, XTitle: "月",
			Curves: []content.Curve{{Name: "人", Points: []content.CurvePoint{{Time: 0, S: 1, Low: 1, High: 1},
				{Time: 3, S: 0.5, Low: 0.2, High: 0.8, Censored: 1}}, AtRisk: []content.RiskPoint{{Time: 0, N: 6}}}}},
		{Kind: content.Bands, Categories: two, Series: []content.Series{{Name: "人", Values: n(3, 5)}}},
		{Kind: content.Heatmap, Categories: []string{"月", "火"},
			Series: []content.Series{{Name: "4月", Values: n(1, 4)}, {Name: "5月", Values: []*float64{nil, new(2.0)}}}},
		{Kind: content.Line, Categories: []string{"2024", "2025"}, Series: []content.Series{{Name: "売上", Values: n(1, 2)}}},
		{Kind: content.Squares, Whole: 6, Categories: two, Series: []content.Series{{Name: "人", Values: n(6, 4)}}},
		{Kind: content.Dots, Categories: two, Series: []content.Series{{Name: "人", Values: n(6, 4)}}},
		{Kind: content.Months, Categories: two, Groups: []string{"令和7年", ""},
			Series: []content.Series{{Name: "定期", Values: n(6, 4)},
				{Name: "単発", Values: n(1, 2)}}},
		{Kind: content.MoneyBars, Unit: "万円", Categories: two, Series: []content.Series{{Name: "額", Values: n(228, 92),
			Target: n(240, 96)}}},
		{Kind: content.TargetRows, Goals: []content.Goal{{Name: "定期案件の割合", Value: "54.5", Unit: "%", Aim: "60%",
			Reached: 0.545,
			Target:  0.6, Known: true, Verdict: "5.5ポイント足りない", Basis: "6 / 11件"}}},
		{Kind: content.Multiples, Categories: two, Small: []content.Multiple{{Name: "働いた人", Value: "8人", Values: n(6, 8)}}},
		{Kind: content.GroupedBar, Categories: two, Series: series},
		{Kind: content.Limits, Unit: "人", XTitle: "終えた人", Spots: []content.Spot{{Name: "北町", Of: 8, Share: 0.5},
			{Name: "南町", Of: 40, Share: 0.9, Outside: true, Labelled: true}}, Curves: []content.Curve{{Name: "95 %",
			Points: []content.CurvePoint{{Time: 8, S: 0.8, Low: 0.5, High: 1}, {Time: 40, S: 0.8, Low: 0.65, High: 0.95}}}}},
		{Kind: content.Cycle, Phases: []content.Phase{{From: 1, To: 30, Label: "研修"}, {From: 31, To: 90, Label: "OJT"}},
			Lanes: []content.Lane{{Label: "P01", To: 50, Dots: []content.Dot{{Day: 12, Style: "trained"}}}}},
		{Kind: content.Trend, Categories: two, Series: series[:1]},
		{Kind: content.Columns, Categories: two, Series: series[:1]},
		{Kind: content.DotPairs, Unit: "%", Categories: two, Series: []content.Series{{Name: "町", Values: n(92, 83)},
			{Name: "国", Values: n(71, 27)}}, Column: &content.ValueColumn{Head: "差", Texts: []string{"+21", "+56"}}},
		{Kind: content.Lengths, Unit: "か月", Categories: two, Series: []content.Series{{Name: "長さ", Values: n(9, 5),
			Labels: []string{"9.0か月 継続中", "5.0か月 終了"}, Ended: []bool{false, true}}}},
	}
	for _, c := range all {
		c.ID, c.Title, c.Alt, c.Source = string(c.Kind), "案件にしめる定期の割合は、最初の月の 66.7 % から最後の月は 83.3 % になりました", "代わりの文 𠮷",
			"指標：定期案件の割合"
	}
	return all
}

func written(t *testing.T, c *content.Chart) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, c, "ja"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWrite: every kind gives a picture that reads back, 1600 wide, white at the edges, with ink
// inside, title and alternative text in it, and the same bytes again.
func TestWrite(t *testing.T) {
	drawn := map[content.ChartKind]bool{}
	for _, c := range charts() {
		drawn[c.Kind] = true
		data := written(t, c)
		if dir := os.Getenv("PILOT90_LOOK"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, c.ID+".png"), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(data, written(t, c)) {
			t.Errorf("%s: two runs differ", c.ID)
		}
		picture, err := stdpng.Decode(bytes.NewReader(data)) // checks every chunk's sum
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		box, dark := picture.Bounds(), 0
		for y := range box.Dy() {
			for x := range box.Dx() {
				r, g, b, a := picture.At(x, y).RGBA()
				if a != 0xFFFF {
					t.Fatalf("%s: pixel %d, %d is not opaque", c.ID, x, y)
				}
				if r+g+b < 0x8000 {
					dark++
				}
				if edge := x < 8 || y < 8 || x >= box.Dx()-8; edge && r+g+b != 3*0xFFFF {
					t.Fatalf("%s: ink at the edge, %d, %d", c.ID, x, y)
				}
			}
		}
		if box.Dx() != Width || dark < 2000 {
			t.Errorf("%s: %d wide, %d dark pixels", c.ID, box.Dx(), dark)
		}
		for _, want := range []string{
			Signature,
			"Title\x00\x00\x00\x00\x00" + c.Title,
			"Description\x00\x00\x00\x00\x00" + c.Alt,
		} {
			if !bytes.Contains(data, []byte(want)) {
				t.Errorf("%s: the file lacks %q", c.ID, want)
			}
		}
		if bytes.Contains(data, []byte("tIME")) {
			t.Errorf("%s carries a time", c.ID)
		}
	}
	for _, kind := range contenttest.Kinds(t, "../content") {
		if !drawn[kind] {
			t.Errorf("no chart of kind %s is tried", kind)
		}
	}
}

func TestGlyphs(t *testing.T) {
	f, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	g, err := f.glyphs("町", false)
	if err != nil || math.Abs(width(g)-1) > 1e-9 || len(g[0].outline) < 8 { // a kanji is one em wide
		t.Errorf("町: %d steps, %v wide (%v)", len(g[0].outline), width(g), err)
	}
	tofu, _ := f.glyphs("〓", true)
	// the second font has the first; none has the other
	for text, want := range map[string]bool{"𠮷": false, "\U000F0000": true} {
		g, err := f.glyphs(text, true)
		if err != nil {
			t.Fatal(err)
		}
		if same := len(g[0].outline) == len(tofu[0].outline); same != want {
			t.Errorf("%s is drawn as 〓: %v, want %v", text, same, want)
		}
	}
}

func TestWrap(t *testing.T) {
	f, err := loadFaces()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		room float64 // in ems
		want string
	}{
		{"短い題", 10, "短い題"},
		{"定期の案件が増えました。", 11, "定期の案件が増|えました。"}, // た。 would be alone
		{"はじめに「定期」です", 5, "はじめに|「定期」です"},      // 「 does not end one, though it would fit
		{"two words here", 5, "two|words|here"},
		{"Llanfairpwllgwyngyll", 4, "Llanfai|rpwllg|wyngyl|l"}, // a word longer than a line is cut
		{"", 5, ""},
	} {
		lines, err := f.wrap(c.text, 1, c.room)
		if got := strings.Join(lines, "|"); err != nil || got != c.want {
			t.Errorf("%s in %v ems: %s (%v), want %s", c.text, c.room, got, err, c.want)
		}
	}
	if lines, _ := f.balanced("あいうえおかきくけこさし", 1, 10); strings.Join(lines, "|") != "あいうえおか|きくけこさし" {
		t.Errorf("balanced: %v", lines)
	}
}
