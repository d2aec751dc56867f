package main

import (
	"fmt"
	"strings"
)

// A goal is a bound on what was measured on one file.
type goal struct {
	text     string
	ext      string
	above    int // judged on files of more rows than this; below, the start of a program is most of it
	measured func(r *results, b *board) (float64, bool)
	bound    float64
	least    bool // the bound is the least that is wanted, not the most
}

// goals are what the reader is held to.
var goals = []goal{
	{"our reader takes at most 2 × the time of inflating the sheet", ".xlsx", 1, ratio(ours, inflate), 2, false},
	{"our reader takes at most 2 × the time of inflating the sheet, start not counted", ".xlsx", 1,
		netRatio(ours, inflate), 2, false},
	{"excelize takes at least 15 × our time", ".xlsx", 1, ratio(library, ours), 15, true},
	{"excelize takes at least 15 × our time, start not counted", ".xlsx", 1, netRatio(library, ours), 15, true},
	{"our reader needs less than 128 MiB", ".xlsx", 1, peakOf(ours), 128, false},
	{"our reader takes at most 1.5 × the time of fread", ".csv", 1, ratio(ours, fread), 1.5, false},
	{"our reader takes at most 1.5 × the time of fread, start not counted", ".csv", 1, netRatio(ours, fread), 1.5, false},
	{"our reader needs less than 128 MiB", ".csv", 1, peakOf(ours), 128, false},
}

func ratio(a, b string) func(*results, *board) (float64, bool) {
	return func(_ *results, on *board) (float64, bool) {
		x, okX := on.of(a).wall()
		y, okY := on.of(b).wall()
		return x / y, okX && okY
	}
}

func netRatio(a, b string) func(*results, *board) (float64, bool) {
	return func(r *results, on *board) (float64, bool) {
		x, okX := r.net(on, a)
		y, okY := r.net(on, b)
		return x / y, okX && okY
	}
}

// peakOf is the memory of a program in MiB.
func peakOf(name string) func(*results, *board) (float64, bool) {
	return func(_ *results, on *board) (float64, bool) {
		_, ok := on.of(name).wall()
		if !ok {
			return 0, false
		}
		return float64(on.of(name).peak()) / (1 << 20), true
	}
}

// reached reports whether a measured value keeps the bound.
func (g goal) reached(value float64) bool {
	if g.least {
		return value >= g.bound
	}
	return value <= g.bound
}

// writeGoals says of each goal and each file what was measured and whether the goal is reached.
func (r *results) writeGoals(w *strings.Builder) {
	w.WriteString("## Goals\n\n| goal | file | measured | |\n|---|---|--:|---|\n")
	for _, g := range goals {
		for _, b := range r.boards {
			if b.ext != g.ext || b.rows <= g.above {
				continue
			}
			value, ok := g.measured(r, b)
			verdict := "not reached"
			switch {
			case !ok:
				fmt.Fprintf(w, "| %s | %s rows, %s | – | not measured, or lost in the noise of the start |\n", g.text,
					grouped(b.rows), b.ext)
				continue
			case g.reached(value):
				verdict = "reached"
			}
			fmt.Fprintf(w, "| %s | %s rows, %s | %.2f | %s |\n", g.text, grouped(b.rows), b.ext, value, verdict)
		}
	}
	w.WriteString("\n")
}
