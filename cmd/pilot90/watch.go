package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// watch checks a ledger again whenever one of its files was saved with other contents.
type watch struct {
	app   *app
	path  string
	flags *checkFlags
	every time.Duration // between two looks at the files
	now   func() time.Time
	look  looker

	checked  fingerprint       // of the files that were checked last
	seen     fingerprint       // of the files at the last look
	findings []finding.Finding // of the last check
	trouble  string            // of the last look or check, "" when it went well
}

func newWatch(a *app, path string, f *checkFlags) *watch {
	return &watch{app: a, path: path, flags: f, every: time.Second, now: time.Now, look: looker{now: time.Now}}
}

// run checks once, and then after every save until the context ends. The exit code is that of
// the last check.
func (w *watch) run(ctx context.Context) error {
	if err := w.start(ctx); err != nil {
		return err
	}
	w.say(w.app.stderr, "保存されるたびに点検します。終えるには Ctrl+C を押してください。", "Checking after every save. Press Ctrl+C to stop.")
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
	if w.seen, err = w.look.at(w.path); err != nil {
		return cannot(err)
	}
	w.checked = w.seen
	return w.check(ctx, func([]finding.Finding) {})
}

// step looks at the files and checks when they have changed. A file that is being written is
// left alone until two looks in a row agree.
func (w *watch) step(ctx context.Context) error {
	now, err := w.look.at(w.path)
	settled := err == nil && maps.Equal(now, w.seen)
	w.seen = now
	if !settled || maps.Equal(now, w.checked) {
		return err
	}
	err = w.check(ctx, func(after []finding.Finding) {
		gone, fresh := changes(w.findings, after)
		w.say(w.app.stdout, "\n―― %s 点検しました（直った %d件・新しい %d件）――\n", "\n-- %s checked: %d gone, %d new --\n", w.now().Format(time.TimeOnly), gone, fresh)
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
	return w.app.writeFindings(w.app.stdout, c.Findings, w.flags, w.app.paint())
}

// mention prints a trouble of reading, but not again and again: the next look may find it gone.
func (w *watch) mention(err error) {
	text := ""
	if err != nil {
		text = w.app.words(err)
	}
	if text != "" && text != w.trouble {
		fmt.Fprintln(w.app.stderr, "pilot90: "+text)
	}
	w.trouble = text
}

func dayOf(t time.Time) cell.Day { return cell.NewDay(t.Date()) }

func (w *watch) say(to io.Writer, ja, en string, args ...any) {
	fmt.Fprintf(to, w.app.say(finding.Text{JA: ja, EN: en})+"\n", args...)
}

// changes counts the findings to correct that are gone and those that are new. Rows may have
// moved, so a finding is known again by everything but its cell.
func changes(before, after []finding.Finding) (gone, fresh int) {
	type identity struct{ code, file, sheet, column, record, date, value, message string }
	balance := map[identity]int{}
	count := func(fs []finding.Finding, step int) {
		for _, f := range finding.Unfold(fs) {
			if toCorrect(f) {
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

// fingerprint is the hash of the contents of every file of a ledger, by name.
type fingerprint map[string][sha256.Size]byte

// looker takes fingerprints. It reads a file again only when its size or time changed, so that
// watching a shared folder costs next to nothing.
type looker struct {
	now   func() time.Time
	known map[string]lookedAt
}

type lookedAt struct {
	size  int64
	saved time.Time
	hash  [sha256.Size]byte
}

// unsettled is how long after a save a file is read at every look: some file systems tell times
// to two seconds only, and a second save within them would not show.
const unsettled = 3 * time.Second

// at returns the fingerprint of the ledger. Excel's lock files (~$…) are no part of a ledger.
func (l *looker) at(path string) (fingerprint, error) {
	dir, names, err := cohort.Files(path)
	if err != nil {
		return nil, err
	}
	known := map[string]lookedAt{}
	found := fingerprint{}
	for _, name := range names {
		file := filepath.Join(dir, filepath.FromSlash(name))
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		seen, ok := l.known[name]
		if !ok || seen.size != info.Size() || !seen.saved.Equal(info.ModTime()) || l.now().Sub(seen.saved) < unsettled {
			seen = lookedAt{size: info.Size(), saved: info.ModTime()}
			if seen.hash, err = hashFile(file); err != nil {
				return nil, err
			}
		}
		known[name], found[name] = seen, seen.hash
	}
	l.known = known
	return found, nil
}

// hashFile returns the SHA-256 of a file's contents.
func hashFile(name string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(hash.Sum(nil)), nil
}
