package block

import (
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// TestModelsOfTheirOwn: what a programme without targets and costs is known for stands on its papers, each once: the
// revenue of its years, the companies that came, the share of the inhabitants.
func TestModelsOfTheirOwn(t *testing.T) {
	kado, tateshina := computed(t, samples+"kado-series", cell.NewDay(2021, 3, 31)),
		computed(t, samples+"tateshina", cell.NewDay(2023, 6, 30))
	for _, c := range []struct {
		name, kind string
		e          *Env
		want, not  []string
	}{
		// 200,000,000 ÷ 2,000,000 = 100; ten fiscal years, two known; six clients with an office
		{"years", "conclusion", kado, []string{"令和2年度の仕事の売上は200,000,000円で、平成23年度の2,000,000円の100倍です。",
			"地域にサテライトオフィスを置く発注者は、6社です。"}, []string{"目標は決められていません"}},
		{"years that are not known", "failures", kado,
			[]string{"売上の分からない年度が8つある。", "平成24年度から平成31年度までの8つ。"}, nil},
		{"no cycle without people", "coming", kado, []string{"売上の分からない年度の額を確かめる。"}, []string{"次の90日"}},
		// 100 ÷ 6,800 = 1.47 %
		{"inhabitants", "conclusion", tateshina, []string{"79人が仕事を始めました。",
			"登録した人は、町の人口6,800人の1.5%です。", "女性64人、男性15人、不明21人です。"}, nil},
		{"this year's last day", "coming", tateshina, []string{"遅くとも令和6年1月2日に始める。"}, nil},
	} {
		text := said(page(t, c.kind, c.e, ""))
		for _, want := range c.want {
			if strings.Count(text, want) != 1 {
				t.Errorf("%s: %q is not once in\n%s", c.name, want, text)
			}
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q is in\n%s", c.name, not, text)
			}
		}
	}
	if s := slideOf(t, "slide_months", kado); s != nil {
		t.Errorf("months of a single contract: %q", s.Title)
	}
	if s := slideOf(t, "slide_targets", kado); s != nil {
		t.Errorf("figures that the slide of years tells: %q", s.Title)
	}
	if s := slideOf(t, "slide_years", kado); s == nil || len(s.Lead) == 0 || !strings.Contains(s.Lead[0], "6社") {
		t.Errorf("years: %+v", s)
	}
}

// TestSaidOnce: 全員 is said once where all came to one stage after the other, and again after a smaller number.
func TestSaidOnce(t *testing.T) {
	e := &Env{Lang: lang.JA}
	told := []step{{on: "が研修を終え", last: "が研修を終えました"}, {on: "が収入を得て", last: "が収入を得ました"}}
	for _, c := range []struct {
		counts []int
		kept   string
		want   string
	}{
		{[]int{5, 5}, "全員が続けました", "参加した5人は、全員が研修を終え、収入を得て、続けました。"},
		{[]int{5, 4}, "4人が続けました", "参加した5人は、全員が研修を終え、4人が収入を得て、4人が続けました。"},
		{[]int{5, 5}, "", "参加した5人は、全員が研修を終え、収入を得ました。"},
	} {
		if got := e.course(5, told, c.counts, c.kept, ""); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestMissedIsTold: the page for residents tells each target that was missed, also one that no model has in front; it
// never says that none was while one was.
func TestMissedIsTold(t *testing.T) {
	run := computed(t, samples+"midorino", cell.NewDay(2026, 3, 31))
	f := run.on(kpi.TopicFirstIncomes)
	f.Target = new(20.0) // 8 came of it
	text := ""
	for _, block := range one(t, "learned", "public", run) {
		if lines, is := block.(content.Lines); is {
			for _, l := range lines.Lines {
				text += l.Label + "：" + l.Value + "\n"
			}
		}
	}
	if want := "初めて収入を得た住民が目標に届かなかった：8人で、目標の20人に12人足りませんでした。"; !strings.Contains(text, want) {
		t.Errorf("%q is not in\n%s", want, text)
	}
}

// TestOneBand: bands of which one holds more than six of ten are a sentence, not a chart.
func TestOneBand(t *testing.T) {
	bands := func(counts ...float64) *kpi.Figure {
		var groups []kpi.Group
		for _, n := range counts {
			groups = append(groups, kpi.Group{Key: "to_5000", Parts: kpi.Parts{{Key: "persons", Value: n}}})
		}
		return &kpi.Figure{Parts: kpi.Parts{{Key: "bands", Value: groups}}}
	}
	e := &Env{Lang: lang.JA}
	for _, c := range []struct {
		f    *kpi.Figure
		want bool
	}{{bands(10, 290), true}, {bands(4, 6), false}, {bands(3, 7), true}, {bands(), false}} {
		if got := e.oneBand(c.f); got != c.want {
			t.Errorf("%v: %t", c.f.Parts, got)
		}
	}
}
