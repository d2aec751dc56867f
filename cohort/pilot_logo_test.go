package cohort

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cohort/cell"
)

// TestLogo: what can and what cannot be a logo, each with the code that says so.
func TestLogo(t *testing.T) {
	small := image.NewGray(image.Rect(0, 0, 30, 10))
	var asPNG, asJPEG, wide bytes.Buffer
	for _, err := range []error{
		png.Encode(&asPNG, small),
		jpeg.Encode(&asJPEG, small, nil),
		png.Encode(&wide, image.NewGray(image.Rect(0, 0, 4001, 1))),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	parent := t.TempDir()
	dir := filepath.Join(parent, "ledger")
	for name, data := range map[string][]byte{
		"ledger/logo.png": asPNG.Bytes(), "ledger/images/町章.jpg": asJPEG.Bytes(), "ledger/wide.png": wide.Bytes(),
		"secret.png":     asPNG.Bytes(),
		"ledger/big.png": append(asPNG.Bytes(), make([]byte, mostLogoBytes)...), "ledger/cut.png": asPNG.Bytes()[:50],
		"ledger/text.png": []byte("<svg/>"),
	} {
		path := filepath.Join(parent, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret.png", filepath.Join(dir, "link.png")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	for name, want := range map[string]string{
		"logo.png": "", "images/町章.jpg": "", `images\\町章.jpg`: "", "./logo.png": "",
		"absent.png": "P107", "../secret.png": "P107", "link.png": "P107", "images": "P107",
		filepath.ToSlash(filepath.Join(parent, "secret.png")): "P107",
		"wide.png": "P108", "big.png": "P108", "cut.png": "P108", "text.png": "P108",
	} {
		doc := "[program]\nmunicipality = \"緑野町\"\nlogo = \"" + name + "\"\ndocument_number = \"緑産第12号\"\n"
		if err := os.WriteFile(filepath.Join(dir, PilotFile), []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
		asOf := cell.NewDay(2026, 3, 31)
		c, _, err := Load(context.Background(), dir, LoadOptions{AsOf: &asOf, Today: asOf})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range c.Findings {
			if f.Code == codeLogoMissing || f.Code == codeLogoUnusable {
				got = f.Code
				if !strings.Contains(f.Message.JA, "3行目1文字目") || strings.Contains(f.Message.JA+f.Message.EN, "%!") ||
					strings.Contains(f.Message.JA, parent) != strings.Contains(name, parent) {
					t.Errorf("%s: %s / %s", name, f.Message.JA, f.Message.EN)
				}
			}
		}
		if got != want || (c.Pilot.Logo != nil) != (want == "") {
			t.Errorf("%s: finding %q, want %q; logo read: %v", name, got, want, c.Pilot.Logo != nil)
		}
		if c.Pilot.Program.DocumentNumber != "緑産第12号" {
			t.Errorf("the document number is %q", c.Pilot.Program.DocumentNumber)
		}
	}
}
