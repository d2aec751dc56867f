package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// longRun is the size from which three runs must do.
const longRun = 500_000

// A deadline is the time after which nothing new is begun.
type deadline struct {
	at     time.Time
	within time.Duration
}

// in is the deadline after a duration from now.
func in(d time.Duration) deadline { return deadline{time.Now().Add(d), d} }

func (d deadline) over() bool { return !d.at.IsZero() && time.Now().After(d.at) }

// reason is why nothing is begun any more; "" while there is time.
func (d deadline) reason() string {
	if !d.over() {
		return ""
	}
	return fmt.Sprintf("not measured: the %v of the run were over", d.within)
}

// grace is how much longer than the deadline what was begun before it may take.
const grace = 2 * time.Minute

// bounded is a context for a run of at most so long that ends soon after the deadline.
func (d deadline) bounded(most time.Duration) (context.Context, context.CancelFunc) {
	if !d.at.IsZero() {
		most = min(most, time.Until(d.at)+grace)
	}
	return context.WithTimeout(context.Background(), most)
}

// A comparison is one run of the command. The page is written after each part of it, so that what was measured is
// there also where the run is stopped.
type comparison struct {
	results
	options
	self, temp string
	until      deadline
	log        io.Writer
}

// compare measures all programs and writes the results.
func compare(o options, log io.Writer) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if o.rollup {
		return addNational(o, self, log)
	}
	temp, err := os.MkdirTemp("", "pilot90-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	c := comparison{options: o, self: self, temp: temp, until: in(o.within), log: log}
	c.machine, c.peers = lookAtMachine(), peers(self, filepath.Join("bench", "peer"), temp)
	for _, p := range c.peers {
		p.find()
		if p.missing != "" {
			fmt.Fprintf(log, "%s is missing: %s\n", p.name, p.missing)
		}
	}
	return c.run()
}

// part is one part of a comparison.
type part struct {
	name string
	does func() error
}

// run goes through the parts. One that fails is named and costs no other.
func (c *comparison) run() error {
	var parts []part
	if c.only != "reading" {
		parts = append(parts, part{"whole jobs", c.measureWhole})
	}
	if c.only == "" {
		parts = append(parts, part{"many municipalities", func() error {
			return measureNational(c.sizes, c.self, c.until, c.log, func(all []nationalRun) error {
				c.towns = all
				return c.save()
			})
		}})
	}
	if c.only != "whole" {
		for _, ext := range []string{".xlsx", ".csv"} {
			parts = append(parts, part{"reading " + ext, func() error { return c.measureReading(ext) }})
		}
	}
	if c.options.goBench && c.only == "" {
		parts = append(parts, part{"Go benchmarks", func() (err error) {
			c.results.goBench, err = goBenchmarks(c.until, c.log)
			return err
		}})
	}
	for _, p := range parts {
		c.undone = append(c.undone, p.name)
	}
	begun := time.Now()
	var failed []string
	var all error
	for _, p := range parts {
		fmt.Fprintf(c.log, "== %s, after %v\n", p.name, time.Since(begun).Round(time.Second))
		if err := p.does(); err != nil {
			failed = append(failed, fmt.Sprintf("%s (%v)", p.name, err))
			all = errors.Join(all, fmt.Errorf("%s: %w", p.name, err))
		}
		c.undone = slices.Concat(failed, c.undone[slices.Index(c.undone, p.name)+1:])
		if err := c.save(); err != nil {
			return errors.Join(all, err)
		}
	}
	fmt.Fprintf(c.log, "== done after %v\n", time.Since(begun).Round(time.Second))
	return all
}

// save writes the page, whole or not at all.
func (c *comparison) save() error {
	fresh := c.out + ".new"
	if err := os.WriteFile(fresh, []byte(c.markdown()), 0o644); err != nil {
		return err
	}
	return os.Rename(fresh, c.out)
}

// measureReading compares how fast files of one format are read.
func (c *comparison) measureReading(ext string) error {
	for _, rows := range slices.Concat([]int{1}, c.rows) { // one row: the start of the program
		b, err := newBoard(c.temp, rows, ext)
		if err != nil {
			return err
		}
		runs := c.runs
		if rows >= longRun {
			runs = min(runs, 3)
		}
		if rows == 1 { // fills caches and makes LibreOffice's profile; not counted
			measure(&board{ext: ext, rows: rows}, c.peers, c.temp, 1, c.until, io.Discard)
		}
		measure(b, c.peers, c.temp, runs, c.until, c.log)
		c.boards = append(c.boards, b)
		if err := c.save(); err != nil {
			return err
		}
	}
	return nil
}

// newBoard makes the file of a board.
func newBoard(dir string, rows int, ext string) (*board, error) {
	name := filepath.Join(dir, fileName(rows, ext))
	if err := makeFile(name, rows); err != nil {
		return nil, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	return &board{ext: ext, rows: rows, bytes: info.Size()}, nil
}
