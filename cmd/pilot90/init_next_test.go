package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// TestLogoOfNextYear: the next year's ledger gets the logo of the old one, from inside its folder alone; a name that
// leads out of it is neither read nor written to.
func TestLogoOfNextYear(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 60, 20))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		logo     string
		carried  bool
		at, next string // where the logo is, and where it would come to
	}{
		{"town.png", true, "old/town.png", "new/town.png"},
		{"../town.png", false, "town.png", "in/town.png"},
	} {
		root := t.TempDir()
		old := filepath.Join(root, "old")
		for name, text := range map[string]string{
			c.at:                      picture.String(),
			"old/pilot.toml":          "[program]\nname = \"x\"\nlogo = \"" + c.logo + "\"\n",
			"old/参加者.csv":             "参加者ID,開始日\nP1,2025-06-02\n",
			"old/作業ログ_2025-06-02.csv": "作業日,参加者ID,時間\n2025-06-03,P1,1\n",
		} {
			writeFile(t, filepath.Join(root, filepath.FromSlash(name)), text)
		}
		next := filepath.Join(root, "in", "new")
		if c.carried {
			next = filepath.Join(root, "new")
		}
		pilot90(t, exitOK, "init", next, "--from", old, "--program", "x", "--municipality", "緑野町",
			"--prefecture", "長野県", "--start", "2026-06-01")
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(c.next)))
		if got := err == nil && bytes.Equal(data, picture.Bytes()); got != c.carried {
			t.Errorf("logo = %q: carried %v, want %v (%v)", c.logo, got, c.carried, err)
		}
	}
}

// writeFile writes a file and the folders above it.
func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
