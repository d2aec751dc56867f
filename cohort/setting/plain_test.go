package setting

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"pilot90/cohort/tomlplace"
)

// TestReadPlain: a folder is refused as what is no plain file, and no more is read than what is asked for and one byte.
func TestReadPlain(t *testing.T) {
	dir := t.TempDir()
	if _, err := ReadPlain(dir, 10); !errors.Is(err, syscall.EISDIR) {
		t.Errorf("a folder: %v", err)
	}
	file := filepath.Join(dir, "a")
	if err := os.WriteFile(file, bytes.Repeat([]byte("x"), 100), 0o600); err != nil {
		t.Fatal(err)
	}
	for most, want := range map[int64]int{10: 11, 99: 100, 100: 100} {
		if data, err := ReadPlain(file, most); err != nil || len(data) != want {
			t.Errorf("at most %d: %d bytes, %v, want %d", most, len(data), err, want)
		}
	}
	for most, want := range map[int64]error{99: syscall.EFBIG, 100: nil} {
		if _, err := ReadWhole(file, most); !errors.Is(err, want) {
			t.Errorf("whole, at most %d: %v, want %v", most, err, want)
		}
	}
	if _, err := ReadTOML(filepath.Join(dir, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
}

// TestSettingsBeyondBounds: what no decoder should be given is a finding with its line, and the defaults hold.
func TestSettingsBeyondBounds(t *testing.T) {
	for doc, at := range map[string]string{
		"[program]\n" + strings.Repeat("a.", 9500) + "a = 1\n": "2行目",
		"a = " + strings.Repeat("[", 9500):                     "1行目",
		strings.Repeat("# x\n", tomlplace.MostBytes/4) + "\n":  "1行目",
	} {
		p, found := Read(File, []byte(doc))
		if len(found) != 1 || found[0].Code != codeSyntax || !strings.HasPrefix(found[0].Message.JA, at) ||
			p.Program.Name != Default().Program.Name {
			t.Errorf("%.30q: %v", doc, found)
		}
		if found := Default().Learn([]byte(doc)); len(found) != 1 || !strings.HasPrefix(found[0].Message.JA, at) {
			t.Errorf("reading.toml %.30q: %v", doc, found)
		}
	}
}
