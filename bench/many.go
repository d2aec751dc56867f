package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"sync"

	"pilot90/bench/ledgers"
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report"
)

// atOnce is how many ledgers are worked on at a time.
const atOnce = 2

// many works on each ledger in the folder, or the first most of them, within this process: its figures, and for
// "report" also the PDF and the HTML of the overview, which are let go of.
func many(what, dir, most string) error {
	debug.SetGCPercent(400) // as cmd/pilot90 does for every command (heldPercent)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if n, err := strconv.Atoi(most); err == nil && n < len(entries) {
		entries = entries[:n]
	}
	names := make(chan string)
	failed := make(chan error, len(entries))
	var wait sync.WaitGroup
	for range atOnce {
		wait.Go(func() {
			for name := range names {
				if err := oneOfMany(name, what == "report"); err != nil {
					failed <- fmt.Errorf("%s: %w", name, err)
				}
			}
		})
	}
	for _, e := range entries {
		names <- filepath.Join(dir, e.Name())
	}
	close(names)
	wait.Wait()
	close(failed)
	for next := range failed {
		err = errors.Join(err, next)
	}
	return err
}

func oneOfMany(dir string, draw bool) error {
	asOf, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: ledgers.AsOf})
	if fault != nil {
		return errors.New(fault.Message.EN)
	}
	ctx := context.Background()
	c, clock, err := cohort.Load(ctx, dir, cohort.LoadOptions{AsOf: &asOf})
	if err != nil {
		return err
	}
	window := kpi.NewWindow(c, clock)
	run := report.Run{Cohort: c, Window: window, Lang: lang.JA, Result: result.Compute(catalog.All(), window),
		Definitions: kpi.Expanded(catalog.All(), window)}
	if !draw {
		return nil
	}
	p, err := report.BuiltinPlan("overview")
	if err != nil {
		return err
	}
	made, shown := report.Build(p, run)
	_, _, err = report.Render(ctx, made, shown, []string{"pdf", "html"})
	return err
}
