package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pilot90/cohort/lang"
	"pilot90/report/content"
	"pilot90/report/deck"
	"pilot90/report/pdf"
	"pilot90/report/pptx"
)

// presented writes the deck of the sample as PDF and as presentation, with the pages that both show.
func presented(t *testing.T) (pages []deck.Page, asPDF, asPPTX string) {
	t.Helper()
	slides, pages := deckOf(t, runOf(t, "../samples/midorino", lang.JA))
	dir := t.TempDir()
	write := func(name string, make func(io.Writer, *content.Report) error) string {
		var b bytes.Buffer
		path := filepath.Join(dir, name)
		if err := errors.Join(make(&b, slides), os.WriteFile(path, b.Bytes(), 0o644)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	asPDF = write("deck.pdf", func(w io.Writer, r *content.Report) error {
		_, err := pdf.WriteDeck(t.Context(), w, r)
		return err
	})
	return pages, asPDF, write("deck.pptx", func(w io.Writer, r *content.Report) error {
		return pptx.Write(t.Context(), w, r)
	})
}

// spoken are the characters of texts without spaces, which programs set as they like.
func spoken(texts ...string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.Join(texts, ""))
}

// textsOf are the texts of a page, without those of its charts.
func textsOf(p *deck.Page) (all []string) {
	for _, item := range p.Items {
		if text, ok := item.(deck.Text); ok && len(text.Lines) > 0 {
			whole := ""
			for _, line := range text.Lines {
				whole += line.String()
			}
			all = append(all, spoken(whole))
		}
	}
	return all
}

// TestPresentation: PDF and presentation have the same slides with the same texts, the presentation as text that can be
// changed, with notes; its charts are native.
func TestPresentation(t *testing.T) {
	toText := tool(t, "pdftotext", "poppler-utils")
	pages, asPDF, asPPTX := presented(t)
	if len(pages) != 8 {
		t.Errorf("%d slides, want 8", len(pages))
	}
	z, err := zip.OpenReader(asPPTX)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	charts := 0
	for i := range pages {
		number := strconv.Itoa(i + 1)
		want := textsOf(&pages[i])
		printed := spoken(output(t, toText, "-f", number, "-l", number, "-enc", "UTF-8", asPDF, "-"))
		for _, text := range want {
			if !strings.Contains(printed, text) && !allOf(printed, text) {
				t.Errorf("slide %s of the PDF lacks %q", number, text)
			}
		}
		if got := shapeTexts(t, &z.Reader, "ppt/slides/slide"+number+".xml"); !slices.Equal(got, want) {
			t.Errorf("slide %s of the presentation has\n%q, want\n%q", number, got, want)
		}
		notes := strings.Join(shapeTexts(t, &z.Reader, "ppt/notesSlides/notesSlide"+number+".xml"), "")
		for _, note := range pages[i].Notes {
			if !strings.Contains(notes, spoken(note)) {
				t.Errorf("slide %s lacks the note %q", number, note)
			}
		}
		if len(pages[i].Notes) == 0 {
			t.Errorf("slide %s has no notes", number)
		}
		for _, item := range pages[i].Items {
			if _, ok := item.(deck.Chart); ok {
				charts++
				if _, err := z.Open(fmt.Sprintf("ppt/charts/chart%d.xml", charts)); err != nil {
					t.Errorf("chart %d is not native: %v", charts, err)
				}
			}
		}
	}
	size := output(t, tool(t, "pdfinfo", "poppler-utils"), "-f", "1", "-l", "99", asPDF)
	if got := strings.Count(size, "960 x 540 pts"); got != len(pages) { // 338.7 × 190.5 mm
		t.Errorf("%d of %d pages are 960 × 540 pt:\n%s", got, len(pages), size)
	}
}

// allOf reports that each character of a text is printed somewhere: a PDF reads columns side by side line by line.
func allOf(printed, text string) bool {
	for _, r := range text {
		if !strings.ContainsRune(printed, r) {
			return false
		}
	}
	return true
}

// shapeTexts are the texts of the shapes of a part, one a shape, charts not among them.
func shapeTexts(t *testing.T, z *zip.Reader, name string) (out []string) {
	t.Helper()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	d, inside := xml.NewDecoder(f), false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "txBody" {
				out = append(out, "")
			}
			inside = e.Name.Local == "t"
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if inside {
				out[len(out)-1] += spoken(string(e))
			}
		}
	}
}

// TestPresentationBySchema: the validator of the Open XML SDK finds nothing. It passes over charts, which package pptx
// holds against the standard by itself.
func TestPresentationBySchema(t *testing.T) {
	if testing.Short() {
		t.Skip("holds presentations against their schema")
	}
	node := tool(t, "node", "nodejs")
	validator := "../node_modules/@ooxml-tools/validate/dist/npm/bin/ooxml-validate.js"
	if _, err := os.Stat(validator); err != nil {
		t.Skip("npm package @ooxml-tools/validate is not installed")
	}
	_, _, asPPTX := presented(t)
	if said := output(t, node, validator, asPPTX); !strings.Contains(said, "Found 0 errors") {
		t.Error(said)
	}
}

// TestPresentationInImpress: LibreOffice opens the presentation, has as many slides, and each with every character of
// its texts.
func TestPresentationInImpress(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	office, toText := tool(t, "soffice", "libreoffice-impress"), tool(t, "pdftotext", "poppler-utils")
	pages, _, asPPTX := presented(t)
	dir := t.TempDir()
	said, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf",
		"--outdir", dir, asPPTX).CombinedOutput()
	shown := filepath.Join(dir, "deck.pdf")
	if _, missing := os.Stat(shown); err != nil || missing != nil {
		t.Skipf("LibreOffice has no Impress here: %v\n%s", err, said)
	}
	info := output(t, tool(t, "pdfinfo", "poppler-utils"), shown)
	if want := fmt.Sprintf("Pages:           %d\n", len(pages)); !strings.Contains(info, want) {
		t.Errorf("want %s:\n%s", want, info)
	}
	for i := range pages {
		number := strconv.Itoa(i + 1)
		printed := spoken(output(t, toText, "-f", number, "-l", number, "-enc", "UTF-8", shown, "-"))
		for _, text := range textsOf(&pages[i]) {
			if !allOf(printed, text) {
				t.Errorf("slide %s lacks %q:\n%s", number, text, printed)
			}
		}
	}
}
