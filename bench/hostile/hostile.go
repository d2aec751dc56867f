// Command hostile feeds files that were made to do harm, and sound ones that were damaged, to every command of a built
// pilot90, and says which of them it did not withstand. The one idea: case number n follows from n and nothing else, so
// a case that failed is made again by its number; and each run is a process of its own with bounds on memory and
// time, so that one that goes wrong ends alone. It knows nothing of what the commands should say of a file.
//
//	hostile [-from 0] [-n 3000] [-keep DIR] PILOT90
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// errFailed is the error of a run in which a case failed; each was named already.
var errFailed = errors.New("a file was not withstood")

func run(ctx context.Context, args []string, out io.Writer) error {
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
	t, next, err := Feed(ctx, program, *from, *n, *workers, *keep, out)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d files, %d runs in %v: %d failed\n", next-*from, t.Runs, time.Since(begun).Round(time.Second),
		len(t.Failed))
	t.table(out)
	if ctx.Err() != nil {
		return fmt.Errorf("stopped; it goes on with -from %d", next)
	}
	if len(t.Failed) > 0 {
		return errFailed
	}
	return nil
}

// Feed makes n cases from number from on and runs the program on each; what fails is said at once. It returns what
// came of them, and the number of the case to go on with when ctx ended before.
func Feed(ctx context.Context, program string, from, n, workers int, keep string, out io.Writer) (*Tally, int, error) {
	dir, err := os.MkdirTemp("", "hostile-")
	if err != nil {
		return nil, from, err
	}
	defer os.RemoveAll(dir)
	s, err := newStock(program, filepath.Join(dir, "stock"))
	if err != nil {
		return nil, from, err
	}
	t := &Tally{out: out}
	cases := make(chan int)
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for number := range cases {
				t.feed(program, filepath.Join(dir, fmt.Sprint(number)), number, s, keep)
			}
		})
	}
	number := from
	for ; number < from+n && ctx.Err() == nil; number++ {
		cases <- number
	}
	close(cases)
	wait.Wait()
	return t, number, nil
}

// runs is how many modes are run on each case.
const runs = 2

// feed runs the program on one case, with the modes whose turn it is.
func (t *Tally) feed(program, dir string, number int, s stock, keep string) {
	defer os.RemoveAll(dir)
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.fail(number, "no folder", err)
		return
	}
	c, err := newCase(number, dir, s)
	if err != nil {
		t.fail(number, "not made", err)
		return
	}
	for _, m := range c.turns() {
		args := c.paths(m.args)
		ended := runBounded(program, dir, args)
		t.took(number, m.name, ended)
		if err := ended.verdict(); err != nil {
			t.fail(number, fmt.Sprintf("%s: pilot90 %q", c.kind, args), err)
			if keep != "" {
				os.CopyFS(filepath.Join(keep, fmt.Sprint(number)), os.DirFS(dir)) // as far as it can be copied
			}
		}
	}
}
