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
