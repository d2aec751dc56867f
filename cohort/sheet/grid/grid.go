package grid

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
	HiddenCols map[int]bool // as far as there are cells
	// Origins says of cells that were moved or filled in where in the sheet each stands, as a row and a
	// column; zeros for one that no cell of the sheet holds, such as a name taken from the file's.
	Origins map[[2]int][2]int
	Holds   string      // of a grid that was turned into rows, the key of its table
	Lines   map[int]int // of rows that were made, the row of the sheet that each comes from

	tree mergeTree // of Merges; set by index
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
	if i := col - 1; 0 <= i && i < len(r.Cells) && r.Cells[i].Col == col { // no blank stands before it
		return r.Cells[i].Value
	}
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

// Within returns the part of the grid that lies in the area, with the addresses that its cells have. A merged range
// belongs to it when its first cell does.
func (g *Grid) Within(area Range) *Grid {
	own := *g
	own.Rows, own.Merges = nil, nil
	for _, r := range g.Rows {
		if r.Number < area.FromRow || r.Number > area.ToRow {
			continue
		}
		first, _ := slices.BinarySearchFunc(r.Cells, area.FromCol, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
		last, _ := slices.BinarySearchFunc(r.Cells, area.ToCol+1, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
		if r.Cells = r.Cells[first:last:last]; slices.ContainsFunc(r.Cells, func(c Cell) bool { return !c.IsBlank() }) {
			own.Rows = append(own.Rows, r)
		}
	}
	for _, m := range g.Merges {
		if area.Contains(m.FromRow, m.FromCol) {
			own.Merges = append(own.Merges, m)
		}
	}
	own.index()
	return &own
}

// sortRows puts rows in order and joins rows of one number: their cells are gathered first and
// sorted once, as a row may come in as many pieces as it has cells.
func sortRows(rows []Row) ([]Row, error) {
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	out := rows[:0]
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].Number == rows[0].Number {
			n++
		}
		row, err := joined(rows[:n])
		if err != nil {
			return nil, err
		}
		out, rows = append(out, row), rows[n:]
	}
	return out, nil
}

// joined makes one row of the pieces of a row; the last says whether it is hidden.
func joined(pieces []Row) (Row, error) {
	row := pieces[len(pieces)-1]
	if len(pieces) == 1 {
		return row, nil
	}
	row.Cells = nil
	for _, p := range pieces {
		row.Cells = append(row.Cells, p.Cells...)
	}
	return row, SortCells(row.Number, row.Cells)
}

// SortCells puts the cells of a row in order. Two in one place contradict each other.
func SortCells(row int, cells []Cell) error {
	slices.SortFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Col, b.Col) })
	for i := 1; i < len(cells); i++ {
		if ref := Ref(row, cells[i].Col); cells[i].Col == cells[i-1].Col {
			return Damaged("セル「"+ref+"」が2つあります", "two cells "+ref).At(ref)
		}
	}
	return nil
}
