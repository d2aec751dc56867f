package web

import (
	"context"
	"encoding/json"
	"math"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// officeLedger copies a ledger of the reference data to where the test may write, or skips it.
func officeLedger(t *testing.T, name string) string {
	t.Helper()
	from := filepath.Join("..", "..", "..", "..", "shared", "data", "office", "seed03", name)
	if _, err := os.Stat(from); err != nil {
		t.Skip("the reference data are not beside the checkout")
	}
	dir := filepath.Join(t.TempDir(), name)
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestDeskInBrowser does the journeys of 読み取り, 設定 and 一覧 in Chromium, as a clerk, with the keys alone and without
// script; afterwards the ledgers give the figures that their README says. PILOT90_SHOTS names a folder for screenshots.
func TestDeskInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("uses the pages in Chromium")
	}
	node, chromium := tools(t)
	months, untold := officeLedger(t, "03-monthly-sheets"), officeLedger(t, "13-units-sixty-untold")
	sample := filepath.Join(t.TempDir(), "midorino")
	if err := os.CopyFS(sample, os.DirFS(filepath.Join("..", "..", "..", "samples", "midorino"))); err != nil {
		t.Fatal(err)
	}
	s := New(Options{
		Today: func() cell.Day { return cell.NewDay(2026, 3, 31) }, Program: &doing{},
		Say: func(text string) { t.Log(text) }, Waits: DefaultWaits,
	})
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	defer func() { cancel(); <-ended }()
	cmd := exec.Command(node, filepath.Join("testdata", "desk.mjs"), s.Address(l.Addr()), chromium, months, untold, sample,
		manyFolder(t), os.Getenv("PILOT90_SHOTS"))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("browser: %v", err)
	}
	var faults []string
	if err := json.Unmarshal(out, &faults); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, f := range faults {
		t.Error(f)
	}
	// The facts of the two ledgers are the same ones, so that the hours of the second, once their unit is told, give the
	// figures that the first one's file of expected values has.
	for _, dir := range []string{months, untold} {
		expectFigures(t, dir, filepath.Join(months, "expected.json"))
	}
}

// expectFigures compares the figures of a ledger with those of a file of expected values.
func expectFigures(t *testing.T, dir, file string) {
	t.Helper()
	var want struct {
		Figures map[string]struct{ Value *float64 }
	}
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &want)
	}
	if err != nil {
		t.Fatal(err)
	}
	c, clock, err := cohort.Load(context.Background(), dir, cohort.LoadOptions{Today: cell.NewDay(2026, 3, 31)})
	if err != nil {
		t.Fatal(err)
	}
	run, err := (&program{}).Compute(dir, c, clock)
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for id, w := range want.Figures {
		f := kpi.Find(run.Result.Figures, id)
		if w.Value == nil || f == nil {
			continue
		}
		compared++
		if f.Value == nil || math.Abs(*f.Value-*w.Value) > 1e-9*max(1, math.Abs(*w.Value)) {
			t.Errorf("%s: %s is %v, want %v", filepath.Base(dir), id, f.Value, *w.Value)
		}
	}
	if compared < 30 {
		t.Errorf("%s: only %d figures were compared", filepath.Base(dir), compared)
	}
}
