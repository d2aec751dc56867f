package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// watched is a ledger being watched, with what was printed.
type watched struct {
	*watch
	dir            string
	stdout, stderr *bytes.Buffer
	t              *testing.T
}

// watchLedger starts to watch the faulty ledger; the clock stands still at day, long after the
// files were saved unless a test says otherwise.
func watchLedger(t *testing.T) *watched {
	t.Helper()
	w := &watched{dir: ledgerOf(t, faulty), stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}, t: t}
	f := &checkFlags{format: "text", failOn: "error"}
	f.ledger.asOf = "2025-08-31"
	w.watch = newWatch(speaking(w.stdout, w.stderr), w.dir, f)
	w.now = func() time.Time { return time.Date(2025, 9, 1, 10, 30, 0, 0, time.UTC) }
	if err := w.start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return w
}

// speaking is the command with streams of the test's own.
func speaking(stdout, stderr io.Writer) *app {
	return &app{Terminal: terminal.Terminal{Voice: voice.Voice{Lang: lang.JA}, Stdout: stdout, Stderr: stderr}}
}

// save writes a file of the ledger.
func (w *watched) save(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.dir, name), []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// printed steps once and returns what was printed at that step.
func (w *watched) printed() string {
	w.t.Helper()
	w.stdout.Reset()
	if err := w.step(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	return w.stdout.String()
}

// TestWatchChecksAfterSave: a fault is corrected and saved; the second look that sees the same
// bytes checks, once.
func TestWatchChecksAfterSave(t *testing.T) {
	w := watchLedger(t)
	if !strings.Contains(w.stdout.String(), "「いつか」") {
		t.Fatalf("the first check printed %q", w.stdout.String())
	}
	w.save("案件.csv", strings.Replace(faulty["案件.csv"], "いつか", "2025-08-01", 1))
	if got := w.printed(); got != "" {
		t.Errorf("checked while the file may still be written: %q", got)
	}
	got := w.printed()
	if !strings.Contains(got, "―― 10:30:00 点検しました（直った 1件・新しい 0件）――") || strings.Contains(got, "「いつか」") {
		t.Errorf("after the save: %q", got)
	}
	if got := w.printed(); got != "" {
		t.Errorf("checked again without a save: %q", got)
	}
}

// TestWatchIgnores what is no change of the ledger's contents.
func TestWatchIgnores(t *testing.T) {
	w := watchLedger(t)
	w.save("~$案件.xlsx", "the lock file of Excel")
	w.save("メモ.docx", "not a spreadsheet")
	w.save("案件.csv", faulty["案件.csv"]) // saved without a change
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(filepath.Join(w.dir, "案件.csv"), later, later); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if got := w.printed(); got != "" {
			t.Fatalf("checked: %q", got)
		}
	}
}

// TestWatchNotices files that come, go and change without a change of size and time.
func TestWatchNotices(t *testing.T) {
	for name, change := range map[string]func(w *watched){
		"a new file":       func(w *watched) { w.save("研修.csv", "日付,参加者ID\n2025-07-01,P01\n") },
		"a new pilot.toml": func(w *watched) { w.save("pilot.toml", "[program]\nname = \"みどり野\"\n") },
		"a file removed":   func(w *watched) { os.Remove(filepath.Join(w.dir, "作業ログ.csv")) },
		"same size, same second": func(w *watched) {
			file := filepath.Join(w.dir, "案件.csv")
			info, err := os.Stat(file)
			if err != nil {
				w.t.Fatal(err)
			}
			w.save("案件.csv", strings.Replace(faulty["案件.csv"], "10000", "20000", 1))
			os.Chtimes(file, info.ModTime(), info.ModTime())
			w.look.Now = func() time.Time { return info.ModTime().Add(time.Second) }
		},
	} {
		w := watchLedger(t)
		change(w)
		if got := w.printed() + w.printed(); !strings.Contains(got, "点検しました") {
			t.Errorf("%s was not noticed", name)
		}
	}
}

// TestWatchSurvives a ledger that cannot be read for a while, and says so once.
func TestWatchSurvives(t *testing.T) {
	w := watchLedger(t)
	away := w.dir + "-away"
	if err := os.Rename(w.dir, away); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		w.mention(w.step(t.Context()))
	}
	if got := w.stderr.String(); strings.Count(got, "pilot90: ") != 1 || !strings.Contains(got, filepath.Base(w.dir)) {
		t.Errorf("stderr: %q", got)
	}
	if err := os.Rename(away, w.dir); err != nil {
		t.Fatal(err)
	}
	w.save("案件.csv", "案件ID,発注者ID,種別,開始日\n")
	if got := w.printed() + w.printed(); !strings.Contains(got, "点検しました") {
		t.Errorf("not checked after the folder came back: %q", got)
	}
}

// TestWatchEnds: the end of the context ends the watch, with the exit code of the last check.
func TestWatchEnds(t *testing.T) {
	dir := ledgerOf(t, faulty)
	f := &checkFlags{format: "text", failOn: "error"}
	f.ledger.asOf = "2025-08-31"
	said := &lines{wanted: "Ctrl+C", heard: make(chan struct{})}
	w := newWatch(speaking(io.Discard, said), dir, f)
	w.every = time.Millisecond
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- w.run(ctx) }()
	<-said.heard
	stop()
	a := &app{Terminal: terminal.Terminal{Stderr: io.Discard}}
	if code := a.code(<-ended); code != exitFindings {
		t.Errorf("exit code %d, want %d: the ledger has errors", code, exitFindings)
	}
}

// lines closes heard when the wanted text is written to it.
type lines struct {
	wanted string
	heard  chan struct{}
	once   sync.Once
}

func (l *lines) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte(l.wanted)) {
		l.once.Do(func() { close(l.heard) })
	}
	return len(p), nil
}

// TestChanges: a finding is the same one when only its row moved.
func TestChanges(t *testing.T) {
	at := func(ref, value string, s finding.Severity) finding.Finding {
		return finding.Finding{Code: "C102", Severity: s, Place: finding.Place{File: "a", Sheet: "b", Range: ref},
			Value: value}
	}
	folded := at("D2:D3", "x", finding.Error)
	folded.Count, folded.Parts = 2, []finding.Finding{at("D2", "x", finding.Error), at("D3", "x", finding.Error)}
	for _, c := range []struct {
		name          string
		before, after []finding.Finding
		gone, fresh   int
	}{
		{"nothing", nil, nil, 0, 0},
		{"moved down", []finding.Finding{at("D2", "x", finding.Error)}, []finding.Finding{at("D3", "x", finding.Error)}, 0,
			0},
		{"one corrected", []finding.Finding{at("D2", "x", finding.Error), at("D3", "y", finding.Error)},
			[]finding.Finding{at("D3", "y", finding.Error)}, 1, 0},
		{"another one", []finding.Finding{at("D2", "x", finding.Error)}, []finding.Finding{at("D2", "y", finding.Error)}, 1,
			1},
		{"one of two folded", []finding.Finding{folded}, []finding.Finding{at("D3", "x", finding.Error)}, 1, 0},
		{"infos do not count", []finding.Finding{at("D2", "x", finding.Info)}, nil, 0, 0},
	} {
		if gone, fresh := changes(c.before, c.after); gone != c.gone || fresh != c.fresh {
			t.Errorf("%s: %d gone, %d new, want %d and %d", c.name, gone, fresh, c.gone, c.fresh)
		}
	}
}

// TestWatchDay: the day is read anew at every check, for a watch that runs past midnight.
func TestWatchDay(t *testing.T) {
	w := watchLedger(t)
	w.now = func() time.Time { return time.Date(2025, 9, 2, 0, 1, 0, 0, time.UTC) }
	w.save("案件.csv", "案件ID,発注者ID,種別,開始日\n")
	w.printed()
	w.printed()
	if want := cell.NewDay(2025, 9, 2); w.app.today != want {
		t.Errorf("today is %v, want %v", w.app.today, want)
	}
}
