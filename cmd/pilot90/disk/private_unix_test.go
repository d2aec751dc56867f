//go:build unix

package disk

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"pilot90/report"
)

// TestAsPrivateAs: what is written after a file or folder was read that others may not read is closed to them too, with
// its folder; beside an open one it has what the umask leaves.
func TestAsPrivateAs(t *testing.T) {
	before := syscall.Umask(0o022)
	defer syscall.Umask(before)
	for _, c := range []struct {
		file, folder, made, within os.FileMode
	}{
		{0o644, 0o755, 0o644, 0o755},
		{0o640, 0o755, 0o640, 0o750},
		{0o600, 0o755, 0o600, 0o700},
		{0o644, 0o700, 0o600, 0o700},
		{0o644, 0o750, 0o640, 0o750},
	} {
		syscall.Umask(0o022)
		dir := t.TempDir()
		ledger, file := filepath.Join(dir, "ledger"), filepath.Join(dir, "ledger", "a.csv")
		for _, err := range []error{os.Mkdir(ledger, 0o755), os.WriteFile(file, nil, 0o600), os.Chmod(file, c.file),
			os.Chmod(ledger, c.folder)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		AsPrivateAs(ledger, file, filepath.Join(dir, "not there"))
		out := filepath.Join(dir, "out")
		if err := PlaceNew(context.Background(), []report.File{{Name: filepath.Join(out, "a"),
			Data: []byte("x")}}); err != nil {
			t.Fatal(err)
		}
		for path, want := range map[string]os.FileMode{out: c.within, filepath.Join(out, "a"): c.made} {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
				t.Errorf("beside %o in %o: %s has %v (%v), want %o", c.file, c.folder, filepath.Base(path), info.Mode(), err, want)
			}
		}
	}
}
