package chart

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pilot90/report/content"
)

var oddWords = []string{
	"", " ", "定期", "10時間に届いた案件", "5,001〜29,999円", "とても長い名前の事業（第2期・週3日）", "word by word", "Llanfairpwllgwyngyll",
	"改行\nあり", "שלום עולם", "مرحبا 12", "👩‍👩‍👧‍👦", "葛\U000E0100城市", "か\u3099", "\u202eabc", "\x00\x1b[31m", "<b>&\"'",
	strings.Repeat("長", 300), strings.Repeat("a", 300), "\xff\xfe", "{b}", "0", "−1",
}

var oddValues = []any{0, 1, 2, 3, 7, 12, 100, 0.5, 1.0 / 3, 1e-9, 1e6, 123456789, -4, -0.25, nil, nil}

// What towns write.
var (
	plainWords = []string{"定期", "10時間に届いた案件", "5,001〜29,999円", "とても長い名前の事業（第2期・週3日）", "4月", "令和7年度", "初収入",
		"データ入力と名刺の整理", "OJT開始（初作業）", "participants who finished", "P01", "青山 はるか"}
	plainValues = []any{0, 1, 2, 3, 7, 12, 100, 0.5, 40, 41, 60, 1200, 125000, -4, nil}
	units       = []string{"人", "件", "%", "円", "か月", "contracts"}
)

// setInColumns are the kinds that are a table of texts and bars: they have no series of any length, and a window
// narrower than their columns gets them as a page of its own sets them.
var setInColumns = map[content.ChartKind]bool{content.TargetRows: true, content.Multiples: true}

// columnsNeed is how wide such a table is at least, in ems.
const columnsNeed = 48

// randomJobs are charts of every kind with names and values of the lists in boxes of all sizes from
// narrow on, the same in every run.
func randomJobs(n int, names, units []string, numbers []any, narrow int) []job {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string { return names[r.IntN(len(names))] }
	words := func(n int) (out []string) {
		for range n {
			out = append(out, word())
		}
		return out
	}
	kinds := slices.DeleteFunc(slices.Clone(painters), func(p painter) bool { return setInColumns[p.kind] })
	var out []job
	for i := range n {
		p := kinds[i%len(kinds)]
		c := &content.Chart{ID: fmt.Sprintf("%s %d", p.kind, i), Kind: p.kind, Unit: units[r.IntN(len(units))],
			XTitle: word(), YTitle: word(),
			Categories: words(1 + r.IntN(14)), Low: r.IntN(4) == 0}
		series := 1 + r.IntN(4)
		for range series {
			s := content.Series{Name: word()}
			for range c.Categories {
				s.Values = append(s.Values, values(numbers[r.IntN(len(numbers))])...)
				s.Target = append(s.Target, values(numbers[r.IntN(len(numbers))])...)
			}
			if r.IntN(2) == 0 {
				s.Labels = words(len(c.Categories))
			}
			if p.kind == content.Funnel && r.IntN(2) == 0 {
				for _, v := range s.Values {
					if v == nil {
						v = new(0.0)
					}
					s.Least = append(s.Least, *v*r.Float64())
				}
			}
			c.Series = append(c.Series, s)
		}
		c.Lanes, c.Phases, c.Curves = randomLanes(r, word), []content.Phase{{From: 1, To: 30, Label: word()}},
			randomCurves(r, word)
		if p.kind == content.Limits {
			for range 1 + r.IntN(40) {
				c.Spots = append(c.Spots, content.Spot{Name: word(), Of: float64(1 + r.IntN(900)), Share: r.Float64(),
					Outside: r.IntN(5) == 0, Labelled: r.IntN(5) == 0})
			}
		}
		if r.IntN(3) == 0 {
			c.Marks = []content.Mark{{Axis: []string{"x", "y"}[r.IntN(2)], Value: float64(r.IntN(100)), Label: word()}}
		}
		size := Size{Width: float64(narrow + r.IntN(800)), Look: Look{Screen: r.IntN(2) == 0, Dark: r.IntN(2) == 0}}
		size.Height = Height(c, size.Width, size.Look)
		out = append(out, job{fmt.Sprintf("%s at %v", c.ID, size.Width), c, size})
	}
	return out
}

func randomLanes(r *rand.Rand, word func() string) (out []content.Lane) {
	styles := []string{"work", "trained", "delivered", "income", "recurring", "exit", "training", "ojt", "retention",
		"exited", "?"}
	for range r.IntN(20) {
		l := content.Lane{Label: word(), Today: r.IntN(200) - 20,
			Tone: content.Tone([]content.Tone{content.Plain, content.Bad,
				content.Watch}[r.IntN(3)])}
		for range r.IntN(8) {
			from := r.IntN(150) - 10
			l.Bars = append(l.Bars, content.Bar{From: from, To: from + r.IntN(40), Style: styles[r.IntN(len(styles))]})
			l.Dots = append(l.Dots, content.Dot{Day: r.IntN(200) - 20, Style: styles[r.IntN(len(styles))]})
		}
		out = append(out, l)
	}
	return out
}

func randomCurves(r *rand.Rand, word func() string) (out []content.Curve) {
	for range r.IntN(4) {
		c, at, s := content.Curve{Name: word()}, 0.0, 1.0
		for range 1 + r.IntN(12) {
			c.Points = append(c.Points, content.CurvePoint{Time: at, S: s, Low: s / 2, High: (1 + s) / 2, Censored: r.IntN(2)})
			c.AtRisk = append(c.AtRisk, content.RiskPoint{Time: at, N: r.IntN(2000)})
			at, s = at+float64(r.IntN(9)), s*(0.5+r.Float64()/2)
		}
		out = append(out, c)
	}
	return out
}

// TestOddCharts: whatever names and values a chart has, it is drawn, in the box, with texts that can
// be set.
func TestOddCharts(t *testing.T) {
	f, err := loadFaces()
	if err != nil {
		t.Skip(err)
	}
	for _, j := range randomJobs(600, oddWords, oddWords, oddValues, 120) {
		p, err := Draw(j.chart, j.size)
		if err != nil {
			t.Errorf("%s: %v", j.name, err)
			continue
		}
		for _, s := range p.Shapes {
			if s.Text == "" {
				continue
			}
			b := inkBox(f, s)
			if b.x < -0.5 || b.x+b.width > p.Width+0.5 {
				t.Errorf("%s: %.40q leaves the box of %v: %.1f–%.1f", j.name, s.Text, p.Width, b.x, b.x+b.width)
			}
			if strings.ContainsAny(s.Text, "\x00\x1b\u202e\n") {
				t.Errorf("%s: %q cannot be set", j.name, s.Text)
			}
		}
		if again, err := Draw(j.chart, j.size); err != nil || string(again.SVG("")) != string(p.SVG("")) {
			t.Errorf("%s: drawn differently the second time", j.name)
		}
	}
}
