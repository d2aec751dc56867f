package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// officeLedgers are one set of facts kept in the ways of small offices, with the figures of each.
const officeLedgers = "../../../shared/data/office"

// reached is how far the reading of each kind of office ledger has come, both sets of facts
// together: at least so many figures right, at most so many wrong, silently wrong, and so many
// notes missed. A commit that reads more raises it; the aim is of figures right and 0 for the rest.
var reached = map[string]struct{ right, of, wrong, silent, missed int }{
	"01-names-only":         {right: 82, of: 82},
	"01-names-twins":        {right: 22, of: 22},
	"02-clock":              {right: 82, of: 82},
	"03-monthly-sheets":     {right: 82, of: 82},
	"04-day-matrix":         {right: 67, of: 67},
	"05-payments":           {right: 74, of: 74},
	"06-wide-pay":           {right: 77, of: 77},
	"07-attendance-matrix":  {right: 82, of: 82},
	"08-one-sheet":          {right: 48, of: 48},
	"09-invoices":           {right: 82, of: 82},
	"10-renewals":           {right: 80, of: 80},
	"11-exports":            {right: 75, of: 75},
	"12-split-dates":        {right: 82, of: 82},
	"13-units-minutes":      {right: 82, of: 82},
	"13-units-score10":      {right: 78, of: 78},
	"13-units-score1best":   {right: 78, of: 78},
	"13-units-seconds":      {right: 82, of: 82},
	"13-units-sixty":        {right: 82, of: 82},
	"13-units-sixty-untold": {right: 74, of: 74},
	"13-units-thousand":     {right: 82, of: 82},
	"13-units-utc":          {right: 82, of: 82},
	"14-partial-hours":      {right: 72, of: 72},
	"14-partial-kind":       {right: 72, of: 72},
	"14-partial-start":      {right: 66, of: 66},
	"15-copies":             {right: 82, of: 82},
}

// TestOfficeLedgers reads every office ledger as kpi and check do and judges each figure by the
// expected.json beside it. With -v it prints what each folder came to, and every figure not right.
func TestOfficeLedgers(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every office ledger twice")
	}
	paths, err := filepath.Glob(filepath.Join(officeLedgers, "*", "*", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skip("the office ledgers are not beside the repository (../shared/data/office)")
	}
	kinds := map[string]*tally{}
	for _, path := range paths {
		folder := filepath.Dir(path)
		got := judgeOffice(t, folder)
		kind := filepath.Base(folder)
		if kinds[kind] == nil {
			kinds[kind] = &tally{}
		}
		kinds[kind].add(got)
		logTally(t, filepath.Base(filepath.Dir(folder))+"/"+kind, got)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		holdReached(t, kind, kinds[kind])
	}
}

func judgeOffice(t *testing.T, folder string) tally {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want expected
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatalf("%s: %v", folder, err)
	}
	return answersOf(t, folder, "--as-of", "2026-03-31").judge(&want)
}

func logTally(t *testing.T, name string, got tally) {
	t.Helper()
	t.Logf("%-28s right %3d  refused %3d  wrong %3d  silent %3d  missed %2d", name,
		got.count[right], got.count[refused], got.count[marked], got.count[silent], got.missed)
	for _, line := range got.lines {
		t.Log("    " + line)
	}
}

// holdReached fails where a kind is read less well than it was.
func holdReached(t *testing.T, kind string, got *tally) {
	t.Helper()
	want, known := reached[kind]
	wrong := got.count[marked] + got.count[silent]
	of := got.count[right] + got.count[refused] + wrong
	switch {
	case !known || of != want.of:
		t.Errorf("%s: %d figures are asked for, the table knows of %d", kind, of, want.of)
	case got.count[right] < want.right, wrong > want.wrong, got.count[silent] > want.silent, got.missed > want.missed:
		t.Errorf("%s: right %d, wrong %d, silent %d, missed %d; it was %+v", kind,
			got.count[right], wrong, got.count[silent], got.missed, want)
	case got.count[right] > want.right, wrong < want.wrong, got.missed < want.missed:
		t.Logf("%s is read better than the table says: {%d, %d, %d, %d, %d}", kind,
			got.count[right], of, wrong, got.count[silent], got.missed)
	}
}
