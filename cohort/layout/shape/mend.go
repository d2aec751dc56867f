package shape

import (
	"maps"
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/layout"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Mend puts together what a found table has in pieces: a date in columns of its year, month and day, values that are
// written once for several rows, totals that are written on each line of what they sum up. It says of each how it was
// read, and of the export of a known tool which it is.
func Mend(tables []*layout.Table, clock setting.Clock) []finding.Finding {
	var out []finding.Finding
	for _, t := range tables {
		if f, ok := joinDates(t, clock); ok {
			out = append(out, f)
		}
		if f, ok := placeMonths(t, clock); ok {
			out = append(out, f)
		}
		out = append(out, carry(t)...)
		out = append(out, once(t)...)
		if f, ok := exported(t); ok {
			out = append(out, f)
		}
	}
	return out
}

// change is a cell that is to hold another value, and where that stands.
type change struct {
	row  int
	cell grid.Cell
	from [2]int // zeros: where it is
}

// apply puts the changes into a copy of the table's grid.
func apply(t *layout.Table, changes []change) { t.Grid = changed(t.Grid, changes) }

// changed is a copy of the grid with the changes.
func changed(g *grid.Grid, changes []change) *grid.Grid {
	own := *g
	own.Rows = slices.Clone(own.Rows)
	if own.Origins = maps.Clone(own.Origins); own.Origins == nil {
		own.Origins = map[[2]int][2]int{}
	}
	byRow := map[int][]change{}
	for _, c := range changes {
		byRow[c.row] = append(byRow[c.row], c)
	}
	for i := range own.Rows {
		row := &own.Rows[i]
		if len(byRow[row.Number]) == 0 {
			continue
		}
		row.Cells = slices.Clone(row.Cells)
		for _, c := range byRow[row.Number] {
			at, found := slices.BinarySearchFunc(row.Cells, c.cell.Col, func(x grid.Cell, col int) int { return x.Col - col })
			if !found {
				row.Cells = slices.Insert(row.Cells, at, c.cell)
			}
			row.Cells[at] = c.cell
			if c.from != [2]int{} {
				own.Origins[[2]int{row.Number, c.cell.Col}] = c.from
			}
		}
	}
	return &own
}

// column returns the place of a column of the schema in the table; 0 for none.
func column(t *layout.Table, key string) int {
	for i, c := range t.Schema.Columns {
		if c.Key == key {
			return t.Columns[i].From
		}
	}
	return 0
}
