package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pilot90/bench/ledgers"
)

// A trial is one command that is run some times over: from a ledger to what is wanted of it.
type trial struct {
	key  string // by which goals find it
	what string
	argv []string
	runs int
	warm bool // one run before is not counted: it makes files that later runs find

	samples []sample
	said    string // standard output of the last run
	failed  string // why there is no result; "" when there is one
}

// done reports whether there is a result.
func (t *trial) done() bool { return t != nil && t.failed == "" && len(t.samples) > 0 }

// cpu is the median time of all cores in seconds, and peak the largest memory in MB; zeros without a result.
func (t *trial) cpu() float64 {
	if !t.done() {
		return 0
	}
	var all []float64
	for _, s := range t.samples {
		all = append(all, s.cpu.Seconds())
	}
	slices.Sort(all)
	return median(all)
}

func (t *trial) peak() float64 {
	if !t.done() {
		return 0
	}
	var most int64
	for _, s := range t.samples {
		most = max(most, s.peak)
	}
	return float64(most) / (1 << 20)
}

// run runs the trial to its end, as often as it says and there is time.
func (t *trial) run(until deadline, log io.Writer) {
	if t.failed = cmp.Or(t.failed, until.reason()); t.failed == "" && t.warm {
		runWhole(t.argv) // what fails here fails again below
	}
	for range t.runs {
		if t.failed != "" || len(t.samples) > 0 && until.over() {
			break
		}
		got, said, err := runWhole(t.argv)
		t.said = said
		if err != nil {
			t.failed = err.Error()
			break
		}
		t.samples = append(t.samples, got)
	}
	fmt.Fprintf(log, "%s: %.2f s of CPU, %.0f MB %s\n", t.what, t.cpu(), t.peak(), t.failed)
}

// runWhole runs a command and measures it. Findings (exit code 1) are a result.
func runWhole(argv []string) (got sample, said string, err error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	c := exec.CommandContext(ctx, argv[0], argv[1:]...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	begun := time.Now()
	err = c.Run()
	got.wall = time.Since(begun)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 && stdout.Len() > 0 {
		err = nil
	}
	if err != nil {
		return got, "", errors.New(reason(err, stderr.String()))
	}
	got.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	got.peak, err = peakMemory(c.ProcessState)
	return got, stdout.String(), err
}

// whole is everything that the comparison of whole jobs measured.
type whole struct {
	self, program, hello string
	temp, scripts, font  string
	trials               []*trial
	compared             []string // the peers whose figures were held against ours
	unequal              []string // figures of peers that are not ours
	again                float64  // seconds of CPU of serve after one workbook of twelve was saved; 0 for none
	notAgain             string   // why there is none
}

// sized is a ledger of a size.
type sized struct {
	key  string
	size ledgers.Size
}

// sizes are the ledgers that are measured.
var sizes = []sized{
	{"sample", ledgers.Size{People: 12, Rows: 383}},
	{"r1k", ledgers.Size{People: 25, Rows: 1_000}}, {"r10k", ledgers.Size{People: 25, Rows: 10_000}},
	{"r100k", ledgers.Size{People: 250, Rows: 100_000}}, {"r300k", ledgers.Size{People: 750, Rows: 300_000}},
	{"p125", ledgers.Size{People: 125, Rows: 5_000}}, {"p625", ledgers.Size{People: 625, Rows: 25_000}},
	{"p2500", ledgers.Size{People: 2_500, Rows: 100_000}}, {"p7500", ledgers.Size{People: 7_500, Rows: 300_000}},
}

// twelve is the ledger whose work log is in twelve workbooks, and oneOfTwelve has as much in it as one of them.
var (
	twelve      = ledgers.Size{People: 25, Rows: 10_000, Books: 12}
	oneOfTwelve = ledgers.Size{People: 25, Rows: 10_000 / 12}
)

// towns is how many municipalities there are in Japan.
const towns = 1_741

// measureWhole measures the goals of the whole program.
func (c *comparison) measureWhole() error {
	w := &whole{self: c.self, temp: c.temp, program: filepath.Join(c.temp, "pilot90"),
		hello: filepath.Join(c.temp, "hello"), scripts: filepath.Join("bench", "peer"),
		font: filepath.Join("templates", "assets", "BIZUDPGothic-Regular.ttf")}
	if err := errors.Join(w.build(), w.writeLedgers()); err != nil {
		return err
	}
	c.whole = w
	w.plan()
	for _, t := range w.trials {
		t.run(c.until, c.log)
		if err := c.save(); err != nil {
			return err
		}
	}
	w.compareFigures()
	var err error
	if w.again, err = w.measureAgain(); err != nil {
		w.notAgain = err.Error()
	}
	fmt.Fprintf(c.log, "again in serve: %.2f s of CPU %s\n", w.again, w.notAgain)
	return nil
}

// writeLedgers makes everything that is read.
func (w *whole) writeLedgers() error {
	for _, s := range sizes {
		if err := ledgers.Write(w.ledger(s.key), s.size); err != nil {
			return err
		}
	}
	for _, s := range formulaSizes() {
		if err := ledgers.WriteFormulas(w.formulas(s.key), s.size); err != nil {
			return err
		}
	}
	for n := range towns {
		town := ledgers.Size{People: 20, Rows: 200, Town: n}
		if err := ledgers.Write(filepath.Join(w.temp, "towns", fmt.Sprint(n)), town); err != nil {
			return err
		}
	}
	return ledgers.Write(w.ledger("one of twelve"), oneOfTwelve)
}

func (w *whole) ledger(key string) string { return filepath.Join(w.temp, "ledger-"+key) }

// build builds the program and the least program there is in Go.
func (w *whole) build() error {
	source := filepath.Join(w.temp, "hello.go")
	text := "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello, world\") }\n"
	if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
		return err
	}
	for _, args := range [][]string{{w.program, "./cmd/pilot90"}, {w.hello, source}} {
		out, err := exec.Command("go", "build", "-trimpath", "-o", args[0], args[1]).CombinedOutput()
		if err != nil {
			return fmt.Errorf("go build %s: %w\n%s", args[1], err, out)
		}
	}
	return nil
}

// plan lists the trials.
func (w *whole) plan() {
	add := func(key, what string, runs int, argv ...string) {
		w.trials = append(w.trials, &trial{key: key, what: what, runs: runs, argv: argv})
	}
	asOf := []string{"--as-of", ledgers.AsOf}
	own := func(args ...string) []string { return slices.Concat([]string{w.program}, args, asOf) }
	report := func(dir, edition, format string) []string {
		return own("report", dir, "--for", edition, "--format", format, "--out", filepath.Join(w.temp, "out"))
	}
	add("midorino", "report, samples/midorino", 7, report("samples/midorino", "overview", "pdf,html")...)
	for _, s := range sizes[:4] {
		dir, runs := w.ledger(s.key), 5
		if s.size.Rows > 10_000 {
			runs = 3
		}
		add("report "+s.key, "report, "+s.name(), runs, report(dir, "overview", "pdf,html")...)
		add("R "+s.key, "R, "+s.name(), 3, w.peer(dir, "R")...)
		add("Python "+s.key, "Python, "+s.name(), max(1, runs-2), w.peer(dir, "Python")...)
	}
	for _, s := range sizes[1:] {
		dir, runs := w.ledger(s.key), 3
		if s.size.Rows > 100_000 {
			runs = 1
		}
		add("read "+s.key, "reading the book, "+s.name(), runs, w.self, "read", "book", filepath.Join(dir, "台帳.xlsx"))
		add("check "+s.key, "check, "+s.name(), runs, own("check", dir)...)
		add("kpi "+s.key, "kpi --json, "+s.name(), runs, own("kpi", dir, "--json")...)
	}
	add("hub p625", "report --for hub, 625 people", 3, report(w.ledger("p625"), "hub", "pdf,html")...)
	add("hub p2500", "report --for hub, 2,500 people", 1, report(w.ledger("p2500"), "hub", "pdf,html")...)
	add("xlsx", "report --format xlsx, 10,000 rows", 3, report(w.ledger("r10k"), "overview", "xlsx")...)
	all := filepath.Join(w.temp, "towns")
	add("towns figures", "1,741 ledgers in one process: figures", 1, w.self, "many", "figures", all)
	add("towns report", "1,741 ledgers in one process: PDF and HTML", 1, w.self, "many", "report", all)
	add("towns few", "100 ledgers in one process: PDF and HTML", 1, w.self, "many", "report", all, "100")
	add("version", "pilot90 --version", 21, w.program, "--version")
	add("hello", "hello world in Go", 21, w.hello)
	add("check twelfth", "check, a ledger of one workbook of twelve", 5, own("check", w.ledger("one of twelve"))...)
	for i, s := range formulaSizes() {
		add("LibreOffice "+s.key, "LibreOffice, formulas to PDF, "+s.name(), 3, w.office(s.key, "pdf")...)
		w.trials[len(w.trials)-1].warm = i == 0 // its profile is made
	}
}

// peer is the command of another program that does the whole job.
func (w *whole) peer(dir, who string) []string {
	book, out := filepath.Join(dir, "台帳.xlsx"), filepath.Join(w.temp, who+".pdf")
	if who == "R" {
		return []string{"Rscript", "--vanilla", filepath.Join(w.scripts, "whole_report.R"), book, out, japanese()}
	}
	return []string{pythonWith("matplotlib"), "-W", "ignore", filepath.Join(w.scripts, "whole_report.py"), book, out,
		w.font}
}

// japanese is a family of Japanese letters that the system has: R takes no file of a font.
func japanese() string {
	out, err := exec.Command("fc-match", "-f", "%{family[0]}", "sans:lang=ja").Output()
	if err != nil {
		return "sans"
	}
	return cmp.Or(strings.TrimSpace(string(out)), "sans")
}

func (w *whole) find(key string) *trial {
	for _, t := range w.trials {
		if t.key == key {
			return t
		}
	}
	return nil
}
