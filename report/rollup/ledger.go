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
	"os"
	"path/filepath"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
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

// ledger computes what a ledger hands in, that of a hub first and then that of each of its municipalities whose code is
// given; or takes it from the cache where its files and the day are the same.
func ledger(ctx context.Context, path string, o Reading) ([]*Submission, error) {
	return cached([]string{path}, o, func() ([]*Submission, error) {
		c, clock, err := load(ctx, path, o)
		if err != nil {
			return nil, err
		}
		return handIn(kpi.NewWindow(c, clock), o.Tool)
	})
}

// load reads a ledger out of which something can be handed in.
func load(ctx context.Context, path string, o Reading) (*cohort.Ledger, setting.Clock, error) {
	c, clock, err := cohort.Load(ctx, path, o.Load)
	if err != nil {
		return nil, clock, err
	}
	catalog.Check(c, clock)
	if clock.From > clock.AsOf {
		return nil, clock, said{JA: fmt.Sprintf("対象期間が基準日より後の %s に始まります", clock.From),
			EN: fmt.Sprintf("the period begins on %s, after the as-of date %s", clock.From, clock.AsOf)}
	}
	if fault, is := unusable(c); is {
		return nil, clock, fault
	}
	return c, clock, nil
}

// unusable names the file of a ledger that was not read, and what to do: without its records every figure would be
// another, and without the settings nobody knows whose it is.
func unusable(c *cohort.Ledger) (said, bool) {
	unread := kpi.Unread(c)
	for _, f := range c.Findings {
		settings := f.Code == unreadSettings
		if f.Severity != finding.Error || !settings && (unread.Empty() || !strings.HasPrefix(f.Code, codesOfFiles)) {
			continue
		}
		return said{JA: f.File + "：" + f.Message.JA + f.Fix.JA, EN: f.File + ": " + f.Message.EN + " " + f.Fix.EN}, true
	}
	return said(unread), !unread.Empty()
}

// Codes of findings: of a pilot.toml that is none, and how those begin that refuse a whole file.
const unreadSettings, codesOfFiles = "P101", "C30"

// handIn is what the window of a whole ledger hands in.
func handIn(w *kpi.Window, tool string) ([]*Submission, error) {
	whole, err := Of(w, result.Compute(catalog.All(), w), tool)
	if err != nil {
		return nil, err
	}
	all := []*Submission{whole}
	if !whole.OfHub() {
		return all, nil
	}
	for _, town := range kpi.Towns(w.Cohort) {
		if town.Outside || w.Pilot.Alliance.CodeOf(town.Name) == "" {
			continue
		}
		of, err := Of(w, result.OfTown(catalog.All(), w, town), tool)
		if err != nil {
			return nil, err
		}
		all = append(all, of)
	}
	return all, nil
}

// said is a text of the program as an error.
type said lang.Text

func (s said) Error() string { return s.EN }

// cached takes what ledgers give from the cache, where their files and the day are the same, else works it out.
func cached(paths []string, o Reading, work func() ([]*Submission, error)) ([]*Submission, error) {
	if o.Cache == "" {
		return work()
	}
	key, err := keyOf(paths, o)
	if err != nil {
		return nil, err
	}
	kept := filepath.Join(o.Cache, key+".json")
	if all, err := fromCache(kept); err == nil {
		return all, nil
	}
	all, err := work()
	if err != nil {
		return nil, err
	}
	return all, keep(kept, all)
}

// fromCache reads what keep wrote. What is damaged is an error and made again.
func fromCache(path string) ([]*Submission, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var texts []json.RawMessage
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, err
	}
	var all []*Submission
	for _, text := range texts {
		s, err := Read(bytes.NewReader(text))
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	if len(all) == 0 {
		return nil, ErrSubmission
	}
	return all, nil
}

// keyOf names what ledgers give: their files, the day and period asked for, the definitions and the program.
func keyOf(paths []string, o Reading) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, Schema, kpi.Version, o.Tool, o.Load.FiscalYear)
	if day := o.Load.AsOf; day != nil {
		fmt.Fprintln(h, "as of", *day)
	} else {
		fmt.Fprintln(h, "today", o.Load.Today)
	}
	for _, path := range paths {
		files, err := edition.ReadInputs(path)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, len(files))
		for _, f := range files {
			io.WriteString(h, f.Name+"\x00"+f.SHA256+"\n")
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// keep writes submissions into the cache, whole or not at all.
func keep(path string, all []*Submission) error {
	data, err := json.Marshal(all)
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

// mostYears is how many fiscal years of a ledger are looked at, the latest ones.
const mostYears = 30

// years computes a ledger for the fiscal year that it is asked for and for each one before, back to that of the first
// start, contract or work in it.
func years(ctx context.Context, path string, o Reading) ([]*Submission, error) {
	all, err := ledger(ctx, path, o)
	if err != nil {
		return nil, err
	}
	c, _, err := cohort.Load(ctx, path, o.Load)
	if err != nil {
		return nil, err
	}
	last := all[0].FiscalYear
	for y := last - 1; y >= max(firstYear(c, last), last-mostYears); y-- {
		of, err := ledger(ctx, path, o.at(y))
		if err != nil {
			return nil, err
		}
		all = append(all, of...)
	}
	return all, nil
}

// at is the reading of a fiscal year that is over, as of its last day.
func (o Reading) at(year int) Reading {
	_, end := facts.FiscalYear(year)
	o.Load.AsOf, o.Load.FiscalYear = &end, fmt.Sprint(year)
	return o
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
