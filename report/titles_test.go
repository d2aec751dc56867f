package report

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
)

func speaking(lang finding.Lang) *edition { return &edition{Run: Run{Lang: lang}} }

// TestShareTitle: a title tells a change only where there was one.
func TestShareTitle(t *testing.T) {
	may, june := sharePoint{"2025年5月", "100.0 %"}, sharePoint{"2025年6月", "100.0 %"}
	for _, c := range []struct {
		name     string
		from, to sharePoint
		steady   bool
		want     string
	}{
		{"a change", may, sharePoint{"2025年6月", "60.0 %"}, false, "案件にしめる定期の割合は、2025年5月の 100.0 % から 2025年6月の 60.0 % になりました"},
		{"down and up again", may, june, false, "案件にしめる定期の割合は、2025年5月も 2025年6月も 100.0 % でした"},
		{"every month the same", may, june, true, "案件にしめる定期の割合は、2025年5月から 2025年6月まで 100.0 % のままでした"},
		{"one month", may, may, true, "案件にしめる定期の割合は、2025年5月に 100.0 % でした"},
	} {
		if got := speaking(finding.JA).shareTitle(c.from, c.to, c.steady); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestYearsTitle: what a running year has so far is not told as where revenue went.
func TestYearsTitle(t *testing.T) {
	year := func(title string, yen float64) *kpi.Group {
		return &kpi.Group{Title: finding.Text{JA: title}, Parts: kpi.Parts{{Key: "revenue", Unit: kpi.Yen, Value: yen}}}
	}
	first, last := year("2025年度", 1397011), year("2026年度", 566301)
	for running, want := range map[bool]string{
		true:  "売上は 2025年度に 1,397,011 円、2026年度は途中までで 566,301 円 です",
		false: "売上は 2025年度の 1,397,011 円 から、2026年度の 566,301 円 になりました",
	} {
		if got := speaking(finding.JA).yearsTitle(first, last, running); got != want {
			t.Errorf("running %v: %s", running, got)
		}
	}
}

// TestWeakTitle: that no target was missed is said only where there are targets and nothing else
// went badly; English numbers agree with their nouns.
func TestWeakTitle(t *testing.T) {
	target := 0.6
	holding := func(figures ...kpi.Figure) *edition {
		return &edition{Run: Run{Lang: finding.EN, Result: &kpi.Result{Figures: figures}}}
	}
	with := holding(kpi.Figure{Target: &target, Value: &target})
	hidden := holding(kpi.Figure{Target: &target, Suppressed: true})
	some := holding(kpi.Figure{Target: &target, Value: &target}, kpi.Figure{Target: &target, Suppressed: true})
	without := holding()
	for _, c := range []struct {
		e              *edition
		missed, listed int
		want           string
	}{
		{with, 2, 3, "2 targets were missed"},
		{with, 1, 1, "1 target was missed"},
		{with, 0, 1, "1 thing went badly"},
		{without, 0, 6, "6 things went badly"},
		{with, 0, 0, "No target was missed"},
		{without, 0, 0, "No targets have been set"},
		{hidden, 0, 0, "No figure can be shown against its target"},
		{some, 0, 0, "Of the figures that can be shown, none missed its target"},
	} {
		if got := c.e.weakTitle(c.missed, c.listed); got != c.want {
			t.Errorf("%d missed, %d listed: %q, want %q", c.missed, c.listed, got, c.want)
		}
	}
}

// TestNothingOutside: what is hidden or unknown is not called good.
func TestNothingOutside(t *testing.T) {
	value := 1.0
	for _, c := range []struct {
		name       string
		conditions []kpi.Condition
		want       string
	}{
		{"all known", []kpi.Condition{{Value: &value}}, "点検で目安の外になった項目はありません"},
		{"one hidden", []kpi.Condition{{Value: &value}, {Suppressed: true}}, "伏せた項目（x）のほかには、点検で目安の外になった項目はありません"},
		{"no data", []kpi.Condition{{}}, "点検に要る記録がまだありません"},
	} {
		e := &edition{Run: Run{Lang: finding.JA, Result: &kpi.Result{Checklist: []kpi.Check{{Conditions: c.conditions}}}}}
		if got := e.nothingOutside(); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestFunnelTitle: the title names the last stage that somebody reached, and says where nobody is yet.
func TestFunnelTitle(t *testing.T) {
	n := func(i int) *int { return &i }
	stage := func(title string, count *int) kpi.StageCount {
		return kpi.StageCount{Title: finding.Text{JA: title}, Count: count}
	}
	for _, c := range []struct {
		stages []kpi.StageCount
		want   string
	}{
		{[]kpi.StageCount{stage("参加", n(5)), stage("研修修了", n(4)), stage("定着", n(2))}, "参加した 5 人のうち、2 人が「定着」まで進みました"},
		{[]kpi.StageCount{stage("参加", n(5)), stage("研修修了", n(4)), stage("定着", n(0))},
			"参加した 5 人のうち、4 人が「研修修了」まで進みました（「定着」はまだいません）"},
		{[]kpi.StageCount{stage("参加", n(5)), stage("研修修了", n(0)), stage("定着", n(0))}, "参加した人は 5 人で、「研修修了」はまだいません"},
		{[]kpi.StageCount{stage("参加", n(5)), stage("研修修了", nil)}, "参加した人は 5 人です（ほかの段階は数字を示していません）"},
	} {
		if got := speaking(finding.JA).funnelChart(c.stages).Title; got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestLongNameLeavesTheDay: the foot of a page always has the as-of date.
func TestLongNameLeavesTheDay(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{
		"参加者.csv":    "参加者ID,開始日\nP1,2025-06-01\n",
		"pilot.toml": "[program]\nname = \"" + strings.Repeat("名", 60) + "\"\n[period]\nfiscal_year = \"令和7年度\"\n",
	})
	r, _ := Build(plan(t, "council"), run)
	if want := strings.Repeat("名", 36) + "…　基準日 2026-03-31"; r.Footer != want {
		t.Errorf("foot %q, want %q", r.Footer, want)
	}
}

// TestNobodyYet: a ledger just begun is not told that all is well.
func TestNobodyYet(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 4, 10), map[string]string{
		"参加者.csv":    "参加者ID,開始日\n",
		"作業ログ.csv":   "作業日,参加者ID,時間\n",
		"pilot.toml": "[program]\nname = \"町\"\n[period]\nfiscal_year = \"令和8年度\"\n",
	})
	r, _ := Build(plan(t, "hub"), run)
	first := r.Sections[0].Blocks
	p, ok := first[0].(content.Paragraph)
	if len(first) != 1 || !ok || p.Tone != content.Watch || !strings.Contains(p.Text, "参加者がまだいません") {
		t.Errorf("the first page has %d blocks: %v", len(first), first[0])
	}
	for c := range r.Charts() {
		if c.ID == "week_hours" {
			t.Error("hours are drawn without any work")
		}
	}
}

// TestManyLanes: more participants than a page has room for are drawn in parts, none left out.
func TestManyLanes(t *testing.T) {
	var people, log strings.Builder
	people.WriteString("参加者ID,開始日\n")
	log.WriteString("作業日,参加者ID,時間\n")
	for i := range 80 {
		fmt.Fprintf(&people, "P%02d,2026-01-05\n", i)
		fmt.Fprintf(&log, "2026-02-02,P%02d,1\n", i)
	}
	run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{
		"参加者.csv": people.String(), "作業ログ.csv": log.String(),
		"pilot.toml": "[program]\nname = \"町\"\n[period]\nfiscal_year = \"令和7年度\"\n",
	})
	for kind, rows := range map[string]func(*content.Chart) int{
		"gantt_chart": func(c *content.Chart) int { return len(c.Lanes) },
		"work_map":    func(c *content.Chart) int { return len(c.Series) },
	} {
		var sizes []int
		ids := map[string]bool{}
		for _, b := range one(t, kind, "hub", run) {
			c := b.(*content.Chart)
			sizes = append(sizes, rows(c))
			ids[c.ID] = true
			if len(c.Twin.Rows) != rows(c) {
				t.Errorf("%s: %d rows of the table beside %d of the chart", c.ID, len(c.Twin.Rows), rows(c))
			}
		}
		if fmt.Sprint(sizes) != "[27 27 26]" || len(ids) != 3 {
			t.Errorf("%s: parts of %v under %d names", kind, sizes, len(ids))
		}
	}
}

// TestMarkIsExplainedWhereItStands: whoever sees x on a slide, or first in a document, is told what
// it means; an edition that hides nothing does not speak of it.
func TestMarkIsExplainedWhereItStands(t *testing.T) {
	for _, id := range []string{"council", "grant", "public"} {
		r, _ := Build(plan(t, id), runOf(t, "../samples/midorino", finding.JA))
		met := false
		for _, s := range r.Sections {
			told := strings.Contains(fmt.Sprint(s.Blocks), "伏せたことを示します")
			shows := hasMark(s.Blocks)
			if shows && !told && (s.Form == content.Slide || !met) {
				t.Errorf("%s %s: x is not explained", id, s.ID)
			}
			met = met || shows && s.Form != content.Slide
		}
		if !met {
			t.Errorf("%s shows no x at all", id)
		}
	}
	r, _ := Build(plan(t, "council"), runOf(t, "../samples/tateshina", finding.JA))
	for _, s := range r.Sections {
		if strings.Contains(fmt.Sprint(s.Blocks), "伏せたことを示します") {
			t.Errorf("%s explains an x that is not there", s.ID)
		}
	}
}

// TestEnglishCharts: an English title begins with a capital, and what stands for a chart has
// English stops.
func TestEnglishCharts(t *testing.T) {
	r, _ := Build(plan(t, "council"), runOf(t, "../samples/midorino", finding.EN))
	for c := range r.Charts() {
		if capital(c.Title) != c.Title || !strings.HasPrefix(c.Alt, c.Title) || strings.ContainsAny(c.Alt, "。、") {
			t.Errorf("%s: %q, read as %q", c.ID, c.Title, c.Alt)
		}
	}
}
