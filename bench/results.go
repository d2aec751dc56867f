package main

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// results is everything that one comparison measured.
type results struct {
	machine machine
	peers   []*peer
	boards  []*board
	goBench []string
	whole   *whole // nil when only reading was compared
	towns   []nationalRun
	undone  []string // the parts that are still to be measured
}

// markdown is the page that make bench writes.
func (r *results) markdown() string {
	var w strings.Builder
	w.WriteString("# How fast pilot90 is\n\nWritten by `make bench`; do not edit by hand.\n\n")
	if len(r.undone) > 0 {
		w.WriteString("**This run did not come to its end.** Not measured, or not all: " +
			strings.Join(r.undone, "; ") + ".\n\n")
	}
	r.writeHow(&w)
	r.writePrograms(&w)
	if r.whole != nil {
		w.WriteString(r.whole.markdown())
	}
	r.writeGoals(&w)
	for _, b := range r.boards {
		r.writeBoard(&w, b)
	}
	r.writeCalibration(&w)
	if len(r.goBench) > 0 {
		w.WriteString("## Go benchmarks\n\n```\n" + strings.Join(r.goBench, "\n") + "\n```\n")
	}
	if len(r.towns) > 0 {
		w.WriteString("\n" + nationalSection(r.machine, r.towns))
	}
	return strings.TrimRight(w.String(), "\n") + "\n"
}

func (r *results) writeHow(w *strings.Builder) {
	m := r.machine
	fmt.Fprintf(w,
		"Machine: %s, %s, %d cores, %s. Load average of the last minute before the first run: %s; each table names that "+
			"at its end. "+
			"A load above 2 means that other work took part of the machine: times are longer then, those of programs that use "+
			"both cores, such as our reader, most.\n\n",
		m.system, m.processor, m.cores, m.goVersion, m.loadBefore)
	w.WriteString(
		"Reading: a work log of 10 columns: four dates and ids, a text, hours, yen, a mark, all filled; shared strings, as " +
			"Excel writes it. " +
			"Each program runs as a process of its own and must report every row and cell; the programs take turns, every " +
			"second round backwards. " +
			"A program that takes more than 4 s for a file reads it once. " +
			"Times are medians of wall time from start to end of the process. *Net* is without the start of the program, " +
			"measured on a file of one row. " +
			"CPU is the time of all cores together. Memory is the largest resident set of all runs; for LibreOffice it is " +
			"that of its largest process.\n\n")
}

func (r *results) writePrograms(w *strings.Builder) {
	w.WriteString("## Programs\n\n| program | version |\n|---|---|\n")
	for _, p := range r.peers {
		version := p.version
		switch {
		case p.missing != "":
			version = "**missing**: " + p.missing
		case p.name == library || p.name == inflate:
			version = strings.Join(slices.DeleteFunc(slices.Clone(r.machine.modules), func(module string) bool {
				return strings.Contains(module, "excelize") != (p.name == library)
			}), "")
		case version == "":
			version = "this repository, " + r.machine.goVersion
		}
		fmt.Fprintf(w, "| %s | %s |\n", p.name, version)
	}
	w.WriteString("\n")
}

// at returns the board of a format and a number of rows, nil when it was not measured.
func (r *results) at(ext string, rows int) *board {
	for _, b := range r.boards {
		if b.ext == ext && b.rows == rows {
			return b
		}
	}
	return nil
}

// net is the median time of a peer on a board without its start, in seconds; false without a
// result, or when nothing is left that could be told from the noise of the start.
func (r *results) net(b *board, name string) (float64, bool) {
	start, ok := r.at(b.ext, 1).of(name).wall()
	whole, done := b.of(name).wall()
	return whole - start, ok && done && whole > 1.1*start
}

func (r *results) writeBoard(w *strings.Builder, b *board) {
	fmt.Fprintf(w, "## %s %s, %s (%.1f MB)\n\nLoad average %s.\n\n", grouped(b.rows), plural(b.rows, "row"), b.ext,
		float64(b.bytes)/1e6, b.load)
	w.WriteString(
		"| program | median s | least–most s | runs | × ours | net s | × ours net | CPU s | memory MiB " +
			"|\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	own, _ := b.of(ours).wall()
	ownNet, ownNetKnown := r.net(b, ours)
	for _, s := range b.series {
		wall, ok := s.wall()
		if !ok {
			fmt.Fprintf(w, "| %s | %s | | | | | | | |\n", s.peer.name, s.failed)
			continue
		}
		walls := s.walls()
		net, netRatio := "–", "–"
		if n, known := r.net(b, s.peer.name); known && b.rows > 1 {
			net = fmt.Sprintf("%.3f", n)
			if ownNetKnown {
				netRatio = fmt.Sprintf("%.2f", n/ownNet)
			}
		}
		fmt.Fprintf(w, "| %s | %.3f | %.3f–%.3f | %d | %.2f | %s | %s | %.3f | %d |\n",
			s.peer.name, wall, walls[0], walls[len(walls)-1], len(walls), wall/own, net, netRatio, s.cpu(), s.peak()>>20)
	}
	w.WriteString("\n")
}

// grouped writes 500,000.
func grouped(n int) string { return lang.Grouped(fmt.Sprint(n)) }

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
