package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// sample is one run of a peer.
type sample struct {
	wall time.Duration
	cpu  time.Duration // of all cores, in the program and in the system for it
	peak int64         // bytes of memory at most at one time (resident set)
}

// series is all runs of one peer on one file.
type series struct {
	peer    *peer
	samples []sample
	failed  string // why the peer has no result; "" when it has
}

// A board holds the results of one file.
type board struct {
	ext    string
	rows   int
	bytes  int64
	load   string // load average of the machine after the runs
	series []*series
}

// patience is how long one run may take.
const patience = 4 * time.Minute

// A program that takes slow for one run is not asked again on that file: the difference is large enough.
const slow = 4 * time.Second

// measure runs every peer that reads the format, one after the other, and that runs times over:
// a disturbance of the machine then meets all of them. Every second round goes backwards.
func measure(b *board, all []*peer, dir string, runs int, until deadline, log io.Writer) {
	for _, p := range all {
		if slices.Contains(p.formats, b.ext) {
			b.series = append(b.series, &series{peer: p, failed: p.missing})
		}
	}
	file := filepath.Join(dir, fileName(b.rows, b.ext))
	for round := range runs {
		order := slices.Clone(b.series)
		if round%2 == 1 {
			slices.Reverse(order)
		}
		for _, s := range order {
			if n := len(s.samples); s.failed != "" || n > 0 && (s.samples[n-1].wall > slow || until.over()) {
				continue
			}
			if s.failed = until.reason(); s.failed != "" {
				continue
			}
			s.round(file, b.rows)
			fmt.Fprintf(log, "%s, round %d of %d: %s %s\n", fileName(b.rows, b.ext), round+1, runs, s.peer.name, s.last())
		}
	}
	b.load = loadAverage()
}

// A run shorter than brief is repeated, as its time says little.
const (
	brief   = 100 * time.Millisecond
	repeats = 4
)

// round runs the peer once, or more often when it is fast.
func (s *series) round(file string, rows int) {
	for range 1 + repeats {
		got, err := runOnce(s.peer, file, rows)
		if err != nil {
			s.failed = err.Error()
			return
		}
		s.samples = append(s.samples, got)
		if got.wall > brief {
			return
		}
	}
}

// last is the last run in words.
func (s *series) last() string {
	if s.failed != "" {
		return s.failed
	}
	got := s.samples[len(s.samples)-1]
	return fmt.Sprintf("%.3f s, %d MiB", got.wall.Seconds(), got.peak>>20)
}

// runOnce runs a peer and checks that it has read every cell.
func runOnce(p *peer, file string, rows int) (sample, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	argv := p.argv(file)
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if ctx.Err() != nil {
		return sample{}, fmt.Errorf("not done after %v", patience)
	}
	if err != nil {
		return sample{}, fmt.Errorf("failed: %s", reason(err, stderr.String()))
	}
	n, err := p.outcome(stdout.String(), file)
	if err != nil {
		return sample{}, fmt.Errorf("failed: %v", err)
	}
	if want := (count{rows, rows * columns}); n != want && !p.silent {
		return sample{}, fmt.Errorf("read %d rows with %d cells of %d with %d", n.rows, n.cells, want.rows, want.cells)
	}
	peak, err := peakMemory(cmd.ProcessState)
	if err != nil {
		return sample{}, err
	}
	return sample{wall, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak}, nil
}

// seconds are the times of the runs in seconds, ascending.
func (s *series) seconds(of func(sample) time.Duration) []float64 {
	var all []float64
	for _, x := range s.samples {
		all = append(all, of(x).Seconds())
	}
	slices.Sort(all)
	return all
}

func (s *series) walls() []float64 { return s.seconds(func(x sample) time.Duration { return x.wall }) }

// cpu is the median time of the cores in seconds; there must be a run.
func (s *series) cpu() float64 {
	return median(s.seconds(func(x sample) time.Duration { return x.cpu }))
}

// wall is the median time in seconds; false without a result.
func (s *series) wall() (float64, bool) {
	if s == nil || s.failed != "" || len(s.samples) == 0 {
		return 0, false
	}
	return median(s.walls()), true
}

// peak is the largest memory of all runs in bytes.
func (s *series) peak() int64 {
	var most int64
	for _, x := range s.samples {
		most = max(most, x.peak)
	}
	return most
}

// median of ascending values; the mean of the middle two when their number is even. There must
// be one at least.
func median(sorted []float64) float64 {
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// of returns the series of a peer by name, nil when the board has none.
func (b *board) of(name string) *series {
	for _, s := range b.series {
		if s.peer.name == name {
			return s
		}
	}
	return nil
}
