package disk

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pilot90/report"
)

func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestLeftoversAreSwept: what a run that has ended left beside its file goes when the next writes there; that of one
// that still runs, of another computer, and whatever else the user keeps there stay.
func TestLeftoversAreSwept(t *testing.T) {
	ended := exec.Command(os.Args[0], "-test.run=^$")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	dead := fmt.Sprintf(".pilot90-%s-%d-00000001", computer(), ended.ProcessState.Pid())
	mine := fmt.Sprintf(".pilot90-%s-%d-00000002", computer(), os.Getpid())
	old, other := ".pilot90-00000000-1-00000003", ".pilot90-00000000-1-00000004"
	stay := []string{mine, other, ".pilot90-notes", "台帳.xlsx"}
	for _, name := range append([]string{dead, old}, stay...) {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if past := time.Now().Add(-2 * longestWrite); os.Chtimes(filepath.Join(dir, old), past, past) != nil {
		t.Fatal("cannot set the time of a file")
	}
	if err := WriteNew(filepath.Join(dir, "report.pdf"), []byte("%PDF")); err != nil {
		t.Fatal(err)
	}
	want := slices.Sorted(slices.Values(append(stay, "report.pdf")))
	if got := namesIn(t, dir); !slices.Equal(got, want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

// TestAllFilesOrNone: where the second of two files cannot be put into its place, the first is as it was.
func TestAllFilesOrNone(t *testing.T) {
	dir := t.TempDir()
	first, second, third := filepath.Join(dir, "a.csv"), filepath.Join(dir, "b.csv"), filepath.Join(dir, "c.csv")
	if err := os.WriteFile(first, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(third, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := writeAll(context.Background(), []report.File{{Name: first, Data: []byte("new")},
		{Name: second, Data: []byte("new")}, {Name: third, Data: []byte("new")}})
	if err == nil {
		t.Fatal("a file took the place of a folder")
	}
	if data, err := os.ReadFile(first); err != nil || string(data) != "old" {
		t.Errorf("the first file holds %q (%v), want what it held", data, err)
	}
	if got := namesIn(t, dir); !slices.Equal(got, []string{"a.csv", "c.csv"}) {
		t.Errorf("the folder holds %q", got)
	}
	if err := writeAll(context.Background(), []report.File{{Name: first, Data: []byte("new")},
		{Name: second, Data: []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(first); string(data) != "new" {
		t.Errorf("the first file holds %q, want the new one", data)
	}
	if got := namesIn(t, dir); !slices.Equal(got, []string{"a.csv", "b.csv", "c.csv"}) {
		t.Errorf("the folder holds %q", got)
	}
}

// TestRewrite: files of the program's own are written over, one without data goes, and where one cannot be written
// nothing is another.
func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	settings, before := filepath.Join(dir, "pilot.toml"), filepath.Join(dir, "pilot.toml.before")
	for _, step := range []struct{ settings, before string }{{"a", ""}, {"b", "a"}} {
		if err := Rewrite(context.Background(), []report.File{{Name: settings, Data: []byte(step.settings)},
			{Name: before, Data: []byte(step.before)}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := Rewrite(context.Background(),
		[]report.File{{Name: settings}, {Name: before, Data: []byte("b")}}); err != nil {
		t.Fatal(err)
	}
	if got := namesIn(t, dir); !slices.Equal(got, []string{"pilot.toml.before"}) {
		t.Errorf("the folder holds %q", got)
	}
	if err := os.MkdirAll(filepath.Join(settings, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Rewrite(context.Background(), []report.File{{Name: before, Data: []byte("c")},
		{Name: settings, Data: []byte("c")}}); err == nil {
		t.Error("a file took the place of a folder")
	}
	if data, err := os.ReadFile(before); err != nil || string(data) != "b" {
		t.Errorf("the other file holds %q (%v)", data, err)
	}
}
