package disk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

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

// TestAllFilesOrNoneWithoutLinks: the same where a file system knows no second names.
func TestAllFilesOrNoneWithoutLinks(t *testing.T) {
	defer func(was func(string, string) error) { link = was }(link)
	link = func(string, string) error { return errors.ErrUnsupported }
	TestAllFilesOrNone(t)
	TestRewrite(t)
	dir := t.TempDir()
	path := filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	kept, err := aside(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{kept, path} {
		if data, err := os.ReadFile(name); err != nil || string(data) != "old" {
			t.Errorf("%s holds %q (%v), want the old file: a killed run must not lose it", name, data, err)
		}
	}
}

// TestAbove: the folder that the list of moves is written into.
func TestAbove(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{{[]string{"out/a"}, "out"}, {[]string{"out/x/a", "out/b"}, "out"}, {[]string{"out/x/a", "out/y/b"}, "out"},
		{[]string{"a", "x/b"}, "."}, {[]string{"/t/x/a", "/u/b"}, "/"}} {
		var files []report.File
		for _, name := range c.names {
			files = append(files, report.File{Name: filepath.FromSlash(name)})
		}
		if got := above(files); got != filepath.FromSlash(c.want) {
			t.Errorf("above %q is %q, want %q", c.names, got, c.want)
		}
	}
}
