package ods

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// readRow reads a row, or several alike.
func (t *table) readRow() error {
	n, err := count(t.t.Attr("table:number-rows-repeated"))
	if err != nil {
		return err
	}
	t.base = nil
	if name := t.t.Attr("table:default-cell-style-name"); len(name) > 0 {
		t.base = t.styles.cell(name)
	}
	row, merges, col := t.row+1, len(t.merges), 0
	t.given = grid.Row{Number: t.row, Hidden: t.isHidden()}
	t.cells = t.cells[:0]
	err = t.each(func() error {
		switch string(t.t.Name) {
		case "table:table-cell", "table:covered-table-cell":
			return t.addCells(row, &col)
		}
		return t.skip()
	})
	if err != nil {
		return err
	}
	t.row = min(t.row+n, maxCount)
	if t.given.Cells = t.cells; len(t.cells) > 0 {
		t.copies = n
		if t.row > t.limits.Rows {
			return grid.OverLimit("行番号", "The row number", int64(t.limits.Rows))
		}
	}
	return t.repeatMerges(merges, n)
}

// maxCount is where rows and columns are no longer counted: far beyond any limit.
const maxCount = 1 << 40

// addCells reads a cell, or several alike.
func (t *table) addCells(row int, col *int) error {
	c := &t.xml
	if err := t.readCell(c); err != nil {
		return inCell(err, row, *col+1)
	}
	first := *col + 1
	*col = min(*col+c.repeated, maxCount)
	if err := t.addMerges(row, first, c); err != nil {
		return err
	}
	if c.blank() {
		return nil
	}
	fixed := t.base
	if len(c.style) > 0 {
		fixed = t.styles.cell(c.style)
	}
	return t.fill(c, fixed, row, first, *col)
}

// fill puts a cell into its columns; fixed is nil where the style is that of each column.
func (t *table) fill(c *cellXML, fixed *cellStyle, row, first, last int) error {
	var v cell.Value
	var made *cellStyle // the style that v has
	for col := first; col <= last; col++ {
		of := fixed
		if of == nil {
			of = t.columnStyle(col)
		}
		if of != made {
			v = cell.Value{}
			if err := t.value(c, of, &v); err != nil {
				return inCell(err, row, col)
			}
			made = of
		}
		switch {
		case v.Kind == cell.Blank:
			return nil
		case last > t.limits.Columns:
			return grid.OverLimit("列番号", "The column number", int64(t.limits.Columns))
		}
		t.cells = append(t.cells, grid.Cell{Col: col, Value: v})
	}
	return nil
}

// inCell adds the address to a fault of a cell that has none.
func inCell(err error, row, col int) error {
	if f, ok := err.(*grid.Fault); ok && f.Range == "" && f.Code != grid.CodeCutOff {
		return f.At(grid.Ref(row, col))
	}
	return err
}
