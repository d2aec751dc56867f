package report

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pilot90/cohort/lang"
	"pilot90/report/content"
	"pilot90/report/pdf"
	"pilot90/templates"
)

// TestPDFOfEveryEdition asks qpdf and poppler, which know nothing of this program, whether each
// edition is a sound, tagged file with a title, whether figures have a text, tables heads with a
// scope, and whether every character of the content can be taken out again.
func TestPDFOfEveryEdition(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the PDF of whole editions")
	}
	t.Parallel()
	qpdf, info, toText := tool(t, "qpdf", "qpdf"), tool(t, "pdfinfo", "poppler-utils"),
		tool(t, "pdftotext", "poppler-utils")
	run := runOf(t, "../samples/midorino", lang.JA)
	for _, edition := range templates.Plans() {
		whole, _ := Build(builtin(t, edition), run)
		r := parts(whole)[0].report
		path := filepath.Join(t.TempDir(), edition+".pdf")
		var b bytes.Buffer
		notes, err := pdf.Write(t.Context(), &b, r)
		if err != nil {
			t.Fatal(err)
		}
		if b.Len() > 400_000 {
			t.Errorf("%s: %d bytes, more than 400 KB", edition, b.Len())
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		output(t, qpdf, "--check", path)
		said := output(t, info, path)
		title := "Title:           " + strings.ReplaceAll(r.Title, "\n", " ")
		for _, want := range []string{"Tagged:          yes", title, "PDF version:     1.7"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: pdfinfo does not say %q:\n%s", edition, want, said)
			}
		}
		if notes.Pages == 0 {
			t.Errorf("%s: no pages", edition)
		}
		tags(t, edition, output(t, info, "-struct", path), r)
		lacking(t, edition, output(t, toText, "-enc", "UTF-8", path, "-"), r)
		plain := output(t, qpdf, "--qdf", "--object-streams=disable", path, "-")
		wanted := []string{"/Lang (ja)", "/Outlines", "/Marked true", "/DisplayDocTitle true"}
		if hasTable(r) {
			wanted = append(wanted, "/Scope /Row", "/Scope /Column")
		}
		for _, want := range wanted {
			if !strings.Contains(plain, want) {
				t.Errorf("%s: the file lacks %s", edition, want)
			}
		}
	}
}

// hasTable reports whether a report has a table that is printed.
func hasTable(r *content.Report) bool {
	for b := range r.Blocks() {
		if _, ok := b.(*content.Table); ok {
			return true
		}
	}
	return false
}

// tags looks at the structure as poppler prints it.
func tags(t *testing.T, edition, tree string, r *content.Report) {
	t.Helper()
	charts := 0
	for range r.Charts() {
		charts++
	}
	if got := strings.Count(tree, "Figure"); got != charts {
		t.Errorf("%s: %d figures in the structure, want %d", edition, got, charts)
	}
	headings := 0
	for _, s := range r.Sections {
		if !s.Headed() { // its blocks have headings of their own
			headings++
			continue
		}
		for b := range (&content.Report{Sections: []content.Section{s}}).Blocks() {
			if _, ok := b.(content.Heading); ok {
				headings++
			}
		}
	}
	for kind, want := range map[string]int{"H1": 1, "H2": headings} {
		if got := len(regexp.MustCompile(`(?m)^\s+`+kind+`\b`).FindAllString(tree, -1)); got != want {
			t.Errorf("%s: %d headings %s, want %d", edition, got, kind, want)
		}
	}
	if got := strings.Count(tree, "TH"); got == 0 && hasTable(r) {
		t.Errorf("%s: no head cells", edition)
	}
}

// lacking names the characters of the content that the text of the PDF does not have. What stands
// in a chart's table twin is drawn in the chart or not at all, so twins do not count.
func lacking(t *testing.T, edition, text string, r *content.Report) {
	t.Helper()
	bare := *r
	bare.Sections, bare.Meta, bare.Subtitle = nil, nil, "" // the pairs are in the file's properties and on screens
	if r.Head != "" || len(r.Under) > 0 {                  // which say what the paper is
		bare.Edition = ""
	}
	if r.Foot != "" { // which stands in its place
		bare.Footer = ""
	}
	if r.Marking != "" { // which stands in its place
		bare.Sender = ""
	}
	for _, s := range r.Sections {
		kept := s
		kept.Blocks = nil
		for b := range (&content.Report{Sections: []content.Section{s}}).Blocks() {
			if t, ok := b.(*content.Table); ok && t.Dress != nil && t.Dress.Bare { // it has no heads on paper
				headless := *t
				headless.Columns = nil
				b = &headless
			}
			if c, ok := b.(*content.Chart); ok {
				b = content.Paragraph{Text: c.Title + c.Source}
			}
			if _, ok := b.(content.Beside); !ok {
				kept.Blocks = append(kept.Blocks, b)
			}
		}
		bare.Sections = append(bare.Sections, kept)
	}
	missing := map[rune]bool{}
	for _, c := range dump(&bare) {
		if !unicode.IsSpace(c) && c > 0x7F && !strings.ContainsRune(text, c) {
			missing[c] = true
		}
	}
	for c := range missing {
		t.Errorf("%s: %q cannot be taken out of the PDF", edition, c)
	}
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(name), err, out)
	}
	return string(out)
}

// TestCouncilPageOne: what an assembly member must see stands on the first page.
func TestCouncilPageOne(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the PDF of whole editions")
	}
	t.Parallel()
	toText := tool(t, "pdftotext", "poppler-utils")
	r, _ := Build(builtin(t, "council"), runOf(t, "../samples/midorino", lang.JA))
	path := filepath.Join(t.TempDir(), "council.pdf")
	var b bytes.Buffer
	if _, err := pdf.Write(t.Context(), &b, parts(r)[0].report); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	onFirstPage(t, lang.EN)
	first := squeeze(output(t, toText, "-l", "1", "-enc", "UTF-8", path, "-"))
	for _, want := range []string{
		"8人が初めて収入を得て、目標に届いた。", "定期案件の割合は、目標に5.5ポイント足りない。", "54.5%", "11件のうち6件", "6.4か月",
		"6件中5件が続いている", "523,275円", "465,133円", "国の先行事業", "+56ポイント", "うまくいかなかったこと", "次にすること",
		"4月1日に続く契約は定期5件だけ。単発は2件までなら71%、3件で63%。", "初めて収入を得た住民は7〜9人、定着率は75〜83%", "下書き",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("the first page lacks %q", want)
		}
	}
}

// TestDeck: an edition without slides has no deck. What one has is TestPresentation.
func TestDeck(t *testing.T) {
	hub, _ := Build(builtin(t, "hub"), runOf(t, "../samples/midorino", lang.JA))
	if Deck(hub) != nil {
		t.Error("the hub's edition has a deck")
	}
}

// onFirstPage: the council's sheet stays one page in the other language, whose words are longer.
func onFirstPage(t *testing.T, lang lang.Lang) {
	t.Helper()
	r, _ := Build(builtin(t, "council"), runOf(t, "../samples/midorino", lang))
	alone := *r
	alone.Sections = alone.Sections[:1]
	notes, err := pdf.Write(t.Context(), io.Discard, &alone)
	if err != nil || notes.Pages != 1 {
		t.Errorf("%s: %d pages (%v), want 1", lang, notes.Pages, err)
	}
}
