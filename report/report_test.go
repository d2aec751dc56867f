package report

import (
	"context"
	"flag"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report/block"
	"pilot90/report/content"
	"pilot90/report/plan"
	"pilot90/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// runOf computes a ledger folder as of 2026-03-31.
func runOf(t *testing.T, dir string, lang lang.Lang) Run {
	t.Helper()
	return runOn(t, dir, cell.NewDay(2026, 3, 31), lang)
}

// runOn computes a ledger folder as of a day.
func runOn(t *testing.T, dir string, asOf cell.Day, lang lang.Lang) Run {
	t.Helper()
	c, clock, err := cohort.Load(context.Background(), dir, cohort.LoadOptions{AsOf: &asOf, Today: asOf})
	if err != nil {
		t.Fatal(err)
	}
	w := kpi.NewWindow(c, clock)
	return Run{Cohort: c, Window: w, Result: result.Compute(catalog.All(), w), Definitions: kpi.Expanded(catalog.All(), w),
		Lang: lang, Version: "test"}
}

func builtin(t *testing.T, edition string) *plan.Plan {
	t.Helper()
	p, err := BuiltinPlan(edition)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestSample holds every word and number of the sample's editions against a golden that was read
// by a person.
func TestSample(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		edition string
		lang    lang.Lang
	}{
		{"overview", lang.JA}, {"overview", lang.EN}, {"hub", lang.JA}, {"grant", lang.JA},
		{"council", lang.JA}, {"council", lang.EN}, {"public", lang.JA},
	} {
		r, _ := Build(builtin(t, c.edition), runOf(t, "../samples/midorino", c.lang))
		got := dump(r)
		golden := filepath.Join("testdata", "midorino."+c.edition+"."+string(c.lang)+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if line, a, b := firstDifference(got, string(want)); line > 0 {
			t.Errorf("%s line %d:\n got  %s\n want %s", golden, line, a, b)
		}
	}
}

func firstDifference(got, want string) (line int, a, b string) {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := at(g, i), at(w, i)
		if a != b {
			return i + 1, a, b
		}
	}
	return 0, "", ""
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// TestPlansNameWhatExists: every figure that a built-in plan shows is in the catalogue, and every
// kind of block is used by some plan.
func TestPlansNameWhatExists(t *testing.T) {
	var known []string
	for _, d := range catalog.All() {
		known = append(known, d.ID)
	}
	// Words of a municipality's own, which the built-in plans have none of; and the curves of the paper of many.
	used := map[string]bool{"text": true, "worker_curve": true, "contract_curve": true}
	for _, b := range statusPlan.Sections[0].Blocks {
		used[b.Kind] = true
	}
	for _, edition := range templates.Plans() {
		p := builtin(t, edition)
		for _, id := range p.Figures() {
			if id != plan.Front && !slices.Contains(known, id) {
				t.Errorf("%s shows %s, which is not in the catalogue", edition, id)
			}
		}
		for _, s := range p.Sections {
			for _, b := range s.Blocks {
				used[b.Kind] = true
			}
		}
	}
	for _, kind := range block.Kinds() {
		if !used[kind.Name] {
			t.Errorf("no plan uses block %s", kind.Name)
		}
	}
}

// TestNoLedger: an empty folder gives a report that says what is missing, in every block, and
// prints no number that nothing stands for.
func TestNoLedger(t *testing.T) {
	r, run := Build(builtin(t, "overview"), runOf(t, t.TempDir(), lang.JA))
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			if cards, ok := b.(content.Cards); ok {
				for _, c := range cards.Cards {
					if c.Known || c.Value != block.None || c.Detail == "" {
						t.Errorf("card %s = %q (%s), want a reason and no value", c.Figure, c.Value, c.Detail)
					}
				}
			}
		}
	}
	if _, _, err := Render(t.Context(), r, run, Formats); err != nil {
		t.Error(err)
	}
}

// TestRenderedText: the PDF of the sample holds every title and every headline number as text
// that can be extracted, and every file is known again as ours. That two runs give the same bytes
// is held by the story same_bytes of the command.
func TestRenderedText(t *testing.T) {
	t.Parallel()
	r, run := Build(builtin(t, "overview"), runOf(t, "../samples/midorino", lang.JA))
	files, replaced, err := Render(t.Context(), r, run, Formats)
	if err != nil {
		t.Fatal(err)
	}
	if len(replaced) > 0 {
		t.Errorf("characters replaced by 〓: %q", string(replaced))
	}
	for i := range files {
		if !Ours(files[i].Name, files[i].Data) {
			t.Errorf("%s is not recognised as ours", files[i].Name)
		}
		if name := path.Base(files[i].Name); Ours(name, []byte("町のファイル")) {
			t.Errorf("another's %s is taken for ours", name)
		}
	}
	text := pdfText(t, files[0].Data)
	for _, s := range r.Sections {
		if !strings.Contains(text, squeeze(s.Title)) {
			t.Errorf("the PDF's text lacks %q", s.Title)
		}
	}
	// 6 of 11 contracts are 定期; 8 residents earned for the first time (counted by hand in the sample).
	for _, want := range []string{"54.5%", "6/11", "8人", "下限値"} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF's text lacks %q", want)
		}
	}
}

func pdfText(t *testing.T, data []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext (poppler-utils) is not installed")
	}
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return squeeze(string(out))
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
