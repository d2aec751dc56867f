//go:build unix

package disk

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPermissions: new files and folders have those that the umask leaves, a file that is written again those it had.
func TestPermissions(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o027))
	dir := filepath.Join(t.TempDir(), "out")
	file := filepath.Join(dir, "report.pdf")
	mode := func(path string) fs.FileMode {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	if err := WriteNew(file, nil); err != nil {
		t.Fatal(err)
	}
	if mode(dir) != 0o750 || mode(file) != 0o640 { // 0777 and 0666 without 027
		t.Errorf("folder %v, file %v", mode(dir), mode(file))
	}
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteWhole(file, []byte("again")); err != nil || mode(file) != 0o600 {
		t.Errorf("written again: %v (%v), want 0600", mode(file), err)
	}
}
