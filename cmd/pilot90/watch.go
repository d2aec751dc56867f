package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"time"

	"pilot90/cmd/pilot90/copies"
	"pilot90/cmd/pilot90/fingerprint"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// watch checks a ledger again whenever one of its files was saved with other contents.
type watch struct {
	app   *app
	path  string
	flags *checkFlags
	every time.Duration // between two looks at the files
	now   func() time.Time
	look  fingerprint.Looker

	checked  fingerprint.Set   // of the files that were checked last
	seen     fingerprint.Set   // of the files at the last look
	findings []finding.Finding // of the last check
	failure  string            // of the last look or check, "" when it went well
}

func newWatch(a *app, path string, f *checkFlags) *watch {
	return &watch{app: a, path: path, flags: f, every: time.Second, now: time.Now, look: fingerprint.Looker{Now: time.Now}}
}

// run checks once, and then after every save until the context ends. The exit code is that of
// the last check.
func (w *watch) run(ctx context.Context) error {
	if err := w.start(ctx); err != nil {
		return err
	}
	w.say(w.app.Stderr, "保存されるたびに点検します。終えるには Ctrl+C を押してください。", "Checking after every save. Press Ctrl+C to stop.")
	tick := time.NewTicker(w.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return verdict(w.findings, w.flags.failOn)
		case <-tick.C:
		}
		if err := w.step(ctx); ctx.Err() == nil {
			w.mention(err)
		}
	}
}

// start looks and checks for the first time.
func (w *watch) start(ctx context.Context) (err error) {
	if w.seen, err = w.look.At(w.path); err != nil {
		return cannot(err)
	}
	w.checked = w.seen
	return w.check(ctx, func([]finding.Finding) {})
}

// step looks at the files and checks when they have changed. A file that is being written is
// left alone until two looks in a row agree.
func (w *watch) step(ctx context.Context) error {
	now, err := w.look.At(w.path)
	settled := err == nil && maps.Equal(now, w.seen)
	w.seen = now
	if !settled || maps.Equal(now, w.checked) {
		return err
	}
	err = w.check(ctx, func(after []finding.Finding) {
		gone, fresh := changes(w.findings, after)
		w.say(w.app.Stdout, "\n―― %s 点検しました（直った %d件・新しい %d件）――\n", "\n-- %s checked: %d gone, %d new --\n",
			w.now().Format(time.TimeOnly), gone, fresh)
	})
	if err == nil {
		w.checked = now
	}
	return err
}

// check reads the ledger and prints the findings below what head says of them.
func (w *watch) check(ctx context.Context, head func(after []finding.Finding)) error {
	w.app.today = dayOf(w.now())
	c, err := w.app.read(ctx, w.path, &w.flags.ledger)
	if err != nil {
		return err
	}
	head(c.Findings)
	w.findings = c.Findings
	return w.app.writeFindings(w.app.Stdout, c.Findings, w.flags, w.app.Paint())
}

// mention prints a trouble of reading, but not again and again: the next look may find it gone.
func (w *watch) mention(err error) {
	text := ""
	if err != nil {
		text = w.app.Tell(err)
	}
	if text != "" && text != w.failure {
		fmt.Fprintln(w.app.Stderr, "pilot90: "+text)
	}
	w.failure = text
}

func dayOf(t time.Time) cell.Day { return cell.NewDay(t.Date()) }

func (w *watch) say(to io.Writer, ja, en string, args ...any) {
	fmt.Fprintf(to, w.app.Say(lang.Text{JA: ja, EN: en})+"\n", args...)
}

// changes counts the findings to correct that are gone and those that are new. Rows may have
// moved, so a finding is known again by everything but its cell.
func changes(before, after []finding.Finding) (gone, fresh int) {
	type identity struct{ code, file, sheet, column, record, date, value, message string }
	balance := map[identity]int{}
	count := func(fs []finding.Finding, step int) {
		for _, f := range finding.Unfold(fs) {
			if copies.ToCorrect(f) {
				balance[identity{f.Code, f.File, f.Sheet, f.Column, f.Record, f.Date, f.Value, f.Message.JA}] += step
			}
		}
	}
	count(before, -1)
	count(after, 1)
	for _, n := range balance {
		gone += max(-n, 0)
		fresh += max(n, 0)
	}
	return gone, fresh
}
