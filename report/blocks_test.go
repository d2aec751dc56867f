package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/report/content"
)

// ledgerOf writes a ledger folder of CSV files (and pilot.toml) and computes it as of a day.
func ledgerOf(t *testing.T, asOf cell.Day, files map[string]string) Run {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, clock, err := cohort.Load(t.Context(), dir, cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		t.Fatal(err)
	}
	w := kpi.NewWindow(c, clock)
	return Run{Cohort: c, Window: w, Result: kpi.Compute(catalog.All(), w), Definitions: kpi.Expanded(catalog.All(), w),
		Lang: finding.JA, Version: "test"}
}

// one builds a single block under a profile.
func one(t *testing.T, kind, profile string, run Run) []content.Block {
	t.Helper()
	r, _ := Build(&Plan{Profile: profile, Sections: []PlanSection{{ID: "s", Blocks: []PlanBlock{{Kind: kind}}}}}, run)
	return r.Sections[0].Blocks
}

// TestUndrawnCellsAreNamed: 𪛖 (U+2A6D6) is in none of the built-in fonts. The hub's edition names
// the cell; editions that print no names do not speak of the cell of a name.
func TestUndrawnCellsAreNamed(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{
		"参加者.csv":    "参加者ID,氏名,開始日\nP1,田中 𪛖,2025-06-01\n",
		"pilot.toml": "[program]\nname = \"𪛖の町\"\n[period]\nfiscal_year = \"令和7年度\"\n",
	})
	hub, _ := Build(plan(t, "hub"), run)
	if text := dump(hub); !strings.Contains(text, "参加者!B2") && !strings.Contains(text, "参加者.csv B2") ||
		!strings.Contains(text, "(watch) pilot.toml | 𪛖") {
		t.Errorf("the hub's findings do not name the cells:\n%s", text[strings.Index(text, "# つまずき"):])
	}
	for _, edition := range []string{"grant", "council", "public"} {
		r, _ := Build(plan(t, edition), run)
		text := dump(r)
		if !strings.Contains(text, "〓になっています：pilot.toml「𪛖」") {
			t.Errorf("%s does not say that the program's name cannot be drawn", edition)
		}
		if strings.Contains(text, "B2") {
			t.Errorf("%s speaks of the cell of a name", edition)
		}
	}
}

// TestRevenueYears: the published series of samples/kado-series: 2 million yen in fiscal 2011,
// 200 million in 2020, nothing known between; one year alone is no line.
func TestRevenueYears(t *testing.T) {
	asOf := cell.NewDay(2021, 3, 31)
	c, clock, err := cohort.Load(t.Context(), "../samples/kado-series", cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		t.Fatal(err)
	}
	w := kpi.NewWindow(c, clock)
	run := Run{Cohort: c, Window: w, Result: kpi.Compute(catalog.All(), w), Definitions: kpi.Expanded(catalog.All(), w),
		Lang: finding.JA}
	blocks := one(t, "revenue_years", "hub", run)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks, want the line and a note on its gaps", len(blocks))
	}
	line := blocks[0].(*content.Chart)
	if len(line.Categories) != 10 || line.Series[0].Values[0] == nil || *line.Series[0].Values[0] != 200 ||
		*line.Series[0].Values[9] != 20000 {
		t.Errorf("line %v %v", line.Categories, line.Series[0].Labels)
	}
	for i, v := range line.Series[0].Values[1:9] {
		if v != nil || line.Series[0].Labels[i+1] == "0" {
			t.Errorf("%s: %v, want a gap", line.Categories[i+1], v)
		}
	}
	if note := blocks[1].(content.Paragraph).Text; !strings.Contains(note, "8 つ") {
		t.Errorf("note %q, want 8 years unknown", note)
	}
	p, ok := one(t, "revenue_years", "hub", runOf(t, "../samples/midorino", finding.JA))[0].(content.Paragraph)
	if !ok || p.Tone != content.Note {
		t.Error("a ledger of one year has a line")
	}
}

// TestOutlook: three months before the period ends there is an outlook in words, in the council's
// edition for contracts alone; when the period is over there is none.
func TestOutlook(t *testing.T) {
	at := func(asOf cell.Day) Run {
		c, clock, err := cohort.Load(t.Context(), "../samples/midorino", cohort.LoadOptions{AsOf: &asOf, Today: asOf})
		if err != nil {
			t.Fatal(err)
		}
		w := kpi.NewWindow(c, clock)
		return Run{Cohort: c, Window: w, Result: kpi.Compute(catalog.All(), w), Definitions: kpi.Expanded(catalog.All(), w),
			Lang: finding.JA}
	}
	early := at(cell.NewDay(2025, 12, 31))
	for profile, want := range map[string][]string{
		"hub":     {"定期案件の割合", "初めて収入を得た住民", "定着率"},
		"council": {"定期案件の割合", "平均継続月数"},
	} {
		table, ok := one(t, "outlook", profile, early)[0].(*content.Table)
		if !ok {
			t.Fatalf("%s: no table", profile)
		}
		text := ""
		for _, row := range table.Rows {
			text += strings.Join(row, " ") + "\n"
		}
		for _, name := range want {
			if !strings.Contains(text, name) {
				t.Errorf("%s: no outlook for %s:\n%s", profile, name, text)
			}
		}
		if profile == "council" && (strings.Contains(text, "住民") || strings.Contains(text, "定着率")) {
			t.Errorf("the council's edition has an outlook on people:\n%s", text)
		}
		if strings.Contains(text, "カプラン") {
			t.Errorf("%s: words for a specialist without the section that explains them:\n%s", profile, text)
		}
		if !strings.Contains(text, "10回のうち8回は") || !strings.Contains(table.Caption, "約束ではありません") {
			t.Errorf("%s: %q without a range in words:\n%s", profile, table.Caption, text)
		}
	}
	if _, ok := one(t, "outlook", "hub", at(cell.NewDay(2026, 3, 31)))[0].(*content.Table); ok {
		t.Error("a period that is over has an outlook")
	}
}

// TestRings: 6 of 11 contracts of the sample are 定期; the two parts of each ring add up.
func TestRings(t *testing.T) {
	beside, ok := one(t, "recurring_share", "grant", runOf(t, "../samples/midorino", finding.JA))[0].(content.Beside)
	if !ok || len(beside.Parts) != 2 {
		t.Fatal("want two rings side by side")
	}
	ring := beside.Parts[0][0].(*content.Chart)
	if a, b := *ring.Series[0].Values[0], *ring.Series[0].Values[1]; a != 6 || b != 5 {
		t.Errorf("parts %v and %v, want 6 and 5", a, b)
	}
	if got := ring.Series[0].Labels[0]; got != "54.5 %" {
		t.Errorf("label %q", got)
	}
}

// TestSlidesSayWhatTheyShow: a slide is headed by the finding of its chart or table, or by its
// sentence, and one with nothing to show is left out.
func TestSlidesSayWhatTheyShow(t *testing.T) {
	chart := &content.Chart{Title: "増えました"}
	for _, c := range []struct {
		name   string
		blocks []content.Block
		title  string
		left   int
		shown  bool
	}{
		{"chart", []content.Block{chart}, "増えました", 1, true},
		{"table", []content.Block{&content.Table{Caption: "2 つです"}, chart}, "2 つです", 2, true},
		{"cards and a sentence", []content.Block{content.Cards{}, content.Paragraph{Text: "8 人です"}}, "8 人です", 1, true},
		{"cards alone", []content.Block{content.Cards{}}, "題", 1, true},
		{"a reason alone", []content.Block{content.Paragraph{Text: "伏せています"}}, "題", 1, false},
		{"nothing", nil, "題", 0, false},
	} {
		s := content.Section{Title: "題", Form: content.Slide, Blocks: c.blocks}
		if shown := headline(&s); shown != c.shown || s.Title != c.title || len(s.Blocks) != c.left {
			t.Errorf("%s: shown %v, title %q, %d blocks; want %v, %q, %d", c.name, shown, s.Title, len(s.Blocks), c.shown,
				c.title, c.left)
		}
	}
}

// TestGap: what is missing to a target, in whole records where both counts may be shown.
func TestGap(t *testing.T) {
	e := &edition{Run: Run{Lang: finding.JA}}
	title := finding.Text{JA: "率"}
	v := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		f    kpi.Figure
		want string
	}{
		// 0.6 × 11 = 6.6, so 7 of 11 are needed and 6 are there.
		{kpi.Figure{Title: title, Unit: kpi.Ratio, Value: v(6.0 / 11), Numerator: v(6), Denominator: v(11), Target: v(0.6)},
			"率：11 のうちあと 1 で目標に届く（いま 6 / 11）"},
		// 0.7 × 10 is 7.000000000000001 in binary: still 7, not 8.
		{kpi.Figure{Title: title, Unit: kpi.Ratio, Value: v(0.5), Numerator: v(5), Denominator: v(10), Target: v(0.7)},
			"率：10 のうちあと 2 で目標に届く（いま 5 / 10）"},
		{kpi.Figure{Title: title, Unit: kpi.Ratio, Value: v(0.55), Target: v(0.6)}, "率：目標まで 5.0 ポイント"},
		{kpi.Figure{Title: title, Unit: kpi.Months, Value: v(4.5), Target: v(6)}, "率：目標まであと 1.5 か月"},
	} {
		if got := e.gap(&c.f); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestSeldomKnown: an unknown stage is given with its reason and is never 0.
func TestSeldomKnown(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{"参加者.csv": "参加者ID,開始日\nP1,2025-06-01\nP2,2025-06-01\n"})
	for _, b := range one(t, "funnel", "hub", run) {
		if l, ok := b.(content.List); ok && strings.Contains(strings.Join(l.Items, "\n"), "初収入：") &&
			strings.Contains(l.Items[0], "0 人ではありません") {
			return
		}
	}
	t.Errorf("no reason for the unknown stages in %v", one(t, "funnel", "hub", run))
}
