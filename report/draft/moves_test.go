package draft

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ended is what makes this program one that begins moves and ends after some of them, as a killed run does:
// the folder, the places, and how many are moved.
const ended = "DRAFT_ENDED"

func TestMain(m *testing.M) {
	if task := os.Getenv(ended); task != "" {
		os.Exit(endEarly(strings.Split(task, "|")))
	}
	os.Exit(m.Run())
}

func endEarly(task []string) int {
	dir := task[0]
	var list []Move
	for _, name := range task[2:] {
		to := filepath.Join(dir, name)
		if gone, ok := strings.CutPrefix(name, "-"); ok {
			list = append(list, Move{To: filepath.Join(dir, gone)})
			continue
		}
		f, err := Open(filepath.Dir(to))
		if err != nil {
			return 1
		}
		_, err = f.WriteString("new " + name)
		if errors.Join(err, f.Close()) != nil {
			return 1
		}
		list = append(list, Move{Draft: f.Name(), To: to})
	}
	if _, err := Begin(dir, list); err != nil {
		return 1
	}
	count, err := strconv.Atoi(task[1])
	for _, m := range list[:count] {
		if m.Draft == "" {
			err = errors.Join(err, os.Remove(m.To))
		} else {
			err = errors.Join(err, os.Rename(m.Draft, m.To))
		}
	}
	if err != nil {
		return 1
	}
	return 0
}

func runEnded(t *testing.T, dir string, count int, names ...string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), ended+"="+strings.Join(append([]string{dir, strconv.Itoa(count)}, names...), "|"))
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
}

// read is every file of a folder with what it holds.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	names, err := fs.Glob(os.DirFS(dir), "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			for in, data := range read(t, path) {
				all[name+"/"+in] = data
			}
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(data)
	}
	return all
}

func fill(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMovesAreEnded: a run killed after any number of its moves over files that were there is ended by the next.
func TestMovesAreEnded(t *testing.T) {
	old := map[string]string{"a": "old", "sub/b": "old", "c": "old", "台帳.xlsx": "the user's"}
	want := map[string]string{"a": "new a", "sub/b": "new sub/b", "d": "new d", "台帳.xlsx": "the user's"}
	for count := range 5 {
		dir := t.TempDir()
		fill(t, dir, old)
		runEnded(t, dir, count, "a", "sub/b", "-c", "d")
		Sweep(dir)
		if got := read(t, dir); !maps.Equal(got, want) {
			t.Errorf("after %d moves the folder holds %q", count, got)
		}
	}
}

// TestMovesAreTakenBack: one that was to write new files only is as if it had not been, so that it can be run again.
func TestMovesAreTakenBack(t *testing.T) {
	want := map[string]string{"台帳.xlsx": "the user's"}
	for count := range 4 {
		dir := t.TempDir()
		fill(t, dir, want)
		runEnded(t, dir, count, "a", "b", "c")
		Sweep(dir)
		if got := read(t, dir); !maps.Equal(got, want) {
			t.Errorf("after %d moves the folder holds %q", count, got)
		}
	}
}

// TestMovesLeaveWhatWasChangedSince: what the user wrote after the killed run stays.
func TestMovesLeaveWhatWasChangedSince(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, map[string]string{"b": "old"})
	runEnded(t, dir, 1, "a", "b", "c")
	fill(t, dir, map[string]string{"a": "mine of today", "b": "mine of today", "c": "mine of today"})
	Sweep(dir)
	if got := slices.Sorted(maps.Values(read(t, dir))); !slices.Equal(got, slices.Repeat([]string{"mine of today"}, 3)) {
		t.Errorf("the files are %q", got)
	}
}

// TestMovesOfOthers: a list that names files that are no drafts, or places outside its folder, moves nothing.
func TestMovesOfOthers(t *testing.T) {
	outer := t.TempDir()
	dir := filepath.Join(outer, "in")
	fill(t, dir, map[string]string{"mine": "mine"})
	runEnded(t, dir, 0, "a", "b")
	var list string
	for name := range read(t, dir) {
		if strings.HasSuffix(name, movesEnding) {
			list = name
		}
	}
	const nothing = `{"there":false,"size":0,"time":"0001-01-01T00:00:00Z"}`
	fill(t, dir, map[string]string{list: `{"moves":[{"draft":"mine","to":"x","now":` + nothing + `},` +
		`{"draft":"../in/mine","to":"y","now":` + nothing + `},` +
		`{"draft":".pilot90-00000000-1-00000000","to":"../z","now":` + nothing + `}]}`})
	Sweep(dir)
	if got := read(t, outer); !maps.Equal(got, map[string]string{"in/mine": "mine"}) {
		t.Errorf("the folder holds %q", got)
	}
}
