package main

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
)

// TestEveryWayReadsTheWhole work log: 300 rows of 10 cells, none blank.
func TestEveryWayReadsTheWhole(t *testing.T) {
	const rows = 300
	dir := t.TempDir()
	for _, c := range []struct {
		ext  string
		ways []string
	}{{".xlsx", []string{"stream", "book", "excelize"}}, {".csv", []string{"stream", "book", "csv"}}} {
		if _, err := newBoard(dir, rows, c.ext); err != nil {
			t.Fatal(err)
		}
		for _, way := range c.ways {
			var out bytes.Buffer
			if err := run([]string{"read", way, filepath.Join(dir, fileName(rows, c.ext))}, &out, io.Discard); err != nil ||
				out.String() != "300 3000\n" {
				t.Errorf("%s %s: %q, %v", way, c.ext, out.String(), err)
			}
		}
	}
	if _, err := inflateSheet(filepath.Join(dir, fileName(rows, ".xlsx"))); err != nil {
		t.Error(err)
	}
	if err := run([]string{"read", "guess", "a.csv"}, io.Discard, io.Discard); err == nil {
		t.Error("an unknown way was taken")
	}
}

// TestBothFilesSayTheSame: the workbook and the CSV hold the same ledger, cell by cell.
func TestBothFilesSayTheSame(t *testing.T) {
	dir := t.TempDir()
	var books [2]*grid.Book
	for i, name := range []string{"a.xlsx", "a.csv"} {
		if err := run([]string{"make", filepath.Join(dir, name), "40"}, io.Discard, io.Discard); err != nil {
			t.Fatal(err)
		}
		book, findings, err := sheet.Open(dir, name, sheet.Options{})
		if book == nil || err != nil {
			t.Fatal(findings, err)
		}
		books[i] = book
	}
	for row := 1; row <= 40; row++ {
		for col := 1; col <= columns; col++ {
			if x, y := books[0].Sheets[0].At(row, col).Text, books[1].Sheets[0].At(row, col).Text; x != y || x == "" {
				t.Errorf("%s: %q in the workbook, %q in the CSV", grid.Ref(row, col), x, y)
			}
		}
	}
	if got := dayText(45748); got != "2025-04-01" { // Excel: =DATE(2025,4,1) is 45748
		t.Errorf("serial 45748 is %s", got)
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		sorted []float64
		want   float64
	}{{[]float64{3}, 3}, {[]float64{1, 3}, 2}, {[]float64{1, 2, 9}, 2}, {[]float64{1, 2, 4, 9}, 3}} {
		if got := median(c.sorted); got != c.want {
			t.Errorf("median of %v = %v, want %v", c.sorted, got, c.want)
		}
	}
}

// TestRunOnce: a peer that reports too few cells, prints something else, fails or is not there
// has no result, and the reason is told.
func TestRunOnce(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no sh")
	}
	for _, c := range []struct{ script, want string }{
		{"echo 2 20", ""},
		{"echo 2 19", "read 2 rows with 19 cells of 2 with 20"},
		{"echo 1e5 20", "it printed"},
		{"echo 'ImportError: no such module' >&2; exit 1", "ImportError: no such module"},
	} {
		p := &peer{name: "x", outcome: printedCount, argv: func(string) []string { return []string{"sh", "-c", c.script} }}
		got, err := runOnce(p, "a.csv", 2)
		if c.want == "" {
			if err != nil || got.wall <= 0 || got.peak <= 0 {
				t.Errorf("%s: %+v, %v", c.script, got, err)
			}
		} else if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.script, err, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	p := &peer{name: "x", about: []string{"a-program-that-nobody-has", "--version"}}
	if p.find(); p.missing != "not installed" {
		t.Errorf("missing: %q", p.missing)
	}
}

// boardOf makes a board of peers with given times in seconds and a peak of 100 MiB.
func boardOf(ext string, rows int, times map[string]float64) *board {
	b := &board{ext: ext, rows: rows}
	for _, name := range []string{ours, inflate, library, fread} {
		if seconds, ok := times[name]; ok {
			s := &series{peer: &peer{name: name}}
			s.samples = []sample{{wall: time.Duration(seconds * float64(time.Second)), peak: 100 << 20}}
			b.series = append(b.series, s)
		}
	}
	return b
}

// TestMarkdown: goals are judged by what was measured, and what is missing is named.
func TestMarkdown(t *testing.T) {
	gone := &peer{name: "SheetJS", missing: "not installed"}
	big := boardOf(".xlsx", 50_000, map[string]float64{ours: 0.6, inflate: 0.2, library: 8.2})
	big.series = append(big.series, &series{peer: gone, failed: gone.missing})
	page := (&results{
		peers:  []*peer{{name: ours}, gone},
		boards: []*board{boardOf(".xlsx", 1, map[string]float64{ours: 0.1, inflate: 0.1, library: 0.2}), big},
	}).markdown()
	for _, want := range []string{
		"| SheetJS | **missing**: not installed |",
		"| SheetJS | not installed | | | | | | | |",
		// 0.6 / 0.2
		"at most 2 × the time of inflating the sheet | 50,000 rows, .xlsx | 3.00 | not reached |",
		// 0.5 / 0.1
		"at most 2 × the time of inflating the sheet, start not counted | 50,000 rows, .xlsx | 5.00 | not reached |",
		// 8.2 / 0.6
		"excelize takes at least 15 × our time | 50,000 rows, .xlsx | 13.67 | not reached |",
		// 8.0 / 0.5
		"excelize takes at least 15 × our time, start not counted | 50,000 rows, .xlsx | 16.00 | reached |",
		"less than 128 MiB | 50,000 rows, .xlsx | 100.00 | reached |",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	if strings.Contains(page, "1 rows, .xlsx | ") {
		t.Error("a goal was judged on the file of one row")
	}
}

// TestNotMeasured: a goal whose peer is missing is not called reached.
func TestNotMeasured(t *testing.T) {
	r := &results{boards: []*board{boardOf(".csv", 1, map[string]float64{ours: 0.01}),
		boardOf(".csv", 50_000, map[string]float64{ours: 0.1})}}
	if page := r.markdown(); !strings.Contains(page,
		"at most 1.5 × the time of fread | 50,000 rows, .csv | – | not measured") {
		t.Error(page)
	}
}

func TestBenchmarkLines(t *testing.T) {
	in := "goos: linux\npkg: pilot90/a\nok\npkg: pilot90/b\nBenchmarkX-2   \t 100\t 12 ns/op\nBenchmarkY\n--- BENCH: " +
		"z\nPASS\n"
	want := []string{"pkg: pilot90/b", "BenchmarkX-2 100 12 ns/op"}
	if got := benchmarkLines(strings.NewReader(in)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOptions(t *testing.T) {
	for _, args := range [][]string{{"-rows", "1"}, {"-rows", "a"}, {"-runs", "0"}, {"more"}} {
		if _, err := readOptions(args); err == nil {
			t.Errorf("%q was taken", args)
		}
	}
	o, err := readOptions([]string{"-rows", "500,20"})
	if err != nil || !slices.Equal(o.rows, []int{20, 500}) || o.runs != 5 {
		t.Errorf("%+v, %v", o, err)
	}
	if got := reason(errors.New("exit status 1"), ""); got != "exit status 1" {
		t.Errorf("reason: %q", got)
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{1: "1", 999: "999", 1000: "1,000", 50_000: "50,000", 1_000_001: "1,000,001"} {
		if got := grouped(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

// TestCalibration: the lines of the benchmark of forecasts become a table; one outside 75 to 85 % is marked.
func TestCalibration(t *testing.T) {
	r := results{goBench: []string{"pkg: pilot90/kpi/forecast",
		"BenchmarkForecastCalibration/first_income,_in_cohorts-2 1 5 ns/op 84.17 %coverage 80.84 %said 3 B/op",
		"BenchmarkForecastCalibration/leaders,_in_cohorts-2 1 5 ns/op 90.00 %coverage 88.1 %said",
		"BenchmarkSVG-2 1 5 ns/op"}}
	var w strings.Builder
	r.writeCalibration(&w)
	for _, want := range []string{"| first income, in cohorts | 84.2 | 80.8 | reached |",
		"| leaders, in cohorts | 90.0 | 88.1 | **missed** |"} {
		if !strings.Contains(w.String(), want) {
			t.Errorf("no line %s in\n%s", want, w.String())
		}
	}
	if strings.Contains(w.String(), "SVG") {
		t.Error("other benchmarks are in the table")
	}
	w.Reset()
	if (&results{}).writeCalibration(&w); w.Len() > 0 {
		t.Error("a table without lines")
	}
}
