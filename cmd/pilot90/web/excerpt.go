package web

import (
	"strings"

	"pilot90/cmd/pilot90/web/sheetview"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet/grid"
)

// How much of a sheet is shown around a cell.
const (
	neighbours  = 2   // rows above and below
	mostRows    = 12  // of the range itself
	mostColumns = 18  // of the sheet
	mostText    = 160 // characters of a cell
	frontRows   = 8   // of a sheet that is meant as a whole
)

// excerpt is a piece of a sheet as Excel shows it.
type excerpt struct {
	Caption string
	Columns []excerptColumn
	Rows    []excerptRow
}

type excerptColumn struct {
	Letter, Heading string
	Meant           bool
}

type excerptRow struct {
	Number int // 0: rows are left out here
	Meant  bool
	Cells  []excerptCell
}

type excerptCell struct {
	Text    string
	Meant   bool // the cell that is spoken of
	Related bool // one that it is compared with
}

// cut takes the rows of a place out of its sheet, with their neighbours. headings are those of the
// columns that were understood.
func cut(g *grid.Grid, p finding.Place, related []finding.Place, headings map[int]string) excerpt {
	meant := area(p.Range)
	used := g.Used()
	x := excerpt{Caption: p.File + "　" + p.Sheet}
	if meant.FromRow == 0 {
		meant = grid.Range{}
	}
	for _, col := range columns(used, meant) {
		x.Columns = append(x.Columns, excerptColumn{grid.ColumnName(col), headings[col],
			meant.FromCol <= col && col <= meant.ToCol})
	}
	others := near(p, related)
	for _, number := range rows(used, meant) {
		x.Rows = append(x.Rows, oneRow(g, number, columns(used, meant), meant, others))
	}
	return x
}

func oneRow(g *grid.Grid, number int, cols []int, meant grid.Range, others []grid.Range) excerptRow {
	row := excerptRow{Number: number, Meant: meant.FromRow <= number && number <= meant.ToRow}
	if number == 0 {
		return excerptRow{}
	}
	for _, col := range cols {
		c := excerptCell{Text: sheetview.Short(g.Merged(number, col).Text, mostText), Meant: meant.Contains(number, col)}
		for _, o := range others {
			c.Related = c.Related || o.Contains(number, col)
		}
		row.Cells = append(row.Cells, c)
	}
	return row
}

// area is a place's range, the zero range when it has none.
func area(ref string) grid.Range {
	from, to, isRange := strings.Cut(ref, ":")
	if !isRange {
		to = from
	}
	r1, c1, ok1 := grid.ParseRef(from)
	r2, c2, ok2 := grid.ParseRef(to)
	if !ok1 || !ok2 || r2 < r1 || c2 < c1 {
		return grid.Range{}
	}
	return grid.Range{FromRow: r1, FromCol: c1, ToRow: r2, ToCol: c2}
}

// near are the related places of the same sheet.
func near(p finding.Place, related []finding.Place) []grid.Range {
	var found []grid.Range
	for _, r := range related {
		if a := area(r.Range); a.FromRow > 0 && r.File == p.File && r.Sheet == p.Sheet {
			found = append(found, a)
		}
	}
	return found
}

// rows are the row numbers to show; 0 stands for a gap.
func rows(used, meant grid.Range) []int {
	if meant.FromRow == 0 {
		return count(used.FromRow, min(used.ToRow, used.FromRow+frontRows-1))
	}
	from, to := max(1, meant.FromRow-neighbours), meant.ToRow+neighbours
	to = min(to, max(used.ToRow, meant.ToRow))
	if meant.ToRow-meant.FromRow < mostRows {
		return count(from, to)
	}
	list := append(count(from, meant.FromRow+mostRows-3), 0)
	return append(list, count(meant.ToRow-1, to)...)
}

// columns are the columns to show: all of them, or those around the cell that is meant.
func columns(used, meant grid.Range) []int {
	from, to := used.FromCol, used.ToCol
	if meant.FromCol > 0 {
		from, to = min(from, meant.FromCol), max(to, meant.ToCol)
	}
	if to-from >= mostColumns {
		from = max(from, min(meant.FromCol-mostColumns/2, to-mostColumns+1))
		to = min(to, from+mostColumns-1)
	}
	return count(max(1, from), to)
}

func count(from, to int) []int {
	var list []int
	for n := from; n <= to; n++ {
		list = append(list, n)
	}
	return list
}
