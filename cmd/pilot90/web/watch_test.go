package web

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/cell"
)

// stepped is a watch that is stepped by hand.
func stepped(t *testing.T) (*watch, string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range small {
		save(t, dir, name, text)
	}
	p := &program{}
	s := New(Options{Today: func() cell.Day {
		return cell.NewDay(2026, 3, 31)
	}, Program: p, Waits: Waits{Look: time.Hour}})
	t.Cleanup(s.desk.close)
	src := &source{path: dir}
	if err := s.desk.open(t.Context(), src, ""); err != nil {
		t.Fatal(err)
	}
	w := newWatch(s.desk, src)
	if err := w.begin(); err != nil {
		t.Fatal(err)
	}
	return w, dir
}

func save(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// versions steps so often and returns the version after each step.
func versions(t *testing.T, w *watch, steps int) []int {
	t.Helper()
	var list []int
	for range steps {
		if err := w.step(t.Context()); err != nil {
			t.Fatal(err)
		}
		list = append(list, w.desk.current().version)
	}
	return list
}

// TestWatchSettles: a save is read once two looks agree; what is no change of contents never is;
// a file that goes away gets longer to come back, as when Excel replaces it.
func TestWatchSettles(t *testing.T) {
	longer := strings.Replace(small["作業ログ.csv"], "すこし", "1.5", 1)
	for name, c := range map[string]struct {
		change func(t *testing.T, dir string)
		want   []int // versions after each look; 1 is the first reading
	}{
		"a save":       {func(t *testing.T, dir string) { save(t, dir, "作業ログ.csv", longer) }, []int{1, 2, 2, 2}},
		"a lock file":  {func(t *testing.T, dir string) { save(t, dir, "~$案件.xlsx", "x") }, []int{1, 1, 1, 1}},
		"the same":     {func(t *testing.T, dir string) { save(t, dir, "案件.csv", small["案件.csv"]) }, []int{1, 1, 1, 1}},
		"a new file":   {func(t *testing.T, dir string) { save(t, dir, "研修.csv", "日付,参加者ID\n") }, []int{1, 2, 2}},
		"a file taken": {func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "案件.csv")) }, []int{1, 1, 1, 1, 2, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			w, dir := stepped(t)
			c.change(t, dir)
			got := versions(t, w, len(c.want))
			for i := range c.want {
				if got[i] != c.want[i] {
					t.Fatalf("versions %v, want %v", got, c.want)
				}
			}
		})
	}
}

// TestWatchTrouble: while the folder is away the pages keep what they have and say so; when it is
// back they take that back.
func TestWatchTrouble(t *testing.T) {
	w, dir := stepped(t)
	away := dir + "-away"
	if err := os.Rename(dir, away); err != nil {
		t.Fatal(err)
	}
	if err := w.step(t.Context()); err == nil {
		t.Fatal("no error of a folder that is away")
	}
	w.desk.fails(w.src, "いまは読めません")
	stream, end := w.desk.listen()
	defer end()
	if first := <-stream; !first.Failing || first.Version != 1 {
		t.Errorf("a page that opens now is told %v", first)
	}
	if err := os.Rename(away, dir); err != nil {
		t.Fatal(err)
	}
	versions(t, w, 1)
	if back := <-stream; back.Failing || back.Version != 1 || w.desk.failure != "" {
		t.Errorf("told %v, trouble %q", back, w.desk.failure)
	}
}

// TestWatchNewDay: what depends on today is computed anew when a day begins.
func TestWatchNewDay(t *testing.T) {
	w, _ := stepped(t)
	w.desk.server.opt.Today = func() cell.Day { return cell.NewDay(2026, 4, 1) }
	if got := versions(t, w, 2); got[0] != 2 || got[1] != 2 {
		t.Errorf("versions %v, want 2 2", got)
	}
	if asOf := w.desk.current().run.Window.Clock.AsOf; asOf != cell.NewDay(2026, 4, 1) {
		t.Errorf("as of %v", asOf)
	}
}

// TestLife: when the server is to end by itself.
func TestLife(t *testing.T) {
	waits := Waits{Closed: 2 * time.Minute, Unseen: 30 * time.Minute}
	now := time.Date(2026, 3, 31, 9, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		do    func(l *life)
		after time.Duration
		waits Waits
		want  bool
	}{
		"nobody came yet":        {func(l *life) {}, 29 * time.Minute, waits, false},
		"nobody came":            {func(l *life) {}, 30 * time.Minute, waits, true},
		"nobody has to come":     {func(l *life) {}, 99 * time.Hour, Waits{Closed: time.Minute}, false},
		"a page is open":         {func(l *life) { l.enter() }, 99 * time.Hour, waits, false},
		"one of two is closed":   {func(l *life) { l.enter(); l.enter()() }, 99 * time.Hour, waits, false},
		"closed a moment ago":    {func(l *life) { l.enter()() }, time.Minute, waits, false},
		"closed":                 {func(l *life) { l.enter()() }, 2 * time.Minute, waits, true},
		"closed and opened anew": {func(l *life) { l.enter()(); l.enter() }, time.Hour, waits, false},
	} {
		at := now
		l := newLife(func() time.Time { return at })
		c.do(l)
		at = now.Add(c.after)
		if got := l.over(c.waits); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
