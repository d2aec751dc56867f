package draft

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestLeftoversAreSwept: what a run that has ended left beside its file goes when the next writes there, a folder too;
// that of one that still runs, of another computer, and whatever else the user keeps there stay.
func TestLeftoversAreSwept(t *testing.T) {
	ended := exec.Command(os.Args[0], "-test.run=^$")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	dead := fmt.Sprintf(".pilot90-%s-%d-00000001", computer(), ended.ProcessState.Pid())
	mine := fmt.Sprintf(".pilot90-%s-%d-00000002", computer(), os.Getpid())
	old, other := ".pilot90-00000000-1-00000003", ".pilot90-00000000-1-00000004"
	folder := fmt.Sprintf(".pilot90-%s-%d-00000005", computer(), ended.ProcessState.Pid())
	stay := []string{mine, other, ".pilot90-notes", "台帳.xlsx"}
	for _, name := range append([]string{dead, old}, stay...) {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, folder, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	if past := time.Now().Add(-2 * longestWrite); os.Chtimes(filepath.Join(dir, old), past, past) != nil {
		t.Fatal("cannot set the time of a file")
	}
	Sweep(dir)
	want := slices.Sorted(slices.Values(stay))
	got, err := fs.Glob(os.DirFS(dir), "*")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}
