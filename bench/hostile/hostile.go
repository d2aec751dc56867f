// Command hostile feeds files that were made to do harm, and sound ones that were damaged, to every command of a built
// pilot90, and says which of them it did not withstand. The one idea: case number n follows from n and nothing else, so
// a case that failed is made again by its number; and each run is a process of its own with bounds on memory and
// time, so that one that goes wrong ends alone. It knows nothing of what the commands should say of a file.
//
//	hostile [-from 0] [-n 3000] [-keep DIR] PILOT90
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"pilot90/bench/ledgers"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// errFailed is the error of a run in which a case failed; each was named already.
var errFailed = errors.New("a file was not withstood")

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("hostile", flag.ContinueOnError)
	from := flags.Int("from", 0, "the number of the first case")
	n := flags.Int("n", 3000, "how many cases")
	workers := flags.Int("workers", 2, "how many at a time")
	keep := flags.String("keep", "", "a folder to leave the ledgers of failed cases in")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("usage: hostile [-from 0] [-n 3000] [-keep DIR] PILOT90")
	}
	program, err := filepath.Abs(flags.Arg(0))
	if err != nil {
		return err
	}
	begun := time.Now()
	t := Feed(program, *from, *n, *workers, *keep, out)
	fmt.Fprintf(out, "%d files, %d runs in %v: %d failed; at most %.1f s of CPU (case %d) and %d MB (case %d)\n", *n,
		t.Runs, time.Since(begun).Round(time.Second), len(t.Failed), t.MostTime.Seconds(), t.Slowest, t.MostMemory>>20,
		t.Largest)
	if len(t.Failed) > 0 {
		return errFailed
	}
	return nil
}

// Tally is what came of the cases.
type Tally struct {
	Runs             int
	Failed           []string // what each run that failed was, and why
	out              io.Writer
	MostTime         time.Duration
	MostMemory       int64 // bytes of the largest resident set
	Slowest, Largest int   // the cases of these
	lock             sync.Mutex
}

// Feed makes n cases from number from on and runs the program on each; what fails is said at once.
func Feed(program string, from, n, workers int, keep string, out io.Writer) *Tally {
	t := &Tally{out: out}
	cases := make(chan int)
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for number := range cases {
				t.feed(program, number, keep)
			}
		})
	}
	for number := from; number < from+n; number++ {
		cases <- number
	}
	close(cases)
	wait.Wait()
	return t
}

// feed runs the program on one case, with the command that is its turn and with check.
func (t *Tally) feed(program string, number int, keep string) {
	dir, err := os.MkdirTemp("", "hostile-")
	if err != nil {
		t.fail(number, "no folder", err)
		return
	}
	defer os.RemoveAll(dir)
	c, err := newCase(number, filepath.Join(dir, "ledger"))
	if err != nil {
		t.fail(number, "not made", err)
		return
	}
	second := filepath.Join(dir, "second")
	if err := ledgers.Write(second, ledgers.Size{People: 6, Rows: 60, Town: number + 1}); err != nil {
		t.fail(number, "not made", err)
		return
	}
	for _, args := range c.commands(dir, second) {
		ended := runBounded(program, dir, args)
		t.took(number, ended)
		if err := ended.verdict(); err != nil {
			t.fail(number, fmt.Sprintf("%s: pilot90 %q", c.kind, args), err)
			if keep != "" {
				os.CopyFS(filepath.Join(keep, fmt.Sprint(number)), os.DirFS(dir)) // as far as it can be copied
			}
		}
	}
}

func (t *Tally) fail(number int, what string, err error) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.Failed = append(t.Failed, fmt.Sprintf("case %d, %s: %v", number, what, err))
	fmt.Fprintln(t.out, t.Failed[len(t.Failed)-1])
}

func (t *Tally) took(number int, e ended) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.Runs++
	if e.cpu > t.MostTime {
		t.MostTime, t.Slowest = e.cpu, number
	}
	if e.memory > t.MostMemory {
		t.MostMemory, t.Largest = e.memory, number
	}
}
