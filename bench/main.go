// Command bench compares how fast pilot90 and other programs read a work log of 1,000, 50,000
// and 500,000 rows, each as a process of its own, and writes what it measured as Markdown. The
// one idea: all programs read the same files in turn within one run, and each has to report
// every cell, so that a ratio means the same work. It makes the files itself, in a temporary
// folder. It does not judge what a program is good for besides.
//
// It then compares whole jobs, from a ledger to figures and papers, with R and Python, and holds them to goals.
//
//	bench [-runs 5] [-rows 1000,50000,500000] [-go] [-only whole] [-within 23m] [-out bench/RESULTS.md]
//	bench many WHAT DIR [N]   figures or reports of all ledgers in DIR, in this process
//	bench make FILE ROWS      writes a work log
//	bench read WAY FILE       reads one: stream, book, excelize, csv, inflate
//	bench -rollup [-sizes 10,100,1000,1741]   measures many municipalities alone, into their section of the file
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// excelEpoch is day 0 of Excel's dates after February 1900.
var excelEpoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	switch {
	case len(args) == 3 && args[0] == "make":
		rows, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return makeFile(args[1], rows)
	case len(args) == 4 && args[0] == "national":
		n, err := strconv.Atoi(args[3])
		if err != nil {
			return err
		}
		return national(args[1], args[2], n, stdout)
	case len(args) == 6 && args[0] == "weeks":
		from, err := strconv.Atoi(args[4])
		before, err2 := strconv.Atoi(args[5])
		if err := errors.Join(err, err2); err != nil {
			return err
		}
		return writeWeeks(args[1], args[2], args[3], from, before)
	case len(args) == 3 && args[0] == "read":
		way, ok := ways[args[1]]
		if !ok {
			return fmt.Errorf("no such way: %s", args[1])
		}
		n, err := way(args[2])
		if err == nil {
			_, err = fmt.Fprintln(stdout, n.rows, n.cells)
		}
		return err
	}
	if len(args) > 2 && args[0] == "many" {
		return many(args[1], args[2], strings.Join(args[3:], ""))
	}
	o, err := readOptions(args)
	if err != nil {
		return err
	}
	return compare(o, stderr)
}

// options of a comparison.
type options struct {
	runs    int
	rows    []int
	goBench bool
	rollup  bool
	sizes   []int
	only    string        // "whole" or "reading" leaves the other out; "" for both
	within  time.Duration // what is not begun after it is named as not measured
	out     string
}

func readOptions(args []string) (o options, err error) {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	rows := flags.String("rows", "1000,50000,500000", "the sizes to compare, in rows")
	flags.IntVar(&o.runs, "runs", 5, "runs of each program on each file; 500,000 rows and more get 3 at most")
	flags.BoolVar(&o.goBench, "go", false, "run the Go benchmarks of the repository too")
	flags.BoolVar(&o.rollup, "rollup", false, "measure many municipalities alone")
	sizes := flags.String("sizes", "10,100,1000,1741", "the numbers of municipalities")
	flags.StringVar(&o.only, "only", "", "whole or reading: leaves the other out")
	flags.DurationVar(&o.within, "within", 23*time.Minute, "begins nothing new after this time")
	flags.StringVar(&o.out, "out", "bench/RESULTS.md", "the file to write")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("unknown argument %s", flags.Arg(0))
	}
	for _, list := range []struct {
		name, text string
		to         *[]int
	}{{"-rows", *rows, &o.rows}, {"-sizes", *sizes, &o.sizes}} {
		for text := range strings.SplitSeq(list.text, ",") {
			n, err := strconv.Atoi(text)
			if err != nil || n < 2 {
				return o, fmt.Errorf("%s %s: give numbers from 2 on", list.name, list.text)
			}
			*list.to = append(*list.to, n)
		}
		slices.Sort(*list.to)
	}
	if o.runs < 1 {
		return o, errors.New("-runs: give 1 or more")
	}
	return o, nil
}
