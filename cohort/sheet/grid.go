// Package sheet turns a spreadsheet file (.xlsx, .xlsm, .csv, .tsv) into grids of cells with
// the addresses Excel shows.
//
// The one idea: a Grid keeps what the file holds, where it holds it, and nothing else. Merged
// ranges, hidden rows and columns and hidden sheets are stated, not acted on. A file that cannot
// be read whole gives a finding and no Book: never fewer rows in silence. The package knows
// no column names and reads no meaning into a cell; sizes and times are bounded (see Limits).
package sheet

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
)

// Book is one file that was read.
type Book struct {
	File   string // as the user named it, slash-separated, relative to the ledger folder
	SHA256 string // of the file's bytes, hexadecimal
	Sheets []*Grid
}

// Grid is one sheet. Rows are in ascending order, rows without any non-blank cell are absent.
// Merges are in ascending order of their first row.
type Grid struct {
	File       string
	Sheet      string // a CSV's sheet is its file name without the extension
	Hidden     bool
	Rows       []Row
	Merges     []Range
	HiddenCols map[int]bool

	reach []int // reach[i] = the largest ToRow of Merges[:i+1]; set by index
}

// Row is one row with at least one non-blank cell; Cells are in ascending column order.
type Row struct {
	Number int // 1-based, as Excel shows it (for a CSV: the record's number)
	Hidden bool
	Cells  []Cell
}

// Cell is one non-blank cell.
type Cell struct {
	Col int // 1-based: A = 1
	cell.Value
}

// Range is a rectangle of cells, 1-based, both ends included.
type Range struct{ FromRow, FromCol, ToRow, ToCol int }

// Contains reports whether the cell lies in the range.
func (r Range) Contains(row, col int) bool {
	return r.FromRow <= row && row <= r.ToRow && r.FromCol <= col && col <= r.ToCol
}

// At returns the value that stands in the cell; a cell the file does not hold is Blank.
// A merged range has its value at its top left cell only (see Merged).
func (g *Grid) At(row, col int) cell.Value {
	i, ok := slices.BinarySearchFunc(g.Rows, row, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
	if !ok {
		return cell.Value{}
	}
	return g.Rows[i].At(col)
}

// At returns the value in the row's column; a cell the file does not hold is Blank.
func (r Row) At(col int) cell.Value {
	i, ok := slices.BinarySearchFunc(r.Cells, col, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
	if !ok {
		return cell.Value{}
	}
	return r.Cells[i].Value
}

// Merged is At with the value of a merged range spread over all its cells.
func (g *Grid) Merged(row, col int) cell.Value {
	if m, ok := g.MergeAt(row, col); ok {
		return g.At(m.FromRow, m.FromCol)
	}
	return g.At(row, col)
}

// MergeAt returns the merged range that holds the cell.
func (g *Grid) MergeAt(row, col int) (Range, bool) {
	last := len(g.Merges)
	indexed := len(g.reach) == len(g.Merges)
	if indexed {
		last, _ = slices.BinarySearchFunc(g.Merges, row+1, func(m Range, n int) int { return cmp.Compare(m.FromRow, n) })
	}
	for i := last - 1; i >= 0; i-- {
		if indexed && g.reach[i] < row {
			break
		}
		if g.Merges[i].Contains(row, col) {
			return g.Merges[i], true
		}
	}
	return Range{}, false
}

// Used returns the smallest range that holds every non-blank cell, the zero Range for none.
func (g *Grid) Used() Range {
	if len(g.Rows) == 0 {
		return Range{}
	}
	used := Range{FromRow: g.Rows[0].Number, ToRow: g.Rows[len(g.Rows)-1].Number, FromCol: g.Rows[0].Cells[0].Col}
	for _, r := range g.Rows {
		used.FromCol = min(used.FromCol, r.Cells[0].Col)
		used.ToCol = max(used.ToCol, r.Cells[len(r.Cells)-1].Col)
	}
	return used
}

// index sorts the merged ranges and prepares MergeAt for sheets with thousands of them.
func (g *Grid) index() {
	slices.SortStableFunc(g.Merges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.FromRow, b.FromRow), cmp.Compare(a.FromCol, b.FromCol))
	})
	g.reach = make([]int, len(g.Merges))
	furthest := 0
	for i, m := range g.Merges {
		furthest = max(furthest, m.ToRow)
		g.reach[i] = furthest
	}
}

// sortRows puts rows in order and joins rows of one number.
func sortRows(rows []Row) ([]Row, error) {
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	out := rows[:0]
	for _, r := range rows {
		last := len(out) - 1
		if last < 0 || out[last].Number != r.Number {
			out = append(out, r)
			continue
		}
		joined := slices.Concat(out[last].Cells, r.Cells)
		if err := sortCells(r.Number, joined); err != nil {
			return nil, err
		}
		out[last].Cells, out[last].Hidden = joined, r.Hidden
	}
	return out, nil
}
