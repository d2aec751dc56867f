package catalog

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/kpi"
)

// The tests below turn published data into ledgers, as files on the disk that the reader reads like
// any other, and hold the figures against values worked out elsewhere: in R, or twice over in
// Python and SQLite (see README.md of the data), or by a few lines of arithmetic here.

// sharedData is where the data lie, beside the repository.
const sharedData = "../../../shared/data"

func openShared(t *testing.T, path ...string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{sharedData}, path...)...))
	if os.IsNotExist(err) {
		t.Skipf("%v is not there: this test needs the shared data beside the repository", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func readShared(t *testing.T, into any, path ...string) {
	t.Helper()
	if err := json.NewDecoder(openShared(t, path...)).Decode(into); err != nil {
		t.Fatal(err)
	}
}

// disk writes the sheets as CSV files into a folder of their own.
func disk(t *testing.T, sheets map[string][][]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, rows := range sheets {
		f, err := os.Create(filepath.Join(dir, name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if err := csv.NewWriter(f).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// windowOf reads the ledger in a folder, over a period.
func windowOf(t *testing.T, dir string, asOf, from, to cell.Day) *kpi.Window {
	t.Helper()
	c, clock, err := cohort.Load(context.Background(), dir,
		cohort.LoadOptions{AsOf: &asOf, From: &from, To: &to, Today: asOf})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{
		len(c.Participants.Excluded), len(c.Contracts.Excluded), len(c.Tasks.Excluded), len(c.Metrics.Excluded),
	} {
		if n > 0 {
			t.Fatalf("%d rows are left out; the first finding: %v", n, c.Findings[0])
		}
	}
	return kpi.NewWindow(c, clock)
}

func figureOf(t *testing.T, w *kpi.Window, id string) *kpi.Figure {
	t.Helper()
	d, ok := find(id, w)
	if !ok {
		t.Fatalf("no figure %s", id)
	}
	return &kpi.Run([]kpi.Definition{d}, w)[0]
}

// near compares to 1e-9 relative; NaN stands for "none".
func near(got any, want float64) bool {
	x, ok := got.(float64)
	if !ok {
		return math.IsNaN(want)
	}
	return math.Abs(x-want) <= 1e-9*max(1, math.Abs(want))
}

// answer is a number of the reference files; null is NaN.
type answer float64

func (a *answer) UnmarshalJSON(data []byte) error {
	*a = answer(math.NaN())
	var x *float64
	if err := json.Unmarshal(data, &x); err != nil || x == nil {
		return err
	}
	*a = answer(*x)
	return nil
}

// readRows reads a CSV file with a heading row.
func readRows(t *testing.T, path ...string) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(openShared(t, path...)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(lines))
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, heading := range lines[0] {
			row[heading] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// find returns the definition with the id, looking into what the window's ledger expands to.
func find(id string, w *kpi.Window) (kpi.Definition, bool) {
	defs := kpi.Expanded(all, w)
	i := slices.IndexFunc(defs, func(d kpi.Definition) bool { return d.ID == id })
	if i < 0 {
		return kpi.Definition{}, false
	}
	return defs[i], true
}
