package rollup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/report/draft"
	"pilot90/report/edition"
)

// Reading says how sources are taken in.
type Reading struct {
	Load    cohort.LoadOptions // of ledgers
	Tool    string             // version of pilot90
	Workers int                // how many ledgers are computed at a time; each is let go of before the next
	Cache   string             // folder of submissions made of ledgers before, "" = none
	Done    *atomic.Int64      // counts the sources that are through; nil: nobody asks
	Lang    lang.Lang
	// Years computes a ledger for each fiscal year that it holds, as of the year's last day, and not for the last alone.
	Years bool
	// Shelf keeps the figures of those alone that count, in place of all; nil: of all.
	Shelf *Shelf
}

// deepest is how many folders below a source submissions and ledgers are looked for.
const deepest = 8

// Find lists the ledgers (folders with a pilot.toml) and the JSON files below the paths, in the order of their names.
// Below a ledger nothing more is looked for: it is at hand itself. Hidden folders are passed over.
func Find(ctx context.Context, paths []string) ([]string, error) {
	var found []string
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return nil, err
		}
		err := filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				found = append(found, at) // it is named where it cannot be taken in
				return fs.SkipDir
			case d.IsDir() && at != path && strings.HasPrefix(d.Name(), "."), depth(path, at) > deepest:
				return fs.SkipDir
			case d.IsDir():
				if _, err := os.Stat(filepath.Join(at, setting.File)); err == nil {
					found = append(found, at)
					return fs.SkipDir
				}
			case strings.EqualFold(filepath.Ext(at), ".json"):
				found = append(found, at)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

func depth(from, to string) int {
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return 0
	}
	return strings.Count(filepath.ToSlash(rel), "/")
}

// Collect takes in what Find found: submissions are read, ledgers computed. One that cannot be taken in is named with
// the reason and stops nothing; a JSON file that is something else is passed over. What comes back is in the order of
// found, whatever the number of workers. The error is that of ctx alone.
func Collect(ctx context.Context, found []string, o Reading) ([]Source, []result.Unread, error) {
	type outcome struct {
		s   []*Submission
		err error
	}
	if o.Cache != "" {
		draft.Sweep(o.Cache)
	}
	outcomes := make([]outcome, len(found))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range max(1, min(o.Workers, len(found))) {
		wait.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(found) {
					return
				}
				outcomes[i].s, outcomes[i].err = take(ctx, found[i], o)
				if o.Shelf != nil {
					for _, s := range outcomes[i].s {
						o.Shelf.Put(Source{s, found[i]})
					}
				}
				if o.Done != nil {
					o.Done.Add(1)
				}
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	var sources []Source
	var unread []result.Unread
	for i, at := range outcomes {
		switch {
		case errors.Is(at.err, errOther):
		case at.err != nil:
			unread = append(unread, result.Unread{Source: found[i], Why: why(at.err, o.Lang)})
		default:
			for _, s := range at.s {
				sources = append(sources, Source{s, found[i]})
			}
		}
	}
	return sources, unread, nil
}

// errOther says that a JSON file is something else, and nothing that was handed in.
var errOther = errors.New("some other JSON file")

func why(err error, l lang.Lang) string {
	var text said
	switch {
	case errors.As(err, &text):
		return lang.Text(text).In(l)
	case errors.Is(err, ErrNoCode):
		return lang.Text{JA: "pilot.toml に団体コード（code）がありません", EN: err.Error()}.In(l)
	case errors.Is(err, ErrCode):
		return lang.Text{JA: "pilot.toml の団体コード（code）の数字が合いません", EN: err.Error()}.In(l)
	case errors.Is(err, ErrPlace):
		return lang.Text{JA: "pilot.toml の団体コードと都道府県が合いません", EN: err.Error()}.In(l)
	case errors.Is(err, ErrSubmission):
		return lang.Text{JA: "提出用データとして読めません（" + err.Error() + "）", EN: err.Error()}.In(l)
	case errors.Is(err, fs.ErrPermission):
		return lang.Text{JA: "読み取りの許可がありません", EN: "there is no permission to read it"}.In(l)
	}
	return err.Error()
}

// take reads a submission or computes a ledger. A panic over one of them is an error of it.
func take(ctx context.Context, path string, o Reading) (s []*Submission, err error) {
	defer func() {
		if p := recover(); p != nil {
			s, err = nil, fmt.Errorf("%v\n%s", p, firstLines(debug.Stack()))
		}
	}()
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir() && o.Years:
		return years(ctx, path, o)
	case info.IsDir():
		return one(ledger(ctx, path, o))
	case info.Size() > largest:
		return nil, fmt.Errorf("%w: larger than %d MB", ErrSubmission, largest>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var head struct {
		Schema string `json:"schema"`
	}
	if json.Unmarshal(data, &head) == nil && !strings.HasPrefix(head.Schema, "pilot90/submission/") {
		return nil, errOther
	}
	return one(Read(bytes.NewReader(data)))
}

func one(s *Submission, err error) ([]*Submission, error) {
	if err != nil {
		return nil, err
	}
	return []*Submission{s}, nil
}

// mostYears is how many fiscal years of a ledger are looked at, the latest ones.
const mostYears = 30

// years computes a ledger for the fiscal year that it is asked for and for each one before, back to that of the first
// start, contract or work in it.
func years(ctx context.Context, path string, o Reading) ([]*Submission, error) {
	last, err := ledger(ctx, path, o)
	if err != nil {
		return nil, err
	}
	c, _, err := cohort.Load(ctx, path, o.Load)
	if err != nil {
		return nil, err
	}
	all := []*Submission{last}
	for y := last.FiscalYear - 1; y >= max(firstYear(c, last.FiscalYear), last.FiscalYear-mostYears); y-- {
		_, end := facts.FiscalYear(y)
		o.Load.AsOf, o.Load.FiscalYear = &end, fmt.Sprint(y)
		s, err := ledger(ctx, path, o)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// firstYear is the fiscal year of the first date of a start, a contract or work; at most the given one.
func firstYear(c *cohort.Ledger, year int) int {
	at := func(f record.Field[cell.Day]) {
		if f.Known {
			year = min(year, f.Value.FiscalYear())
		}
	}
	for _, p := range c.Participants.Rows {
		at(p.StartDate)
	}
	for _, k := range c.Contracts.Rows {
		at(k.StartDate)
	}
	for _, t := range c.Tasks.Rows {
		at(t.Date)
	}
	return year
}

func firstLines(stack []byte) []byte {
	lines := bytes.SplitAfterN(stack, []byte("\n"), 12)
	return bytes.Join(lines[:min(len(lines), 11)], nil)
}

// ledger computes what a ledger hands in, or takes it from the cache where its files and the day are the same.
func ledger(ctx context.Context, path string, o Reading) (*Submission, error) {
	kept := ""
	if o.Cache != "" {
		key, err := keyOf(path, o)
		if err != nil {
			return nil, err
		}
		kept = filepath.Join(o.Cache, key+".json")
		if f, err := os.Open(kept); err == nil {
			s, err := Read(f)
			f.Close()
			if err == nil {
				return s, nil
			}
		}
	}
	c, clock, err := cohort.Load(ctx, path, o.Load)
	if err != nil {
		return nil, err
	}
	catalog.Check(c, clock)
	if clock.From > clock.AsOf {
		return nil, said{JA: fmt.Sprintf("対象期間が基準日より後の %s に始まります", clock.From),
			EN: fmt.Sprintf("the period begins on %s, after the as-of date %s", clock.From, clock.AsOf)}
	}
	if unread := kpi.Unread(c); !unread.Empty() {
		return nil, said(unread)
	}
	w := kpi.NewWindow(c, clock)
	s, err := Of(w, result.Compute(catalog.All(), w), o.Tool)
	if err != nil || kept == "" {
		return s, err
	}
	return s, keep(kept, s)
}

// said is a text of the program as an error.
type said lang.Text

func (s said) Error() string { return s.EN }

// keyOf names what a ledger gives: its files, the day and period asked for, the definitions and the program.
func keyOf(path string, o Reading) (string, error) {
	files, err := edition.ReadInputs(path)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintln(h, Schema, kpi.Version, o.Tool, o.Load.FiscalYear)
	if day := o.Load.AsOf; day != nil {
		fmt.Fprintln(h, "as of", *day)
	} else {
		fmt.Fprintln(h, "today", o.Load.Today)
	}
	for _, f := range files {
		io.WriteString(h, f.Name+"\x00"+f.SHA256+"\n")
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// keep writes a submission into the cache, whole or not at all.
func keep(path string, s *Submission) error {
	data, err := s.Bytes()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	temp, err := draft.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		os.Remove(temp.Name())
	}
	return err
}
