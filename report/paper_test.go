package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"pilot90/cohort/lang"
)

// mostBookPages is how many sheets of paper the whole workbook of the sample may take (look.md §5).
const mostBookPages = 12

var pagesLine = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)

// TestBookOnPaper prints the whole workbook of each edition of the sample as LibreOffice does and counts the pages.
func TestBookOnPaper(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed: the workbook is not printed")
	}
	info := tool(t, "pdfinfo", "poppler-utils")
	run := runOf(t, "../samples/midorino", lang.JA)
	for _, edition := range []string{"overview", "hub", "grant", "council", "public"} {
		r, shown := Build(builtin(t, edition), run)
		files, _, err := Render(t.Context(), r, shown, []string{"xlsx"})
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		book := filepath.Join(dir, "report.xlsx")
		if err := os.WriteFile(book, files[0].Data, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
			"--convert-to", "pdf", "--outdir", dir, book)
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, text)
		}
		said := output(t, info, filepath.Join(dir, "report.pdf"))
		found := pagesLine.FindStringSubmatch(said)
		if found == nil {
			t.Fatalf("%s: pdfinfo does not say how many pages: %s", edition, said)
		}
		if n, _ := strconv.Atoi(found[1]); n == 0 || n > mostBookPages {
			t.Errorf("%s: the workbook prints %d pages, at most %d", edition, n, mostBookPages)
		}
	}
}
