package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/report/edition"
)

// sealSample seals editions of a copy of the sample, one a week from 7 April 2025.
func sealSample(t *testing.T, weeks int, args ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "台帳")
	if err := os.CopyFS(dir, os.DirFS("../../samples/midorino")); err != nil {
		t.Fatal(err)
	}
	for i := range weeks {
		asOf := cell.NewDay(2025, 4, 7+7*i).String()
		line := append([]string{"seal", dir, "--for", "hub", "--as-of", asOf}, args...)
		if code := command(t.Context(), line, strings.NewReader(""), io.Discard, io.Discard); code != exitOK {
			t.Fatalf("seal as of %s: exit code %d", asOf, code)
		}
	}
	return dir
}

// TestLedgerIsReadOnce: 12 weekly editions of one fiscal year are checked with one reading of the ledger.
func TestLedgerIsReadOnce(t *testing.T) {
	if testing.Short() {
		t.Skip("seals 12 editions")
	}
	const weeks = 12
	dir := sealSample(t, weeks, "--format", "json")
	a := &app{Terminal: terminal.New(strings.NewReader(""), io.Discard, io.Discard)}
	from, err := a.ledgerFor(t.Context(), dir, "")
	if err != nil {
		t.Fatal(err)
	}
	var reads atomic.Int32
	read := from.Read
	from.Read = func(path string, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
		reads.Add(1)
		return read(path, opt)
	}
	kept, err := edition.Kept(dir)
	if err != nil {
		t.Fatal(err)
	}
	verdicts, err := edition.VerifyAll(t.Context(), kept, from)
	if err != nil {
		t.Fatal(err)
	}
	if n := edition.Counts(verdicts)[edition.Intact]; n != weeks || reads.Load() != 1 {
		t.Errorf("%d editions intact with %d readings, want %d with 1", n, reads.Load(), weeks)
	}
}

// TestAnEditionIsSmall: a week's edition in its usual formats, with what is kept of the ledger, has at most 1 MB, and
// its page no script.
func TestAnEditionIsSmall(t *testing.T) {
	dir := sealSample(t, 1)
	size := int64(0)
	err := filepath.WalkDir(filepath.Join(dir, cohort.EditionsFolder), func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		size += info.Size()
		return err
	})
	if err != nil || size == 0 || size > 1<<20 {
		t.Errorf("an edition has %d bytes (%v), want at most 1 MB", size, err)
	}
	page, err := os.ReadFile(filepath.Join(dir, cohort.EditionsFolder, "2025-04-07-hub", "report.html"))
	if err != nil || strings.Contains(string(page), "<script") {
		t.Errorf("the kept page has a script (%v)", err)
	}
}
