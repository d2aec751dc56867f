package report

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
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
		r, _ := Build(builtin(t, edition), run)
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
		title := strings.ReplaceAll(r.Title, "\n", " ")
		for _, want := range []string{"Tagged:          yes", "Title:           " + title, "PDF version:     1.7"} {
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
		for _, want := range []string{
			"/Lang (ja)", "/Outlines", "/Marked true", "/DisplayDocTitle true", "/Scope /Row", "/Scope /Column",
		} {
			if !strings.Contains(plain, want) {
				t.Errorf("%s: the file lacks %s", edition, want)
			}
		}
	}
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
		if got := len(regexp.MustCompile(`(?m)^ +`+kind+`\b`).FindAllString(tree, -1)); got != want {
			t.Errorf("%s: %d headings %s, want %d", edition, got, kind, want)
		}
	}
	if got := strings.Count(tree, "TH"); got == 0 {
		t.Errorf("%s: no head cells", edition)
	}
}

// lacking names the characters of the content that the text of the PDF does not have. What stands
// in a chart's table twin is drawn in the chart or not at all, so twins do not count.
func lacking(t *testing.T, edition, text string, r *content.Report) {
	t.Helper()
	bare := *r
	bare.Sections, bare.Meta = nil, nil // a screen has the pairs, paper the line that says the same
	if r.Marking != "" {
		bare.Sender, bare.Edition = "", "" // the marking stands in their place
	}
	for _, s := range r.Sections {
		kept := s
		kept.Blocks = nil
		for b := range (&content.Report{Sections: []content.Section{s}}).Blocks() {
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

// TestCouncilPageOne: what an assembly member must see stands on the first page, which is upright;
// the deck is landscape, each slide one page, headed by what it shows.
func TestCouncilPageOne(t *testing.T) {
	if testing.Short() {
		t.Skip("makes the PDF of whole editions")
	}
	t.Parallel()
	info, toText := tool(t, "pdfinfo", "poppler-utils"), tool(t, "pdftotext", "poppler-utils")
	r, _ := Build(builtin(t, "council"), runOf(t, "../samples/midorino", lang.JA))
	path := filepath.Join(t.TempDir(), "council.pdf")
	var b bytes.Buffer
	if _, err := pdf.Write(t.Context(), &b, r); err != nil {
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
	slides := 0
	for _, s := range r.Sections {
		if s.Form == content.Slide {
			slides++
			page := squeeze(output(t, toText, "-f", strconv.Itoa(1+slides), "-l", strconv.Itoa(1+slides), "-enc", "UTF-8", path,
				"-"))
			if !strings.HasPrefix(page, squeeze(s.Title)) {
				t.Errorf("page %d does not begin with %q", 1+slides, s.Title)
			}
			size := output(t, info, "-f", strconv.Itoa(1+slides), "-l", strconv.Itoa(1+slides), path)
			if !strings.Contains(size, "841.89 x 595.28") {
				t.Errorf("page %d is not A4 on its side:\n%s", 1+slides, size)
			}
		}
	}
	if slides != 8 {
		t.Errorf("%d slides, want 8", slides)
	}
}

// TestDeck: the slides alone are a cover and as many pages, all on their side; an edition without
// slides has no deck.
func TestDeck(t *testing.T) {
	info := tool(t, "pdfinfo", "poppler-utils")
	run := runOf(t, "../samples/midorino", lang.JA)
	hub, _ := Build(builtin(t, "hub"), run)
	if Deck(hub) != nil {
		t.Error("the hub's edition has a deck")
	}
	r, _ := Build(builtin(t, "council"), run)
	deck := Deck(r)
	path := filepath.Join(t.TempDir(), "deck.pdf")
	var b bytes.Buffer
	notes, err := pdf.Write(t.Context(), &b, deck)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if notes.Pages != len(deck.Sections)+1 {
		t.Errorf("%d pages for %d slides and a cover", notes.Pages, len(deck.Sections))
	}
	sizes := output(t, info, "-f", "1", "-l", strconv.Itoa(notes.Pages), path)
	if got := strings.Count(sizes, "841.89 x 595.28"); got != notes.Pages {
		t.Errorf("%d of %d pages lie on their side:\n%s", got, notes.Pages, sizes)
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
