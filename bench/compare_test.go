package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestDeadline: what is not begun in time is named in the table and is no reached goal.
func TestDeadline(t *testing.T) {
	past := in(-time.Second)
	w := &whole{trials: []*trial{{key: "midorino", what: "m", runs: 1, argv: []string{"a-program-that-nobody-has"}}}}
	w.trials[0].run(past, io.Discard)
	if page := w.markdown(); !strings.Contains(page, "| m | **missing**: not measured: the -1s of the run were over |") ||
		!strings.Contains(page, "| sample: ledger to PDF and HTML | ≤ 0.3 s CPU | – | not measured |") {
		t.Error(page)
	}
	b := &board{ext: ".csv", rows: 2}
	measure(b, []*peer{{name: ours, formats: []string{".csv"}}}, t.TempDir(), 1, past, io.Discard)
	if !strings.Contains(b.series[0].failed, "were over") {
		t.Errorf("the reading says %q", b.series[0].failed)
	}
	if in(time.Hour).reason() != "" || (deadline{}).reason() != "" {
		t.Error("there is time, or no end was set")
	}
}

// TestStopped: a page that is written before the run is at its end says what is missing and holds the rest.
func TestStopped(t *testing.T) {
	c := comparison{options: options{out: filepath.Join(t.TempDir(), "r.md")}}
	c.undone = []string{"reading .csv", "Go benchmarks"}
	c.towns = []nationalRun{{what: "ledgers, computed", n: 10, sources: 10, got: sample{wall: time.Second}}}
	if err := c.save(); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(c.out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Not measured, or not all: reading .csv; Go benchmarks.",
		"| 10 | ledgers, computed | 10 | 1.0 |"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	c.undone = nil
	if page := c.markdown(); strings.Contains(page, "Not measured, or not all") {
		t.Error("a run at its end says that it is not")
	}
}

// TestSteps: 1 s for 10,000 rows is 100 µs a row, 25 s for 100,000 are 250: 2.5 times.
func TestSteps(t *testing.T) {
	w := &whole{}
	for _, s := range sizes {
		seconds := float64(s.size.Rows) / 10_000
		if s.key == "r100k" {
			seconds *= 2.5
		}
		w.trials = append(w.trials, &trial{key: "check " + s.key,
			samples: []sample{{cpu: time.Duration(seconds * float64(time.Second))}}})
	}
	if got := steps("check")(w); got < 2.49 || got > 2.51 {
		t.Errorf("%v, want 2.5", got)
	}
	if got := steps("kpi")(w); got != 0 {
		t.Errorf("without a measurement: %v", got)
	}
}

// TestBenchmarked: the packages with benchmarks are found; those of this file are none.
func TestBenchmarked(t *testing.T) {
	found, err := benchmarked("..")
	if err != nil || !slices.Contains(found, "./../cohort/cell") || slices.Contains(found, "./../bench") {
		t.Errorf("%q, %v", found, err)
	}
}
