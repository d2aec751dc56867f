package main

import (
	"fmt"
	"math"
	"strings"
)

// name is a size in words.
func (s sized) name() string {
	return fmt.Sprintf("%s people, %s rows", grouped(s.size.People), grouped(s.size.Rows))
}

// A wholeGoal is a bound on what was measured of whole jobs. A value of 0 was not measured.
type wholeGoal struct {
	what  string
	value func(w *whole) float64
	bound float64
	least bool
	unit  string
}

func (w *whole) over(a, b string) float64 {
	if y := w.find(b).cpu(); y > 0 {
		return w.find(a).cpu() / y
	}
	return 0
}

func cpuOf(key string) func(*whole) float64 {
	return func(w *whole) float64 { return w.find(key).cpu() }
}
func peakAt(key string) func(*whole) float64 {
	return func(w *whole) float64 { return w.find(key).peak() }
}
func share(a, b string) func(*whole) float64 { return func(w *whole) float64 { return w.over(a, b) } }

// wholeGoals are what the program is held to.
var wholeGoals = []wholeGoal{
	{"sample: ledger to PDF and HTML", cpuOf("midorino"), 0.30, false, "s CPU"},
	{"sample: ledger to PDF and HTML", peakAt("midorino"), 110, false, "MB"},
	{"a ledger of the sample's size: R takes at least 8 × our CPU", share("R sample", "report sample"), 8, true, "×"},
	{"a ledger of the sample's size: Python takes at least 5 × our CPU", share("Python sample", "report sample"), 5, true,
		"×"},
	{"10,000 rows: ledger to PDF and HTML takes at most 0.5 × R's CPU", share("report r10k", "R r10k"), 0.5, false, "×"},
	{"100,000 rows: ledger to PDF and HTML takes at most 0.5 × R's CPU", share("report r100k", "R r100k"), 0.5, false,
		"×"},
	{"100,000 rows: figures alone take at most 0.5 × R's CPU", share("kpi r100k", "R r100k"), 0.5, false, "×"},
	{"100,000 rows: kpi takes at most 8 × the CPU of reading the book", share("kpi r100k", "read r100k"), 8, false, "×"},
	{"kpi needs at most 1.5 KB for each more row", func(w *whole) float64 {
		return (w.find("kpi r300k").peak() - w.find("kpi r100k").peak()) * 1024 / 200_000
	}, 1.5, false, "KB"},
	{"kpi of 300,000 rows needs less than 500 MB", peakAt("kpi r300k"), 500, false, "MB"},
	{"100,000 rows: check takes at most 4 × the CPU of reading the book", share("check r100k", "read r100k"), 4, false,
		"×"},
	{"check of 300,000 rows needs less than 400 MB", peakAt("check r300k"), 400, false, "MB"},
	{"hub edition, 625 people", cpuOf("hub p625"), 4, false, "s CPU"},
	{"hub edition, 625 people", peakAt("hub p625"), 400, false, "MB"},
	{"hub edition, 2,500 people: at most 5 × that of 625", share("hub p2500", "hub p625"), 5, false, "×"},
	{"xlsx, 10,000 rows", cpuOf("xlsx"), 2.5, false, "s CPU"},
	{"xlsx, 10,000 rows", peakAt("xlsx"), 300, false, "MB"},
	{"1,741 ledgers in one process: figures", wallOf("towns figures"), 30, false, "s"},
	{"1,741 ledgers in one process: PDF and HTML", wallOf("towns report"), 120, false, "s"},
	{"1,741 ledgers in one process", peakAt("towns report"), 400, false, "MB"},
	{"1,741 ledgers need at most 1.3 × the memory of 100", func(w *whole) float64 {
		if few := w.find("towns few").peak(); few > 0 {
			return w.find("towns report").peak() / few
		}
		return 0
	}, 1.3, false, "×"},
	{"start (--version) takes at most 2.5 × a Go hello world", share("version", "hello"), 2.5, false, "×"},
	{"serve, one of twelve workbooks saved: at most the CPU of a ledger of that workbook and of the figures", func(
		w *whole) float64 {
		if check, anew := w.find("check r10k").cpu(), w.find("kpi r10k").cpu(); check > 0 && anew > 0 {
			return w.again / (w.find("check twelfth").cpu() + max(0, anew-check))
		}
		return 0
	}, 1, false, "×"},
	{"serve, one of twelve workbooks saved: at most half the CPU of all anew", func(w *whole) float64 {
		if anew := w.find("kpi r10k").cpu(); anew > 0 {
			return w.again / anew
		}
		return 0
	}, 0.5, false, "×"},
	{"growth, check: the dearest row of 10,000 rows and more costs at most 1.5 × the cheapest", steps("check"), 1.5,
		false, "×"},
	{"growth, kpi: the dearest row of 10,000 rows and more costs at most 1.5 × the cheapest", steps("kpi"), 1.5, false,
		"×"},
}

// steps is how much more a row costs where it costs most than where it costs least, over all sizes from 10,000 rows on:
// below, the start of the program is most of it. 0 where a size is missing.
func steps(what string) func(*whole) float64 {
	return func(w *whole) float64 {
		least, most := math.Inf(1), 0.0
		for _, s := range sizes {
			if s.size.Rows < 10_000 {
				continue
			}
			each := w.find(what+" "+s.key).cpu() / float64(s.size.Rows)
			least, most = min(least, each), max(most, each)
		}
		if least == 0 {
			return 0
		}
		return most / least
	}
}

func wallOf(key string) func(*whole) float64 {
	return func(w *whole) float64 {
		t := w.find(key)
		if !t.done() {
			return 0
		}
		return t.samples[len(t.samples)-1].wall.Seconds()
	}
}

// markdown is the part of the page about whole jobs.
func (w *whole) markdown() string {
	var b strings.Builder
	b.WriteString("## From the ledger to what is wanted of it\n\nLedgers of four tables made for it (`bench/ledgers`), " +
		"nothing at fault in them. R and Python read the same workbook, compute " + fmt.Sprint(len(peerFigures)) +
		" figures (" + strings.Join(peerFigures, ", ") + "), draw four charts and write a PDF with a Japanese font " +
		"in it; ours reads, checks and computes every figure and writes PDF and HTML. " +
		"CPU is the median of all runs, the time of all cores " +
		"together; memory the largest resident set. LibreOffice opens a workbook in which the figures but " +
		"that of the survival curve are formulas, computes them and prints the page of figures, without a chart; what it " +
		"does before is to read the same tables.\n\n")
	if len(w.unequal) == 0 && len(w.compared) > 0 {
		b.WriteString("The figures of " + strings.Join(w.compared, ", ") + " are equal to ours to 12 digits.\n\n")
	}
	for _, text := range w.unequal {
		b.WriteString("- **not equal**: " + text + "\n")
	}
	b.WriteString("\n| goal | bound | measured | |\n|---|--:|--:|---|\n")
	for _, g := range wholeGoals {
		w.writeGoal(&b, g)
	}
	b.WriteString("\n| what | CPU s | memory MB | runs |\n|---|--:|--:|--:|\n")
	for _, t := range w.trials {
		switch {
		case t.failed != "":
			fmt.Fprintf(&b, "| %s | **missing**: %s | | |\n", t.what, t.failed)
			continue
		case !t.done():
			fmt.Fprintf(&b, "| %s | not measured | | |\n", t.what)
			continue
		}
		fmt.Fprintf(&b, "| %s | %.3f | %.0f | %d |\n", t.what, t.cpu(), t.peak(), len(t.samples))
	}
	switch {
	case w.notAgain != "":
		fmt.Fprintf(&b, "| serve, one of twelve workbooks saved | **missing**: %s | | |\n", w.notAgain)
	case w.again > 0:
		fmt.Fprintf(&b, "| serve, one of twelve workbooks saved | %.3f | | 1 |\n", w.again)
	}
	w.writeGrowth(&b)
	return b.String()
}

func (w *whole) writeGoal(b *strings.Builder, g wholeGoal) {
	value, sign := g.value(w), "≤"
	if g.least {
		sign = "≥"
	}
	verdict := "not reached"
	switch {
	case value == 0:
		fmt.Fprintf(b, "| %s | %s %g %s | – | not measured |\n", g.what, sign, g.bound, g.unit)
		return
	case g.least && value >= g.bound || !g.least && value <= g.bound:
		verdict = "reached"
	}
	fmt.Fprintf(b, "| %s | %s %g %s | %.2f | %s |\n", g.what, sign, g.bound, g.unit, value, verdict)
}

// writeGrowth shows what a row costs as ledgers grow: linear is the same figure in every line.
func (w *whole) writeGrowth(b *strings.Builder) {
	b.WriteString("\n| grows | check, µs a row | kpi, µs a row | kpi, MB |\n|---|--:|--:|--:|\n")
	for _, s := range sizes[1:] {
		check, figures := w.find("check "+s.key), w.find("kpi "+s.key)
		each := func(t *trial) float64 { return t.cpu() * 1e6 / float64(s.size.Rows) }
		fmt.Fprintf(b, "| %s | %.1f | %.1f | %.0f |\n", s.name(), each(check), each(figures), figures.peak())
	}
	b.WriteString("\n")
}
