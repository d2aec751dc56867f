package fingerprint

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestLookerReadsLittle: a file that is settled is not read again; one that was just saved is,
// whatever its time says.
func TestLookerReadsLittle(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "案件.csv"), []byte("案件ID\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		after time.Duration
		reads bool
	}{{time.Hour, false}, {time.Second, true}} {
		l := Looker{Now: func() time.Time { return time.Now().Add(c.after) }}
		first, err := l.At(dir)
		if err != nil {
			t.Fatal(err)
		}
		for name, seen := range l.known {
			seen.hash = [32]byte{1}
			l.known[name] = seen
		}
		second, err := l.At(dir)
		if err != nil || maps.Equal(first, second) != c.reads {
			t.Errorf("%v after the save: read again %v, want %v (%v)", c.after, maps.Equal(first, second), c.reads, err)
		}
	}
}

// TestNoFiles: a device that is named as a ledger, and links in a folder to nothing and to a folder, have no contents
// to be read: what is told of is the files beside them alone.
func TestNoFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "案件.csv"), []byte("案件ID\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"無.csv": "nowhere", "台帳.csv": "."} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	l := Looker{Now: time.Now}
	if set, err := l.At(dir); err != nil || len(set) != 1 {
		t.Errorf("%v, %v; want the file alone", set, err)
	}
	if set, err := l.At(os.DevNull); err != nil || len(set) != 0 {
		t.Errorf("a device: %v, %v; want nothing", set, err)
	}
}
