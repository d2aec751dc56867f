package pdf

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"pilot90/report/content"
)

// written writes a report and returns the file's bytes.
func written(t *testing.T, r *content.Report) ([]byte, Notes) {
	t.Helper()
	var b bytes.Buffer
	notes, err := Write(t.Context(), &b, r)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), notes
}

// output runs a program on a file; the test is skipped where the program is not installed.
func output(t *testing.T, file []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed", program)
	}
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// sampleFile is the whole sample, drawn once for all tests that only read it.
var sampleFile = sync.OnceValues(func() (*bytes.Buffer, error) {
	var b bytes.Buffer
	notes, err := Write(context.Background(), &b, sampleReport())
	if len(notes.Replaced) != 0 {
		err = fmt.Errorf("replaced %q; the built-in fonts have every rune of the sample", notes.Replaced)
	}
	return &b, err
})

func sample(t *testing.T) []byte {
	t.Helper()
	b, err := sampleFile()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withoutCharts is the sample without its charts, which take most of the time.
func withoutCharts() *content.Report {
	r := sampleReport()
	for i, s := range r.Sections {
		r.Sections[i].Blocks = slices.DeleteFunc(s.Blocks, func(b content.Block) bool {
			_, isChart := b.(*content.Chart)
			return isChart
		})
	}
	return r
}

func TestSampleIsAValidFile(t *testing.T) {
	file := sample(t)
	if len(file) > 400_000 {
		t.Errorf("%d bytes; a report of this length must stay under 400 KB", len(file))
	}
	t.Run("qpdf", func(t *testing.T) {
		out := output(t, file, "qpdf", "--check", "FILE")
		if !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Error(out)
		}
	})
	t.Run("pdfinfo", func(t *testing.T) {
		out := output(t, file, "pdfinfo", "FILE")
		for _, want := range []string{
			"里山町テレワーク実証事業　令和7年度実績報告", "Producer:        pilot90", "Tagged:          yes", "595.28 x 841.89 pts (A4)", "内部限り",
		} {
			if !strings.Contains(out, want) {
				t.Errorf("pdfinfo does not say %q:\n%s", want, out)
			}
		}
		if strings.Contains(out, "CreationDate") {
			t.Errorf("a date is written:\n%s", out)
		}
	})
	t.Run("pdffonts", func(t *testing.T) {
		out := output(t, file, "pdffonts", "FILE")
		for _, name := range fontNames {
			line := regexp.MustCompile(`[A-Z]{6}\+` + name + ` .* yes yes yes `)
			if !line.MatchString(out) {
				t.Errorf("%s is not embedded as a subset with a character map:\n%s", name, out)
			}
		}
	})
}

func TestSameReportSameBytes(t *testing.T) {
	a := sample(t)
	b, _ := written(t, sampleReport())
	if !bytes.Equal(a, b) {
		t.Error("two runs give different bytes")
	}
	other := withoutCharts()
	other.Sections[5].Blocks[0] = content.Paragraph{Text: "該当あり"}
	c, _ := written(t, other)
	id := regexp.MustCompile(`/ID\[<([0-9A-F]{32})>`)
	if x, y := id.FindSubmatch(a), id.FindSubmatch(c); x == nil || y == nil || bytes.Equal(x[1], y[1]) {
		t.Error("the identifier does not follow the contents")
	}
}

// unpacked returns the file with all its objects readable.
func unpacked(t *testing.T, file []byte) string {
	return output(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
}

func TestDocumentSaysWhatItIs(t *testing.T) {
	text := unpacked(t, sample(t))
	for _, want := range []string{
		"/Lang (ja)", "/Marked true", "/DisplayDocTitle true", "/StructTreeRoot", "/Type /Outlines",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
	english := withoutCharts()
	english.Lang = "en"
	file, _ := written(t, english)
	if !strings.Contains(unpacked(t, file), "/Lang (en)") {
		t.Error("the language does not follow the report")
	}
}

// The outline leads to every section; titles keep runes above U+FFFF.
func TestEverySectionHasABookmark(t *testing.T) {
	r := withoutCharts()
	r.Sections[1].Title = "𠮷野の「状況」"
	file, _ := written(t, r)
	text := unpacked(t, file)
	for _, s := range r.Sections {
		// qpdf writes hexadecimal strings in small letters
		if want := "/Title " + strings.ToLower(textString(s.Title)); strings.Count(text, want) != 1 {
			t.Errorf("section %q has %d bookmarks", s.Title, strings.Count(text, want))
		}
	}
	var pages []string // object numbers, in order
	for _, m := range regexp.MustCompile(`%% Page \d+\n(?:%%.*\n)*(\d+) 0 obj`).FindAllStringSubmatch(text, -1) {
		pages = append(pages, m[1])
	}
	dests := map[string]string{}
	bookmark := regexp.MustCompile(`/Dest \[\s+(\d+) 0 R[^\]]*\]\s+(?:/\w+ \d+ 0 R\s+)*/Title (<\w+>)`)
	for _, m := range bookmark.FindAllStringSubmatch(text, -1) {
		dests[m[2]] = m[1]
	}
	for _, b := range laidOut(t, r).flow.bookmarks {
		if b.page >= len(pages) || dests[strings.ToLower(textString(b.title))] != pages[b.page] {
			t.Errorf("bookmark %q does not lead to page %d", b.title, b.page+1)
		}
	}
	if want := fmt.Sprintf("/Count %d", len(r.Sections)); !strings.Contains(text, want) {
		t.Errorf("the outline does not say %s", want)
	}
}

func TestEmptyAndOddReports(t *testing.T) {
	var none *content.Table
	var noChart *content.Chart
	reports := map[string]*content.Report{
		"nothing at all": {},
		"empty blocks": {Title: "題", Sections: []content.Section{{Title: "節", Blocks: []content.Block{
			content.Paragraph{}, content.List{}, content.Cards{}, &content.Table{}, none, noChart,
			content.List{Items: []string{"", " "}},
		}}}},
		"a table with ragged rows": {Title: "題", Sections: []content.Section{{Blocks: []content.Block{
			&content.Table{Columns: []content.Column{{Head: "a"}, {Head: ""}}, Rows: [][]string{{}, {"1"}, {"1", "2", "3"}},
				Tones: []content.Tone{content.Bad}, Total: true},
		}}}},
		"controls and broken text": {Title: "a\x00b\r\nc\td", Footer: "\xff\xfe",
			Sections: []content.Section{{Title: "\n", Blocks: []content.Block{content.Paragraph{Text: "x\u202ey\ufffe"}}}}},
	}
	for name, r := range reports {
		t.Run(name, func(t *testing.T) {
			file, _ := written(t, r)
			output(t, file, "qpdf", "--check", "FILE")
		})
	}
}
