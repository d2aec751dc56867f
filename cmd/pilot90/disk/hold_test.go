package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// TestHold: of many who add one to a number in a file, none is lost; what a killed program left is cleared away, and a
// folder that is gone is an error at once.
func TestHold(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "n")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			release, err := Hold(dir)
			if err != nil {
				t.Error(err)
				return
			}
			defer release()
			text, err := os.ReadFile(file)
			if err == nil {
				err = os.WriteFile(file, append(text, 'x'), 0o600)
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if text, err := os.ReadFile(file); err != nil || len(text) != 20 {
		t.Errorf("%d of 20 are left, %v", len(text), err)
	}
	lock := filepath.Join(dir, LockFile)
	if _, err := os.Stat(lock); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the lock is left: %v", err)
	}
	if err := os.WriteFile(lock, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(lock, old, old); err != nil {
		t.Fatal(err)
	}
	release, err := Hold(dir)
	if err != nil {
		t.Fatal(err)
	}
	release()
	if _, err := Hold(filepath.Join(dir, "gone")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is gone: %v", err)
	}
}
