package web

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet/grid"
)

// gridOf is a sheet with that many rows and columns; each cell holds its own address.
func gridOf(rows, cols int) *grid.Grid {
	g := &grid.Grid{File: "a.xlsx", Sheet: "s"}
	for r := 1; r <= rows; r++ {
		row := grid.Row{Number: r}
		for c := 1; c <= cols; c++ {
			row.Cells = append(row.Cells, grid.Cell{Col: c, Value: cell.Value{Kind: cell.Text, Text: grid.Ref(r, c)}})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// TestCut: which rows and columns are shown, and which cells are marked.
func TestCut(t *testing.T) {
	for _, c := range []struct {
		rows, cols  int
		ref         string
		numbers     string // of the rows; 0 is a gap
		first, last string // columns
		meant       string // cells
	}{
		{100, 5, "C50", "48 49 50 51 52", "A", "E", "C50"},
		{100, 5, "C1", "1 2 3", "A", "E", "C1"},
		{3, 5, "B3", "1 2 3", "A", "E", "B3"},
		{3, 5, "F9", "7 8 9", "A", "F", "F9"}, // beyond what is filled in
		{100, 5, "B9:B11", "7 8 9 10 11 12 13", "A", "E", "B9 B10 B11"},
		{100, 5, "B10:B60", "8 9 10 11 12 13 14 15 16 17 18 19 0 59 60 61 62", "A", "E",
			"B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B59 B60"},
		{100, 5, "", "1 2 3 4 5 6 7 8", "A", "E", ""},
		{100, 40, "Z5", "3 4 5 6 7", "Q", "AH", "Z5"},
		{100, 40, "A5", "3 4 5 6 7", "A", "R", "A5"},
		{100, 5, "no range", "1 2 3 4 5 6 7 8", "A", "E", ""},
	} {
		x := cut(gridOf(c.rows, c.cols), finding.Place{File: "a.xlsx", Sheet: "s", Range: c.ref}, nil, nil)
		var numbers, meant []string
		for _, r := range x.Rows {
			numbers = append(numbers, fmt.Sprint(r.Number))
			for i, cell := range r.Cells {
				if cell.Meant {
					meant = append(meant, x.Columns[i].Letter+fmt.Sprint(r.Number))
				}
			}
		}
		first, last := x.Columns[0].Letter, x.Columns[len(x.Columns)-1].Letter
		if strings.Join(numbers, " ") != c.numbers || first != c.first || last != c.last ||
			strings.Join(meant, " ") != c.meant {
			t.Errorf("%s: rows %v, columns %s–%s, marked %v", c.ref, numbers, first, last, meant)
		}
	}
}

// TestCutRelated marks the cells of the same sheet that a finding compares.
func TestCutRelated(t *testing.T) {
	p := finding.Place{File: "a.xlsx", Sheet: "s", Range: "A3"}
	x := cut(gridOf(9, 3), p, []finding.Place{{File: "a.xlsx", Sheet: "s", Range: "B2"},
		{File: "b.xlsx", Sheet: "s", Range: "C2"}}, map[int]string{2: "時間"})
	if !x.Rows[1].Cells[1].Related || x.Rows[1].Cells[2].Related || x.Columns[1].Heading != "時間" {
		t.Errorf("%+v", x)
	}
}

// TestGivenPath: paths as people give them.
func TestGivenPath(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("paths of this test are those of other systems")
	}
	for text, want := range map[string]string{
		"/home/緑野/台帳":            "/home/緑野/台帳",
		"  /home/a b/ \n":        "/home/a b",
		`"/home/a b"`:            "/home/a b",
		"file:///home/%E7%B7%91": "/home/緑",
		"/home/../etc":           "/etc",
		"台帳":                     "",
		"~/台帳":                   "",
		"":                       "",
		`""`:                     "",
		"/a\x00b":                "",
	} {
		got, err := givenPath(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

// TestRecent keeps the latest first, each once, and no more than eight.
func TestRecent(t *testing.T) {
	var r recent
	r.read([]byte("/a\n\n/b\r\n"))
	if got := string(r.add("/b")); got != "/b\n/a\n" {
		t.Errorf("%q", got)
	}
	for i := range 20 {
		r.add(fmt.Sprint("/", i))
	}
	if got := r.list(); len(got) != mostRecent || got[0] != "/19" || slices.Contains(got, "/a") {
		t.Errorf("%v", got)
	}
}
