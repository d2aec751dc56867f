package main

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pilot90/cmd/pilot90/disk"
)

// kills is how often each of the seven commands is killed; the environment's KILLS is another number of kills in all,
// such as 200.
var kills = func() int {
	all, err := strconv.Atoi(os.Getenv("KILLS"))
	if err != nil {
		return 12
	}
	return (all + len(deeds) - 1) / len(deeds)
}

// deed is a command that writes files.
type deed struct {
	name string
	args []string // with LEDGER and OUT for their paths; it is run in the folder of both
	old  []string // what was run before, so that there is something to write over; nil for nothing
	sign string   // what the name of a file holds that is there while the command writes
	said string   // what a run after the last one says; "" for anything
}

var deeds = []deed{
	{"report", []string{"report", "LEDGER", "--as-of", "2025-09-30", "--format", "html,json,csv", "--out", "OUT"},
		[]string{"report", "LEDGER", "--as-of", "2025-08-31", "--format", "html,json,csv", "--out", "OUT"}, ".pilot90-", ""},
	{"seal", []string{"seal", "LEDGER", "--as-of", "2025-09-30", "--for", "hub", "--format", "html,json"}, nil,
		".pilot90-", "すでに"},
	{"check", []string{"check", "LEDGER", "--as-of", "2025-09-30", "--format", "xlsx", "--out", "OUT"}, nil, ".pilot90-",
		"すでに"},
	{"init", []string{"init", "OUT", "--program", "試行", "--municipality", "川北町", "--prefecture", "石川県", "--start",
		"2026-04-01"}, nil, ".pilot90-", "すでに"},
	{"publish", []string{"publish", "LEDGER", "--to", "sqlite://OUT/town.db"}, nil, "-journal", "すでに入っていたもの 1"},
	{"handover", []string{"handover", "LEDGER", "--out", "OUT/next", "--with-ledger", "--place", "共有", "--as-of",
		"2025-09-30"}, nil,
		".pilot90-", "すでに"},
	{"rollup", []string{"rollup", "ledger", "--as-of", "2025-09-30", "--format", "html,json,xlsx", "--out", "out"},
		[]string{"rollup", "ledger", "--as-of", "2025-08-31", "--format", "html,json,xlsx", "--out", "out"}, ".pilot90-", ""},
}

// killedLedger is the ledger of the deeds, with faults to mark in three files.
func killedLedger() map[string]string {
	files := maps.Clone(faulty)
	files["pilot.toml"] = "[program]\nname = \"緑野町\"\ncode = \"206938\"\n"
	return files
}

// TestKilled kills commands at random points. The ledger is as it was, what is there is whole and, once the next run
// has begun, all old or all new; the next run ends as one that was not disturbed, and leaves nothing of the killed one.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills runs of the program")
	}
	if runtime.GOOS == "windows" {
		t.Skip("a process of Windows is not asked whether it still runs: its leftovers go after a day")
	}
	for _, d := range deeds {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			old := d.stage(t)
			if d.old != nil {
				old.run(t, d.old)
			}
			whole := d.stage(t)
			whole.copyOut(t, old)
			begun := time.Now()
			whole.run(t, d.args)
			length := time.Since(begun)
			before, after := old.made(t), whole.made(t)
			if len(after) == 0 || maps.Equal(before, after) {
				t.Fatalf("the command writes nothing: %q", after)
			}
			for n := range kills() {
				s := d.stage(t)
				s.copyOut(t, old)
				s.kill(t, d, length, n)
				s.whole(t, before, after)
				s.run(t, d.args)
				if got := s.made(t); !maps.Equal(compared(got), compared(after)) {
					t.Fatalf("kill %d: after the next run there are %q, want %q", n, slices.Sorted(maps.Keys(got)),
						slices.Sorted(maps.Keys(after)))
				}
				if d.said != "" {
					if said := s.run(t, d.args); !strings.Contains(said, d.said) {
						t.Fatalf("kill %d: a run after the next says %q", n, said)
					}
				}
				os.RemoveAll(s.dir)
			}
		})
	}
}

// stage is a ledger, and a folder beside it to write into.
type stage struct{ dir, ledger, out string }

func (d deed) stage(t *testing.T) *stage {
	t.Helper()
	dir := t.TempDir()
	s := &stage{dir, filepath.Join(dir, "ledger"), filepath.Join(dir, "out")}
	if err := os.Rename(ledgerOf(t, killedLedger()), s.ledger); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(s.out, 0o755); err != nil {
		t.Fatal(err)
	}
	return s
}

// copyOut takes over what was written in another stage.
func (s *stage) copyOut(t *testing.T, from *stage) {
	t.Helper()
	if err := os.RemoveAll(s.out); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(s.out, os.DirFS(from.out)); err != nil {
		t.Fatal(err)
	}
}

// start begins the program with the arguments. It is the program itself, by the name that TestMain knows it by.
func (s *stage) start(t *testing.T, args []string) (c *exec.Cmd, said *strings.Builder) {
	t.Helper()
	c, said = exec.Command(os.Args[0]), new(strings.Builder)
	c.Args, c.Dir = []string{"pilot90"}, s.dir
	for _, arg := range args {
		c.Args = append(c.Args, strings.NewReplacer("LEDGER", s.ledger, "OUT", s.out).Replace(arg))
	}
	c.Stdout, c.Stderr = said, said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, said
}

// run runs the program to its end and returns what it says: of what is there already, too.
func (s *stage) run(t *testing.T, args []string) string {
	t.Helper()
	c, said := s.start(t, args)
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitOK && code != exitFindings &&
		!strings.Contains(said.String(), "すでにあ") {
		t.Fatalf("pilot90 %q: exit code %d\n%s", args, code, said)
	}
	return said.String()
}

// kill kills the command: every second time anywhere in a run of that length, else once it writes.
func (s *stage) kill(t *testing.T, d deed, length time.Duration, n int) {
	t.Helper()
	c, _ := s.start(t, d.args)
	if n%2 == 0 {
		time.Sleep(rand.N(length + time.Millisecond))
	} else {
		for end := time.Now().Add(2 * length); time.Now().Before(end) && !s.writing(d.sign); {
			time.Sleep(100 * time.Microsecond)
		}
		time.Sleep(rand.N(4 * time.Millisecond))
	}
	c.Process.Kill()
	c.Wait()
}

// writing reports whether a file with the sign in its name is there.
func (s *stage) writing(sign string) (found bool) {
	filepath.WalkDir(s.dir, func(path string, e fs.DirEntry, err error) error {
		found = found || strings.Contains(filepath.Base(path), sign)
		return nil // files come and go
	})
	return found
}

// made is what was written, by path; the ledger is held to be as it was.
func (s *stage) made(t *testing.T) map[string]string {
	t.Helper()
	files, left := map[string]string{}, map[string]string{}
	for name, text := range killedLedger() {
		left[filepath.Join("ledger", name)] = text
	}
	err := filepath.WalkDir(s.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(s.dir, path)
		if was, ok := left[rel]; !ok {
			files[rel] = string(data)
		} else if was != string(data) {
			t.Errorf("%s is not as it was", rel)
		}
		delete(left, rel)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("the ledger lacks %q", slices.Sorted(maps.Keys(left)))
	}
	return files
}

// compared is what two runs have in common: the pages of a database are numbered and dated as they come.
func compared(files map[string]string) map[string]string {
	files = maps.Clone(files)
	for path := range files {
		if filepath.Ext(path) == ".db" {
			files[path] = ""
		}
	}
	return files
}

// visible leaves out drafts, what is kept beside editions, and databases, which are settled when they are opened.
func visible(files map[string]string) map[string]string {
	files = maps.Clone(files)
	maps.DeleteFunc(files, func(path, _ string) bool {
		return strings.Contains(path, string(filepath.Separator)+".") || strings.Contains(path, ".db")
	})
	return files
}

// whole holds that no file is half, and that the beginning of the next run makes them all old or all new.
func (s *stage) whole(t *testing.T, old, new map[string]string) {
	t.Helper()
	for path, data := range visible(s.made(t)) {
		if data != old[path] && data != new[path] {
			t.Fatalf("%s is neither the old file nor the new one: %d bytes, of %d and %d", path, len(data), len(old[path]),
				len(new[path]))
		}
	}
	disk.Settle(s.out)
	if got := visible(s.made(t)); !maps.Equal(got, visible(old)) && !maps.Equal(got, visible(new)) {
		t.Fatalf("old and new files are mixed: %q", slices.Sorted(maps.Keys(got)))
	}
}
