package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/rollup"
)

// weeks is how many weekly submissions of each municipality are read.
const weeks = 52

// asOf is the day of the simulated ledgers.
var asOf = cell.NewDay(2026, 3, 31)

// bytesOfEdition is more than a submission of a simulated ledger has, for the disk that weeks of them take.
const bytesOfEdition = 120_000

// nationalRun is one run of the national report as a process of its own.
type nationalRun struct {
	what    string
	n       int // municipalities
	sources int // ledgers or submissions
	got     sample
	why     string // there is no result
}

// national is what "bench national FOLDER CACHE N" does: takes in the ledgers or submissions below a folder, puts them
// together and makes the report in every format. N is how many must be counted.
func national(folder, cache string, want int, stdout io.Writer) error {
	ctx := context.Background()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(rollup.HeldMemory)) // as the command has it
	found, err := rollup.Find(ctx, []string{folder})
	if err != nil {
		return err
	}
	o := rollup.Options{By: "prefecture"}
	sources, unread, err := rollup.Collect(ctx, found, rollup.Reading{Tool: "bench", Cache: cache,
		Workers: runtime.GOMAXPROCS(0), Load: cohort.LoadOptions{AsOf: &asOf, Today: asOf}, Lang: lang.JA,
		Heads: true})
	if err != nil {
		return err
	}
	r := rollup.Pooled(sources, unread, o, lang.JA)
	if len(r.Rollup.Reported) != want || len(unread) > 0 {
		return fmt.Errorf("%d municipalities of %d, unread %v", len(r.Rollup.Reported), want, unread)
	}
	files, err := rollup.Files(ctx, r, lang.JA, "bench", rollup.Formats)
	if err != nil {
		return err
	}
	for _, f := range files {
		if f.Write != nil { // into its place, as the command does
			if err := f.Write(io.Discard); err != nil {
				return err
			}
		}
	}
	_, err = fmt.Fprintln(stdout, len(sources), len(files))
	return err
}

// runNational measures a national run, whose process is this program.
func runNational(self string, run nationalRun, folder, cache string, until deadline) nationalRun {
	ctx, stop := until.bounded(patience)
	defer stop()
	cmd := exec.CommandContext(ctx, self, "national", folder, cache, fmt.Sprint(run.n))
	var said strings.Builder
	cmd.Stderr = &said
	start := time.Now()
	err := cmd.Run()
	run.got = sample{wall: time.Since(start)}
	if err == nil {
		run.got.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		run.got.peak, err = peakMemory(cmd.ProcessState)
	}
	if err != nil {
		run.why = reason(err, said.String())
	}
	return run
}

// A nation is the folder of simulated municipalities, which grows from one size to the next: municipality number i is
// the same in all of them.
type nation struct {
	self, dir string
	n         int // municipalities so far
	until     deadline
	log       io.Writer
}

// grow makes the nation one of n municipalities and measures it: the ledgers, the same again out of the cache, and
// weeks of submissions.
func (c *nation) grow(n int) (all []nationalRun, err error) {
	run := func(what string, sources int, folder, cache string) {
		got := nationalRun{what: what, n: n, sources: sources, why: c.until.reason()}
		if got.why == "" {
			got = runNational(c.self, got, folder, cache, c.until)
		}
		fmt.Fprintf(c.log, "%d municipalities, %s: %.1f s, %.1f s of CPU, %d MiB %s\n", n, what, got.got.wall.Seconds(),
			got.got.cpu.Seconds(), got.got.peak>>20, got.why)
		all = append(all, got)
	}
	ledgers, cache := filepath.Join(c.dir, "ledgers"), filepath.Join(c.dir, fmt.Sprint("cache", n))
	for i := c.n; i < n; i++ {
		if err := simulate(ledgers, i); err != nil {
			return nil, err
		}
	}
	run("ledgers, computed", n, ledgers, cache)
	run("ledgers, nothing changed", n, ledgers, cache)
	missing := nationalRun{what: "weekly submissions", n: n, sources: n * weeks}
	if free, err := freeDisk(c.dir); err != nil || free < int64(n-c.n)*int64(weeks)*bytesOfEdition {
		missing.why = "not enough disk is free"
	} else if missing.why = c.until.reason(); missing.why == "" {
		missing.why = c.writeNew(ledgers, cache, n)
	}
	if missing.why != "" {
		fmt.Fprintf(c.log, "%d municipalities, %s: %s\n", n, missing.what, missing.why)
		return append(all, missing), nil
	}
	c.n = n
	run(missing.what, missing.sources, filepath.Join(c.dir, "weeks"), "")
	return all, nil
}

// writeNew writes the weeks of the municipalities that are new with a size, and returns why it could not.
func (c *nation) writeNew(ledgers, cache string, n int) string {
	// a process of its own: the memory of this one would count in that of those that are measured
	ctx, stop := c.until.bounded(patience)
	defer stop()
	cmd := exec.CommandContext(ctx, c.self, "weeks", ledgers, cache, filepath.Join(c.dir, "weeks"), fmt.Sprint(c.n),
		fmt.Sprint(n))
	if out, err := cmd.CombinedOutput(); err != nil {
		return reason(err, string(out))
	}
	return ""
}

// writeWeeks is what "bench weeks LEDGERS CACHE TO FROM BEFORE" does: it writes the submissions of the ledgers of the
// numbers from FROM to below BEFORE with as-of dates a week apart, the last that of the ledgers.
func writeWeeks(ledgers, cache, to string, from, before int) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	numbers := make(chan int)
	failed := make(chan error, before-from)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range numbers {
				failed <- writeWeeksOf(filepath.Join(ledgers, fmt.Sprint(i)), cache, to)
			}
		})
	}
	for i := from; i < before; i++ {
		numbers <- i
	}
	close(numbers)
	wait.Wait()
	close(failed)
	var all error
	for err := range failed {
		all = errors.Join(all, err)
	}
	return all
}

// writeWeeksOf writes the submissions of one ledger.
func writeWeeksOf(ledger, cache, to string) error {
	ctx := context.Background()
	found, err := rollup.Find(ctx, []string{ledger})
	if err != nil {
		return err
	}
	sources, unread, err := rollup.Collect(ctx, found, rollup.Reading{Tool: "bench",
		Cache: cache, Workers: 1, Load: cohort.LoadOptions{AsOf: &asOf, Today: asOf}, Lang: lang.JA})
	if err != nil || len(sources) != 1 {
		return fmt.Errorf("%s: %d submissions, %v, %w", ledger, len(sources), unread, err)
	}
	s := sources[0].Submission
	for week := range weeks {
		day := (asOf - cell.Day(7*week)).String()
		s.AsOf, s.Period.To = day, day
		data, err := s.Bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(to, s.FileName()), data, 0o600)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// The section of the results.
const (
	nationalHead = "## Many municipalities\n"
	nationalHow  = "\nWritten by `go run ./bench -rollup`. Simulated municipalities, each with 2 cohorts, 12 people and " +
		"396 tasks in three CSV files: their ledgers are computed, put together and made into the report by " +
		"prefecture in PDF, HTML, XLSX and JSON. *Nothing changed*: the same run again, which takes what each ledger " +
		"gives from the folder beside the report by the hashes of its files. *Weekly submissions*: 52 submissions of " +
		"each are read, the newest of each counts. Each run is a process of its own; memory is its largest resident " +
		"set, CPU the time of all cores.\n\n"
)

// nationalSection is the section in Markdown.
func nationalSection(m machine, all []nationalRun) string {
	var b strings.Builder
	b.WriteString(nationalHead + nationalHow)
	fmt.Fprintf(&b, "%s, %d cores, %s; load average before the first run %s. A load above %d lengthens the wall time, "+
		"not much the CPU time.\n\n", m.processor, m.cores, m.goVersion, m.loadBefore, m.cores)
	b.WriteString("| municipalities | what | files or ledgers | wall s | CPU s | CPU ms each | memory MiB |\n" +
		"|--:|---|--:|--:|--:|--:|--:|\n")
	for _, r := range all {
		if r.why != "" {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | | | |\n", grouped(r.n), r.what, grouped(r.sources), r.why)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %.1f | %.1f | %.1f | %d |\n", grouped(r.n), r.what, grouped(r.sources),
			r.got.wall.Seconds(), r.got.cpu.Seconds(), 1000*r.got.cpu.Seconds()/float64(r.sources), r.got.peak>>20)
	}
	return b.String()
}

// withNational puts the section into a page of results: in the place of the one there is, else at the end.
func withNational(page, section string) string {
	before, rest, found := strings.Cut(page, nationalHead)
	if !found {
		return strings.TrimRight(page, "\n") + "\n\n" + strings.TrimRight(section, "\n") + "\n"
	}
	after := ""
	if i := strings.Index(rest, "\n## "); i >= 0 {
		after = rest[i:]
	}
	return before + strings.TrimRight(section, "\n") + "\n" + after
}

// addNational measures many municipalities and writes their section into the file of results.
func addNational(o options, self string, log io.Writer) error {
	m := lookAtMachine()
	return measureNational(o.sizes, self, in(o.within), log, func(all []nationalRun) error {
		page, err := os.ReadFile(o.out)
		if err != nil {
			return err
		}
		return os.WriteFile(o.out, []byte(withNational(string(page), nationalSection(m, all))), 0o644)
	})
}

// measureNational measures many municipalities and hands on, after each size, what was measured so far.
func measureNational(sizes []int, self string, until deadline, log io.Writer,
	keep func([]nationalRun) error) (err error) {
	dir, err := os.MkdirTemp("", "pilot90-national-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	c := nation{self: self, dir: dir, until: until, log: log}
	var all []nationalRun
	for _, n := range sizes {
		some, err := c.grow(n)
		if err != nil {
			return err
		}
		all = append(all, some...)
		if err := keep(all); err != nil {
			return err
		}
	}
	return nil
}

// simulate writes the ledger of the i-th municipality: two cohorts of six, 33 tasks each.
func simulate(dir string, i int) error {
	five, sum := fmt.Sprintf("%02d%03d", 1+i%47, 100+i/47), 0
	for k, d := range five {
		sum += int(d-'0') * (6 - k)
	}
	var people, tasks, contracts strings.Builder
	people.WriteString("参加者ID,コホート,性別,開始日,研修修了日,秘密保持契約日\n")
	tasks.WriteString("作業日,参加者ID,案件ID,作業名,時間,報酬,納品日,支払日\n")
	contracts.WriteString("案件ID,発注者ID,案件名,種別,開始日,終了日,月額\n")
	for p := range 12 {
		month := 4 + p/6*4
		fmt.Fprintf(&people, "P%02d,第%d期,%s,2025-%02d-01,2025-%02d-%02d,2025-%02d-20\n", p, 1+p/6,
			[]string{"女性", "男性"}[p%2], month, month, 20+(i+p)%9, month)
		for t := range 33 {
			day := cell.NewDay(2025, 5, 1) + cell.Day(p/6*130+t*(3+i%3))
			fmt.Fprintf(&tasks, "%s,P%02d,K%d,作業%d,%d,%d,%s,%s\n", day, p, 1+(p+t)%4, t, 1+t%3, 1000+100*((i+t)%20), day+2,
				day+30)
		}
	}
	for k := 1; k <= 4; k++ {
		fmt.Fprintf(&contracts, "K%d,B%d,業務%d,%s,2025-04-01,,%d\n", k, k%3, k, []string{"定期", "単発"}[k%2],
			10000*(1+(i+k)%9))
	}
	path := filepath.Join(dir, fmt.Sprint(i))
	if err := os.MkdirAll(path, 0o755); err != nil {
		return err
	}
	for name, text := range map[string]string{"参加者.csv": people.String(), "作業ログ.csv": tasks.String(),
		"案件.csv": contracts.String(), "pilot.toml": fmt.Sprintf(
			"[program]\nname = \"%d\"\nmunicipality = \"町%d\"\ncode = \"%s%d\"\n", i, i, five, (11-sum%11)%10)} {
		if err := os.WriteFile(filepath.Join(path, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}
