package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
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
	return Run{Cohort: c, Window: w, Result: result.Compute(catalog.All(), w), Definitions: kpi.Expanded(catalog.All(), w),
		Lang: lang.JA, Version: "test"}
}

// TestUndrawnCellsAreNamed: 𪛖 (U+2A6D6) is in none of the built-in fonts. The hub's edition names
// the cell; editions that print no names do not speak of the cell of a name.
func TestUndrawnCellsAreNamed(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{
		"参加者.csv":    "参加者ID,氏名,開始日\nP1,田中 𪛖,2025-06-01\n",
		"pilot.toml": "[program]\nname = \"𪛖の町\"\n[period]\nfiscal_year = \"令和7年度\"\n",
	})
	hub, _ := Build(builtin(t, "hub"), run)
	if text := dump(hub); !strings.Contains(text, "参加者!B2") && !strings.Contains(text, "参加者.csv B2") ||
		!strings.Contains(text, "(watch) pilot.toml | 𪛖") {
		t.Errorf("the hub's findings do not name the cells:\n%s", text[strings.Index(text, "# つまずき"):])
	}
	for _, edition := range []string{"grant", "council", "public"} {
		r, _ := Build(builtin(t, edition), run)
		text := dump(r)
		if !strings.Contains(text, "〓になって") || !strings.Contains(text, "：pilot.toml「𪛖」") {
			t.Errorf("%s does not say that the program's name cannot be drawn", edition)
		}
		if strings.Contains(text, "B2") {
			t.Errorf("%s speaks of the cell of a name", edition)
		}
	}
}

// TestLongNameLeavesTheDay: the foot of a page always has the as-of date.
func TestLongNameLeavesTheDay(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 3, 31), map[string]string{
		"参加者.csv":    "参加者ID,開始日\nP1,2025-06-01\n",
		"pilot.toml": "[program]\nname = \"" + strings.Repeat("名", 60) + "\"\n[period]\nfiscal_year = \"令和7年度\"\n",
	})
	r, _ := Build(builtin(t, "council"), run)
	if want := strings.Repeat("名", 36) + "…　令和8年3月31日現在"; r.Footer != want {
		t.Errorf("foot %q, want %q", r.Footer, want)
	}
}

// TestDraft: an edition that leaves the hub says in its foot that it is a draft until it is sealed; the hub's own
// never.
func TestDraft(t *testing.T) {
	run := runOf(t, "../samples/midorino", lang.JA)
	for _, tt := range []struct {
		edition string
		sealed  bool
		want    bool
	}{{"grant", false, true}, {"council", false, true}, {"public", false, true}, {"public", true, false},
		{"hub", false, false}, {"overview", false, false}} {
		run.Sealed = tt.sealed
		if r, _ := Build(builtin(t, tt.edition), run); (r.Draft == "下書き") != tt.want {
			t.Errorf("%s, sealed %v: draft %q, want one: %v", tt.edition, tt.sealed, r.Draft, tt.want)
		}
	}
}

// TestNobodyYet: a ledger just begun is not told that all is well.
func TestNobodyYet(t *testing.T) {
	run := ledgerOf(t, cell.NewDay(2026, 4, 10), map[string]string{
		"参加者.csv":    "参加者ID,開始日\n",
		"作業ログ.csv":   "作業日,参加者ID,時間\n",
		"pilot.toml": "[program]\nname = \"町\"\n[period]\nfiscal_year = \"令和8年度\"\n",
	})
	r, _ := Build(builtin(t, "hub"), run)
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

// TestMarkIsExplainedWhereItStands: whoever sees x on a slide, or first in a document, is told what
// it means; an edition that hides nothing does not speak of it.
func TestMarkIsExplainedWhereItStands(t *testing.T) {
	for id, some := range map[string]bool{"council": true, "public": false} { // residents read a sentence in its place
		r, _ := Build(builtin(t, id), runOf(t, "../samples/midorino", lang.JA))
		met := false
		for _, s := range r.Sections {
			told := strings.Contains(fmt.Sprint(s.Blocks), "人が特定されないよう伏せた数です")
			shows := hasMark(s.Blocks)
			if shows && !told && (s.Paging == content.Slide || !met) {
				t.Errorf("%s %s: x is not explained", id, s.ID)
			}
			met = met || shows && s.Paging != content.Slide
		}
		if met && !some {
			t.Errorf("%s shows an x", id)
		}
	}
	r, _ := Build(builtin(t, "council"), runOf(t, "../samples/tateshina", lang.JA))
	for _, s := range r.Sections {
		if strings.Contains(fmt.Sprint(s.Blocks), "人が特定されないよう伏せた数です") {
			t.Errorf("%s explains an x that is not there", s.ID)
		}
	}
}

// TestEnglishCharts: an English title begins with a capital, and what stands for a chart has
// English stops.
func TestEnglishCharts(t *testing.T) {
	r, _ := Build(builtin(t, "council"), runOf(t, "../samples/midorino", lang.EN))
	for c := range r.Charts() {
		if capital(c.Title) != c.Title || !strings.HasPrefix(c.Alt, c.Title) || strings.ContainsAny(c.Alt, "。、") {
			t.Errorf("%s: %q, read as %q", c.ID, c.Title, c.Alt)
		}
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
		{"table", []content.Block{&content.Table{Caption: "2つです"}, chart}, "2つです", 2, true},
		{"cards and a sentence", []content.Block{content.Cards{}, content.Paragraph{Text: "8人です"}}, "8人です", 1, true},
		{"cards alone", []content.Block{content.Cards{}}, "題", 1, true},
		{"a reason alone", []content.Block{content.Paragraph{Text: "伏せています"}}, "題", 1, false},
		{"nothing", nil, "題", 0, false},
	} {
		s := content.Section{Title: "題", Paging: content.Slide, Blocks: c.blocks}
		if shown := headline(&s); shown != c.shown || s.Title != c.title || len(s.Blocks) != c.left {
			t.Errorf("%s: shown %v, title %q, %d blocks; want %v, %q, %d", c.name, shown, s.Title, len(s.Blocks), c.shown,
				c.title, c.left)
		}
	}
}
