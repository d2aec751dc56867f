package terminal

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/lang"
)

// TestProgress: silent when the work is short, and gone from the screen when it is long.
func TestProgress(t *testing.T) {
	var screen bytes.Buffer
	line := func(time.Duration) string { return "読んでいます" }
	ran := false
	progress{to: &screen, after: time.Hour, every: time.Hour, line: line}.during(func() { ran = true })
	if !ran || screen.Len() > 0 {
		t.Errorf("ran: %v; short work printed %q", ran, screen.String())
	}

	shown := make(chan struct{})
	first := func(time.Duration) string { close(shown); return "読んでいます" }
	progress{to: &screen, every: time.Hour, line: first}.during(func() { <-shown })
	want := "\r読んでいます\r" + strings.Repeat(" ", 12) + "\r" // six characters, two columns each
	if got := screen.String(); got != want {
		t.Errorf("long work printed %q, want %q", got, want)
	}

	ran = false
	progress{}.during(func() { ran = true })
	if !ran {
		t.Error("the zero progress did not do the work")
	}
}

// TestIsTerminal: a file, a pipe and a buffer are none.
func TestIsTerminal(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if isTerminal(f) || isTerminal(w) || isTerminal(&bytes.Buffer{}) {
		t.Error("taken for a terminal")
	}
}

// TestSteps: the bar fills with the steps that are done, and no further; a run is under way until the last of them.
func TestSteps(t *testing.T) {
	for _, tt := range []struct {
		steps
		want string
	}{
		{steps{of: 1}, ""}, {steps{of: 3}, "[............] "}, {steps{done: 1, of: 3}, "[####........] "},
		{steps{done: 3, of: 3}, "[############] "}, {steps{done: 5, of: 3}, "[############] "},
	} {
		if got := tt.bar(); got != tt.want {
			t.Errorf("%d of %d: %q, want %q", tt.done, tt.of, got, tt.want)
		}
	}
	a := Terminal{Stderr: &bytes.Buffer{}}
	if a.Underway() {
		t.Error("a run that nobody began is under way")
	}
	a.Expect(2)
	for i, want := range []bool{true, true, false} {
		if a.Underway() != want {
			t.Errorf("after %d of 2 steps: under way %v", i, !want)
		}
		a.During(lang.Text{}, func() {})
	}
}
