package layout

import (
	"testing"

	"pilot90/cohort/sheet/grid"
)

// Headings are looked for in the first 60 rows of a sheet of any width that people use, and in fewer of one so wide
// that a row costs as much as a sheet: 49,152 / 16,384 = 3 of the widest that Excel has.
func TestHeadingRows(t *testing.T) {
	for _, c := range []struct{ rows, columns, want int }{
		{0, 0, 0}, {5, 12, 5}, {300, 12, 60}, {300, 819, 60}, {300, 820, 59}, {40, 16_384, 3},
	} {
		g := &grid.Grid{}
		for i := range c.rows {
			g.Rows = append(g.Rows, grid.Row{Number: i + 1, Cells: make([]grid.Cell, c.columns)})
		}
		if got := HeadingRows(g); got != c.want {
			t.Errorf("%d rows of %d columns: %d are looked at, not %d", c.rows, c.columns, got, c.want)
		}
	}
}
