package report

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
)

// TestShrunk: sizes are bounded, colours are averages on white.
func TestShrunk(t *testing.T) {
	for _, c := range []struct{ w, h, wantW, wantH int }{
		{30, 10, 30, 10}, {900, 440, 450, 220}, {4000, 10, 1100, 2}, {1, 4000, 1, 220}, {3000, 300, 1100, 110},
	} {
		if got := shrunk(image.NewNRGBA(image.Rect(5, 7, 5+c.w, 7+c.h))).Rect; got.Dx() != c.wantW || got.Dy() != c.wantH {
			t.Errorf("%d × %d becomes %v, want %d × %d", c.w, c.h, got, c.wantW, c.wantH)
		}
	}
	from := image.NewNRGBA(image.Rect(0, 0, 4, 440))
	for y := range 440 {
		for x := range 4 {
			shade := color.NRGBA{0, 0, 0, 0xFF}
			if x < 2 {
				shade = color.NRGBA{255, 0, 0, 0x80} // half of it: red on white
			} else if y%2 == 0 {
				shade = color.NRGBA{}
			}
			from.SetNRGBA(x, y, shade)
		}
	}
	got := shrunk(from)
	if a := got.RGBAAt(0, 10); a != (color.RGBA{255, 127, 127, 255}) { // 255 × (1 − 128/255)
		t.Errorf("half-transparent red on white is %v", a)
	}
	if b := got.RGBAAt(1, 10); b != (color.RGBA{128, 128, 128, 255}) { // a line of white, one of black
		t.Errorf("white and black average to %v", b)
	}
}

// TestLogoInEveryFormat: the emblem stands in the first pages with the municipality's name in its
// place; contact and document number are printed with the other pairs.
func TestLogoInEveryFormat(t *testing.T) {
	run := runOf(t, "../samples/midorino", lang.JA)
	pilot := *run.Cohort.Pilot
	pilot.Program.DocumentNumber, pilot.Program.Contact = "緑産第12号", "電話 000-000-0000"
	pilot.Logo = &setting.Logo{Picture: image.NewGray(image.Rect(0, 0, 60, 20)), Name: "町章.png"}
	named := *run.Cohort
	named.Pilot = &pilot
	run.Cohort = &named
	r, shown := Build(builtin(t, "public"), run)
	picture, err := png.Decode(bytes.NewReader(r.Logo.PNG))
	if err != nil || picture.Bounds().Dx() != 60 || r.Logo.Alt != "みどり野町" {
		t.Fatalf("logo %v, %q", err, r.Logo.Alt)
	}
	files, _, err := Render(t.Context(), r, shown, []string{"html", "pdf", "xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<img src="data:image/png;base64,`, `alt="みどり野町"`, "緑産第12号", "電話 000-000-0000"} {
		if !bytes.Contains(files[0].Data, []byte(want)) {
			t.Errorf("the page lacks %s", want)
		}
	}
	book := unzipped(t, files[2].Data)
	if !strings.Contains(book, `descr="みどり野町"`) || !strings.Contains(book, "緑産第12号") {
		t.Error("the workbook has no emblem with its text")
	}
	if list := imagesOf(t, files[1].Data); !strings.Contains(list, "60    20  rgb") {
		t.Errorf("the PDF's images:\n%s", list)
	}
	for _, f := range files {
		if bytes.Contains(f.Data, []byte("町章.png")) {
			t.Errorf("%s names the file of the emblem", f.Name)
		}
	}
}

// imagesOf lists the images of a PDF.
func imagesOf(t *testing.T, data []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdfimages")
	if err != nil {
		t.Skip("pdfimages (poppler-utils) is not installed")
	}
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-list", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
