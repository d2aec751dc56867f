package ods

import "pilot90/cohort/sheet/grid"

// addMerges keeps the range that a cell spans, or several alike.
func (t *table) addMerges(row, col int, c *cellXML) error {
	if c.rows == 1 && c.cols == 1 {
		return nil
	}
	if len(t.merges)+c.repeated > t.limits.Merges {
		return grid.TooManyMerges(t.limits)
	}
	for i := range c.repeated {
		first := col + i
		t.merges = append(t.merges, grid.Range{FromRow: row, FromCol: first, ToRow: row + c.rows - 1, ToCol: first +
			c.cols - 1})
	}
	return nil
}

// repeatMerges keeps the ranges of a row, those from first on, for each of the rows alike.
func (t *table) repeatMerges(first, rows int) error {
	of := t.merges[first:]
	if len(of) == 0 {
		return nil
	}
	if rows > t.limits.Merges || len(t.merges)+len(of)*(rows-1) > t.limits.Merges {
		return grid.TooManyMerges(t.limits)
	}
	for i := 1; i < rows; i++ {
		for _, m := range of {
			m.FromRow, m.ToRow = m.FromRow+i, m.ToRow+i
			t.merges = append(t.merges, m)
		}
	}
	for _, m := range t.merges[first:] {
		switch {
		case m.ToRow > t.limits.Rows:
			return grid.OverLimit("行番号", "The row number", int64(t.limits.Rows))
		case m.ToCol > t.limits.Columns:
			return grid.OverLimit("列番号", "The column number", int64(t.limits.Columns))
		}
	}
	return nil
}
